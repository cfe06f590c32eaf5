"""What charts are made of. They draw numbers that were counted elsewhere; the table beside a chart says the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

LEVELS = 4  # shades of a tile, from few to many


@dataclass(frozen=True)
class Bar:
    """One line of a figure: what it is, how many, how many of those are the reader's own, and where to see them."""

    label: str
    number: int
    own: int = 0
    address: str = ""
    short: str = ""


@dataclass(frozen=True)
class Figure:
    code: str
    title: str
    bars: list[Bar]
    note: str = ""
    of: str = ""  # what a bar counts that leads nowhere

    @property
    def most(self) -> int:
        return max((bar.number for bar in self.bars), default=0) or 1

    @property
    def words(self) -> str:
        """The figure in one sentence, for who does not see the drawing."""
        return ", ".join(f"{bar.label}: {bar.number}" for bar in self.bars)


@dataclass(frozen=True)
class Part:
    """A house on the map."""

    name: str
    number: int
    address: str
    level: int


@dataclass(frozen=True)
class Tile:
    """A region on the map, with a part for each of its houses. `column` and `row` count from 1."""

    name: str
    column: int
    row: int
    parts: tuple[Part, ...]

    @property
    def number(self) -> int:
        return sum(part.number for part in self.parts)

    @staticmethod
    def of_houses(houses: list[tuple[Any, int, str]]) -> list[Tile]:
        """Tiles for (house, number, address), in the order in which they come."""
        most = max((number for _, number, _ in houses), default=0) or 1
        regions: dict[Any, list[Part]] = {}
        for house, number, address in houses:
            level = -(-LEVELS * number // most)  # rounded up: whatever is there has a shade
            regions.setdefault(house.region, []).append(Part(house.name, number, address, level))
        return [Tile(region.name, region.column, region.row, tuple(parts)) for region, parts in regions.items()]


@dataclass(frozen=True)
class Point:
    """Something on a field of 1 to 5 by 1 to 5."""

    mark: str
    label: str
    across: float
    up: float
    url: str
