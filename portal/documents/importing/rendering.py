"""From the blocks of a section to what an editor edits: simple HTML, tables, footnotes. Joins what a page break cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from portal.documents.importing.blocks import Block
from portal.documents.importing.outline import SectionDraft

SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
NUMBERED = re.compile(r"^(\d+)\.\s+(.*)$")
BULLET = re.compile(r"^\s*[-•]\s+(.*)$")
MARKS = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
LONG_LINE = 60
SENTENCE_ENDS = (".", ":", ";", "!", "?", ")")


@dataclass(frozen=True)
class Item:
    """One line of meaning: kind is paragraph, heading, numbered, bullet or row."""

    kind: str
    text: str
    last_line: str = ""


@dataclass(frozen=True)
class Table:
    rows: list[list[str]]


def parts(section: SectionDraft) -> list[str | Table]:
    """The section's text as HTML pieces and tables, in order."""
    found: list[str | Table] = []
    heading = "h2" if section.level == 1 else "h3"
    for is_table, items in groupby(_items(section), key=lambda item: item.kind == "row"):
        if is_table:
            found.append(Table([[cell.strip() for cell in item.text.split("\t")] for item in items]))
        else:
            found.append("".join(_html(list(items), heading)))
    return found


def footnotes(section: SectionDraft) -> list[tuple[str, str]]:
    """(mark, text) of each footnote, the mark in plain digits."""
    return [
        (mark.translate(SUPERSCRIPTS), _plain_links(MARKS.sub("", block.text, count=1).strip()))
        for mark, block in section.footnotes
    ]


def plain_text(section: SectionDraft) -> str:
    return "\n".join(item.text for item in _items(section))


def _items(section: SectionDraft) -> list[Item]:
    items: list[Item] = []
    blocks = section.blocks
    for position, block in enumerate(blocks):
        following = blocks[position + 1] if position + 1 < len(blocks) else None
        for item in _items_of(block, following):
            if items and _continues(items[-1], item):
                items[-1] = Item(items[-1].kind, f"{items[-1].text} {item.text}", item.text)
            else:
                items.append(item)
    return items


def _items_of(block: Block, following: Block | None) -> Iterator[Item]:
    if any("\t" in line for line in block.lines):
        yield from (Item("row", line) for line in block.lines)
        return
    if _is_heading(block, following):
        yield Item("heading", block.text)
        return
    for line in block.lines:
        if match := BULLET.match(line):
            yield Item("bullet", match[1])
        elif NUMBERED.match(line):
            yield Item("numbered", line.strip())
        else:
            yield Item("line", line.strip())


def _is_heading(block: Block, following: Block | None) -> bool:
    """A short line alone before running text; a question or a numbered line may stand before a line that a break cut short."""
    if not block.is_title_like or following is None or BULLET.match(block.lines[0]) or following.text[:1].islower():
        return False
    if NUMBERED.match(block.text):
        return not NUMBERED.match(following.text) and not BULLET.match(following.lines[0])
    return block.text[:1].isupper() and (not following.is_short or block.text.endswith(("?", "!")))


def _continues(previous: Item, item: Item) -> bool:
    """Whether a page or line break cut this text in two: it starts small, or a long text before it does not end."""
    if item.kind != "line" or previous.kind in ("heading", "row"):
        return False
    last_line = previous.last_line or previous.text
    is_open = len(last_line) > LONG_LINE and not last_line.endswith(SENTENCE_ENDS)
    is_open_emphasis = previous.text.startswith("*") and not previous.text.endswith("*")
    return item.text[:1].islower() or is_open or is_open_emphasis


def _html(items: list[Item], heading: str) -> Iterator[str]:
    position = 0
    while position < len(items):
        item = items[position]
        if item.kind == "heading":
            yield f"<{heading}>{_inline(item.text)}</{heading}>"
            position += 1
        elif item.kind in ("numbered", "bullet"):
            run = _run(items, position)
            yield _list(run)
            position += len(run)
        else:
            yield f"<p>{_inline(item.text)}</p>"
            position += 1


def _run(items: list[Item], start: int) -> list[Item]:
    end = start
    while end < len(items) and items[end].kind in ("numbered", "bullet"):
        end += 1
    return items[start:end]


def _list(items: list[Item]) -> str:
    """Bullets under a numbered item belong to it."""
    if items[0].kind == "bullet":
        bullets = [item for item in items if item.kind == "bullet"]
        rest = [item for item in items if item.kind != "bullet"]
        return f"<ul>{_li(bullets)}</ul>" + (_list(rest) if rest else "")
    entries: list[tuple[Item, list[Item]]] = []
    for item in items:
        if item.kind == "numbered":
            entries.append((item, []))
        else:
            entries[-1][1].append(item)
    return "<ol>" + "".join(_numbered(item, bullets) for item, bullets in entries) + "</ol>"


def _numbered(item: Item, bullets: list[Item]) -> str:
    text = NUMBERED.sub(r"\2", item.text)
    nested = f"<ul>{_li(bullets)}</ul>" if bullets else ""
    return f"<li>{_inline(text)}{nested}</li>"


def _li(items: list[Item]) -> str:
    return "".join(f"<li>{_inline(item.text)}</li>" for item in items)


def _inline(text: str) -> str:
    """Escaped text, with bold, italics and footnote marks."""
    safe = escape(_plain_links(text), quote=False)
    safe = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", safe)
    safe = re.sub(r"\*([^*]+)\*", r"<i>\1</i>", safe)
    return MARKS.sub(lambda match: f"<sup>{match[0].translate(SUPERSCRIPTS)}</sup>", safe)


def _plain_links(text: str) -> str:
    return re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
