"""How the lines stand at the houses: the grid of a year, counted by line, and compared with how it was."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from ambitions.enums import LineStatus
from ambitions.models import ActionLine, Explanation, Finding, Freeze, LineAnswer, PlanYear, RegionalPlan
from portal.kit import clock, opaque
from portal.network.enums import BodyKind
from portal.network.models import Body, House

# A cell is a letter, followed by OLD where the answer is about an earlier text of the line.
CODES = {
    LineStatus.GEREALISEERD: "g",
    LineStatus.OP_KOERS: "k",
    LineStatus.LOOPT_ACHTER: "a",
    LineStatus.NIET_GESTART: "n",
    LineStatus.NIET_HAALBAAR: "h",
}
OF_CODE = {code: status for status, code in CODES.items()}
OLD = "o"
HOUSE = "Zorg- en Veiligheidshuis "  # said once over the column, not in each row
Cells = dict[int, dict[int, str]]


def status_of(code: str) -> LineStatus | None:
    """What a cell says; nothing where a house said nothing."""
    return OF_CODE.get(code[:1])


def is_filled(code: str) -> bool:
    """Whether a cell is about the line as it reads now."""
    return not code.endswith(OLD)


@dataclass(frozen=True)
class GridLine:
    """A column: the line, its ambition's number, and its own number in this grid."""

    pk: int
    ambition: int
    title: str
    number: int = 0

    @property
    def word(self) -> str:
        """What names the line in a page, and tells nothing."""
        return opaque.write(opaque.kind_of(ActionLine), self.pk)


@dataclass(frozen=True, kw_only=True)
class Grid:
    """All lines at all houses. `cells[line][house]` is a code; a house that said nothing is not in it.

    `changed[line, house]` is the code of before, where one stood elsewhere.
    """

    year: int
    lines: list[GridLine]
    houses: list[tuple[int, str]]
    cells: Cells
    ambitions: dict[int, str] = field(default_factory=dict)
    changed: dict[tuple[int, int], str] = field(default_factory=dict)
    slugs: dict[int, str] = field(default_factory=dict)  # of houses whose page can be opened
    kept: str = ""  # what names the state that was kept; nothing for how it is now

    def counts(self, line: int) -> Counter[LineStatus | None]:
        """How many houses say what of a line; None for who said nothing."""
        said: Counter[LineStatus | None] = Counter(counted(self.cells.get(line, {})))
        said[None] = len(self.houses) - said.total()
        return said

    def filled(self, line: int) -> int:
        """How many houses answered about the line as it reads now (*ingevuld*)."""
        return sum(map(is_filled, self.cells.get(line, {}).values()))

    def filled_at(self, house: int) -> int:
        """About how many lines a house answered as they read now."""
        return sum(is_filled(row[house]) for row in self.cells.values() if house in row)

    def met(self, line: int) -> int:
        """At how many houses the line counts as realised (*voldoet*)."""
        return self.counts(line)[LineStatus.GEREALISEERD]


def year_of_today(years: list[PlanYear]) -> PlanYear | None:
    """Of years with the newest first: the one that runs, or the nearest."""
    begun = [each for each in years if each.year <= clock.today().year]
    return begun[0] if begun else years[-1] if years else None


def running_year() -> PlanYear | None:
    """The year that runs, of those for which plans are asked."""
    return year_of_today(list(PlanYear.objects.order_by("-year")))


def grid_of(plan_year: PlanYear, ambition: int | None = None) -> Grid:
    """How every regional line of a year stands, as the network reads it. Four queries, whatever there is."""
    every = list(ActionLine.objects.of_houses().in_year(plan_year.year).select_related("ambition"))
    rows = [line for line in every if line.ambition.number == ambition] if ambition else every
    asked, day = list(_with_bureau().order_by("sort_key")), _last_day(plan_year)
    houses = [house for house in asked if _is_there(house, day)]
    return Grid(
        year=plan_year.year,
        lines=[GridLine(line.pk, line.ambition.number, line.title, number) for number, line in enumerate(rows, 1)],
        houses=[(house.pk, house.name.removeprefix(HOUSE)) for house in houses],
        cells=cells_of(rows, [plan_year], at_hand=asked)[plan_year.year],
        ambitions={line.ambition.number: line.ambition.name for line in every},
        slugs={house.pk: house.slug for house in houses},
    )


def houses_on(day: date) -> Any:
    """The houses that are asked for a plan: those of that day, with a bureau."""
    return _with_bureau().valid_on(day)


def _with_bureau() -> Any:
    bureau = Body.objects.filter(house=OuterRef("pk"), kind=BodyKind.REGIONAAL_BUREAU)
    return House.objects.filter(Exists(bureau))


def _is_there(house: House, day: date) -> bool:
    return house.from_date <= day and (house.until_date is None or house.until_date >= day)


def _last_day(plan_year: PlanYear) -> date:
    """The last day of that year that has come: its houses are counted."""
    return min(clock.today(), date(plan_year.year, 12, 31))


def cells_of(
    lines: list[ActionLine],
    years: list[PlanYear],
    *,
    of_all: bool = True,
    house: House | None = None,
    at_hand: Iterable[House] | None = None,
) -> dict[int, Cells]:
    """
    What each house says of these lines in each of these years: the one reading from which every number of lines is counted.

    What a house explained since goes before its plan in the year that runs; in a year that has
    not begun only plans say something. Of a house that is no more nothing is counted. With
    `of_all` as the network reads it, without as everybody does: from plans that are public.
    Of one house, or of all; of those at hand where they were read. Three queries at most.
    """
    found: dict[int, Cells] = {year.year: defaultdict(dict) for year in years}
    if not lines or not years:
        return found
    counted = {year.year: _last_day(year) for year in years}
    asked = _with_bureau().filter(pk=house.pk) if house else _with_bureau()
    houses = {each.pk: each for each in (asked if at_hand is None else at_hand)}
    this_year = clock.today().year
    versions = {line.pk: line.version for line in lines}
    said = [
        *_answers(lines, years, houses, of_all=of_all),
        *(_explained(lines, this_year, houses) if of_all and this_year in found else []),
    ]
    for year, line, place, status, number in said:
        if _is_there(houses[place], counted[year]):
            is_old = year >= this_year and number != versions[line]
            found[year][line][place] = CODES[LineStatus(status)] + (OLD if is_old else "")
    return found


Said = tuple[int, int, int, str, int]  # year, line, house, status, and the number of the text it is about


def _answers(lines: list[ActionLine], years: list[PlanYear], houses: Iterable[int], *, of_all: bool) -> Iterable[Said]:
    plans = RegionalPlan.objects.all() if of_all else RegionalPlan.objects.public()
    plans = plans.filter(plan_year__in=years, house__in=houses)
    answers = LineAnswer.objects.filter(plan__in=plans.values("pk"), line__in=lines, is_carried=False).shared().newest()
    found: Iterable[Said] = answers.values_list("plan__plan_year__year", "line_id", "plan__house_id", "status", "line_number")
    return found


def _explained(lines: list[ActionLine], year: int, houses: Iterable[int]) -> Iterable[Said]:
    rows = Explanation.objects.standing(clock.today()).filter(line__in=lines, house__in=houses).select_related("line")
    return [
        (year, each.line_id, each.house_id, LineStatus.NIET_HAALBAAR, each.line_number)
        for each in rows
        if each.line.runs_in(year)
    ]


def counted(cells: Mapping[int, str]) -> Counter[LineStatus]:
    """How many houses say what, of what the houses say of one line."""
    return Counter(OF_CODE[code[:1]] for code in cells.values())


def frozen(grid: Grid) -> dict[str, Any]:
    """A grid as a Freeze keeps it, with what nothing was found for yet."""
    return {
        "lines": [[line.pk, line.ambition, grid.ambitions[line.ambition], line.title] for line in grid.lines],
        "houses": [list(house) for house in grid.houses],
        "cells": {str(line): {str(house): code for house, code in row.items()} for line, row in grid.cells.items()},
        "unsolved": sorted(unsolved().values_list("pk", flat=True)),
    }


def thawed(freeze: Freeze) -> Grid:
    """The grid that was kept."""
    return Grid(
        year=freeze.plan_year.year,
        lines=[GridLine(pk, ambition, title, number) for number, (pk, ambition, _, title) in enumerate(freeze.lines, 1)],
        houses=[(pk, name) for pk, name in freeze.houses],
        cells={int(line): {int(house): code for house, code in row.items()} for line, row in freeze.cells.items()},
        ambitions={ambition: name for _, ambition, name, _ in freeze.lines},
        kept=opaque.of(freeze),
    )


def compared(now: Grid, before: Grid) -> Grid:
    """The grid of now with a mark at what stood elsewhere before; a line that was not there before has none."""
    known = {line.pk for line in before.lines}
    changed = {
        (line.pk, house): before.cells.get(line.pk, {}).get(house, "")
        for line in now.lines
        if line.pk in known
        for house, _ in now.houses
        if now.cells.get(line.pk, {}).get(house, "")[:1] != before.cells.get(line.pk, {}).get(house, "")[:1]
    }
    return replace(now, changed=changed)


Year = tuple[int, int]  # of the houses that say something of a line in a year: how many, and where it was realised


def over_years(grid: Grid) -> list[tuple[GridLine, list[tuple[int, Year | None]]]]:
    """Each line of the grid with, for every year there was a plan, what the network reads of it. Five queries."""
    cells = cells_of(list(ActionLine.objects.filter(pk__in=[line.pk for line in grid.lines])), list(PlanYear.objects.all()))
    years = sorted((year for year, found in cells.items() if found), reverse=True)
    return [(line, [(year, _answered(cells[year].get(line.pk))) for year in years]) for line in grid.lines]


def _answered(cells: Mapping[int, str] | None) -> Year | None:
    return (len(cells), counted(cells)[LineStatus.GEREALISEERD]) if cells else None


def unsolved() -> Any:
    """Explanations that hold today and for which nothing was found together yet."""
    found = Finding.objects.filter(explanation=OuterRef("pk"))
    return Explanation.objects.standing(clock.today()).filter(~Exists(found))


def stuck_in(freeze: Freeze, user: Any) -> Any:
    """The explanations for which nothing was found yet when the state was kept, as far as this reader sees them."""
    return Explanation.objects.visible_to(user).filter(pk__in=freeze.unsolved).select_related("house", "line")
