"""What an editor builds a chapter from, and how that becomes the plain content that everything else reads."""

from __future__ import annotations

import hashlib
from html import escape
from typing import Any

from django.core.files.base import ContentFile
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock

from home.editor.choosers import SectionChooserViewSet
from portal.documents.domain.editions import SectionText, keep_picture
from portal.documents.models import Picture, Section
from portal.documents.queries import pictures as kept_pictures
from portal.documents.text import content, drawing, pictures

RICH_TEXT = ["h3", "bold", "italic", "superscript", "ol", "ul", "link"]
SHORT_TEXT = ["bold", "italic", "superscript", "link"]


class FootnoteBlock(blocks.StructBlock):
    mark = blocks.CharBlock(label="teken", max_length=4)
    text = blocks.TextBlock(label="tekst")

    class Meta:
        label = "voetnoot"
        icon = "asterisk"


class QuoteBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(label="citaat", features=SHORT_TEXT)
    source = blocks.CharBlock(label="wie of waar", required=False, max_length=160)

    class Meta:
        label = "citaat"
        icon = "openquote"


class FrameBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="titel", required=False, max_length=160)
    text = blocks.RichTextBlock(label="tekst", features=RICH_TEXT)

    class Meta:
        label = "kader"
        icon = "placeholder"


class FigureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label="afbeelding")
    alt = blocks.CharBlock(label="beschrijving", max_length=400, help_text="Wat erop te zien is, voor wie haar niet ziet.")
    caption = blocks.CharBlock(label="bijschrift", required=False, max_length=200)

    class Meta:
        label = "afbeelding"
        icon = "image"


section_chooser = SectionChooserViewSet("section_chooser")
SectionChooserBlock = section_chooser.get_block_class(name="SectionChooserBlock", module_path="home.editor.blocks")


class ReferenceBlock(blocks.StructBlock):
    """Names a section of an adopted edition, and leads there."""

    section = SectionChooserBlock(label="paragraaf")
    text = blocks.CharBlock(label="waarom", required=False, max_length=200)

    class Meta:
        label = "verwijzing"
        icon = "link"


PREVIEW = "home/block_preview.html"
TABLE = {
    "columns": [{"type": "text", "heading": "Wie"}, {"type": "text", "heading": "Wat"}],
    "rows": [{"values": ["gemeente", "roept het overleg bijeen"]}, {"values": ["politie", "deelt wat zij ziet"]}],
    "caption": "Wie wat doet",
}


class BodyBlock(blocks.StreamBlock):
    text = blocks.RichTextBlock(
        label="tekst",
        features=RICH_TEXT,
        preview_template=PREVIEW,
        preview_value="<p>Een alinea, met <b>nadruk</b>.</p><ol><li>het ene</li><li>het andere</li></ol>",
        description="Alinea's, tussenkoppen en lijsten.",
    )
    table = TypedTableBlock(
        [("text", blocks.CharBlock(required=False))],
        label="tabel",
        preview_template=PREVIEW,
        preview_value=TABLE,
        description="De eerste regel is de kop van elke kolom.",
    )
    quote = QuoteBlock(
        preview_template=PREVIEW,
        preview_value={"text": "<p>Zo kort als het kan, zo lang als het moet.</p>", "source": "uit een gesprek"},
        description="Wat iemand zei of schreef, en wie dat was.",
    )
    frame = FrameBlock(
        preview_template=PREVIEW,
        preview_value={"title": "Let op", "text": "<p>Wat apart gelezen moet kunnen worden.</p>"},
        description="Tekst in een kader, met een titel.",
    )
    figure = FigureBlock(
        preview_template=PREVIEW,
        preview_value={"image": None, "alt": "Een voorbeeld", "caption": "Een bijschrift"},
        description="Een afbeelding, met een beschrijving voor wie haar niet ziet.",
    )
    reference = ReferenceBlock(
        preview_template=PREVIEW,
        preview_value={"section": None, "text": "hier staat wie erover gaat"},
        description="Een verwijzing naar een paragraaf van een vastgestelde editie.",
    )


class SectionBlock(blocks.StructBlock):
    """A numbered paragraph, or a chapter's own opening text. The anchor stays when the title changes."""

    number = blocks.CharBlock(label="nummer", required=False, max_length=20)
    title = blocks.CharBlock(label="titel", max_length=200)
    anchor = blocks.RegexBlock(
        label="anker",
        regex=r"^[a-z0-9-]+$",
        max_length=80,
        help_text="Het vaste adres van deze paragraaf, bijvoorbeeld par-4-2. Verander het niet na publicatie.",
        error_messages={"invalid": "Gebruik kleine letters, cijfers en streepjes."},
    )
    level = blocks.ChoiceBlock(
        label="niveau",
        choices=[("1", "hoofdstuk"), ("2", "paragraaf"), ("3", "onderdeel"), ("4", "onderdeel van een onderdeel")],
        default="2",
    )
    body = BodyBlock(label="inhoud", required=False)
    footnotes = blocks.ListBlock(FootnoteBlock(), label="voetnoten", default=[])
    change_note = blocks.TextBlock(
        label="wat is gewijzigd en waarom",
        required=False,
        max_length=1000,
        rows=2,
        help_text="Lezers zien dit als zij twee edities vergelijken.",
    )

    class Meta:
        label = "paragraaf"
        icon = "doc-full"
        template = "home/blocks/section.html"

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        """A preview draws the section as a reader will see it."""
        section = section_text(value)
        marks = {note["mark"] for note in section.notes}
        drawn = {
            "inner": drawing.draw(section.content, marks=marks, section=section.anchor, level=section.level),
            "notes": section.notes,
        }
        shown = {name: getattr(section, name) for name in ("number", "anchor", "title", "level")}
        return {**super().get_context(value, parent_context=parent_context), "section": {**shown, **drawn}}


def section_text(value: Any) -> SectionText:
    """The plain content of a section as it stands in the editor."""
    return SectionText(
        number=value["number"],
        anchor=value["anchor"],
        title=value["title"],
        level=int(value["level"]),
        content=blocks_of(value["body"]),
        notes=[{"mark": note["mark"], "text": escape(note["text"].strip(), quote=False)} for note in value["footnotes"]],
        change_note=value.get("change_note") or "",
    )


def _typed(text: Any) -> str:
    """What an editor typed in a field without markup, as inline content."""
    return content.clean_inline(escape(str(text), quote=False))


def blocks_of(body: Any) -> list[content.Block]:
    """The plain content of a body as it stands in the editor."""
    return [block for child in body for block in content_of(child.block_type, child.value)]


def content_of(kind: str, value: Any) -> list[content.Block]:
    """The plain content of one block of the editor."""
    if kind == "text":
        return content.from_html(value.source)
    if kind == "table":
        head = [_typed(column["heading"]) for column in value.columns]
        rows = [[_typed(cell.value) for cell in row] for row in value.rows]
        caption = _typed(value.caption or "")
        return [{"kind": "table", "head": head, "rows": rows, **({"caption": caption} if caption else {})}]
    if kind == "quote":
        text = " ".join(block["text"] for block in content.from_html(value["text"].source))
        source = _typed(value["source"])
        return [{"kind": "quote", "text": text, **({"source": source} if source else {})}]
    if kind == "frame":
        return [{"kind": "frame", "title": _typed(value["title"]), "blocks": content.from_html(value["text"].source)}]
    if kind == "reference":
        return [{"kind": "paragraph", "text": _reference(value["section"], _typed(value["text"]))}]
    if value["image"] is None:  # a draft may be unfinished
        return []
    with value["image"].open_file() as file:
        picture = pictures.draw(file.read())
    keep_picture(picture)
    caption = _typed(value["caption"])
    figure = {"kind": "figure", "src": picture.address, "alt": value["alt"]}
    return [{**figure, **({"caption": caption} if caption else {})}]


def _reference(section: Section | None, why: str) -> str:
    """A paragraph is always cited with its edition."""
    if section is None:
        return why
    link = f'<a href="{section.get_absolute_url()}">{_typed(section.citation)}, {_typed(section.title)}</a>'
    return f"Zie {link}{f': {why}' if why else ''}"


def body_of(blocks_: list[content.Block]) -> list[dict[str, Any]]:
    """The editor's blocks for plain content: running text together, tables, quotes, frames and figures by themselves."""
    images = {src: _image(picture) for src, picture in kept_pictures.at([f["src"] for f in content.figures(blocks_)]).items()}
    made: list[dict[str, Any]] = []
    for block in blocks_:
        if block["kind"] == "table":
            made.append({"type": "table", "value": _table(block)})
        elif block["kind"] == "quote":
            made.append({"type": "quote", "value": {"text": f"<p>{block['text']}</p>", "source": block.get("source", "")}})
        elif block["kind"] == "frame":
            made.append({"type": "frame", "value": {"title": block.get("title", ""), "text": content.as_html(block["blocks"])}})
        elif block["kind"] == "figure" and (image := images.get(block["src"])):
            value = {"image": image, "alt": block["alt"], "caption": content.plain(block.get("caption", ""))}
            made.append({"type": "figure", "value": value})
        elif made and made[-1]["type"] == "text":
            made[-1]["value"] += content.as_html([block])
        else:
            made.append({"type": "text", "value": content.as_html([block])})
    return made


def _image(picture: Picture) -> int:
    """The editors' image of this picture; the same one every time."""
    data = bytes(picture.content)
    digest = hashlib.sha1(data, usedforsecurity=False).hexdigest()
    known = get_image_model().objects.filter(file_hash=digest).first()
    if known is None:
        file = ContentFile(data, name=f"{picture.sha256[:16]}.{picture.kind}")
        known = get_image_model().objects.create(title=f"Afbeelding {picture.sha256[:8]}", file=file, file_hash=digest)
    return int(known.pk)


def _table(block: content.Block) -> dict[str, Any]:
    columns = [{"type": "text", "heading": content.plain(heading)} for heading in block["head"]]
    return {
        "caption": content.plain(block.get("caption", "")),
        "columns": columns,
        "rows": [{"values": [content.plain(cell) for cell in row]} for row in block["rows"]],
    }
