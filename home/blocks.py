"""What an editor builds a chapter from: paragraphs with a number and a lasting anchor, text, tables, footnotes."""

from __future__ import annotations

import re
from typing import Any

from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

RICH_TEXT = ["h2", "h3", "bold", "italic", "superscript", "ol", "ul", "link"]
REFERENCE = re.compile(r"<sup>(\d+)</sup>")


class FootnoteBlock(blocks.StructBlock):
    mark = blocks.CharBlock(label="teken", max_length=4)
    text = blocks.TextBlock(label="tekst")

    class Meta:
        label = "voetnoot"
        icon = "asterisk"


class BodyBlock(blocks.StreamBlock):
    text = blocks.RichTextBlock(label="tekst", features=RICH_TEXT)
    table = TypedTableBlock([("text", blocks.CharBlock(required=False))], label="tabel")


class SectionBlock(blocks.StructBlock):
    """A numbered paragraph, or a chapter's own opening text. The anchor stays when the title changes."""

    number = blocks.CharBlock(label="nummer", required=False, max_length=12)
    title = blocks.CharBlock(label="titel", max_length=200)
    anchor = blocks.RegexBlock(
        label="anker",
        regex=r"^[a-z0-9-]+$",
        max_length=80,
        help_text="Het vaste adres van deze paragraaf, bijvoorbeeld par-4-2. Verander het niet na publicatie.",
        error_messages={"invalid": "Gebruik kleine letters, cijfers en streepjes."},
    )
    level = blocks.ChoiceBlock(label="niveau", choices=[("1", "hoofdstuk"), ("2", "paragraaf")], default="2")
    body = BodyBlock(label="inhoud", required=False)
    footnotes = blocks.ListBlock(FootnoteBlock(), label="voetnoten", default=[])

    class Meta:
        label = "paragraaf"
        icon = "doc-full"
        template = "home/blocks/section.html"

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_context(value, parent_context=parent_context)
        context["marks"] = {note["mark"] for note in value["footnotes"]}
        return context


def plain_text(section: Any) -> str:
    """All words of a section, footnotes last: what its digest is taken over."""
    pieces = []
    for child in section["body"]:
        if child.block_type == "text":
            pieces.append(strip_tags(str(child.value).replace("</p>", "</p>\n").replace("</li>", "</li>\n")))
        else:
            pieces += [" | ".join(str(cell.value) for cell in row) for row in child.value.rows]
    pieces += [f"{note['mark']} {note['text']}" for note in section["footnotes"]]
    return "\n".join(piece.strip() for piece in pieces)


def link_footnotes(html: str, marks: set[str]) -> str:
    """Marks in the text lead to their footnote, and each footnote leads back."""

    def linked(match: re.Match[str]) -> str:
        mark = match[1]
        if mark not in marks:
            return match[0]
        return f'<sup><a class="footnote-mark" id="noot-{mark}-terug" href="#noot-{mark}" aria-label="voetnoot {mark}">{mark}</a></sup>'

    return REFERENCE.sub(linked, html)
