"""A part of all knelpunten, as an address asks for it: what the knelpuntenlijst shows and the radar counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Q

from knelpunten.enums import KnelpuntKind, KnelpuntState
from knelpunten.models import Knelpunt
from portal.kit import clock
from portal.network.models import Domain, House, Region, Theme
from portal.ui.address_choice import AddressChoice, Select
from portal.ui.finding import Question

FIRST_YEAR = 2013  # the first edition of the Landelijk Kader
# What a list can be sorted by, and the orders that are offered by name.
SORTS = {"stand": "state", "knelpunt": "title", "huis": "house__name", "sinds": "state_since", "huizen": "breadth"}
SORT_LABELS = {
    "": "nieuwste eerst",
    "-huizen": "meeste huizen erachter",
    "-sinds": "laatst iets veranderd",
    "sinds": "langst niets veranderd",
    "huis": "huis",
}


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months, as "2026-3"."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def read(cls, text: str) -> Quarter | None:
        year, _, number = text.partition("-")
        if not (year.isdecimal() and len(year) == 4 and number in ("1", "2", "3", "4")):
            return None
        return cls(int(year), int(number)) if int(year) >= FIRST_YEAR else None

    @property
    def begins(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def next(self) -> Quarter:
        return self.plus(1)

    def plus(self, count: int) -> Quarter:
        place = self.year * 4 + self.number - 1 + count
        return Quarter(place // 4, place % 4 + 1)

    @property
    def words(self) -> str:
        return f"{self.year}, kwartaal {self.number}"

    @property
    def short(self) -> str:
        return f"{self.year}-{self.number}"


@dataclass(frozen=True, kw_only=True)
class Choice(AddressChoice):
    """The part of all knelpunten that an address asks for."""

    q: str = ""
    thema: str = ""
    soort: str = ""
    stand: str = ""
    domein: str = ""
    regio: str = ""
    huis: str = ""
    vanaf: str = ""
    tot: str = ""
    op: str = ""

    NAMES: ClassVar[dict[str, str]] = {
        "q": "zoekvraag",
        "thema": "thema",
        "soort": "ligt in",
        "stand": "stand",
        "domein": "domein",
        "regio": "regio",
        "huis": "huis",
        "vanaf": "vanaf",
        "tot": "tot en met",
        "op": "volgorde",
    }

    @classmethod
    def knows(cls, name: str, value: str) -> bool:
        if name == "op":
            return not value or value.lstrip("-") in SORTS
        if name in ("soort", "stand"):
            return value in (KnelpuntKind if name == "soort" else KnelpuntState).values
        return name not in ("vanaf", "tot") or Quarter.read(value) is not None

    def rows(self, user: Any) -> Any:
        """These knelpunten, as far as this reader may see them. Drafts are no part of it."""
        chosen = Knelpunt.objects.visible_to(user).filter(Q(submitted_at__isnull=False))
        for name, condition in self._conditions():
            chosen = chosen.filter(condition) if getattr(self, name) else chosen
        if self.domein:
            through = Knelpunt.domains.through.objects.filter(domain__slug=self.domein)
            chosen = chosen.filter(pk__in=through.values("knelpunt"))
        return chosen

    def _conditions(self) -> list[tuple[str, Q]]:
        since, until = Quarter.read(self.vanaf), Quarter.read(self.tot)
        none = self.thema == "geen"
        return [
            ("q", Q(found_by=self.query)),
            ("thema", Q(theme__isnull=True) if none else Q(theme__slug=self.thema)),
            ("soort", Q(kind=self.soort)),
            ("stand", Q(state=self.stand)),
            ("regio", Q(house__region__slug=self.regio)),
            ("huis", Q(house__slug=self.huis)),
            ("vanaf", Q(submitted_at__date__gte=since.begins) if since else Q()),
            ("tot", Q(submitted_at__date__lt=until.next.begins) if until else Q()),
        ]

    @property
    def query(self) -> SearchQuery:
        return Question(q=self.q).query

    def listed(self, user: Any) -> Any:
        """The same for a list, with their breadth: as is asked, or what fits the question best first, or the newest."""
        rows = self.rows(user).for_rows().with_breadth()
        if self.op:
            column = F(SORTS[self.op.lstrip("-")])
            return rows.order_by(column.desc(nulls_last=True) if self.op[0] == "-" else column.asc(nulls_last=True), "-pk")
        if self.q:
            return rows.annotate(likeness=SearchRank(F("found_by"), self.query)).order_by("-likeness", "-pk")
        return rows.order_by("-submitted_at", "-pk")


def selects(choice: Choice, *, but: tuple[str, ...] = ()) -> list[Select]:
    """What can be chosen, with what is chosen now. Four queries."""
    today = Quarter.of(clock.today())
    quarters = [(quarter.short, quarter.words) for quarter in (today.plus(-back) for back in range(16))]
    options: dict[str, list[tuple[str, str]]] = {
        "thema": [*Theme.objects.values_list("slug", "title"), ("geen", "nog geen thema")],
        "soort": [(str(kind.value), str(kind.label)) for kind in KnelpuntKind],
        "stand": [(str(state.value), str(state.label)) for state in KnelpuntState if state != KnelpuntState.CONCEPT],
        "domein": list(Domain.objects.values_list("slug", "name")),
        "regio": list(Region.objects.values_list("slug", "name")),
        "huis": list(House.objects.values_list("slug", "name")),
        "vanaf": quarters,
        "tot": quarters,
        "op": list(SORT_LABELS.items()),
    }
    return [
        Select(name, Choice.NAMES[name].capitalize(), listed, getattr(choice, name))
        for name, listed in options.items()
        if name not in but
    ]
