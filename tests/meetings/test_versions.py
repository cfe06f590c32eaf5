"""An agenda as it was sent: frozen, sent again when it changed, and only the changes for who reads it again."""

from __future__ import annotations

import json

import pytest
from django.db import connection

from agenda.decisions.enums import Visibility
from agenda.lists.domain import weighing
from agenda.lists.models import Action
from agenda.meetings.domain import agenda_items, agenda_versions
from agenda.meetings.domain.agenda_items import MeetingRefused
from agenda.meetings.enums import MeetingState
from agenda.meetings.models import Meeting, SentItem
from agenda.meetings.queries import differences
from portal.history.domain import verifying
from portal.kit.opaque import of
from portal.notify.models import Notification
from tests import factories as make
from tests.privacy.taking import remove
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
M = MeetingState


def settle() -> None:
    """Let the database write the chain now, as a commit would."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_oplegger_is_made_from_what_is_on_record_and_stays_as_it_was_sent() -> None:
    action = make.action(goal="Sneller een plek")
    weighing.weigh(key=make.uuid4(), action=action, scores={"belang": 5}, argument="Dringend.", by=make.member())
    meeting = make.meeting(M.IN_VOORBEREIDING)
    item = make.item(meeting, subject=action)
    make.step(meeting, M.STUKKEN_VERZONDEN)
    Action.objects.filter(pk=action.pk).update(goal="Iets anders")
    page = client_of(make.member()).get(item.page_address).content.decode()
    assert "Sneller een plek" in page and "Iets anders" not in page
    assert "1 van" in page and "wogen deze actie" in page
    settle()
    assert list(verifying.findings()) == []


def test_before_sending_only_who_prepares_reads_the_oplegger() -> None:
    action = make.action(goal="Sneller een plek")
    item = make.item(make.meeting(M.IN_VOORBEREIDING), subject=action)
    assert "Sneller een plek" in client_of(make.secretaris()).get(item.page_address).content.decode()
    assert "Sneller een plek" not in client_of(make.member()).get(item.page_address).content.decode()


def test_changes_after_sending_make_version_two_and_members_hear_of_it() -> None:
    meeting, by, member = make.meeting(M.STUKKEN_VERZONDEN), make.secretaris(), make.member()
    with pytest.raises(MeetingRefused) as refused:
        agenda_versions.send_again(meeting=meeting, by=by)
    assert refused.value.codes == ["same"]
    item = meeting.items.get()
    agenda_items.change(item=item, expected=item.version, question="Nieuwe vraag?", minutes=30, by=by)
    make.item(meeting, title="Erbij")
    agenda_versions.send_again(meeting=meeting, by=by)
    changed = differences.of(meeting, member.user)[0]
    assert [(each.title, each.what) for each in changed.changes] == [("Het punt", "gewijzigd"), ("Erbij", "nieuw op de agenda")]
    assert {label for label, _, _ in changed.changes[0].texts} == {"vraag", "minuten"}
    from agenda.meetings.domain import invitations

    invitations.tell_of_agenda(changed.version.pk)
    assert Notification.objects.filter(user=member.user, occasion=f"agenda:{changed.version.pk}").count() == 1


def test_item_that_went_is_said_and_its_first_version_stays() -> None:
    meeting, by = make.meeting(M.STUKKEN_VERZONDEN), make.secretaris()
    extra = make.item(meeting, title="Even erbij")
    agenda_versions.send_again(meeting=meeting, by=by)
    agenda_items.remove(item=extra, by=by)
    agenda_versions.send_again(meeting=meeting, by=by)
    newest, before, _ = differences.of(meeting, make.member().user)
    assert [each.what for each in newest.changes] == ["van de agenda af"]
    assert [each.what for each in before.changes] == ["nieuw op de agenda"]
    assert SentItem.objects.filter(agenda=before.version).count() == 2


def test_reader_without_the_confidential_item_sees_no_trace_of_its_change() -> None:
    meeting, by = make.meeting(M.IN_VOORBEREIDING), make.secretaris()
    hidden = make.item(meeting, title="Besloten", visibility=Visibility.VERTROUWELIJK)
    make.step(meeting, M.STUKKEN_VERZONDEN)
    agenda_items.change(item=hidden, expected=hidden.version, question="Wie?", by=by)
    agenda_versions.send_again(meeting=meeting, by=by)
    assert [each.title for each in differences.of(meeting, make.member().user)[0].changes] == ["Besloten"]
    outsider = make.member("klankbordgroep")
    (only,) = differences.of(meeting, outsider.user)
    assert (only.number, only.changes) == (1, []), "not even that there is a second version"
    assert "wijzigingen" not in client_of(outsider).get(meeting.get_absolute_url()).content.decode().lower()
    page = client_of(outsider).get(f"/vergaderingen/{of(meeting)}/wijzigingen/").content.decode()
    assert "Besloten" not in page


def test_title_of_a_confidential_paper_is_in_the_changes_of_its_readers_only() -> None:
    meeting = make.meeting(M.STUKKEN_VERZONDEN)
    make.paper(meeting.items.get(), title="Zeer geheime raming")
    agenda_versions.send_again(meeting=meeting, by=make.secretaris())
    address = f"/vergaderingen/{of(meeting)}/wijzigingen/"
    assert "Zeer geheime raming" in client_of(make.member()).get(address).content.decode()
    assert "Zeer geheime raming" not in client_of(make.member("klankbordgroep")).get(address).content.decode()


def test_words_that_hold_personal_data_go_from_what_was_sent_too() -> None:
    action = make.action(goal="Over een bekend gezin")
    meeting = make.meeting(M.IN_VOORBEREIDING)
    make.item(meeting, subject=action)
    make.step(meeting, M.STUKKEN_VERZONDEN)
    remove(action)
    assert "bekend gezin" not in json.dumps(list(SentItem.objects.values_list("words", flat=True)))
    settle()
    assert list(verifying.findings()) == []


def test_meeting_that_moves_after_the_papers_went_out_keeps_its_agenda() -> None:
    from datetime import timedelta

    from agenda.meetings.domain import meeting_years

    meeting = make.meeting(M.STUKKEN_VERZONDEN)
    meeting_years.move(meeting=meeting, starts_at=meeting.starts_at + timedelta(days=7), reason="Ziek.", by=make.secretaris())
    moved = Meeting.objects.get(pk=meeting.pk)
    assert moved.state == M.STUKKEN_VERZONDEN and moved.versions.count() == 1 and not agenda_versions.is_changed(moved)
