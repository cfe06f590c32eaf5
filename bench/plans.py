"""Ten years of plans: sixty regional lines, every house, an answer on each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db import connection, transaction

LINES, YEARS, LOT = 60, 10, 5000


def fill(database: str) -> None:
    """Lines by their verb, plans and answers in bulk; the database checks at commit that
    each plan stands where its last step went."""
    from ambitions.enums import LineStatus
    from ambitions.models import ActionLine, LineAnswer, PlanStep, PlanYear, RegionalPlan
    from portal.kit import clock
    from portal.network.models import House, Seat

    connection.close()
    connection.settings_dict["NAME"] = database
    by = Seat.objects.with_places().get(user__email="bureau@demo.example.nl", membership__body__slug="landelijk-bureau").actor
    _draw(by, clock.today().year - YEARS)
    lines, statuses, now = list(ActionLine.objects.of_houses()), list(LineStatus), clock.now()
    for year in range(clock.today().year - YEARS + 1, clock.today().year + 1):
        with transaction.atomic():
            of = PlanYear.objects.filter(year=year).first() or PlanYear.objects.write(
                year=year, due_date=clock.today(), opened_at=now, by=by
            )
            houses = House.objects.exclude(plans__plan_year=of)
            plans = RegionalPlan.objects.bulk_create(
                [
                    RegionalPlan(key=uuid4(), house=house, plan_year=of, state="ingediend", state_since=now, submitted_at=now)
                    for house in houses
                ]
            )
            for start, to in ((None, "concept"), ("concept", "ingediend")):
                PlanStep.objects.write_all(
                    [{"plan": plan, "from_state": start, "to_state": to, "taken_at": now - timedelta(days=1)} for plan in plans],
                    by=by,
                )
            rows = [
                {
                    "plan": plan,
                    "line": line,
                    "line_number": line.version,
                    "status": statuses[(place + plan.pk) % 5],
                    "planned": "Dat doen wij dit jaar.",
                    "explanation": "",
                    "given_at": now - timedelta(days=1),
                }
                for plan in RegionalPlan.objects.filter(plan_year=of)
                for place, line in enumerate(lines)
            ]
            for lot in range(0, len(rows), LOT):
                LineAnswer.objects.write_all(rows[lot : lot + LOT], by=by)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    connection.close()


def _draw(by: object, since: int) -> None:
    from ambitions.domain import lines
    from ambitions.enums import Scope
    from ambitions.models import ActionLine
    from portal.kit import clock
    from portal.network.models import Ambition

    ambitions = list(Ambition.objects.all())
    for number in range(LINES - ActionLine.objects.of_houses().count()):
        lines.draw(
            key=uuid4(),
            ambition=ambitions[number % len(ambitions)],
            scope=Scope.REGIONAAL,
            owner=None,
            from_year=clock.today().year,
            title=f"Lijn {number} van de bench",
            text="Zo doen wij het.",
            realised_when="Elk huis werkt zo.",
            by=by,  # type: ignore[arg-type]
        )
    ActionLine.objects.of_houses().update(from_year=since)


def monitor_rows(user: Any, path: str) -> list[Any]:
    """The rows of the monitor of a year, as tuples of the columns it shows."""
    from ambitions.models import ActionLine, Explanation, Freeze, LineAnswer, PlanYear
    from portal.kit import clock
    from portal.network.models import House

    year = clock.today().year
    lines = ActionLine.objects.of_houses().in_year(year)
    return [
        PlanYear.objects.values_list("pk", "year"),
        Freeze.objects.values_list("pk", "plan_year__year", "frozen_at"),
        lines.values_list("pk", "title", "version", "ambition__number", "ambition__name"),
        House.objects.valid_on(clock.today()).values_list("pk", "name"),
        LineAnswer.objects.filter(plan__plan_year__year=year, is_carried=False)
        .shared()
        .newest()
        .values_list("line_id", "plan__house_id", "status", "line_number"),
        Explanation.objects.standing(clock.today()).values_list("line_id", "house_id"),
    ]
