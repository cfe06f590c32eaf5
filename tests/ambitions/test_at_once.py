"""What people of one house, the landelijk bureau and the monitor do in the same moment."""

from __future__ import annotations

from collections import Counter
from functools import partial
from uuid import uuid4

import pytest

from ambitions.domain import answers, explanations, freezes, lines, plans
from ambitions.enums import LineStatus, PlanState
from ambitions.models import ActionLine, Explanation, LineAnswer, RegionalPlan
from ambitions.queries.grid import thawed
from portal.history.domain import verifying
from portal.network.models import House
from tests import factories as make
from tests.at_once import each_at_once

pytestmark = pytest.mark.database
RACES = 12


def test_two_persons_of_one_house_answer_one_line_and_one_hears_of_the_other(committed_db: str) -> None:
    line, one, other = make.line(), make.manager(), make.employee()
    plan = make.plan()
    for _ in range(RACES):
        last = LineAnswer.objects.filter(plan=plan).order_by("-pk").first()
        say = {
            "plan": plan,
            "line": line,
            "expected": last.pk if last else 0,
            "read": 1,
            "status": LineStatus.OP_KOERS,
            "explanation": "",
        }
        acts = [partial(answers.answer, planned=f"Van {by.seat_id}.", by=by, **say) for by in (one, other)]  # type: ignore[arg-type]
        assert sorted(each_at_once(*acts)) == ["done", "stale"]
    assert LineAnswer.objects.filter(plan=plan).count() == RACES
    assert list(verifying.findings()) == []


def test_line_that_changes_while_a_house_answers_is_answered_about_one_of_its_texts(committed_db: str) -> None:
    line, by, bureau = make.line(), make.manager(), make.bureau()
    plan, outcomes = make.plan(), Counter[str]()
    for number in range(1, RACES + 1):
        last = LineAnswer.objects.filter(plan=plan).order_by("-pk").first()
        said = each_at_once(
            partial(
                answers.answer,
                plan=plan,
                line=line,
                expected=last.pk if last else 0,
                read=number,
                status=LineStatus.OP_KOERS,
                planned="",
                explanation="",
                by=by,
            ),
            partial(
                lines.rewrite,
                line=line,
                expected=number,
                note="Scherper.",
                by=bureau,
                title=line.title,
                text=f"Tekst {number}.",
                realised_when="Zo.",
            ),
        )
        assert said[1] == "done" and said[0] in ("done", "line-changed")
        newest = LineAnswer.objects.filter(plan=plan).order_by("-pk").first()
        assert (newest is not None and newest.line_number == number) == (said[0] == "done")
        outcomes[said[0]] += 1
    assert ActionLine.objects.get(pk=line.pk).version == RACES + 1


def test_state_that_is_kept_while_a_plan_is_submitted_has_all_of_the_plan_or_nothing(committed_db: str) -> None:
    year, bureau, by = make.plan_year(), make.bureau(), make.manager()
    for _ in range(3):
        make.line()
    plan = make.plan()
    for line in plans.lines_of(plan):
        answers.answer(plan=plan, line=line, expected=0, read=1, status=LineStatus.OP_KOERS, planned="", explanation="", by=by)
    for _ in range(RACES):
        key, found = uuid4(), RegionalPlan.objects.get(pk=plan.pk)
        assert each_at_once(
            partial(plans.submit, plan=found, by=by), partial(freezes.freeze, key=key, plan_year=year, by=bureau)
        ) == ["done", "done"]
        grid = thawed(freezes.Freeze.objects.get(key=key))
        assert len({plan.house_id in grid.cells.get(line.pk, {}) for line in grid.lines}) == 1
        plans.give_back(plan=RegionalPlan.objects.get(pk=plan.pk), reason="Nog eens.", by=bureau)
    assert RegionalPlan.objects.get(pk=plan.pk).state == PlanState.TERUG


def test_one_explanation_stands_and_one_plan_is_begun_whoever_is_first(committed_db: str) -> None:
    line, by, year = make.line(), make.manager(), make.plan_year()
    house = House.objects.get(slug="twente")
    share = [
        partial(explanations.share, key=uuid4(), house=house, line=line, text="Kan niet.", holds_until=None, by=by)
        for _ in range(3)
    ]
    assert sorted(each_at_once(*share)) == ["done", "standing", "standing"]
    assert Explanation.objects.filter(ended_at__isnull=True).count() == 1
    begin = [partial(plans.begin, key=uuid4(), house=house, plan_year=year, by=by) for _ in range(3)]
    assert each_at_once(*begin) == ["done"] * 3
    assert RegionalPlan.objects.count() == 1
