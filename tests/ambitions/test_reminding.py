"""Who owes a plan or a report is asked again as the day comes near, and never twice for one occasion."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ambitions.domain import reminders, reports
from ambitions.enums import LineStatus, PlanState, Scope
from portal.kit import clock
from portal.notify.enums import About
from portal.notify.models import Notification
from tests import factories as make

pytestmark = pytest.mark.django_db


def _mailed(about: About) -> int:
    return Notification.objects.filter(about=about).count()


def test_a_house_without_a_plan_hears_a_month_two_weeks_and_three_days_before() -> None:
    make.manager()
    make.plan_year(2027)  # its last day is in sixty days
    start, found = clock.now(), []
    before = _mailed(About.JAARPLAN)
    for day in range(1, 70):
        with clock.at(start + timedelta(days=day)):
            made = reminders.remind()
            assert reminders.remind() == 0
        if made:
            assert made == 1
            found.append(day)
    assert found == [30, 46, 57]
    assert _mailed(About.JAARPLAN) == before + 3


@pytest.mark.parametrize(
    ("state", "hears"),
    [(PlanState.CONCEPT, True), (PlanState.TERUG, True), (PlanState.INGEDIEND, False), (PlanState.VASTGESTELD, False)],
)
def test_whoever_submitted_hears_nothing(state: PlanState, hears: bool) -> None:
    make.plan(state, year=2027)
    staff = make.manager().user
    with clock.at(clock.now() + timedelta(days=58)):
        reminders.remind()
    assert Notification.objects.filter(user=staff, occasion__startswith="plan-due").exists() is hears


def _december(day: int) -> datetime:
    return datetime(2026, 12, day, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_an_owner_who_said_nothing_hears_once_before_the_half_year_ends() -> None:
    line, by = make.line(Scope.LANDELIJK, owner="valente"), make.member()
    other = make.line(Scope.LANDELIJK, owner="valente")
    with clock.at(_december(10)):
        assert reminders.remind() == 0
        reports.report(line=other, status=LineStatus.OP_KOERS, text="", by=by)
    with clock.at(_december(17)):
        assert (reminders.remind(), reminders.remind()) == (1, 0)
    found = Notification.objects.get(about=About.ACTIELIJN)
    assert (found.user, found.path) == (by.user, line.get_absolute_url())


def test_a_line_that_is_over_or_not_begun_asks_nothing() -> None:
    make.member()
    make.line(Scope.LANDELIJK, owner="valente", from_year=2027)
    with clock.at(_december(20)):
        assert reminders.remind() == 0
