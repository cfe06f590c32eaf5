"""How something stands in the chain: its six stations, always the same, where it is now, the last answer, and its story.

What they say is read by `portal.chain`, which answers the slots below: nobody else says where something stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.urls import reverse

from portal.kit.addresses import address_of
from portal.kit.slots import Slot

STATIONS = ("Knelpunt", "Actie", "Besluit", "Afspraak", "Uitvoering", "Antwoord")
DEFAULT_WORDS = {"reached": "bereikt", "present": "hier zijn we nu", "ahead": "nog niet", "skipped": "n.v.t."}


class Link(NamedTuple):
    """Where a station leads: a named address and the key it takes. The address is made when it is shown."""

    label: str
    view: str
    pk: int | None = None
    fragment: str = ""

    @property
    def url(self) -> str:
        return (reverse(self.view) if self.pk is None else address_of(self.view, self.pk)) + self.fragment


@dataclass(frozen=True)
class Station:
    """One station.

    `state` is reached, present, ahead or skipped (n.v.t.); `note` says what is there, where that is more than its state.
    """

    name: str
    state: str
    date: date | None = None
    links: tuple[Link, ...] = ()
    note: str = ""

    @property
    def words(self) -> str:
        return self.note or DEFAULT_WORDS[self.state]


@dataclass(frozen=True)
class Chain:
    """Where something stands. `branch` says where it went when it left the line."""

    stations: tuple[Station, ...]
    branch: str = ""
    summary: str = ""

    def links(self, name: str) -> tuple[Link, ...]:
        return next(station.links for station in self.stations if station.name == name)


@dataclass(kw_only=True)
class Draft:
    """What is known of the stations: their dates, links and notes, those that do not
    apply, and the one where it really stands."""

    reached: dict[str, date] = field(default_factory=dict)
    links: dict[str, list[Link]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    present: str = ""
    branch: str = ""
    awaited: set[str] = field(default_factory=set)  # still to come, though it left the line

    def stands_at(self, name: str, note: str, since: date | None = None) -> None:
        self.present = name
        self.notes[name] = note
        if since:
            self.reached[name] = since

    def state_of(self, name: str) -> str:
        if name == self.present:
            return "present"
        if name in self.reached:
            return "reached"
        if name in self.skipped or (self.branch and name not in self.awaited):
            return "skipped"
        return "ahead"

    def build(self) -> Chain:
        stations = tuple(
            Station(name, self.state_of(name), self.reached.get(name), tuple(self.links.get(name, [])), self.notes.get(name, ""))
            for name in STATIONS
        )
        return Chain(stations, self.branch, self._summary())

    def _summary(self) -> str:
        """The chain in one sentence, for who does not see the drawing."""
        if not self.present:
            return self.branch or "Alle stappen zijn gezet"
        note = self.notes.get(self.present, "")
        now = f"Nu bij: {self.present.lower()}{f', {note}' if note else ''}"
        return f"{self.branch}. {now}" if self.branch else now


class Place(NamedTuple):
    """Where something is now: in words, since when, and the thing that has it, where that is another."""

    words: str
    since: date
    link: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """One part of a story. `text` is what was written with it; `by` who did it, `of` the other thing that it happened to."""

    head: str
    at: datetime
    by: str = ""
    text: str | None = None
    is_removed: bool = False
    links: tuple[Link, ...] = ()
    of: str = ""
    is_answer: bool = False  # it tells those who brought it in what came of it

    @property
    def words(self) -> str:
        """What it says, for who reads one line of it."""
        return self.text or f"{self.head}."


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a knelpunt stands: its stations, where it is, what was said last to who
    brought it in, and all that happened, newest first."""

    chain: Chain
    places: tuple[Place, ...]
    answer: Told | None
    story: tuple[Told, ...]


READER: Slot[[list[Any], Any], dict[int, Chain]] = Slot("how the chain of these things stands for this reader", __name__)
STANDINGS: Slot[[list[Any], Any], dict[int, Standing]] = Slot(
    "how these knelpunten stand, with their story, for this reader", __name__
)


def read(objects: Iterable[Any], user: Any) -> dict[int, Chain]:
    """The chain of each object by primary key, all at once: a constant number of queries."""
    return READER.ask(list(objects), user)


def standings(knelpunten: Iterable[Any], user: Any) -> dict[int, Standing]:
    """How each of these knelpunten stands, by primary key, all at once: a constant number of queries."""
    return STANDINGS.ask(list(knelpunten), user)
