"""Lasting names for what stands inside a section: each text, item, table and
footnote keeps its anchor as long as it is recognisably the same."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from portal.documents.text import content

ALIKE = 0.6  # a text that keeps so much of itself is the same text, edited
CODES = {
    "paragraph": "al",
    "heading": "kop",
    "list": "lijst",
    "table": "tabel",
    "quote": "citaat",
    "frame": "kader",
    "figure": "figuur",
    "item": "lid",
}


def name_all(blocks: list[content.Block], *, section: str, before: list[content.Block]) -> None:
    """Give every block and item an anchor: that of the text it was before, else the next free one of its kind.

    Anchors that the source gives are kept. Writes into `blocks`.
    """
    old = [(kind, _words(block), block["anchor"]) for kind, block in _named(before) if block.get("anchor")]
    new = list(_named(blocks))
    taken = {block["anchor"] for _, block in new if block.get("anchor")}
    for kind, block in new:
        if not block.get("anchor"):
            known = _known(kind, _words(block), [each for each in old if each[2] not in taken])
            if known:
                block["anchor"] = known
                taken.add(known)
    ever = taken | {anchor for _, _, anchor in old}
    for kind, block in new:
        if not block.get("anchor"):
            block["anchor"] = next(name for name in _names(section, kind) if name not in ever)
            ever.add(block["anchor"])


def count_as_before(blocks: list[content.Block], before: list[content.Block]) -> None:
    """Let a numbered list that is still there count as it did (a, b; from 4): the editor can only say that it is numbered."""
    were = {block["anchor"]: block for kind, block in _named(before) if kind == "list" and block.get("anchor")}
    for kind, block in _named(blocks):
        was = were.get(block["anchor"]) if kind == "list" else None
        if was and was["style"] != "bullet" and block["style"] == "decimal" and "start" not in block:
            block |= {name: was[name] for name in ("style", "start") if name in was}


def _named(blocks: list[content.Block]) -> Iterator[tuple[str, content.Block]]:
    for block in blocks:
        yield block["kind"], block
        for item in block.get("items", []):
            yield "item", item
            yield from _named(item["items"])
        yield from _named(block.get("blocks", []))


def _words(block: content.Block) -> str:
    if "items" in block and "kind" not in block:
        return content.plain(block["text"])
    return content.as_text([block])


def _known(kind: str, words: str, old: list[tuple[str, str, str]]) -> str | None:
    same_kind = [(text, anchor) for each, text, anchor in old if each == kind]
    exact = next((anchor for text, anchor in same_kind if text == words), None)
    if exact or not same_kind:
        return exact
    score, anchor = max((_likeness(text, words), anchor) for text, anchor in same_kind)
    return anchor if score >= ALIKE else None


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


def _names(section: str, kind: str) -> Iterator[str]:
    number = 1
    while True:
        yield f"{section[:60]}-{CODES[kind]}-{number}"
        number += 1
