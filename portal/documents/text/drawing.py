"""Blocks as a reader sees them. Built here rather than in templates: a chapter has hundreds of small pieces, all of one shape."""

from __future__ import annotations

import re
from html import escape

from django.utils.safestring import SafeString, mark_safe

from portal.documents.text.content import TYPES, Block, plain

MARK = re.compile(r"<sup>(\w{1,4})</sup>")


def draw(blocks: list[Block], *, marks: set[str], section: str, level: int) -> SafeString:
    """The HTML of blocks whose texts were cleaned when they were written. Footnote marks lead to the notes of this section."""
    return mark_safe(_Pen(marks, section, min(level + 1, 6)).blocks(blocks))  # noqa: S308  texts come from content.clean_inline


def note_name(section: str, mark: str) -> str:
    return f"{section[:60]}-noot-{mark}"


class _Pen:
    def __init__(self, marks: set[str], section: str, level: int) -> None:
        self.marks, self.section, self.level = marks, section, level

    def blocks(self, blocks: list[Block]) -> str:
        return "\n".join(getattr(self, f"_{block['kind']}")(block, _name(block)) for block in blocks)

    def _paragraph(self, block: Block, name: str) -> str:
        return f"<p{name}>{self._text(block['text'])}</p>"

    def _heading(self, block: Block, name: str) -> str:
        return f"<h{self.level}{name}>{self._text(block['text'])}</h{self.level}>"

    def _list(self, block: Block, name: str) -> str:
        items = "".join(
            f"<li{_name(item)}>{self._text(item['text'])}{self.blocks(item['items'])}</li>" for item in block["items"]
        )
        if block["style"] == "bullet":
            return f"<ul{name}>{items}</ul>"
        start = f' start="{int(block["start"])}"' if block.get("start") else ""
        return f'<ol{name} type="{TYPES.get(block["style"], "1")}"{start}>{items}</ol>'

    def _table(self, block: Block, name: str) -> str:
        head = "".join(f'<th scope="col">{self._text(text)}</th>' for text in block["head"])
        rows = "".join("<tr>" + "".join(f"<td>{self._text(text)}</td>" for text in row) + "</tr>" for row in block["rows"])
        caption = f"<caption>{self._text(block['caption'])}</caption>" if block.get("caption") else ""
        label = escape(plain(block.get("caption") or "") or "Tabel")
        table = f'<table class="plain-table">{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
        return f'<div class="table-scroll"{name} tabindex="0" role="group" aria-label="{label}">{table}</div>'

    def _quote(self, block: Block, name: str) -> str:
        source = f"<figcaption>{self._text(block['source'])}</figcaption>" if block.get("source") else ""
        return f"<figure{name}><blockquote><p>{self._text(block['text'])}</p></blockquote>{source}</figure>"

    def _frame(self, block: Block, name: str) -> str:
        title = f'<p class="frame-title">{self._text(block["title"])}</p>' if block.get("title") else ""
        return f'<div class="frame"{name}>{title}{self.blocks(block["blocks"])}</div>'

    def _figure(self, block: Block, name: str) -> str:
        caption = f"<figcaption>{self._text(block['caption'])}</figcaption>" if block.get("caption") else ""
        return f'<figure{name}><img src="{escape(block["src"])}" alt="{escape(block["alt"])}">{caption}</figure>'

    def _text(self, text: str) -> str:
        return MARK.sub(self._link, text) if "<sup>" in text else text

    def _link(self, match: re.Match[str]) -> str:
        mark = match[1]
        if mark not in self.marks:
            return match[0]
        note = note_name(self.section, mark)
        return f'<sup><a class="footnote-mark" id="{note}-terug" href="#{note}" aria-label="voetnoot {mark}">{mark}</a></sup>'


def _name(block: Block) -> str:
    return f' id="{block["anchor"]}"' if block.get("anchor") else ""
