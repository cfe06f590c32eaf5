"""An edition as JSON, and as Markdown that can be read again with its structure, anchors and text as they were."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

from portal.documents.models import Edition, Section
from portal.documents.text.content import Block

SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
LINE_START = re.compile(r"^(\s*)(#{1,6}\s|[-+]\s|\d{1,3}[.)]\s|:::)")
TAGS = [
    (re.compile(r"<b>(.*?)</b>"), r"**\1**"),
    (re.compile(r"<i>(.*?)</i>"), r"*\1*"),
    (re.compile(r'<a href="([^"]*)">(.*?)</a>'), r"[\2](\1)"),
    (re.compile(r"<br\s*/?>"), "<br>"),
]
TAG = re.compile(r"(<[^>]+>)")


def as_json(edition: Edition) -> str:
    """Everything that is known of an edition and its sections."""
    sections = [
        {
            "number": section.number,
            "title": section.title,
            "level": section.level,
            "anchor": section.anchor,
            "chapter": section.chapter,
            "citation": f"{edition}, {section.place}",
            "content": section.content,
            "footnotes": section.notes,
            "change_note": section.change_note,
            "sha256": section.sha256,
        }
        for section in edition.sections.all()
    ]
    about = {
        "document": edition.document.slug,
        "title": edition.title,
        "edition": edition.label,
        "status": edition.status,
        "in_force_from": edition.in_force_date and edition.in_force_date.isoformat(),
        "replaced_on": edition.replaced_date and edition.replaced_date.isoformat(),
        "sections": sections,
    }
    return json.dumps(about, ensure_ascii=False, indent=1)


def as_markdown(edition: Edition) -> str:
    """Headings with their anchors, texts, lists, tables, frames and footnotes."""
    lines = [line for section in edition.sections.all() for line in _section(section)]
    return "\n".join(lines).strip() + "\n"


def _section(section: Section) -> Iterator[str]:
    title = f"{section.number} {section.title}".strip()
    marks = {note["mark"] for note in section.notes}
    yield f"{'#' * section.level} {_text(title)} {{#{section.anchor}}}"
    yield ""
    yield from _blocks(section.content, marks)
    for note in section.notes:
        yield f"[^{note['mark']}]: {_inline(note['text'], set())}"
        yield ""


def _blocks(blocks: list[Block], marks: set[str], indent: str = "") -> Iterator[str]:
    for block in blocks:
        yield from (f"{indent}{line}" if line else "" for line in _block(block, marks))
        yield ""


def _block(block: Block, marks: set[str]) -> Iterator[str]:
    kind, name = block["kind"], f" {{#{block['anchor']}}}" if block.get("anchor") else ""
    if kind == "paragraph":
        yield _inline(block["text"], marks) + name
    elif kind == "heading":
        yield f"##### {_inline(block['text'], marks)}{name}"
    elif kind == "quote":
        yield f"> {_inline(block['text'], marks)}"
        yield ""
        yield _about(block, source=block.get("source", ""))
    elif kind == "list":
        yield from _list(block, marks)
        yield ""
        yield _about(block, style=block["style"])
    elif kind == "table":
        yield from _table(block, marks)
        yield ""
        yield _about(block, caption=block.get("caption", ""))
    elif kind == "frame":
        yield f"::: kader {_inline(block.get('title', ''), marks)}{name}".rstrip()
        yield ""
        yield from _blocks(block["blocks"], marks)
        yield ":::"
    elif kind == "figure":
        yield f"![{_text(block['alt'])}]({block['src']})"
        yield ""
        yield _about(block, caption=block.get("caption", ""))


def _about(block: Block, **said: str) -> str:
    """A line under a block that says what Markdown has no words for: its anchor, how a list counts, a caption."""
    parts = [f"#{block['anchor']}"] if block.get("anchor") else []
    parts += [f'{name}="{unescape(value)}"' for name, value in said.items() if value and value not in ("bullet", "decimal")]
    return "{" + " ".join(parts) + "}" if parts else ""


def _list(block: Block, marks: set[str]) -> Iterator[str]:
    number = int(block.get("start", 1))
    for item in block["items"]:
        label = "-" if block["style"] == "bullet" else f"{number}."
        anchors = [each["anchor"] for each in (item, *item["items"]) if each.get("anchor")]
        name = f" {{{' '.join(f'#{anchor}' for anchor in anchors)}}}" if anchors else ""
        yield f"{label} {_inline(item['text'], marks)}{name}"
        for under in item["items"]:
            yield ""
            yield from (f"{' ' * (len(label) + 1)}{line}" for line in _list(under, marks))
        number += 1


def _table(block: Block, marks: set[str]) -> Iterator[str]:
    yield "| " + " | ".join(_inline(text, marks) or " " for text in block["head"]) + " |"
    yield "|" + " --- |" * len(block["head"])
    for row in block["rows"]:
        yield "| " + " | ".join(_inline(text, marks) or " " for text in row) + " |"


def _inline(text: str, marks: set[str]) -> str:
    """Inline HTML as Markdown. What Markdown would take for markup is escaped."""
    pieces = [piece if TAG.fullmatch(piece) else _text(unescape(piece)) for piece in TAG.split(text)]
    made = "".join(pieces)
    for mark in marks:
        made = made.replace(f"<sup>{mark}</sup>", f"[^{mark}]")
    for pattern, instead in TAGS:
        made = pattern.sub(instead, made)
    return LINE_START.sub(
        lambda match: f"{match[1]}\\{match[2]}" if not match[2][0].isdigit() else f"{match[1]}{match[2][:-2]}\\{match[2][-2:]}",
        made,
    )


def _text(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
