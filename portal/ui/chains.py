"""The chain as it is drawn: six stations, always the same. What they say is read by `portal.chain`, which registers here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse

from portal.kit.addresses import address_of
from portal.kit.slots import Slot

STATIONS = ("Knelpunt", "Actie", "Besluit", "Afspraak", "Uitvoering", "Antwoord")


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
    """One station. `state` is reached, present, ahead or skipped (n.v.t.)."""

    name: str
    state: str
    date: date | None = None
    links: tuple[Link, ...] = ()

    @property
    def words(self) -> str:
        return {"reached": "bereikt", "present": "hier zijn we nu", "ahead": "nog niet", "skipped": "n.v.t."}[self.state]


@dataclass(frozen=True)
class Chain:
    """Where something stands. `branch` says where it went when it left the line."""

    stations: tuple[Station, ...]
    branch: str = ""
    summary: str = ""

    def links(self, name: str) -> tuple[Link, ...]:
        return next(station.links for station in self.stations if station.name == name)


@dataclass
class Draft:
    """What is known of the stations: their dates and links, and those that do not apply."""

    reached: dict[str, date] = field(default_factory=dict)
    links: dict[str, list[Link]] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    branch: str = ""
    awaited: set[str] = field(default_factory=set)  # still to come, though it left the line

    def build(self) -> Chain:
        """The first station that is neither reached nor skipped is the present one; what left the line has nothing ahead of it but what is awaited."""
        stations, is_present_given = [], False
        for name in STATIONS:
            if name in self.reached:
                state = "reached"
            elif name in self.skipped or self.branch and name not in self.awaited:
                state = "skipped"
            else:
                state = "ahead" if is_present_given else "present"
                is_present_given = True
            stations.append(Station(name, state, self.reached.get(name), tuple(self.links.get(name, []))))
        return Chain(tuple(stations), self.branch, _summary(stations, self.branch))


def _summary(stations: list[Station], branch: str) -> str:
    """The chain in one sentence, for who does not see the drawing."""
    if branch:
        return branch
    present = next((station.name for station in stations if station.state == "present"), None)
    return f"Nu bij: {present.lower()}" if present else "Alle stappen zijn gezet"


READER: Slot[[list[Any], Any], dict[int, Chain]] = Slot("how the chain of these things stands for this reader", __name__)


def read(objects: Iterable[Any], user: Any) -> dict[int, Chain]:
    """The chain of each object by primary key, all at once: a constant number of queries."""
    return READER.ask(list(objects), user)
