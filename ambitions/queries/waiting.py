"""What the Samenwerkingsagenda asks: of a house its plan, of an owner how a national
line stands, of the landelijk bureau an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, F, OuterRef
from django.urls import reverse

from ambitions.enums import WRITABLE_STATES, Permission, PlanState, Scope
from ambitions.models import ActionLine, Explanation, LineAnswer, NationalReport, PlanYear, RegionalPlan
from ambitions.queries.halves import half_of_today, last_day_of
from portal.kit import clock
from portal.network.queries.seats import seats_with
from portal.ui.waiting import Task, Waiting, counted, waiting


def waits_for(user: Any, most: int) -> Iterator[Waiting]:
    """Of each kind that this person may do something about."""
    if houses := _houses(user, Permission.DRAFT_PLAN):
        yield counted("jaarplannen", _plans(user, houses), most)
    if houses := _houses(user, Permission.SUBMIT_PLAN):
        yield waiting("gewijzigde lijnen in uw jaarplan", _asked_again(user, houses), _changed, most)
    if seats := seats_with(user, Permission.REPORT_LINE):
        organisations = {key for seat in seats if (key := seat.membership.organisation_id)}
        yield waiting("landelijke lijnen zonder bericht", _unreported(user, organisations), _to_report, most)
    if user.may(Permission.ANSWER_EXPLANATION):
        yield waiting("toelichtingen zonder antwoord", _unanswered(user), _to_answer, most)


def _houses(user: Any, permission: Permission) -> list[int]:
    return [seat.house_id for seat in seats_with(user, permission) if seat.house_id]


# By where the plan of a house stands, which may be nowhere yet.
ASKS: dict[str | None, str] = {
    None: "Uw huis heeft nog geen plan voor dit jaar.",
    **{state.value: state.row.asks for state in PlanState if state.row.asks},
}


def _plans(user: Any, houses: list[int]) -> list[Task]:
    """Of each house the plan of this year and of those to come: to begin, to submit, or to answer questions about.

    Two queries.
    """
    years = list(PlanYear.objects.filter(year__gte=clock.today().year).order_by("due_date", "year"))
    own = RegionalPlan.objects.visible_to(user).filter(house__in=houses, plan_year__in=years)
    plans = {(plan.plan_year_id, plan.house_id): plan for plan in own}
    found = [(year, plans.get((year.pk, house))) for year in years for house in houses]
    return [_plan(year, plan) for year, plan in found if (plan.state if plan else None) in ASKS]


def _plan(year: Any, plan: RegionalPlan | None) -> Task:
    url = plan.get_absolute_url() if plan else f"{reverse('ambitions:plans')}?jaar={year}"
    why = ASKS[plan.state if plan else None]
    return Task(title=f"Jaarplan {year}", url=url, why=why, act="Werk aan het plan", until=year.due_date)


def _asked_again(user: Any, houses: list[int]) -> Any:
    """In plans that were submitted: the newest answers about a text that the line no longer has."""
    later = LineAnswer.objects.filter(plan=OuterRef("plan"), line=OuterRef("line"), pk__gt=OuterRef("pk"))
    plans = RegionalPlan.objects.visible_to(user).filter(house__in=houses, plan_year__year__gte=clock.today().year)
    rows = LineAnswer.objects.filter(~Exists(later), line_number__lt=F("line__version"), line__in=ActionLine.objects.not_over())
    rows = rows.filter(plan__in=plans.exclude(state__in=WRITABLE_STATES).values("pk"))
    return rows.select_related("line", "plan__plan_year").order_by("plan__plan_year__year", "pk")


def _changed(row: Any) -> Task:
    why = f"De tekst van deze lijn is gewijzigd na uw antwoord in het jaarplan {row.plan.plan_year}. Geldt het nog?"
    url = reverse("ambitions:answer", args=[row.plan_id, row.line_id])
    return Task(title=row.line.title, url=url, why=why, act="Antwoord opnieuw", since=clock.date_of(row.given_at))


def _unreported(user: Any, organisations: set[int]) -> Any:
    """National lines of these owners without a report on this half-year."""
    year, half = half_of_today()
    told = NationalReport.objects.filter(year=year, half=half).values("line")
    lines = ActionLine.objects.visible_to(user).in_year(year).filter(scope=Scope.LANDELIJK, owner__in=organisations)
    return lines.exclude(pk__in=told).order_by("ambition__number", "pk")


def _to_report(row: Any) -> Task:
    year, half = half_of_today()
    which = "eerste" if half == 1 else "tweede"
    why = f"Uw organisatie is eigenaar. Er is nog geen bericht over de {which} helft van {year}."
    return Task(
        title=row.title,
        url=reverse("ambitions:report_line", args=[row.pk]),
        why=why,
        act="Schrijf een bericht",
        until=last_day_of(year, half),
    )


def _unanswered(user: Any) -> Any:
    """Explanations that hold, of which nobody wrote what was found together and that became no knelpunt."""
    rows = Explanation.objects.visible_to(user).standing(clock.today()).filter(findings__isnull=True, became__isnull=True)
    return rows.select_related("house", "line").order_by("shared_at", "pk")


def _to_answer(row: Any) -> Task:
    why = f"{row.house} zegt dat deze lijn niet haalbaar is. Wat is er samen gevonden?"
    return Task(
        title=row.line.title, url=row.get_absolute_url(), why=why, act="Schrijf het antwoord", since=clock.date_of(row.shared_at)
    )
