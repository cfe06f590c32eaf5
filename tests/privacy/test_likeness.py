"""What is removed at one thing goes from what was copied of it, and from nothing that merely says the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from agenda.decisions.enums import DecisionKind, Visibility
from agenda.lists.domain import coalitions
from agenda.lists.enums import ActionList
from agenda.lists.models import Action
from agenda.meetings.domain import (
    agenda_items,
    agenda_versions,
    arrangements,
    carry_over,
    issues,
    own_notes,
    proposals,
    written_rounds,
)
from agenda.meetings.enums import ArrangementKind, MeetingState, WrittenAnswer
from agenda.meetings.models import AgendaItem, Issue, Meeting, WrittenProcedure
from agenda.ratification.enums import Route
from agenda.ratification.models import Agreement
from ambitions.domain import plans
from ambitions.enums import LineStatus, PlanState
from ambitions.models import ActionLine, Explanation, RegionalPlan
from knelpunten.domain import inquiries, recognitions
from knelpunten.models import Inquiry, Knelpunt, Pattern
from portal.kit import clock
from portal.privacy.queries.parts import THINGS as REPORTABLE
from portal.privacy.queries.parts import parts_of
from tests import factories as make
from tests.privacy.copies import columns_with
from tests.privacy.taking import code, remove

pytestmark = pytest.mark.django_db
SAME, MARK = "Akkoord.", "zqmerk"
M = MeetingState


def a_knelpunt() -> Knelpunt:
    made = make.knelpunt(make.S.OP_DE_LIJST, title=SAME, pattern=SAME, would_help=SAME, reason=SAME)
    recognitions.recognise(knelpunt=made, note=SAME, by=make.manager("zeeland"))
    make.decide_and_close(made, DecisionKind.KNELPUNT_ELDERS, wording=SAME, table=make.PolicyTable.objects.first())
    return made


def an_action() -> Action:
    made = make.action_on(ActionList.ACTIELIJST, title=SAME, goal=SAME, intended_result=SAME)
    coalitions.join(action=made, text=SAME, by=make.member("klankbordgroep", "psd"))
    make.decide_and_close(made, DecisionKind.TERUG_NAAR_VOORRAAD, wording=SAME)
    return made


def an_item() -> AgendaItem:
    made = make.item(make.meeting(M.IN_VOORBEREIDING), title=SAME, question=SAME, advice=SAME)
    make.step(made.meeting, M.STUKKEN_VERZONDEN)
    make.step(made.meeting, M.GEOPEND)
    by = make.secretaris()
    said = {"key": make.uuid4(), "kind": DecisionKind.TER_KENNISGEVING, "wording": SAME, "by": by}
    make.item_decisions.take(item=AgendaItem.objects.get(pk=made.pk), **said)
    arrangements.arrange(key=make.uuid4(), item=made, kind=ArrangementKind.AFSPRAAK, text=SAME, by=by)
    own_notes.keep(item=made, text=SAME, is_marked=False, is_shared=True, by=make.member())
    return made


def an_issue() -> Issue:
    made = make.issue(title=SAME, question=SAME, background=SAME)
    meeting = make.meeting(M.GEOPEND, body="klankbordgroep")
    issues.choose(issue=made, meeting=meeting, wording=SAME, by=make.secretaris("klankbordgroep"))
    return made


def a_procedure() -> WrittenProcedure:
    made = make.procedure(title=SAME, question=SAME)
    written_rounds.answer(procedure=made, answer=WrittenAnswer.AKKOORD, text=SAME, by=make.member())
    WrittenProcedure.objects.filter(pk=made.pk).update(closes_date=clock.today() - timedelta(days=1))
    over = WrittenProcedure.objects.get(pk=made.pk)
    written_rounds.conclude(procedure=over, key=make.uuid4(), wording=SAME, by=make.secretaris())
    return made


def an_agreement() -> Agreement:
    made = make.agreement(Route.ACHTERAF, title=SAME, text=SAME, asks=SAME)
    make.decide_and_close(made, DecisionKind.CONCEPT_OVEREENKOMEN, wording=SAME)
    return made


def an_inquiry() -> Inquiry:
    made = make.inquiry(question=SAME, purpose=SAME)
    inquiries.answer(inquiry=made, text=SAME, by=make.manager())
    return made


def a_plan() -> RegionalPlan:
    """Of the house that says the same everywhere, and shared from its plan what is not feasible."""
    house = ("twente", "zeeland")[RegionalPlan.objects.count() % 2]
    said = {"planned": SAME, "explanation": SAME, "status": LineStatus.NIET_HAALBAAR}
    made = make.plan(PlanState.TERUG, house=house, **said)
    plans.write(plan=made, expected=0, priorities=SAME, offers=SAME, asks=SAME, by=make.manager(house))
    return made


THINGS: dict[type[Any], Callable[[], Any]] = {
    RegionalPlan: a_plan,  # the first: what is drawn after is no line of it
    ActionLine: lambda: make.line(title=SAME, text=SAME, realised_when=SAME),
    Explanation: lambda: make.explanation(text=SAME),
    Knelpunt: a_knelpunt,
    Pattern: lambda: make.pattern(title=SAME, analysis=SAME),
    Inquiry: an_inquiry,
    Action: an_action,
    AgendaItem: an_item,
    Issue: an_issue,
    Meeting: lambda: make.meeting(M.IN_VOORBEREIDING, title=SAME),
    WrittenProcedure: a_procedure,
    Agreement: an_agreement,
}


def texts_of(thing: Any) -> list[tuple[str, str]]:
    return [(part.code, part.text) for part in parts_of(type(thing).objects.get(pk=thing.pk))]


def test_removing_one_leaves_every_other_that_says_the_same() -> None:
    """Two of every kind that can be reported, all saying the same: each is removed once, and every other stays as it was."""
    assert set(THINGS) == set(REPORTABLE)
    pairs = {model: (make_one(), make_one()) for model, make_one in THINGS.items()}
    everything = [thing for pair in pairs.values() for thing in pair]
    before = {(type(thing), thing.pk): texts_of(thing) for thing in everything}
    destroyed = []
    for model, (going, _) in pairs.items():
        with transaction.atomic():
            assert any(SAME in text for _, text in texts_of(going)), model
            remove(going)
            assert not any(text == SAME for _, text in texts_of(going)), model
            others = [thing for thing in everything if thing is not going]
            destroyed += [(model, type(each)) for each in others if texts_of(each) != before[type(each), each.pk]]
            transaction.set_rollback(True)
    assert destroyed == []


def test_words_of_a_plan_go_from_the_years_after_and_what_was_shared_of_it() -> None:
    first = make.plan(PlanState.INGEDIEND, status=LineStatus.NIET_HAALBAAR, planned=f"{MARK} plan", explanation=f"{MARK} waarom")
    plans.give_back(plan=first, reason="Wat?", by=make.bureau())
    first = RegionalPlan.objects.get(pk=first.pk)
    plans.write(plan=first, expected=0, priorities=f"{MARK} eigen", offers="", asks="", by=make.manager())
    plans.submit(plan=first, by=make.manager())
    for year in (2027, 2028):
        later = make.plan(year=year)
        make.answering_lines.confirm(plan=later, lines=[line.pk for line in plans.lines_of(later)], by=make.manager())
        plans.submit(plan=later, by=make.manager())
    assert len(columns_with(MARK)) >= 3
    remove(first)
    assert columns_with(MARK) == set()


def test_what_an_agenda_quotes_goes_with_the_thing_it_quotes_also_where_the_item_went_off_the_agenda() -> None:
    knelpunt = make.knelpunt(make.S.OP_DE_LIJST, title=f"{MARK} titel")
    action = make.action(knelpunten=[knelpunt], goal=f"{MARK} doel")
    meeting, by = make.meeting(M.IN_VOORBEREIDING), make.secretaris()
    stays = make.item(meeting, subject=action)
    goes = make.item(meeting, subject=action)
    make.step(meeting, M.STUKKEN_VERZONDEN)
    agenda_items.remove(item=goes, by=by)
    agenda_versions.send_again(meeting=Meeting.objects.get(pk=meeting.pk), by=by)
    assert "meetings_sentitem.words" in columns_with(f"{MARK} titel")
    remove(knelpunt)
    assert columns_with(f"{MARK} titel") == set()
    remove(action, code(action))
    assert columns_with(MARK) == set() and AgendaItem.objects.filter(pk=stays.pk).exists()


def test_item_that_was_carried_on_is_removed_on_each_agenda() -> None:
    item = make.open_item()
    AgendaItem.objects.filter(pk=item.pk).update(title=f"{MARK} punt", question=f"{MARK}?")
    make.item_decisions.take(
        item=AgendaItem.objects.get(pk=item.pk),
        key=make.uuid4(),
        kind=DecisionKind.AANHOUDEN,
        wording="Later.",
        by=make.secretaris(),
    )
    make.closed(item.meeting)
    following = make.meeting(M.IN_VOORBEREIDING)
    carried = carry_over.carry(AgendaItem.objects.get(pk=item.pk), to=following, by=make.secretaris())
    make.step(following, M.STUKKEN_VERZONDEN)
    assert columns_with(MARK) >= {"meetings_agendaitem.title", "meetings_sentitem.words"}
    remove(carried, code(carried), code(item))
    assert columns_with(MARK) == set()


def test_vraagstuk_is_removed_from_the_agenda_it_came_on() -> None:
    made = make.issue(title=f"{MARK} titel", question=f"{MARK}?", background=f"{MARK} achtergrond")
    by = make.secretaris("klankbordgroep")
    issues.choose(issue=made, meeting=make.meeting(M.GEOPEND, body="klankbordgroep"), wording=f"{MARK} zo?", by=by)
    meeting = make.meeting(M.IN_VOORBEREIDING)
    item = proposals.take_up(meeting=meeting, source="vraagstuk", pk=made.pk, by=make.secretaris())
    assert item.visibility == Visibility.OPEN
    make.step(meeting, M.STUKKEN_VERZONDEN)
    remove(Issue.objects.get(pk=made.pk))
    assert columns_with(MARK) == set()
