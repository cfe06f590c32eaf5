"""Who is asked again: a house whose plan is not submitted as its last day comes near, an owner as the half-year ends."""

from __future__ import annotations

from django.db import transaction

from ambitions.domain.lines import PLANS
from ambitions.enums import WRITABLE_STATES, Permission, Scope
from ambitions.models import ActionLine, NationalReport, PlanYear, RegionalPlan
from ambitions.queries.grid import houses_on
from ambitions.queries.halves import half_of_today, last_day_of
from portal.accounts.models import User
from portal.kit import clock
from portal.network.models import Seat
from portal.network.queries.staff import staff_of
from portal.notify.domain import notifications
from portal.notify.enums import About

BEFORE_DUE = (3, 14, 30)  # days before the last day of the plans
BEFORE_END = 14  # days before the half-year ends


@transaction.atomic
def remind() -> int:
    """Mail those who still owe something, once for each occasion. For the daily job. Returns how many mails were made."""
    return _plans() + _reports()


def _plans() -> int:
    """A day without a job is made up for the day after; nobody gets two mails on one day."""
    made = 0
    for year in PlanYear.objects.filter(due_date__gte=clock.today()).order_by("year"):
        left = (year.due_date - clock.today()).days
        due = [days for days in BEFORE_DUE if left <= days]
        if due:
            users = staff_of(*_silent_houses(year))
            occasion = f"plan-due:{year}:{due[0]}"
            made += len(notifications.tell(users=users, occasion=occasion, path=PLANS, about=About.JAARPLAN))
    return made


def _silent_houses(year: PlanYear) -> list[int]:
    given = RegionalPlan.objects.filter(plan_year=year).exclude(state__in=WRITABLE_STATES)
    return list(houses_on(clock.today()).exclude(pk__in=given.values("house")).values_list("pk", flat=True))


def _reports() -> int:
    year, half = half_of_today()
    if (last_day_of(year, half) - clock.today()).days > BEFORE_END:
        return 0
    told = NationalReport.objects.filter(year=year, half=half).values("line")
    lines = ActionLine.objects.in_year(year).filter(scope=Scope.LANDELIJK).exclude(pk__in=told)
    made = 0
    for line in lines.select_related("owner").order_by("pk"):
        occasion = f"line-report:{line.pk}:{year}-{half}"
        users, path = _speakers(line), line.get_absolute_url()
        made += len(notifications.tell(users=users, occasion=occasion, path=path, about=About.ACTIELIJN))
    return made


def _speakers(line: ActionLine) -> list[User]:
    """Who may report on it today."""
    seats = Seat.objects.valid_on(clock.today()).filter(membership__organisation=line.owner)
    people = User.objects.filter(seats__in=seats, is_active=True).distinct().order_by("pk")
    return [user for user in people if user.may(Permission.REPORT_LINE, line)]
