"""Where the nodes and ties of a web are drawn: columns of boxes of one size, with lines between them. Measures in px."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten, wrap

from portal.chain.provenance import MOST, Key, Node, Web

BOX_WIDE, BOX_TALL, GAP_WIDE, GAP_TALL, HEAD = 184, 68, 24, 12, 30
LETTERS = 26  # that fit on a line of a box


@dataclass(frozen=True, kw_only=True)
class Box:
    node: Node
    x: int
    y: int
    title: list[str]  # at most two lines
    note: str
    is_asked: bool


@dataclass(frozen=True)
class Tie:
    path: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    heads: list[tuple[int, str]]
    boxes: list[Box]
    ties: list[Tie]
    more: list[tuple[int, int, int]]
    width: int
    height: int


def draw(web: Web, asked: Key) -> Picture:
    """The columns that hold something, from left to right; each box knows where it is."""
    shown = [(name, nodes) for name, nodes in web.columns() if nodes]
    places: dict[Key, tuple[int, int]] = {}
    boxes, more, heads = [], [], []
    tallest = max((min(len(nodes), MOST) for _, nodes in shown), default=1)
    for column, (name, nodes) in enumerate(shown):
        x = column * (BOX_WIDE + GAP_WIDE)
        heads.append((x, name))
        for row, node in enumerate(nodes[:MOST]):
            y = HEAD + row * (BOX_TALL + GAP_TALL)
            places[node.key] = (x, y)
            boxes.append(
                Box(
                    node=node,
                    x=x,
                    y=y,
                    title=_two_lines(node.title),
                    note=shorten(node.note, LETTERS + 2, placeholder="…"),
                    is_asked=node.key == asked,
                )
            )
        if len(nodes) > MOST:
            more.append((x, HEAD + MOST * (BOX_TALL + GAP_TALL) + 8, len(nodes) - MOST))
    ties = [_tie(places[left], places[right]) for left, right in web.ties if left in places and right in places]
    wide = len(shown) * (BOX_WIDE + GAP_WIDE) - GAP_WIDE
    return Picture(
        heads=heads,
        boxes=boxes,
        ties=ties,
        more=more,
        width=max(wide, BOX_WIDE),
        height=HEAD + tallest * (BOX_TALL + GAP_TALL) + (20 if more else 0),
    )


def _two_lines(text: str) -> list[str]:
    return wrap(text, LETTERS, max_lines=2, placeholder="…")


def _tie(one: tuple[int, int], other: tuple[int, int]) -> Tie:
    """A curve from the right side of the left box to the left side of the right one."""
    (x1, y1), (x2, y2) = sorted([one, other])
    start, end, middle = x1 + BOX_WIDE, x2, BOX_TALL // 2
    bend = (start + end) // 2
    return Tie(f"M{start},{y1 + middle} C{bend},{y1 + middle} {bend},{y2 + middle} {end},{y2 + middle}")
