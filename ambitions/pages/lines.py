"""What the pages of the Samenwerkingsagenda show, read in a constant number of queries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model
from django.urls import reverse
from django.utils import timezone

from agenda.lists.models import Action
from agenda.ratification.models import Agreement
from ambitions.domain.reports import blockers_for_reporting
from ambitions.enums import LineStatus, Permission, Scope
from ambitions.models import (
    ActionLine,
    AmbitionText,
    Explanation,
    LineAnswer,
    LineKnelpunt,
    LineText,
    NationalReport,
    PlanYear,
    RegionalPlan,
)
from ambitions.queries.grid import OF_CODE, cells_of, counted, is_filled, running_year
from knelpunten.enums import SHARED_STATES, KnelpuntState
from knelpunten.models import Knelpunt
from portal.documents.queries.citations import seek
from portal.documents.queries.resting import Resting
from portal.kit import clock, opaque
from portal.network.models import Ambition, House


@dataclass(frozen=True, kw_only=True)
class LineRow:
    """A line on a page of ambitions: how it stands, in words, and for regional lines how many houses say what."""

    line: ActionLine
    year: PlanYear | None
    counts: Counter[LineStatus]
    report: NationalReport | None

    @property
    def figure(self) -> list[tuple[str, str, int]]:
        """(code, words, number) for each status that somebody gave, in the order of the legend."""
        return [(status.value, str(status.label), self.counts[status]) for status in LineStatus if self.counts[status]]


@dataclass(frozen=True, kw_only=True)
class AmbitionPage:
    ambition: Ambition
    text: AmbitionText | None
    earlier: list[AmbitionText]
    national: list[LineRow]
    regional: list[LineRow]
    actions: list[Action]
    agreements: list[Agreement]
    knelpunten: list[tuple[Knelpunt, list[ActionLine]]]
    year: PlanYear | None


def rows_of(lines: list[ActionLine], user: Any) -> tuple[PlanYear | None, list[LineRow]]:
    """Each line with what was said of it last. Five queries."""
    year = running_year()
    regional = [line for line in lines if line.scope == Scope.REGIONAAL]
    cells = cells_of(regional, [year] if year else [], of_all=reads_all(user))
    counts = {line: counted(said) for line, said in cells[year.year].items()} if year else {}
    reports = {
        each.line_id: each
        for each in NationalReport.objects.filter(line__in=lines).order_by("line_id", "-year", "-half", "-pk").distinct("line_id")
    }
    return year, [
        LineRow(line=line, year=year, counts=counts.get(line.pk, Counter()), report=reports.get(line.pk)) for line in lines
    ]


def overview(user: Any) -> dict[str, Any]:
    """The five ambitions with their lines. Six queries."""
    lines = list(ActionLine.objects.visible_to(user).not_over().select_related("ambition", "owner"))
    year, rows = rows_of(lines, user)
    texts = {each.ambition_id: _standing(each) for each in AmbitionText.objects.order_by("ambition", "number")}
    ambitions = [
        {
            "ambition": ambition,
            "text": texts.get(ambition.pk),
            "rows": [row for row in rows if row.line.ambition_id == ambition.pk],
        }
        for ambition in Ambition.objects.all()
    ]
    return {"ambitions": ambitions, "year": year, "has_examples": any(line.is_example for line in lines)}


def ambition_page(ambition: Ambition, user: Any) -> AmbitionPage:
    """An ambition with its text, lines, actions and agreements."""
    texts = list(ambition.texts.order_by("-number"))
    lines = list(ActionLine.objects.visible_to(user).filter(ambition=ambition).select_related("owner"))
    year, rows = rows_of(lines, user)
    agreements = _agreed_about(user, Ambition, [ambition.pk])
    on_lines = _agreed_about(user, ActionLine, [line.pk for line in lines])
    return AmbitionPage(
        ambition=ambition,
        text=_standing(texts[0]) if texts else None,
        earlier=texts[1:],
        national=[row for row in rows if row.line.scope == Scope.LANDELIJK],
        regional=[row for row in rows if row.line.scope == Scope.REGIONAAL],
        actions=list(Action.objects.visible_to(user).filter(serves__ambition=ambition).order_by("title")),
        agreements=list((agreements | on_lines).distinct().order_by("title")),
        knelpunten=_taken_up(Knelpunt.objects.visible_to(user).filter(ambition=ambition, state__in=SHARED_STATES), lines),
        year=year,
    )


def _standing(text: AmbitionText) -> AmbitionText | None:
    """Nothing, where the text was taken offline. One in which personal data was found stands, without its words."""
    return None if text.objective == "" else text


def _agreed_about(user: Any, model: type[Model], keys: list[int]) -> Any:
    """The agreements this reader sees that refer to one of these."""
    kind = ContentType.objects.get_for_model(model)
    return Agreement.objects.visible_to(user).filter(references__subject_type=kind, references__subject_id__in=keys)


def _taken_up(knelpunten: Any, lines: list[ActionLine]) -> list[tuple[Knelpunt, list[ActionLine]]]:
    """Each knelpunt with the lines that take it up. Two queries."""
    by_key = {line.pk: line for line in lines}
    found: dict[int, list[ActionLine]] = defaultdict(list)
    for key, line in LineKnelpunt.objects.standing().filter(line__in=lines).values_list("knelpunt", "line"):
        found[key].append(by_key[line])
    return [(each, found[each.pk]) for each in knelpunten.order_by("-state_since", "-pk")]


def resting_on(sections: list[int], user: Any) -> Iterable[tuple[int, Resting]]:
    """The lines and ambitions whose text names these sections. Three queries."""
    sought = seek(sections)
    lines = ActionLine.objects.visible_to(user).not_over()
    words = LineText.objects.filter(line__in=lines, number=F("line__version"), text__contains="Kader")
    for text in words.select_related("line__ambition"):
        line = text.line
        for section in sought.named_in(text.text or "", timezone.localdate(text.written_at)):
            yield section, Resting(line.title, line.get_absolute_url(), f"actielijn van ambitie {line.ambition.number}")
    newest = AmbitionText.objects.order_by("ambition_id", "-number").distinct("ambition_id")
    for said in newest.select_related("ambition"):
        blocks = [*(said.expectations or []), *(said.background or [])]
        day = timezone.localdate(said.written_at)
        for section in sought.named_in(said.objective or "", day) | sought.led_to(blocks):
            yield section, Resting(str(said.ambition), reverse("ambitions:ambition", args=[said.ambition.slug]), "ambitie")


@dataclass(frozen=True, kw_only=True)
class HouseSays:
    """How a line stands at one house, as it is counted: by its plan, or by what it explained since."""

    house: House
    status: LineStatus
    is_about_old_text: bool
    answer: LineAnswer | None
    explanation: Explanation | None

    @property
    def address(self) -> str:
        if self.explanation or not self.answer:
            return self.explanation.get_absolute_url() if self.explanation else ""
        return f"{self.answer.plan.get_absolute_url()}#lijn-{opaque.of(self.answer.line)}"


@dataclass(frozen=True, kw_only=True)
class LinePage:
    line: ActionLine
    texts: list[LineText]
    years: list[tuple[int, Counter[LineStatus]]]
    shown: int  # the year of which the houses are listed
    houses: list[HouseSays]
    explanations: list[Explanation]
    reports: list[NationalReport]
    agreements: list[Agreement]
    knelpunten: list[Knelpunt]
    waiting: list[Knelpunt]
    may_keep: bool
    may_report: bool
    may_explain: bool
    is_member: bool


def line_page(line: ActionLine, user: Any) -> LinePage:
    """A line with what the houses this reader sees say of it, over the years."""
    cells = cells_of([line], list(PlanYear.objects.all()), of_all=reads_all(user))
    said = {year: found[line.pk] for year, found in cells.items() if line.pk in found}
    begun = [year for year in said if year <= clock.today().year]
    shown = max(begun, default=min(said, default=0))
    explanations = list(
        Explanation.objects.visible_to(user).filter(line=line, ended_at__isnull=True).select_related("house", "line")
    )
    may = (lambda permission: user.may(permission, line)) if user.is_authenticated else (lambda permission: False)
    return LinePage(
        line=line,
        texts=list(line.texts.order_by("-number")),
        years=sorted(((year, counted(codes)) for year, codes in said.items()), reverse=True),  # type: ignore[attr-defined]
        shown=shown,
        houses=_houses_saying(line, shown, said.get(shown, {}), explanations, user),
        explanations=explanations,
        reports=list(line.reports.order_by("-year", "-half", "-pk")),  # type: ignore[attr-defined]
        agreements=list(_agreed_about(user, ActionLine, [line.pk]).order_by("title")),
        knelpunten=list(
            Knelpunt.objects.visible_to(user)
            .filter(pk__in=LineKnelpunt.objects.standing().filter(line=line).values("knelpunt"))
            .order_by("title")
        ),
        waiting=list(_waiting(line, user)) if may(Permission.KEEP) else [],
        may_keep=may(Permission.KEEP),
        may_report=may(Permission.REPORT_LINE) and not blockers_for_reporting(line=line),
        may_explain=may(Permission.EXPLAIN),
        is_member=may(Permission.READ),
    )


def reads_all(user: Any) -> bool:
    """Whether somebody reads the plans of all houses, and not only what is public."""
    return bool(user.is_authenticated and user.may(Permission.READ))


def _houses_saying(
    line: ActionLine, year: int, codes: Mapping[int, str], explanations: list[Explanation], user: Any
) -> list[HouseSays]:
    """A row for each house that is counted in that year, with its plan and what it explained since. One query."""
    plans = RegionalPlan.objects.visible_to(user).filter(plan_year__year=year)
    answers = LineAnswer.objects.filter(line=line, plan__in=plans, is_carried=False).shared().newest()
    planned = {each.plan.house_id: each for each in answers.select_related("plan__house", "plan__plan_year")}
    explained = {each.house_id: each for each in explanations}
    rows = [
        HouseSays(
            house=(planned[house].plan if house in planned else explained[house]).house,
            status=OF_CODE[code[:1]],
            is_about_old_text=not is_filled(code),
            answer=planned.get(house),
            explanation=explained.get(house) if OF_CODE[code[:1]] == LineStatus.NIET_HAALBAAR else None,
        )
        for house, code in codes.items()
    ]
    return sorted(rows, key=lambda row: row.house.sort_key)


def _waiting(line: ActionLine, user: Any) -> Any:
    """What went to the Samenwerkingsagenda with this ambition, and no line that still runs takes up."""
    rows = Knelpunt.objects.visible_to(user).filter(ambition=line.ambition, state=KnelpuntState.NAAR_SAMENWERKINGSAGENDA)
    running = LineKnelpunt.objects.standing().filter(line__in=ActionLine.objects.not_over())
    return rows.exclude(pk__in=running.values("knelpunt")).order_by("title")
