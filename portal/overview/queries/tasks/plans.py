"""What the Samenwerkingsagenda asks: of a house its plan, of an owner how a national line stands."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from ambitions.domain.reports import half_of_today
from ambitions.enums import PlanState
from ambitions.models import ActionLine, NationalReport, PlanYear, RegionalPlan
from portal.overview.queries.tasks.task import Task


def for_plan(seat: Any, user: Any) -> list[Task]:
    """The plan of the newest year: to begin, to submit, or to answer questions about."""
    own = RegionalPlan.objects.filter(house=seat.house_id, plan_year=OuterRef("pk"))
    rows: Any = PlanYear.objects.annotate(plan=Subquery(own.values("pk")[:1]), state=Subquery(own.values("state")[:1]))
    asks: dict[str | None, str] = {
        None: "Uw huis heeft nog geen plan voor dit jaar.",
        **{state.value: state.row.asks for state in PlanState},
    }
    return [
        Task(
            f"Jaarplan {year}",
            reverse("ambitions:plan", args=[year.plan]) if year.plan else reverse("ambitions:plans"),
            asks[year.state],
            year.due_date,
        )
        for year in rows.order_by("-year")[:1]
        if asks[year.state]
    ]


def to_report(seat: Any, user: Any) -> list[Task]:
    """National lines of the organisation of this seat without a report on this half-year."""
    year, half = half_of_today()
    told = NationalReport.objects.filter(year=year, half=half).values("line")
    lines = ActionLine.objects.visible_to(user).in_year(year).filter(owner=seat.membership.organisation_id).exclude(pk__in=told)
    why = f"Uw organisatie is eigenaar. Er is nog geen bericht over de {'eerste' if half == 1 else 'tweede'} helft van {year}."
    return [Task(line.title, reverse("ambitions:report_line", args=[line.pk]), why) for line in lines]
