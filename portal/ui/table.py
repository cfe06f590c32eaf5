"""Rows as a table: status, title, who, what comes next and when, a number, and the chain; in groups, sorted as the address asks.

A room makes a `Line` of each of its things; `{% table %}` draws them, and says nothing of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from portal.kit.states import Tone
from portal.ui.address_choice import AddressChoice
from portal.ui.chains import Chain, Place


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row: what it says in each column, with at most one soft line under it.

    number: what stands behind it, and the word for it; `number_of` says what it counts where another page says it too.
    is_due: whether its day is one by which something has to be done, so that it can be late.
    places: where it is now, where that is another thing: it stands in place of what comes next.
    quote: the beginning of what was said of it last.
    who_lacks, next_lacks: whether what stands there is that something is missing.
    """

    url: str
    title: str
    status: str
    tone: Tone
    chain: Chain | None = None
    under: str = ""
    status_note: str = ""
    who: str = ""
    who_note: str = ""
    who_lacks: bool = False
    next: str = ""
    next_note: str = ""
    next_lacks: bool = False
    places: tuple[Place, ...] = ()
    quote: str = ""
    day: date | None = None
    is_due: bool = False
    number: int | None = None
    unit: str = ""
    number_of: tuple[Any, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Group:
    """Rows under one heading, with how many there are in all: on this page can stand fewer. What is not open is folded."""

    lines: list[Line]
    title: str = ""
    note: str = ""
    number: int = 0
    number_of: str = ""
    at: str = ""
    is_open: bool = True


@dataclass(frozen=True, kw_only=True)
class Head:
    """The head of a column, and where it leads to sort by it. `sorted` is what `aria-sort` says."""

    name: str
    label: str
    url: str = ""
    sorted: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    label: str
    heads: list[Head]
    groups: list[Group]
    total: int | None = None


COLUMNS = ("status", "title", "who", "next", "number", "chain")


def heads(labels: Iterable[str], choice: AddressChoice, sorts: dict[str, str], first: str) -> list[Head]:
    """The heads of the six columns. `sorts` says by which word of the address each sorts; `first` is how they stand unasked."""
    asked = str(getattr(choice, "op", "")) or first
    made = []
    for name, label in zip(COLUMNS, labels, strict=True):
        key = sorts.get(name, "")
        way = {key: "ascending", f"-{key}": "descending"}.get(asked, "") if key else ""
        turned = f"-{key}" if way == "ascending" else key
        made.append(Head(name=name, label=label, url=f"?{choice.address(op=turned)}" if key else "", sorted=way))
    return made


def grouped(lines: Iterable[tuple[Any, Line]], group: Callable[[Any, list[Line]], Group]) -> list[Group]:
    """Rows that stand together by what each belongs to, each lot as the group that is made of it."""
    lots = groupby(lines, key=lambda pair: pair[0])
    return [group(key, [line for _, line in lot]) for key, lot in lots]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a status bar: how many there are of one kind, and where those are."""

    label: str
    number: int
    tone: Tone
    number_of: str
    url: str
