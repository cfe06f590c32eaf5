"""What the Samenwerkingsagenda asks stands on the overzicht of who has to do it, and goes when it is done."""

from __future__ import annotations

import pytest

from ambitions.domain import reports
from ambitions.enums import LineStatus, PlanState, Scope
from portal.overview.queries.waiting import tasks_of
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        (None, "Uw huis heeft nog geen plan voor dit jaar."),
        (PlanState.CONCEPT, "Het plan is nog niet ingediend."),
        (PlanState.TERUG, "Het landelijk bureau heeft vragen over het plan."),
        (PlanState.INGEDIEND, None),
        (PlanState.VASTGESTELD, None),
    ],
)
def test_house_is_asked_for_its_plan_until_it_is_submitted(state: PlanState | None, asked: str | None) -> None:
    make.plan_year(2027)
    if state:
        make.plan(state, year=2027)
    found = [(task.title, task.why) for task in tasks_of(make.manager().user) if task.title.startswith("Jaarplan")]
    assert found == ([("Jaarplan 2027", asked)] if asked else [])


def test_owner_is_asked_for_a_report_once_each_half_year() -> None:
    line, by = make.line(Scope.LANDELIJK, owner="valente"), make.member()
    make.line(Scope.LANDELIJK, owner="vng")
    assert [task.title for task in tasks_of(by.user) if "eigenaar" in task.why] == [line.title]
    reports.report(line=line, status=LineStatus.OP_KOERS, text="", by=by)
    assert [task.title for task in tasks_of(by.user) if "eigenaar" in task.why] == []
