"""What waits for somebody: asked of every room, which answers from the queries of its own work lists.

Who may is asked of the permissions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import slugify

from portal.kit import clock
from portal.kit.db import first_of
from portal.kit.slots import SharedSlot

SHOWN = 12  # of everything on the overzicht, and so at most of one kind


@dataclass(frozen=True, kw_only=True)
class Task:
    """Something that asks something of somebody, what one does then and where, since when it waits and until when it can."""

    title: str
    url: str
    why: str
    act: str
    since: date | None = None
    until: date | None = None

    @property
    def is_late(self) -> bool:
        return self.until is not None and self.until < clock.today()

    @property
    def day(self) -> date | None:
        """The day that stands beside it: until when it can, or since when it waits."""
        return self.until or self.since

    @property
    def urgency(self) -> tuple[bool, date, date]:
        """The most urgent sorts first: what is late, then what ends first, then what waits longest."""
        return not self.is_late, self.until or date.max, self.since or date.max


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One kind of thing that waits: its first rows, the most urgent first; how many there are; and where all of them stand.

    `kind` is what they are called, in the plural and without a capital.
    """

    kind: str
    rows: tuple[Task, ...]
    total: int
    more_url: str

    @property
    def code(self) -> str:
        return slugify(self.kind)


# `most` is how many rows of one kind are wanted.
WAITING: SharedSlot[[Any, int], Iterable[Waiting]] = SharedSlot(
    "what waits for this person, with so many rows of a kind", __name__
)


def waiting(kind: str, rows: Any, task: Callable[[Any], Task], most: int, *, more_url: str = "") -> Waiting:
    """What a queryset says that waits, in its own order. Without a work list of its own all of it stands on the overzicht.

    One query.
    """
    found, total = first_of(rows, most)
    return Waiting(kind=kind, rows=tuple(task(row) for row in found), total=total, more_url=more_url or own_list(kind))


def counted(kind: str, tasks: list[Task], most: int, *, more_url: str = "") -> Waiting:
    """The same of what was read already."""
    return Waiting(kind=kind, rows=tuple(tasks[:most]), total=len(tasks), more_url=more_url or own_list(kind))


def own_list(kind: str) -> str:
    """Where the overzicht shows all of one kind."""
    return f"{reverse('overzicht')}?soort={slugify(kind)}"


def read(user: Any, most: int = SHOWN) -> list[Waiting]:
    """Every kind of which something waits for this person."""
    return [each for answer in WAITING.ask(user, most) for each in answer if each.total]
