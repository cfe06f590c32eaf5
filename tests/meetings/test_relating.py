"""What an item is also about: several things at one item, each for whoever may see it."""

from __future__ import annotations

from typing import Any

import pytest

from agenda.decisions.enums import Visibility
from agenda.meetings.domain import agenda_items, agenda_versions, meeting_room, mentions
from agenda.meetings.domain.agenda_items import MeetingRefused
from agenda.meetings.enums import MeetingState, Treatment
from agenda.meetings.models import AgendaItem, Meeting, SentItem
from agenda.meetings.queries import differences, prints
from agenda.meetings.queries.subjects import token
from knelpunten.enums import KnelpuntState
from portal.kit.opaque import of
from tests import factories as make
from tests.privacy.taking import hide, remove
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
M = MeetingState


def related() -> tuple[AgendaItem, Any, Any]:
    """An item about an action, and also about a rode draad and a second action."""
    item = make.item(make.meeting(M.IN_VOORBEREIDING), subject=make.action(title="De eerste"))
    draad, second = make.pattern(make.knelpunt(KnelpuntState.OP_DE_LIJST), title="De draad"), make.action(title="De tweede")
    for subject in (draad, second):
        mentions.relate(item=item, subject=subject, by=make.secretaris())
    return AgendaItem.objects.get(pk=item.pk), draad, second


def test_item_is_about_several_things_and_each_is_a_link_on_the_agenda() -> None:
    item, draad, second = related()
    for address in (item.meeting.get_absolute_url(), item.page_address):
        page = client_of(make.member()).get(address).content.decode()
        assert all(f'href="{each.get_absolute_url()}"' in page for each in (item.subject, draad, second))


def test_relating_twice_is_relating_once() -> None:
    item, draad, second = related()
    mentions.relate(item=item, subject=draad, by=make.secretaris())
    assert item.also == [draad, second]


@pytest.mark.parametrize("code", ["own-subject", "confidential-subject", "agenda-fixed", "no-subject"])
def test_relating_is_refused_with_a_reason(code: str) -> None:
    item = make.item(make.meeting(M.IN_VOORBEREIDING), subject=None if code == "confidential-subject" else make.action())
    subject: Any = {"own-subject": item.subject, "no-subject": item.meeting.body}.get(code) or make.action(title="Nog een")
    if code == "confidential-subject":
        item = agenda_items.change(item=item, expected=1, visibility=Visibility.VERTROUWELIJK, by=make.secretaris())
    if code == "agenda-fixed":
        make.step(item.meeting, M.STUKKEN_VERZONDEN)
        make.step(Meeting.objects.get(pk=item.meeting_id), M.GEOPEND)
        item = AgendaItem.objects.get(pk=item.pk)
    with pytest.raises(MeetingRefused) as refused:
        mentions.relate(item=item, subject=subject, by=make.secretaris())
    assert refused.value.codes == [code]
    assert item.also == []


def test_item_does_not_become_confidential_while_it_is_also_about_something() -> None:
    item, *_ = related()
    item = agenda_items.change(item=item, expected=1, subject=None, by=make.secretaris())
    with pytest.raises(MeetingRefused) as refused:
        agenda_items.change(item=item, expected=2, visibility=Visibility.VERTROUWELIJK, by=make.secretaris())
    assert refused.value.codes == ["confidential-subject"]


def test_secretaris_looks_for_words_puts_it_with_the_item_and_takes_it_off() -> None:
    item = make.item(make.meeting(M.IN_VOORBEREIDING))
    action, client = make.action(title="Een snelle overdracht"), client_of(make.secretaris())
    found = client.get(item.also_address, {"zoek": "overdracht snelle"}).content.decode()
    assert f'value="{token(action)}"' in found
    said = client.post(f"{item.also_address}?zoek=overdracht", {"subject": token(action)}, follow=True).content.decode()
    assert "Dit punt gaat nu ook over: Een snelle overdracht." in said
    assert "Niets gevonden" in said  # what stands there is not offered again
    client.post(item.also_address, {"subject": token(action), "part": "ja"})
    assert item.also == []


@pytest.mark.parametrize(
    "named", ["", "action", "action:0", "action:9999999999999999999", "user:1", "action:1'--", "knelpunt:{draft}"]
)
def test_what_the_secretaris_does_not_see_cannot_be_named(named: str) -> None:
    draft = make.knelpunt(title="Van een huis alleen")
    item = make.item(make.meeting(M.IN_VOORBEREIDING))
    answer = client_of(make.secretaris()).post(item.also_address, {"subject": named.format(draft=of(draft))})
    assert answer.status_code == 404
    assert item.also == []


def test_reader_sees_nothing_of_a_subject_that_was_reported() -> None:
    item, _, second = related()
    hide(second)
    reader = make.member(organisation="politie")
    for address in (item.meeting.get_absolute_url(), item.page_address):
        assert "De tweede" not in client_of(reader).get(address).content.decode()
    assert "De tweede" not in str(prints.agenda(item.meeting, reader.user))


def test_all_it_is_about_is_sent_printed_and_told_as_a_change() -> None:
    item, draad, second = related()
    make.step(item.meeting, M.STUKKEN_VERZONDEN)
    mentions.part(item=item, subject=draad, by=make.secretaris())
    meeting = Meeting.objects.get(pk=item.meeting_id)
    agenda_versions.send_again(meeting=meeting, by=make.secretaris())
    (change,) = differences.of(meeting, make.member().user)[0].changes
    assert change.texts == [("gaat ook over", "De draad, De tweede", "De tweede")]
    assert "Gaat ook over" in str(prints.agenda(meeting, make.member().user))


def test_copies_on_sent_agendas_go_with_the_text_that_is_removed() -> None:
    item, _, second = related()
    make.step(item.meeting, M.STUKKEN_VERZONDEN)
    remove(second)
    assert "De tweede" not in str([sent.said for sent in SentItem.objects.filter(item_key=item.pk)])


def test_what_is_carried_on_stays_about_the_same_things() -> None:
    item, draad, second = related()
    following = make.meeting(starts_at=item.meeting.starts_at.replace(year=item.meeting.starts_at.year + 1))
    make.step(item.meeting, M.STUKKEN_VERZONDEN)
    make.step(Meeting.objects.get(pk=item.meeting_id), M.GEOPEND)
    meeting_room.treat(item=AgendaItem.objects.get(pk=item.pk), outcome=Treatment.NIET_BEHANDELD, by=make.secretaris())
    make.closed(Meeting.objects.get(pk=item.meeting_id))
    assert AgendaItem.objects.get(meeting=following, carried_from=item).also == [draad, second]
