"""What a decision says stands in one column of the database, wherever it is read; removed there, it is nowhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.test import Client

from agenda.decisions.domain import decisions
from agenda.decisions.effects.table import EFFECTS
from agenda.decisions.enums import DecisionKind, Visibility
from agenda.decisions.models import Decision
from agenda.lists.models import Action
from agenda.meetings.domain import agenda_pdf, minutes, written_rounds
from agenda.meetings.enums import MeetingState, WrittenAnswer
from agenda.meetings.models import AgendaItem, AgendaSet, Meeting, PublicLine, SentItem, WrittenProcedure
from agenda.ratification.models import Agreement
from knelpunten.domain import steps
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.history.domain import verifying
from portal.kit import clock
from portal.kit.opaque import of
from portal.notify.domain import notifications
from portal.notify.models import Notification
from tests import factories as make
from tests.house.test_canary import Reading, person_for
from tests.privacy.copies import columns_with
from tests.privacy.decided import CASES
from tests.privacy.taking import code, remove
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
M = MeetingState
MARK = "zqmerk"
ITS_OWN = {"decisions_decision.wording"}
ROLES = ("anonymous", "stuurgroep secretaris", "netwerkmanager")  # what stands in no column is on no page; these read the most


def name_of(case: Any) -> str:
    kind, model = case
    return f"{kind}-{model.__name__ if model else 'anything'}"


def decided(case: Any, words: str) -> Decision:
    """A decision of this kind, taken in a meeting that is over, with a verslag that was written."""
    subject, details = CASES[case]()
    decision = make.decide_and_close(subject, case[0], wording=words, **details)
    minutes.write(meeting=meeting_of(decision), texts={}, expected=0, by=make.secretaris())
    return decision  # type: ignore[no-any-return]


def meeting_of(decision: Decision) -> Meeting:
    return Meeting.objects.get(items__outcome__decision=decision)


def item_of(decision: Decision) -> AgendaItem:
    return AgendaItem.objects.get(outcome__decision=decision)


def publish(decision: Decision, words: str | None = None) -> None:
    """On the public besluitenlijst as it is, or worded otherwise."""
    line = (item_of(decision).title, words or Decision.objects.get(pk=decision.pk).wording or "")
    minutes.publish(meeting=meeting_of(decision), lines={decision.pk: line}, by=make.secretaris())


def send_again(decision: Decision) -> Meeting:
    """The next agenda speaks of the same thing, is sent, printed for somebody, and its
    verslag of the meeting before is adopted."""
    following = make.meeting(M.IN_VOORBEREIDING)
    if subject := item_of(decision).subject:
        make.item(following, subject=subject)
    make.step(following, M.STUKKEN_VERZONDEN)
    member = make.member()
    agenda_pdf.make(pk=agenda_pdf.ask(meeting=following, user=member.user).pk)
    make.decide(meeting_of(decision), DecisionKind.VERSLAG_VASTSTELLEN)
    return following


def settled() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return list(verifying.findings())


def test_every_line_of_the_table_of_effects_is_tried() -> None:
    assert set(CASES) == set(EFFECTS)


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_words_of_a_decision_stand_in_one_column_and_go_from_all(case: Any) -> None:
    decision = decided(case, f"{MARK} besluit.")
    publish(decision)
    send_again(decision)
    assert columns_with(MARK) == ITS_OWN
    publish(decision, f"{MARK} zei het besluit.")
    assert columns_with(MARK) == ITS_OWN | {"meetings_publicline.text"}
    remove(item_of(decision), code(decision))
    assert columns_with(MARK) == set()
    assert not AgendaSet.objects.exists(), "what was printed is printed anew"
    assert settled() == []


def test_words_of_a_decision_in_writing_stand_in_one_column_and_go_from_all() -> None:
    asked = make.procedure()
    written_rounds.answer(procedure=asked, answer=WrittenAnswer.AKKOORD, text="", by=make.member())
    WrittenProcedure.objects.filter(pk=asked.pk).update(closes_date=clock.today() - timedelta(days=1))
    over = WrittenProcedure.objects.get(pk=asked.pk)
    decision = written_rounds.conclude(procedure=over, key=make.uuid4(), wording=f"{MARK} besluit.", by=make.secretaris())
    assert columns_with(MARK) == ITS_OWN
    remove(WrittenProcedure.objects.get(pk=asked.pk), code(decision))
    assert columns_with(MARK) == set()


def seen_by(role: str) -> str:
    return "\n".join(Reading(person_for(role)).pages())


def test_what_was_removed_is_on_no_page_and_in_no_mail() -> None:
    """A decision about each kind of thing at once, each with a mark of its own; before, each is read by somebody."""
    marks = {f"{MARK}{number}x": case for number, case in enumerate({case[1]: case for case in CASES}.values())}
    made = {mark: decided(case, f"{mark} besluit.") for mark, case in marks.items()}
    for decision in made.values():
        publish(decision)
        if item_of(decision).subject:
            make.item(following := make.meeting(M.IN_VOORBEREIDING), subject=item_of(decision).subject)
            make.step(following, M.STUKKEN_VERZONDEN)
    seen = seen_by("anonymous")
    assert [mark for mark in marks if mark not in seen] == [], "a mark that nobody sees proves nothing"
    for decision in made.values():
        remove(item_of(decision), code(decision))
    assert columns_with(MARK) == set()
    for role in ROLES:
        assert MARK not in seen_by(role), role
    for notification in Notification.objects.all():
        notifications.send(pk=notification.pk)
    assert mail.outbox and MARK not in "\n".join(message.message().as_string() for message in mail.outbox)


MOVED = [case for case in CASES if case[1] in (Action, Knelpunt, Agreement)]


@pytest.mark.parametrize("case", MOVED, ids=name_of)
def test_removed_at_the_thing_itself_it_is_removed_at_the_decision_and_its_public_line(case: Any) -> None:
    decision = decided(case, f"{MARK} besluit.")
    publish(decision, f"{MARK} zei het besluit.")
    remove(decision.subject, code(decision))
    assert columns_with(MARK) == set()


def test_houses_read_the_decision_as_the_reason_of_its_step_and_that_it_was_removed() -> None:
    decision = decided((DecisionKind.KNELPUNT_ELDERS, Knelpunt), f"{MARK} daar.")
    knelpunt, manager = decision.subject, make.manager()
    pages = {knelpunt.get_absolute_url(): manager, "/onze-inbreng/": manager}
    for path, reader in pages.items():
        assert f"{MARK} daar." in client_of(reader).get(path).content.decode(), path
    remove(item_of(decision), code(decision))
    for path, reader in pages.items():
        assert MARK not in client_of(reader).get(path).content.decode(), path
    assert "verwijderd" in client_of(manager).get(knelpunt.get_absolute_url()).content.decode()


def test_action_tells_why_it_moved_and_that_it_was_removed() -> None:
    decision = decided((DecisionKind.TERUG_NAAR_VOORRAAD, Action), f"{MARK} terug.")
    client, page, lists = client_of(make.member()), decision.subject.get_absolute_url(), "/themas/acute-onveiligheid/terugkijken/"
    for path in (page, f"{lists}?op={clock.today()}"):
        assert f"{MARK} terug." in client.get(path).content.decode(), path
    remove(item_of(decision), code(decision))
    answer = client.get(page).content.decode()
    assert MARK not in answer and "Deze tekst is verwijderd." in answer


def test_public_line_keeps_only_what_the_secretaris_worded_otherwise() -> None:
    decision = decided((DecisionKind.TER_KENNISGEVING, None), "Wij nemen het aan.")
    publish(decision, "  Wij nemen\r\nhet aan. ")
    publish(decision, "Aangenomen.")
    assert list(PublicLine.objects.order_by("pk").values_list("title", "text")) == [(None, None), (None, "Aangenomen.")]
    (line,) = PublicLine.objects.filter(text="Aangenomen.")
    remove(item_of(decision), code(line))
    page = Client().get(f"/besluitenlijsten/{of(meeting_of(decision))}/").content.decode()
    assert "Aangenomen." not in page and "Wij nemen het aan." not in page, "what stayed inside does not come out by a removal"
    assert Decision.objects.get(pk=decision.pk).wording == "Wij nemen het aan."


def test_guest_reads_of_an_earlier_decision_that_it_was_and_not_what_it_said() -> None:
    from agenda.meetings.queries import opleggers

    decision = decided((DecisionKind.BLIJFT, Action), f"{MARK} blijft.")
    sent = SentItem.objects.filter(agenda__meeting=send_again(decision)).last()
    assert sent is not None
    outsider = make.User.objects.create_user("gast@example.nl", "Gast")
    told = {reader: opleggers.read({0: sent.sheet}, reader)[0][-1][1] for reader in (make.member().user, outsider)}
    assert [MARK in words for words in told.values()] == [True, False]
    assert all(str(decision) in words for words in told.values())


def test_nothing_on_the_lists_can_be_decided_at_a_confidential_item() -> None:
    """So that nobody who reads a move or a step may not read the decision it rests on."""
    action = make.action()
    with pytest.raises(DatabaseError), transaction.atomic():
        item = make.open_item(action)
        AgendaItem.objects.filter(pk=item.pk).update(visibility=Visibility.VERTROUWELIJK)
    for case in MOVED:
        decision = decided(case, "Aldus.")
        assert decision.seal.visibility != Visibility.VERTROUWELIJK


def test_database_refuses_a_row_that_copies_what_it_rests_on() -> None:
    decision = make.decide(None, DecisionKind.TER_KENNISGEVING)
    knelpunt = make.knelpunt(make.S.INGEDIEND)
    own = knelpunt.steps.last()
    with pytest.raises(DatabaseError, match="has a reason of its own"), transaction.atomic():
        decisions.rest(step=own, decision=decision, by=make.secretaris())
    made = steps.write_step(knelpunt, to=make.S.IN_BEOORDELING, reason=None, by=make.bureau())
    decisions.rest(step=made, decision=decision, by=make.secretaris())
    agreement = make.agreement()
    about = {"agreement": agreement, "from_state": agreement.state, "to_state": agreement.state, "taken_at": clock.now()}
    with pytest.raises(DatabaseError, match="agreement_step_copies_nothing"), transaction.atomic():
        agreement.steps.model.objects.write(**about, decision=decision, reason="Aldus.", by=make.secretaris())  # type: ignore[attr-defined]
    assert KnelpuntStep.objects.get(pk=made.pk).words == "Aldus besloten."
