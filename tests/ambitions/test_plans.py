"""A plan of a house: begun from last year's, answered line by line, confirmed, submitted, asked about and adopted."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ambitions.domain import answers, explanations, lines, plans
from ambitions.domain.answers import answer
from ambitions.domain.lines import LineRefused
from ambitions.domain.plans import PlanRefused
from ambitions.enums import LineStatus, PlanState
from ambitions.models import ActionLine, Explanation, LineAnswer, RegionalPlan
from ambitions.pages.plans import plan_page
from ambitions.queries.grid import grid_of
from portal.files.models import StoredFile
from portal.history.domain.verifying import findings
from portal.kit import clock
from portal.kit.refusals import Stale
from portal.network.models import House
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db

P, L = PlanState, LineStatus


def say(plan: RegionalPlan, line: ActionLine, status: LineStatus = L.OP_KOERS, **said: object) -> LineAnswer:
    last = plans.newest_answers(plan).get(line.pk)
    given = {"expected": last.pk if last else 0, "read": line.version, "planned": "Dit.", "explanation": "", "by": make.manager()}
    return answer(plan=plan, line=line, status=status, **(given | said))  # type: ignore[arg-type]


def test_plan_begins_from_last_years_answers_which_wait_to_be_confirmed() -> None:
    line = make.line()
    before = make.plan(P.VASTGESTELD, year=2026, status=L.LOOPT_ACHTER, planned="Een team.")
    plan = make.plan(year=2027)
    carried = plans.newest_answers(plan)[line.pk]
    assert (carried.status, carried.planned, carried.is_carried) == (L.LOOPT_ACHTER, "Een team.", True)
    assert [each.code for each in plans.blockers_for_submitting(plan=plan)] == ["unconfirmed"]
    answers.confirm(plan=plan, lines=[line.pk], by=make.manager())
    assert plans.blockers_for_submitting(plan=plan) == []
    assert plans.newest_answers(before)[line.pk].is_carried is False


def test_what_was_explained_since_goes_before_last_years_answer() -> None:
    line, other = make.line(), make.line()
    make.plan(P.INGEDIEND, year=2026, status=L.OP_KOERS)
    made = make.explanation(on=line, text="Nu toch niet.")
    plan = make.plan(year=2027)
    said = {key: (each.status, each.explanation) for key, each in plans.newest_answers(plan).items()}
    assert said == {line.pk: (L.NIET_HAALBAAR, "Nu toch niet."), other.pk: (L.OP_KOERS, "")}
    answers.confirm(plan=plan, lines=[line.pk, other.pk], by=make.manager())
    plans.submit(plan=plan, by=make.manager())
    assert list(Explanation.objects.standing(clock.today())) == [made]


def test_confirming_twice_or_for_a_line_that_changed_does_nothing() -> None:
    line, other = make.line(), make.line()
    make.plan(P.INGEDIEND, year=2026)
    lines.rewrite(
        line=other,
        expected=1,
        note="Scherper.",
        by=make.bureau(),
        title=other.title,
        text="Anders.",
        realised_when=other.realised_when,
    )
    plan = make.plan(year=2027)
    asked = [line.pk, other.pk]
    assert [each.line_id for each in answers.confirm(plan=plan, lines=asked, by=make.manager())] == [line.pk]
    assert answers.confirm(plan=plan, lines=asked, by=make.manager()) == []
    page = {each.line.pk: each for each in plan_page(plan, make.manager().user).lines}
    assert (page[line.pk].state, page[other.pk].state) == ("", "de lijn is gewijzigd")
    assert page[other.pk].old_text.text == "Zo doen wij het."  # type: ignore[union-attr]


def test_answer_about_a_text_that_changed_meanwhile_is_refused() -> None:
    line, plan = make.line(), make.plan(year=2026)
    lines.rewrite(
        line=line, expected=1, note="Scherper.", by=make.bureau(), title=line.title, text="Anders.", realised_when="Zo."
    )
    with pytest.raises(PlanRefused) as refused:
        say(plan, line)
    assert refused.value.codes == ["line-changed"]
    assert say(plan, ActionLine.objects.get(pk=line.pk)).line_number == 2


def test_who_is_later_than_a_colleague_is_told_and_both_texts_stay() -> None:
    line, plan = make.line(), make.plan(year=2026)
    say(plan, line, planned="Van de een.")
    with pytest.raises(Stale):
        say(plan, line, expected=0, planned="Van de ander.")
    say(plan, line, planned="Van de ander.")
    assert list(LineAnswer.objects.filter(plan=plan).order_by("pk").values_list("planned", flat=True)) == [
        "Van de een.",
        "Van de ander.",
    ]


def test_not_feasible_asks_for_an_explanation_and_shares_it_when_submitted() -> None:
    line, plan = make.line(), make.plan(year=2026)
    with pytest.raises(PlanRefused) as refused:
        say(plan, line, L.NIET_HAALBAAR)
    assert refused.value.codes == ["no-explanation"]
    say(plan, line, L.NIET_HAALBAAR, explanation="Er is geen partner.")
    assert not Explanation.objects.exists()
    plans.submit(plan=plan, by=make.manager())
    shared = Explanation.objects.get()
    assert (shared.house, shared.line, shared.text) == (plan.house, line, "Er is geen partner.")
    assert shared.holds_until == clock.today().replace(year=2026, month=12, day=31)


def test_answer_that_is_asked_again_after_adoption_is_shared_too() -> None:
    line, plan = make.line(), make.plan(P.VASTGESTELD)
    lines.rewrite(line=line, expected=1, note="Meer.", by=make.bureau(), title=line.title, text="Meer.", realised_when="Zo.")
    line.refresh_from_db()
    say(plan, line, L.NIET_HAALBAAR, explanation="Dat gaat hier niet.")
    assert [each.text for each in Explanation.objects.standing(clock.today())] == ["Dat gaat hier niet."]


def test_plan_of_a_year_that_is_over_is_submitted_and_shares_nothing() -> None:
    make.line(from_year=2025)
    assert make.plan(P.INGEDIEND, year=2025, status=L.NIET_HAALBAAR).state == P.INGEDIEND
    assert not Explanation.objects.exists()


def test_another_answer_ends_the_explanation_that_stood() -> None:
    line = make.line()
    explanations.share(
        key=uuid4(), house=House.objects.get(slug="twente"), line=line, text="Nog niet.", holds_until=None, by=make.manager()
    )
    make.plan(P.INGEDIEND, status=L.OP_KOERS)
    assert Explanation.objects.get().ended_at is not None


def test_every_line_asks_for_an_answer_before_a_plan_is_submitted() -> None:
    first, second = make.line(), make.line()
    plan = make.plan(year=2026)
    say(plan, first)
    with pytest.raises(PlanRefused) as refused:
        plans.submit(plan=plan, by=make.manager())
    assert refused.value.codes == ["unanswered"] and second.title in refused.value.sentences[0]


def test_returned_plan_is_read_as_it_was_submitted_until_it_is_submitted_again() -> None:
    line = make.line()
    plan = make.plan(P.TERUG, planned="Eerst.")
    say(plan, line, planned="Daarna.")
    mine, theirs = plan_page(plan, make.manager().user), plan_page(plan, make.manager("zeeland").user)
    assert [each.answer.planned for each in mine.answered if each.answer] == ["Daarna."]
    assert [each.answer.planned for each in theirs.answered if each.answer] == ["Eerst."]
    plans.submit(plan=plan, by=make.manager())
    theirs = plan_page(RegionalPlan.objects.get(pk=plan.pk), make.manager("zeeland").user)
    assert [each.answer.planned for each in theirs.answered if each.answer] == ["Daarna."]


def test_adopted_plan_is_asked_again_only_about_a_line_that_changed() -> None:
    line, other = make.line(), make.line()
    plan = make.plan(P.VASTGESTELD)
    with pytest.raises(PlanRefused):
        say(plan, line)
    lines.rewrite(
        line=line, expected=1, note="Scherper.", by=make.bureau(), title="Nieuw", text=line.text, realised_when=line.realised_when
    )
    line.refresh_from_db()
    assert say(plan, line, L.GEREALISEERD).line_number == 2
    with pytest.raises(PlanRefused):
        say(plan, line)
    with pytest.raises(PlanRefused):
        say(plan, other)


@pytest.mark.parametrize("state", list(P))
def test_steps_are_those_of_the_table(state: PlanState) -> None:
    make.line()
    plan, by = make.plan(state), make.manager()
    for line in plans.lines_of(plan) if plan.is_writable else []:
        say(plan, line)
    acts = {
        P.INGEDIEND: lambda: plans.submit(plan=plan, by=by),
        P.TERUG: lambda: plans.give_back(plan=plan, reason="Waarom?", by=make.bureau()),
        P.VASTGESTELD: lambda: plans.adopt(
            plan=plan, approved_date=clock.today(), approved_by="regionale stuurgroep", approval=None, is_public=True, by=by
        ),
    }
    allowed = {P.CONCEPT: {P.INGEDIEND}, P.INGEDIEND: {P.TERUG, P.VASTGESTELD}, P.TERUG: {P.INGEDIEND}, P.VASTGESTELD: set()}[
        state
    ]
    for to, act in acts.items():
        if to not in allowed:
            with pytest.raises(PlanRefused):
                act()
    for to in sorted(allowed)[:1]:
        assert acts[to]().to_state == to


def test_agreement_of_tomorrow_is_refused() -> None:
    plan = make.plan(P.INGEDIEND)
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(PlanRefused):
        plans.adopt(plan=plan, approved_date=tomorrow, approved_by="stuurgroep", approval=None, is_public=True, by=make.manager())


def test_a_refused_adoption_keeps_no_document() -> None:
    plan, sent = make.plan(P.INGEDIEND), {"approved_by": "De stuurgroep", "approved_date": "2099-01-01"}
    file = SimpleUploadedFile("besluit.txt", b"Akkoord.")
    answer = client_of(make.manager()).post(f"{plan.get_absolute_url()}vaststellen/", {**sent, "file": file})
    assert answer.status_code == 422
    assert not StoredFile.objects.exists()
    sent["approved_date"], file = clock.today().isoformat(), SimpleUploadedFile("besluit.txt", b"Akkoord.")
    client_of(make.manager()).post(f"{plan.get_absolute_url()}vaststellen/", {**sent, "file": file})
    assert RegionalPlan.objects.get(pk=plan.pk).approval == StoredFile.objects.get()


def test_only_an_adopted_plan_can_be_public() -> None:
    with pytest.raises(PlanRefused):
        plans.show(plan=make.plan(P.INGEDIEND), is_public=True, by=make.manager())


def test_a_house_has_one_plan_a_year_and_a_year_is_opened_once() -> None:
    plan = make.plan()
    again = plans.begin(key=uuid4(), house=plan.house, plan_year=plan.plan_year, by=make.manager())
    assert again == plan
    with pytest.raises(LineRefused) as refused:
        lines.open_year(year=2026, due_date=clock.today(), by=make.bureau())
    assert refused.value.codes == ["opened"]


def test_year_without_lines_is_not_opened() -> None:
    with pytest.raises(LineRefused) as refused:
        lines.open_year(year=2030, due_date=clock.today(), by=make.bureau())
    assert refused.value.codes == ["no-lines"]


def test_line_of_another_year_is_not_answered() -> None:
    plan, later = make.plan(year=2026), make.line(from_year=2030)
    with pytest.raises(PlanRefused) as refused:
        say(plan, later)
    assert refused.value.codes == ["not-in-year"]


def test_history_verifies_after_a_whole_plan() -> None:
    from django.db import connection

    make.plan(P.VASTGESTELD, status=L.NIET_HAALBAAR)
    make.frozen()
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert list(findings()) == []


def test_submitting_asks_the_same_of_few_and_of_many_lines() -> None:
    asked = []
    for house, more in (("twente", 2), ("zeeland", 20)):
        for _ in range(more):
            make.line()
        plan = make.plan(P.TERUG, house=house)
        with CaptureQueriesContext(connection) as ran:
            plans.submit(plan=plan, by=make.manager(house))
        asked.append(sum(query["sql"].startswith("SELECT") for query in ran))
    assert asked[0] == asked[1]


def test_the_grid_asks_the_same_of_few_and_of_many_lines_and_the_houses_once() -> None:
    asked = []
    for house, more in (("twente", 2), ("zeeland", 20)):
        for _ in range(more):
            make.line()
        make.plan(P.INGEDIEND, house=house)
        year = make.plan_year()
        with CaptureQueriesContext(connection) as ran:
            grid_of(year)
        asked.append([query["sql"] for query in ran])
    assert [len(each) for each in asked] == [4, 4]
    assert [sum('FROM "network_house"' in sql.split("WHERE")[0] for sql in each) for each in asked] == [1, 1]
