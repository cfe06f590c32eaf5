"""How the lines stand at the houses: the grid of a year, counted by line, and compared with how it was."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from ambitions.enums import LineStatus, PlanState
from ambitions.models import ActionLine, Explanation, Finding, Freeze, LineAnswer, PlanYear, RegionalPlan
from portal.kit import clock
from portal.network.enums import BodyKind
from portal.network.models import Body, House

# A cell is a letter, followed by OLD where the answer is about an earlier text of the line.
CODES = {
    LineStatus.GEREALISEERD: "g", LineStatus.OP_KOERS: "k", LineStatus.LOOPT_ACHTER: "a", LineStatus.NIET_GESTART: "n", LineStatus.NIET_HAALBAAR: "h",
}  # fmt: skip
OF_CODE = {code: status for status, code in CODES.items()}
OLD = "o"
HOUSE = "Zorg- en Veiligheidshuis "  # said once over the column, not in each row
Cells = dict[int, dict[int, str]]


def status_of(code: str) -> LineStatus | None:
    """What a cell says; nothing where a house said nothing."""
    return OF_CODE.get(code[:1])


@dataclass(frozen=True)
class GridLine:
    """A column: the line, its ambition's number, and its own number in this grid."""

    pk: int
    ambition: int
    title: str
    number: int = 0


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

    def counts(self, line: int) -> Counter[LineStatus | None]:
        """How many houses say what of a line; None for who said nothing."""
        letters = Counter(code[:1] for code in self.cells.get(line, {}).values())
        said: Counter[LineStatus | None] = Counter({OF_CODE[letter]: number for letter, number in letters.items()})
        said[None] = len(self.houses) - letters.total()
        return said

    def filled(self, line: int) -> int:
        """How many houses answered about the line as it reads now (*ingevuld*)."""
        return sum(not code.endswith(OLD) for code in self.cells.get(line, {}).values())

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
    """How every regional line of a year stands, as the network reads it. What was explained since counts in a year that is not over. Four queries."""
    lines = ActionLine.objects.of_houses().in_year(plan_year.year).select_related("ambition")
    every = list(lines)
    rows = [line for line in every if line.ambition.number == ambition] if ambition else every
    is_running = plan_year.year >= clock.today().year
    said = _answers(plan_year, {line.pk: line.version for line in rows}, marks_old=is_running)
    if is_running:
        said |= _explained()
    houses = _houses(plan_year)
    return Grid(
        year=plan_year.year,
        lines=[GridLine(line.pk, line.ambition.number, line.title, number) for number, line in enumerate(rows, 1)],
        houses=[(pk, name.removeprefix(HOUSE)) for pk, name, _ in houses],
        cells=_cells(said, {line.pk for line in rows}, {pk for pk, *_ in houses}),
        ambitions={line.ambition.number: line.ambition.name for line in every},
        slugs={pk: slug for pk, _, slug in houses},
    )


def houses_on(day: date) -> Any:
    """The houses that are asked for a plan: those of that day, with a bureau."""
    with_bureau = Body.objects.filter(house=OuterRef("pk"), kind=BodyKind.REGIONAAL_BUREAU)
    return House.objects.valid_on(day).filter(Exists(with_bureau))


def _houses(plan_year: PlanYear) -> list[tuple[int, str, str]]:
    """The houses with a bureau on the last day of that year that has come: key, name and slug."""
    rows = houses_on(min(clock.today(), date(plan_year.year, 12, 31))).order_by("sort_key")
    return list(rows.values_list("pk", "name", "slug"))


def _answers(plan_year: PlanYear, versions: dict[int, int], *, marks_old: bool) -> dict[tuple[int, int], str]:
    """The code of what each house said in its plan, by line and house."""
    answers = LineAnswer.objects.filter(plan__plan_year=plan_year, is_carried=False).shared().newest()
    rows = answers.values_list("line_id", "plan__house_id", "status", "line_number")
    return {
        (line, house): CODES[LineStatus(status)] + (OLD if marks_old and number != versions.get(line) else "")
        for line, house, status, number in rows
    }


def _explained() -> dict[tuple[int, int], str]:
    """What was shared since the plan goes before what the plan said."""
    rows = Explanation.objects.standing(clock.today()).values_list("line_id", "house_id")
    return dict.fromkeys(rows, CODES[LineStatus.NIET_HAALBAAR])


def _cells(said: dict[tuple[int, int], str], lines: set[int], houses: set[int]) -> Cells:
    """Only of lines and houses that are in the grid: one that is no more has no row, and is not counted."""
    cells: Cells = defaultdict(dict)
    for (line, house), code in said.items():
        if line in lines and house in houses:
            cells[line][house] = code
    return cells


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


Year = tuple[int, int]  # of the houses that answered a line in a year: how many, and where it was realised


def over_years(grid: Grid) -> list[tuple[GridLine, list[tuple[int, Year | None]]]]:
    """Each line of the grid with, for every year there was a plan, what the network read of it. One query."""
    last = LineAnswer.objects.filter(line__in=[line.pk for line in grid.lines], is_carried=False).shared().newest()
    rows = LineAnswer.objects.filter(pk__in=last.values("pk")).order_by()
    met = Count("pk", filter=Q(status=LineStatus.GEREALISEERD))
    counted = rows.values_list("line_id", "plan__plan_year__year").annotate(filled=Count("pk"), met=met)
    found = {(line, year): (filled, realised) for line, year, filled, realised in counted}
    years = sorted({year for _, year in found}, reverse=True)
    return [(line, [(year, found.get((line.pk, year))) for year in years]) for line in grid.lines]


def unsolved() -> Any:
    """Explanations that hold today and for which nothing was found together yet."""
    found = Finding.objects.filter(explanation=OuterRef("pk"))
    return Explanation.objects.standing(clock.today()).filter(~Exists(found))


def stuck_in(freeze: Freeze, user: Any) -> Any:
    """The explanations for which nothing was found yet when the state was kept, as far as this reader sees them."""
    return Explanation.objects.visible_to(user).filter(pk__in=freeze.unsolved).select_related("house", "line")


def counts_of(lines: list[ActionLine], plan_year: PlanYear | None, user: Any) -> dict[int, Counter[LineStatus]]:
    """How many houses say what of these lines in that year, of the plans that this reader sees. One query, or none where no year is open."""
    found: dict[int, Counter[LineStatus]] = {line.pk: Counter() for line in lines}
    if plan_year is None or not lines:
        return found
    plans = RegionalPlan.objects.visible_to(user).filter(plan_year=plan_year).exclude(state=PlanState.CONCEPT)
    answers = LineAnswer.objects.filter(plan__in=plans, line__in=lines, is_carried=False).shared().newest()
    for line, status in answers.values_list("line_id", "status"):
        found[line][LineStatus(status)] += 1
    return found
