"""Charts as SVG with a name and a description; the numbers stand in a table beside them."""

from __future__ import annotations

from statistics import median
from typing import Any

from django import template

from portal.ui.charts import Bar, Figure, Point, Tile

register = template.Library()

WIDE, TALL = 320, 120  # px of a drawing
SIDE, SPACE, NAME = 58, 5, 16


@register.inclusion_tag("ui/bars.html")
def bars(figure: Figure, base: str, has_own: bool = False) -> dict[str, Any]:
    """A table with a bar in each row, the reader's own part darker; its labels lead to the rows at `base`."""
    lines = [{"bar": bar, "width": 100 * bar.number / figure.most, "own": 100 * bar.own / figure.most} for bar in figure.bars]
    return {"figure": figure, "lines": lines, "base": base, "has_own": has_own}


@register.inclusion_tag("ui/bar_numbers.html")
def bar_numbers(bar: Bar, figure: Figure, base: str, has_own: bool = False) -> dict[str, Any]:
    """The cells of a bar in a table: how many, marked with where those are, and how many of them are the reader's own."""
    at = f"{base}?{bar.address}" if base and bar.address else ""
    return {"bar": bar, "has_own": has_own, "of": bar.address if at else f"{figure.of}:{bar.label}", "at": at}


@register.inclusion_tag("ui/columns.html")
def columns(figure: Figure, base: str, has_own: bool = False) -> dict[str, Any]:
    """A column for each line, in time."""
    step = WIDE / max(len(figure.bars), 1)
    posts = [
        {
            "x": place * step + step * 0.15,
            "width": step * 0.7,
            "height": TALL * bar.number / figure.most,
            "y": TALL - TALL * bar.number / figure.most,
            "own": TALL * bar.own / figure.most,
            "own_y": TALL - TALL * bar.own / figure.most,
        }
        for place, bar in enumerate(figure.bars)
    ]
    return {"figure": figure, "posts": posts, "width": WIDE, "height": TALL, "base": base, "has_own": has_own}


@register.inclusion_tag("ui/tile_map.html")
def tile_map(tiles: list[Tile], title: str) -> dict[str, Any]:
    """The regions as tiles, split where a region has more houses: the shade says how many, and so does the number."""
    drawn = []
    for tile in tiles:
        x, y, wide = (tile.column - 1) * (SIDE + SPACE), (tile.row - 1) * (SIDE + SPACE), SIDE / len(tile.parts)
        parts = [
            {
                "x": x + place * wide,
                "width": wide - (1 if len(tile.parts) > 1 else 0),
                "part": part,
                "middle": x + place * wide + wide / 2,
            }
            for place, part in enumerate(tile.parts)
        ]
        drawn.append(
            {
                "tile": tile,
                "parts": parts,
                "middle": x + SIDE / 2,
                "text_y": y + NAME - 4,
                "shade_y": y + NAME,
                "number_y": y + NAME + 26,
            }
        )
    wide = max((tile.column for tile in tiles), default=1) * (SIDE + SPACE)
    tall = max((tile.row for tile in tiles), default=1) * (SIDE + SPACE)
    return {"drawn": drawn, "title": title, "width": wide, "height": tall, "shade": SIDE - NAME, "tiles": tiles}


@register.filter
def abbreviated(name: str) -> str:
    """A region's name as it fits on a tile: the first letters of its words, or the first four of the one it has."""
    words = [word for word in name.replace("-", " ").split() if word.lower() not in ("en", "de")]
    return "".join(word[0] for word in words) if len(words) > 1 else name[:4]


FIELD, EDGE = 300, 34  # px


@register.inclusion_tag("ui/field_chart.html")
def field_chart(points: list[Point], across: str, up: str) -> dict[str, Any]:
    """Points by two scores from 1 to 5; those on one place stand beside each other."""
    drawn: list[dict[str, Any]] = []
    taken: dict[tuple[float, float], int] = {}
    for point in points:
        place = (point.across, point.up)
        taken[place] = taken.get(place, -1) + 1
        x = EDGE + (point.across - 0.5) * FIELD / 5 + taken[place] * 16
        drawn.append({"point": point, "x": x, "y": FIELD - (point.up - 0.5) * FIELD / 5})
    steps = [{"x": EDGE + (step - 0.5) * FIELD / 5, "y": FIELD - (step - 0.5) * FIELD / 5, "step": step} for step in range(1, 6)]
    return {
        "drawn": drawn,
        "steps": steps,
        "across": across,
        "up": up,
        "field": FIELD,
        "edge": EDGE,
        "width": FIELD + EDGE,
        "height": FIELD + EDGE,
        "middle": EDGE + FIELD // 2,
    }


SPREAD_STEP, SPREAD_EDGE, SPREAD_GROUND = 29, 12, 28  # px
SPREAD_DOT, SPREAD_HIGH = 6, 4  # px from dot to dot, and how many stand on each other


@register.inclusion_tag("ui/spread.html")
def spread(counts: list[int], words: str) -> dict[str, Any]:
    """Who gave which score from 1 to 5: a dot for each, and a line at the middle."""
    steps = [SPREAD_EDGE + place * SPREAD_STEP for place in range(len(counts))]
    dots = []
    for x, count in zip(steps, counts, strict=True):
        columns = -(-count // SPREAD_HIGH)
        for number in range(count):
            column, up = divmod(number, SPREAD_HIGH)
            across = x + (column - (columns - 1) / 2) * SPREAD_DOT
            dots.append({"x": across, "y": SPREAD_GROUND - SPREAD_DOT * up})
    scores = [place for place, count in enumerate(counts) for _ in range(count)]
    middle = SPREAD_EDGE + median(scores) * SPREAD_STEP if scores else None
    return {
        "words": words,
        "steps": steps,
        "dots": dots,
        "middle": middle,
        "ground": SPREAD_GROUND,
        "left": steps[0],
        "right": steps[-1],
        "width": steps[-1] + SPREAD_EDGE,
        "height": SPREAD_GROUND + 6,
    }


FLOW_WIDE, FLOW_TALL, FLOW_EDGE = 640, 200, 34  # px


@register.inclusion_tag("ui/flow_chart.html")
def flow_chart(months: list[Any], lists: list[Any]) -> dict[str, Any]:
    """How many stood on each list, month by month, one band on another: the last of the lists lies at the bottom."""
    totals = [sum(month.counts.values()) for month in months]
    most = max(totals, default=0) or 1
    step = (FLOW_WIDE - FLOW_EDGE) / max(len(months) - 1, 1)
    floor = [0] * len(months)
    bands: list[dict[str, Any]] = []
    for which in reversed(lists):
        roof = [below + month.counts[which] for below, month in zip(floor, months, strict=True)]
        edge = [*enumerate(roof), *reversed([*enumerate(floor)])]
        points = " ".join(f"{FLOW_EDGE + x * step:.0f},{FLOW_TALL - 180 * number / most:.0f}" for x, number in edge)
        bands.append({"label": str(which.label).capitalize(), "points": points, "now": months[-1].counts[which] if months else 0})
        floor = roof
    ticks = [{"x": round(FLOW_EDGE + place * step), "label": month.label} for place, month in enumerate(months) if place % 6 == 5]
    said = ", ".join(f"{band['label'].lower()} {band['now']}" for band in bands)
    words = f"Acties per lijst over {len(months)} maanden. Nu: {said}."
    return {
        "bands": bands,
        "ticks": ticks,
        "words": words,
        "width": FLOW_WIDE,
        "height": FLOW_TALL + 20,
        "tall": FLOW_TALL,
        "edge": FLOW_EDGE,
        "most": most,
    }
