"""From the blocks of a section to what an editor edits: simple HTML, tables, footnotes. Joins what a page break cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from portal.documents.importing.blocks import Block
from portal.documents.importing.outline import SectionDraft
from portal.documents.text import content

SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
NUMBERED = re.compile(r"^(\d{1,2}|[IVX]{1,4}|[ivx]{1,4}|[a-z])[.)]\s+(.*)$")
BULLET = re.compile(r"^\s*[-•–\uf0b7]\s+(.*)$")
MARKS = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
LONG_LINE = 60
SENTENCE_ENDS = (".", ":", ";", "!", "?", ")")


@dataclass(frozen=True)
class Item:
    """One line of meaning: kind is paragraph, heading, numbered, bullet or row."""

    kind: str
    text: str
    last_line: str = ""


def content_of(section: SectionDraft) -> list[content.Block]:
    """What a section is made of, as plain content: as the source said it, or as its lines show it."""
    if section.content is not None:
        return section.content
    blocks: list[content.Block] = []
    for is_table, items in groupby(_items(section), key=lambda item: item.kind == "row"):
        if is_table:
            blocks += _table([item.text.split("\t") for item in items])
        else:
            blocks += content.from_html("".join(_html(list(items))))
    return blocks


def notes_of(section: SectionDraft) -> list[dict[str, str]]:
    """Mark and text of each footnote, the mark in plain digits, the text without markup."""
    read = [
        {"mark": mark.translate(SUPERSCRIPTS), "text": _plain_links(MARKS.sub("", block.text, count=1).strip())}
        for mark, block in section.footnotes
    ]
    return read + [{"mark": note["mark"], "text": content.plain(note["text"])} for note in section.notes]


def _table(rows: list[list[str]]) -> list[content.Block]:
    """Rows of cells; the first is the head, all are as wide as it."""
    cells = [[content.clean_inline(_inline(cell.strip())) for cell in row] for row in rows]
    width = max(len(row) for row in cells)
    head, *rest = [[*row, *[""] * (width - len(row))] for row in cells]
    return [{"kind": "table", "head": head, "rows": rest}]


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


def _html(items: list[Item]) -> Iterator[str]:
    position = 0
    while position < len(items):
        item = items[position]
        if item.kind == "heading":
            yield f"<h3>{_inline(item.text)}</h3>"
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
    return f"<ol{_counting(entries[0][0].text)}>" + "".join(_numbered(item, bullets) for item, bullets in entries) + "</ol>"


def _counting(first: str) -> str:
    """How a list counts, by its first label: 1, 2, or a, b, or I, II; and where it starts."""
    match = NUMBERED.match(first)
    label = match[1] if match else "1"
    if label.isdigit():
        return f' start="{int(label)}"' if int(label) > 1 else ""
    kind = "I" if label.isupper() else "i" if set(label) <= set("ivx") else "a"
    return f' type="{kind}"'


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
