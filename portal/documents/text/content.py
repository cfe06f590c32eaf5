"""What a section is made of, as plain data: the one form that reading, comparing, searching, printing and exporting share.

A section's content is a list of blocks, each a dictionary with a `kind` and, once written, a lasting `anchor`:

- `paragraph`, `heading`: `text`
- `list`: `style` (bullet, decimal, alpha, Alpha, roman or Roman) and `items`, each
  with `text`, its own `items` (blocks) and an anchor
- `table`: `head` (a list of texts) and `rows` (lists of texts), perhaps a `caption`
- `quote`: `text`, `source`; `frame`: `title`, `blocks`; `figure`: `src`, `alt`, `caption`

A text is HTML of a few inline elements (see INLINE), cleaned by nh3; a footnote mark in it is `<sup>1</sup>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from html.parser import HTMLParser
from typing import Any

import nh3

Block = dict[str, Any]

INLINE = {"b", "strong", "i", "em", "sup", "sub", "a", "br"}
STRUCTURE = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "caption",
    "blockquote",
    "section",
    "img",
}
ATTRIBUTES = {"a": {"href"}, "ol": {"type", "start"}, "img": {"src", "alt"}}
STYLES = {"1": "decimal", "a": "alpha", "A": "Alpha", "i": "roman", "I": "Roman"}
TYPES = {style: mark for mark, style in STYLES.items()}
MARK = re.compile(r"<sup>(\w{1,4})</sup>")
TAG = re.compile(r"<[^>]+>")
SPACE = re.compile(r"[ \t\r\n\xa0]+")
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u200b-\u200f\u202a-\u202e\u2060\ufeff\ue000-\uf8ff]")


def clean(html: str) -> str:
    """Only the elements a section is made of; scripts, styles and everything else are gone."""
    allowed = INLINE | STRUCTURE
    return nh3.clean(
        UNSEEN.sub("", html), tags=allowed, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto"}, link_rel=None
    )


def clean_inline(html: str) -> str:
    """A text: inline elements only, on one line."""
    safe = nh3.clean(
        UNSEEN.sub("", html), tags=INLINE, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}, link_rel=None
    )
    return SPACE.sub(
        " ", safe.replace("<strong>", "<b>").replace("</strong>", "</b>").replace("<em>", "<i>").replace("</em>", "</i>")
    ).strip()


def plain(text: str) -> str:
    """The words of a text without its markup."""
    return SPACE.sub(" ", unescape(TAG.sub("", text.replace("<br>", " ")))).strip()


def from_html(html: str) -> list[Block]:
    """Blocks from any HTML: what is allowed is kept, what is unknown becomes its text.

    A table in a table becomes text in its cell.
    """
    reader = _Reader()
    reader.feed(clean(html))
    reader.close()
    return reader.finish()


class _Reader(HTMLParser):
    """Walks over cleaned HTML once. Inline elements are copied into the text that is being read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[Block] = []
        self.text: list[str] = []
        self.lists: list[Block] = []  # the lists that are open, outermost first
        self.table: Block | None = None
        self.table_depth = 0
        self.kind = "paragraph"
        self.is_head = False
        self.frame: Block | None = None
        self.outside: list[Block] = []  # what stood before the frame that is open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in INLINE:
            self.text.append(self.get_starttag_text() or "")
        elif tag == "table":
            self._open_table()
        elif tag == "section":
            self._open_frame()
        elif tag == "img":
            self._figure(dict(attrs))
        elif self.table is not None:
            self._in_table(tag)
        elif tag in ("ul", "ol"):
            self._open_list(tag, dict(attrs))
        elif tag == "li":
            self._end_text()
            self._items().append({"text": "", "items": []})
        elif tag in ("p", "blockquote") or tag.startswith("h"):
            self._end_text()
            kinds = {
                "p": self.kind if self.kind == "quote" else "paragraph",
                "blockquote": "quote",
                "h6": "title" if self.frame else "heading",
            }
            self.kind = kinds.get(tag, "heading")

    def handle_endtag(self, tag: str) -> None:
        if tag in INLINE:
            if tag != "br":
                self.text.append(f"</{tag}>")
        elif tag == "table":
            self._close_table()
        elif tag == "section":
            self._close_frame()
        elif self.table is not None:
            if tag in ("td", "th", "caption"):
                self._end_cell(tag)
        elif tag in ("ul", "ol"):
            self._end_text()
            if self.lists:
                self.lists.pop()
        elif tag in ("p", "li", "blockquote") or tag.startswith("h"):
            self._end_text()
            if tag != "p":
                self.kind = "paragraph"

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_entityref(self, name: str) -> None:
        self.text.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.text.append(f"&#{name};")

    def finish(self) -> list[Block]:
        self._close_frame()
        self._end_text()
        return [block for block in self.blocks if not _is_empty(block)]

    def _items(self) -> list[Block]:
        if not self.lists:
            self._open_list("ul", {})
        return self.lists[-1]["items"]

    def _open_list(self, tag: str, attrs: dict[str, str | None]) -> None:
        self._end_text()
        style = "bullet" if tag == "ul" else STYLES.get(attrs.get("type") or "1", "decimal")
        made: Block = {"kind": "list", "style": style, "items": []}
        if (attrs.get("start") or "1").isdigit() and int(attrs.get("start") or 1) > 1:
            made["start"] = int(attrs["start"] or 1)
        if self.lists and self.lists[-1]["items"]:
            self.lists[-1]["items"][-1]["items"].append(made)
        else:
            self.blocks.append(made)
        self.lists.append(made)

    def _end_text(self) -> None:
        text = clean_inline("".join(self.text))
        self.text = []
        if not plain(text):
            return
        if self.lists and self.lists[-1]["items"]:
            item = self.lists[-1]["items"][-1]
            item["text"] = f"{item['text']} {text}".strip()
        elif self.kind == "title" and self.frame is not None:
            self.frame["title"] = text
        else:
            self.blocks.append({"kind": self.kind, "text": text})

    def _open_frame(self) -> None:
        """What follows stands in a frame, until it is closed; a frame in a frame is part of it."""
        self._end_text()
        if self.frame is None:
            self.frame = {"kind": "frame", "title": "", "blocks": []}
            self.outside, self.blocks = self.blocks, []

    def _close_frame(self) -> None:
        self._end_text()
        if self.frame is not None:
            frame, self.frame = {**self.frame, "blocks": self.blocks}, None
            self.blocks = [*self.outside, frame]
            self.lists = []

    def _figure(self, attrs: dict[str, str | None]) -> None:
        """An image. Words for who does not see it may still have to be written; in a table or a list it has no place."""
        if attrs.get("src") and self.table is None and not self.lists:
            self._end_text()
            self.blocks.append({"kind": "figure", "src": attrs["src"], "alt": attrs.get("alt") or ""})

    def _open_table(self) -> None:
        self.table_depth += 1
        if self.table_depth == 1:
            self._end_text()
            self.lists = []
            self.table = {"kind": "table", "head": [], "rows": []}

    def _in_table(self, tag: str) -> None:
        if self.table is None or self.table_depth > 1:
            self.text.append(" ")
        elif tag == "tr":
            self.table["rows"].append([])
            self.is_head = False
        elif tag == "th":
            self.is_head = True
        else:
            self.text.append(" ")

    def _end_cell(self, tag: str) -> None:
        if self.table is None or self.table_depth > 1:
            self.text.append(" ")
            return
        text, self.text = clean_inline("".join(self.text)), []
        if tag == "caption":
            self.table["caption"] = text
            return
        if not self.table["rows"]:
            self.table["rows"].append([])
        self.table["rows"][-1].append(text)

    def _close_table(self) -> None:
        self.table_depth = max(0, self.table_depth - 1)
        if self.table_depth or self.table is None:
            return
        rows = [row for row in self.table["rows"] if any(row)]
        width = max((len(row) for row in rows), default=0)
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
        if rows:
            self.blocks.append({**self.table, "head": rows[0], "rows": rows[1:]})
        self.table = None


def _is_empty(block: Block) -> bool:
    return block["kind"] == "list" and not block["items"]


def texts(blocks: list[Block]) -> Iterator[str]:
    """Every text in these blocks, in reading order."""
    for block in blocks:
        for name in ("title", "caption", "text", "source", "alt"):
            if block.get(name):
                yield block[name]
        yield from block.get("head", [])
        for row in block.get("rows", []):
            yield from row
        for item in block.get("items", []):
            yield item["text"]
            yield from texts(item["items"])
        yield from texts(block.get("blocks", []))


def figures(blocks: list[Block]) -> Iterator[Block]:
    """Every figure in these blocks."""
    for block in blocks:
        if block["kind"] == "figure":
            yield block
        yield from figures(block.get("blocks", []))


def as_text(blocks: list[Block]) -> str:
    """All words, a line for each text."""
    return "\n".join(line for text in texts(blocks) if (line := plain(text)))


def as_html(blocks: list[Block]) -> str:
    """Plain HTML of blocks, as an editor edits it."""
    return "".join(_as_html(block) for block in blocks)


def _as_html(block: Block) -> str:
    kind = block["kind"]
    if kind == "list":
        tag = "ul" if block["style"] == "bullet" else "ol"
        items = "".join(f"<li>{item['text']}{as_html(item['items'])}</li>" for item in block["items"])
        counting = f' type="{TYPES[block["style"]]}"' if block["style"] in TYPES and block["style"] != "decimal" else ""
        counting += f' start="{int(block["start"])}"' if block.get("start") else ""
        return f"<{tag}{counting}>{items}</{tag}>"
    if kind == "figure":
        said = ": ".join(each for each in (block["alt"], plain(block.get("caption", ""))) if each)
        return f"<p>[Afbeelding: {escape(said, quote=False)}]</p>"
    tag = {"heading": "h3", "quote": "blockquote"}.get(kind, "p")
    return f"<{tag}>{block.get('text', '')}</{tag}>"
