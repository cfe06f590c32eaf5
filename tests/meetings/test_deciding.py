"""Meetings and their decisions: the state table, blockers, and two secretaries at one item."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from django.db import connections

from agenda.decisions.enums import DecisionKind
from agenda.decisions.models import Decision
from agenda.lists.models import Action, ListMove
from agenda.meetings.domain import agenda_items, item_decisions, meeting_steps
from agenda.meetings.enums import STEPS, MeetingState
from agenda.meetings.models import ItemDecision, Meeting
from portal.history.domain import verifying
from tests import factories as make

D, M = DecisionKind, MeetingState


@pytest.mark.django_db
def test_meeting_closes_only_when_every_deciding_item_has_an_outcome() -> None:
    meeting = make.meeting(M.GEOPEND, subject=make.action())
    with pytest.raises(meeting_steps.MeetingRefused) as refused:
        meeting_steps.advance(meeting=meeting, to=M.GESLOTEN, by=make.secretaris())
    assert refused.value.codes == ["item-open"]
    item_decisions.take(item=meeting.items.get(), key=make.uuid4(), kind=D.AANHOUDEN, wording="Later.", by=make.secretaris())
    meeting_steps.advance(meeting=meeting, to=M.GESLOTEN, by=make.secretaris())
    assert Meeting.objects.get(pk=meeting.pk).state == M.GESLOTEN


@pytest.mark.django_db
def test_agenda_without_items_is_not_sent() -> None:
    meeting = make.meeting(M.IN_VOORBEREIDING)
    agenda_items.remove(item=meeting.items.get(), by=make.secretaris())
    with pytest.raises(meeting_steps.MeetingRefused) as refused:
        meeting_steps.advance(meeting=meeting, to=M.STUKKEN_VERZONDEN, by=make.secretaris())
    assert refused.value.codes == ["no-items"]


@pytest.mark.django_db
def test_agenda_of_an_open_meeting_does_not_change() -> None:
    meeting = make.meeting(M.GEOPEND)
    with pytest.raises(meeting_steps.MeetingRefused) as refused:
        agenda_items.remove(item=meeting.items.get(), by=make.secretaris())
    assert refused.value.codes == ["agenda-fixed"]


@pytest.mark.django_db
def test_items_after_a_removed_one_move_up() -> None:
    meeting, by = make.meeting(M.IN_VOORBEREIDING), make.secretaris()
    for title in ("Twee", "Drie"):
        agenda_items.add(key=make.uuid4(), meeting=meeting, kind="informatie", title=title, minutes=5, serves="huizen", by=by)
    agenda_items.remove(item=meeting.items.get(number=1), by=by)
    assert list(meeting.items.values_list("number", "title")) == [(1, "Twee"), (2, "Drie")]


@pytest.mark.django_db
def test_decision_is_refused_while_the_meeting_is_not_open() -> None:
    item = make.meeting(M.STUKKEN_VERZONDEN, subject=make.action()).items.get()
    with pytest.raises(item_decisions.DecisionRefused) as refused:
        item_decisions.take(item=item, key=make.uuid4(), kind=D.WENSELIJK, wording="Ja.", by=make.secretaris())
    assert refused.value.codes == ["not-open"]


@pytest.mark.django_db
def test_the_same_form_sent_twice_is_one_decision() -> None:
    item, key, by = make.open_item(make.action()), make.uuid4(), make.secretaris()
    first = item_decisions.take(item=item, key=key, kind=D.WENSELIJK, wording="Ja.", by=by)
    second = item_decisions.take(item=item, key=key, kind=D.WENSELIJK, wording="Ja.", by=by)
    assert first.pk == second.pk


@pytest.mark.django_db
def test_decisions_are_numbered_per_body_and_year() -> None:
    by = make.secretaris()
    numbers = [
        item_decisions.take(item=make.open_item(make.action()), key=make.uuid4(), kind=D.WENSELIJK, wording="Ja.", by=by).number
        for _ in range(3)
    ]
    year = make.clock.today().year
    assert numbers == [f"{year}-001", f"{year}-002", f"{year}-003"]


def test_of_two_secretaries_at_one_item_one_wins_and_the_other_is_told(committed_db: str) -> None:
    action = make.action()
    item = make.open_item(action)
    secretaries = [make.secretaris(), make.secretaris()]
    trekker = make.seat("stuurgroep", organisation="om")
    start, told = threading.Barrier(2), {}

    def decide(number: int) -> None:
        try:
            start.wait()
            details = {"trekker": trekker, "accepted": True} if number == 0 else {}
            kind = D.OP_DE_ACTIELIJST if number == 0 else D.WENSELIJK
            told[number] = item_decisions.take(
                item=item, key=make.uuid4(), kind=kind, wording=f"Van {number}.", by=secretaries[number], **details
            )
        except item_decisions.AlreadyDecided as refused:
            told[number] = refused
        finally:
            connections.close_all()

    threads = [threading.Thread(target=decide, args=(number,)) for number in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    decisions = [answer for answer in told.values() if isinstance(answer, Decision)]
    refusals = [answer for answer in told.values() if isinstance(answer, item_decisions.AlreadyDecided)]
    assert (len(decisions), len(refusals)) == (1, 1)
    assert refusals[0].decision == decisions[0]
    assert (Decision.objects.count(), ItemDecision.objects.count()) == (1, 1)
    moved = ListMove.objects.filter(action=action, to_list="actielijst").count()
    assert (Action.objects.get(pk=action.pk).list == "actielijst") == bool(moved) == (decisions[0].kind == D.OP_DE_ACTIELIJST)
    assert list(verifying.findings()) == []


@pytest.fixture(scope="module")
def walked(request: pytest.FixtureRequest, told_once: Callable[[], AbstractContextManager[None]]) -> Iterator[Meeting]:
    """A meeting that walked to this state."""
    with told_once():
        yield make.meeting(request.param)


@pytest.mark.django_db
@pytest.mark.parametrize("walked", list(M), indirect=True)
@pytest.mark.parametrize("to", list(M))
def test_meeting_steps_as_the_table_says(walked: Meeting, to: MeetingState) -> None:
    meeting = Meeting.objects.get(pk=walked.pk)
    codes = [blocker.code for blocker in meeting_steps.blockers_for_step(meeting=meeting, to=to)]
    assert ("no-such-step" not in codes) == (to in STEPS[MeetingState(meeting.state)])
