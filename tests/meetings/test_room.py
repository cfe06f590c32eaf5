"""In the meeting: one item at a time, an outcome for each, notes that nobody
overwrites, and decisions that are all or nothing."""

from __future__ import annotations

from threading import Barrier

import pytest
from django.test import Client

from agenda.decisions.enums import DecisionKind, Visibility
from agenda.decisions.models import Decision, Reservation
from agenda.meetings.domain import agenda_items, item_decisions, meeting_room, meeting_steps
from agenda.meetings.domain.agenda_items import MeetingRefused
from agenda.meetings.domain.meeting_room import OtherNotes
from agenda.meetings.enums import MeetingState, Presence, Treatment
from agenda.meetings.models import AgendaItem, BodyRules, ItemNotes, Meeting
from portal.kit.opaque import of
from portal.network.models import Membership
from portal.network.queries.seats import seat_of
from portal.privacy.domain.guard import PersonalDataRefused
from tests import factories as make
from tests.at_once import each_at_once
from tests.privacy.test_writing import client_of

M, D = MeetingState, DecisionKind


def notes(item: AgendaItem) -> ItemNotes:
    return ItemNotes.objects.get(item=item)


@pytest.mark.django_db
def test_closing_says_which_item_has_no_outcome_and_decides_nothing_by_itself() -> None:
    meeting, by = make.meeting(M.GEOPEND, subject=make.action()), make.secretaris()
    meeting_room.treat_rest(meeting=meeting, by=by)
    with pytest.raises(MeetingRefused) as refused:
        meeting_steps.advance(meeting=meeting, to=M.GESLOTEN, by=by)
    assert refused.value.sentences == ["Punt 1 heeft nog geen uitkomst: neem een besluit, houd het aan of schuif het door."]
    assert not Decision.objects.exists()
    meeting_room.treat(item=meeting.items.get(), outcome=Treatment.NIET_BEHANDELD, by=by)
    meeting_steps.advance(meeting=meeting, to=M.GESLOTEN, by=by)


@pytest.mark.django_db
def test_item_has_one_outcome() -> None:
    item, by = make.open_item(make.action()), make.secretaris()
    meeting_room.treat(item=item, outcome=Treatment.BESPROKEN, by=by)
    with pytest.raises(item_decisions.DecisionRefused) as refused:
        item_decisions.take(item=item, key=make.uuid4(), kind=D.WENSELIJK, wording="Toch.", by=by)
    assert refused.value.codes == ["treated"]
    other = make.open_item(make.action())
    item_decisions.take(item=other, key=make.uuid4(), kind=D.WENSELIJK, wording="Ja.", by=by)
    with pytest.raises(MeetingRefused) as also:
        meeting_room.treat(item=other, outcome=Treatment.BESPROKEN, by=by)
    assert also.value.codes == ["decided"]


@pytest.mark.django_db
def test_presence_is_of_organisations_and_a_quorum_only_where_the_body_has_one() -> None:
    meeting, by = make.meeting(M.GEOPEND), make.secretaris()
    place, foreign = Membership.objects.filter(body=meeting.body)[0], Membership.objects.exclude(body=meeting.body)[0]
    meeting_room.mark(meeting=meeting, membership=place, presence=Presence.VERVANGEN, replaced_by="Iemand", by=by)
    assert meeting_room.quorum_of(meeting) == (1, None)
    BodyRules.objects.create(body=meeting.body, quorum=9)
    assert meeting_room.quorum_of(meeting) == (1, 9)
    with pytest.raises(MeetingRefused) as refused:
        meeting_room.mark(meeting=meeting, membership=foreign, presence=Presence.AANWEZIG, by=by)
    assert refused.value.codes == ["other-body"]


@pytest.mark.django_db
def test_whoever_follows_gets_nothing_while_nothing_changed_and_the_new_page_when_it_did() -> None:
    meeting, by = make.meeting(M.GEOPEND), make.secretaris()
    client, address = client_of(make.member()), f"/vergaderingen/{of(meeting)}/tafel/"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    meeting_room.bring_up(item=meeting.items.get(), by=by)
    changed = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200 and "Het punt</h1>" in changed.content.decode()
    other = client_of(make.member("klankbordgroep")).get(address, headers={"If-None-Match": changed["ETag"]})
    assert other.status_code == 200, "what one reader has is not another's"


@pytest.mark.django_db
def test_who_follows_is_not_told_of_a_change_that_it_may_not_see() -> None:
    meeting, by = make.meeting(M.IN_VOORBEREIDING), make.secretaris()
    hidden = make.item(meeting, title="Besloten", visibility="vertrouwelijk")
    make.step(meeting, M.STUKKEN_VERZONDEN)
    for address in (f"/vergaderingen/{of(meeting)}/", f"/vergaderingen/{of(meeting)}/tafel/"):
        outside, inside = client_of(make.member("klankbordgroep")), client_of(make.member())
        marks = {reader: reader.get(address)["ETag"] for reader in (outside, inside)}
        assert [reader.get(address, headers={"If-None-Match": mark}).status_code for reader, mark in marks.items()] == [304, 304]
        agenda_items.change(
            item=hidden, expected=AgendaItem.objects.get(pk=hidden.pk).version, title=f"Besloten {address}", by=by
        )
        assert outside.get(address, headers={"If-None-Match": marks[outside]}).status_code == 304
        assert outside.get(address)["ETag"] == marks[outside]
        assert inside.get(address, headers={"If-None-Match": marks[inside]}).status_code == 200


@pytest.mark.django_db
def test_who_may_not_see_a_meeting_learns_nothing_by_guessing_its_mark() -> None:
    hidden = make.meeting(M.GEPLAND, is_confidential=True)
    outside = make.member("klankbordgroep", "aedes")
    for guess in ('"x"', f'"{hidden.pk}-{hidden.revision}-{outside.user.pk}"'):  # type: ignore[union-attr]
        answer = client_of(outside).get(f"/vergaderingen/{of(hidden)}/", headers={"If-None-Match": guess})
        assert answer.status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("act", ["decide", "treat", "change", "paper", "mark", "close"])
def test_every_act_in_the_meeting_reaches_who_follows(act: str) -> None:
    meeting, by = (
        make.meeting(M.GEOPEND if act in ("decide", "treat", "mark", "close") else M.STUKKEN_VERZONDEN),
        make.secretaris(),
    )
    item, before = meeting.items.get(), Meeting.objects.get(pk=meeting.pk).revision
    acts = {
        "decide": lambda: item_decisions.take(item=item, key=make.uuid4(), kind=D.TER_KENNISGEVING, wording="Gezien.", by=by),
        "treat": lambda: meeting_room.treat(item=item, outcome=Treatment.BESPROKEN, by=by),
        "change": lambda: agenda_items.change(item=item, expected=1, title="Anders", by=by),
        "paper": lambda: make.paper(item),
        "mark": lambda: meeting_room.mark(
            meeting=meeting, membership=Membership.objects.filter(body=meeting.body)[0], presence=Presence.AANWEZIG, by=by
        ),
        "close": lambda: make.step(meeting, M.GESLOTEN),
    }
    acts[act]()
    assert Meeting.objects.get(pk=meeting.pk).revision > before


@pytest.mark.django_db
def test_notes_of_two_secretaries_are_never_overwritten() -> None:
    item, one, two = make.open_item(), make.secretaris(), make.secretaris()
    meeting_room.write_notes(item=item, text="Van de eerste.", expected=0, by=one)
    with pytest.raises(OtherNotes) as other:
        meeting_room.write_notes(item=item, text="Van de tweede.", expected=0, by=two)
    assert other.value.notes.text == "Van de eerste."
    meeting_room.write_notes(item=item, text="Van de eerste.\n\nVan de tweede.", expected=1, by=two)
    meeting_room.write_notes(item=item, text="Van de eerste.\n\nVan de tweede.", expected=1, by=two)
    assert (notes(item).version, notes(item).text) == (2, "Van de eerste.\n\nVan de tweede.")


@pytest.mark.django_db
def test_notes_lie_still_once_the_verslag_is_adopted() -> None:
    item = make.meeting(M.VERSLAG_VASTGESTELD).items.get()
    with pytest.raises(MeetingRefused) as refused:
        meeting_room.write_notes(item=item, text="Nog iets.", expected=0, by=make.secretaris())
    assert refused.value.codes == ["adopted"]


@pytest.mark.django_db
def test_notes_answer_a_script_in_json_and_a_browser_without_one_in_a_page() -> None:
    item = make.open_item()
    client, address = client_of(make.secretaris()), f"/vergaderingen/punten/{of(item)}/aantekeningen/"
    accept = {"Accept": "application/json"}
    assert client.post(address, {"text": "Een.", "version": "0"}, headers=accept).json() == {"version": 1}
    clash = client.post(address, {"text": "Twee.", "version": "0"}, headers=accept)
    assert (clash.status_code, clash.json()["text"], clash.json()["version"]) == (409, "Een.", 1)
    page = client.post(address, {"text": "Twee.", "version": "0"})
    assert page.status_code == 409 and "Een." in page.content.decode() and "Twee." in page.content.decode()
    assert client.post(address, {"text": "Bel 06-12345678.", "version": "1"}, headers=accept).status_code == 422
    for wrong in ({"text": "x", "version": "een"}, {"text": "x" * 9000, "version": "1"}):
        assert client.post(address, wrong, headers=accept).status_code == 422
    assert Client().post(address, {"text": "Drie.", "version": "1"}).status_code == 302
    assert notes(item).text == "Een."


@pytest.mark.django_db
def test_notes_that_are_too_long_come_back_as_they_were_typed_without_a_script() -> None:
    item = make.open_item()
    client, address = client_of(make.secretaris()), f"/vergaderingen/punten/{of(item)}/aantekeningen/"
    answer = client.post(address, {"text": "a" * 8001, "version": "0"})
    page = answer.content.decode()
    assert (answer.status_code, "Er passen 8000 tekens bij een punt." in page, "a" * 8001 in page) == (422, True, True)


def test_twenty_saves_at_one_moment_keep_one_text_and_tell_the_others(committed_db: str) -> None:
    item, by, together = make.open_item(), make.secretaris(), Barrier(20)

    def save(number: int) -> None:
        together.wait()
        meeting_room.write_notes(item=item, text=f"Van {number}.", expected=0, by=by)

    codes = each_at_once(*[lambda number=number: save(number) for number in range(20)])  # type: ignore[misc]
    assert sorted(codes) == ["done"] + ["other-notes"] * 19
    assert notes(item).text == f"Van {codes.index('done')}."


@pytest.mark.django_db
def test_decision_is_sealed_and_corrected_only_by_a_later_one_that_names_it() -> None:
    by, first_item, second_item, third_item = make.secretaris(), make.open_item(), make.open_item(), make.open_item()
    first = item_decisions.take(item=first_item, key=make.uuid4(), kind=D.TER_KENNISGEVING, wording="Zo is het.", by=by)
    assert first.seal.sha256 == Decision.objects.get(pk=first.pk).digest
    second = item_decisions.take(
        item=second_item, key=make.uuid4(), kind=D.TER_KENNISGEVING, wording="Toch anders.", corrects=first, by=by
    )
    assert list(first.corrected_by.all()) == [second]
    with pytest.raises(item_decisions.DecisionRefused) as refused:
        item_decisions.take(
            item=third_item, key=make.uuid4(), kind=D.TER_KENNISGEVING, wording="Nog eens.", corrects=first, by=by
        )
    assert refused.value.codes == ["corrected"]
    other = make.open_item(body="klankbordgroep")
    with pytest.raises(item_decisions.DecisionRefused) as also:
        item_decisions.take(
            item=other,
            key=make.uuid4(),
            kind=D.TER_KENNISGEVING,
            wording="Nee.",
            corrects=second,
            by=make.secretaris("klankbordgroep"),
        )
    assert also.value.codes == ["other-body"]


@pytest.mark.django_db
def test_confidential_decisions_are_numbered_by_themselves_so_that_no_gap_shows() -> None:
    meeting, by = make.meeting(M.IN_VOORBEREIDING), make.secretaris()
    rows = [
        make.item(meeting, visibility=visibility) for visibility in (Visibility.OPEN, Visibility.VERTROUWELIJK, Visibility.OPEN)
    ]
    for to in (M.STUKKEN_VERZONDEN, M.GEOPEND):
        make.step(meeting, to)
    numbers = [
        item_decisions.take(item=item, key=make.uuid4(), kind=D.TER_KENNISGEVING, wording="Gezien.", by=by).number.split("-")[1]
        for item in rows
    ]
    assert numbers == ["001", "V001", "002"]
    assert Decision.objects.visible_to(make.manager().user).count() == 2
    assert Decision.objects.visible_to(make.member().user).count() == 3


@pytest.mark.django_db
def test_voorbehoud_is_of_an_organisation_once_and_until_the_verslag_is_adopted() -> None:
    item, by, member = make.open_item(make.action()), make.secretaris(), make.member()
    own = seat_of(member).membership
    with pytest.raises(item_decisions.DecisionRefused) as refused:
        item_decisions.reserve(item=item, membership=own, text="Niet zo snel.", by=member)
    assert refused.value.codes == ["no-decision"]
    item_decisions.take(item=item, key=make.uuid4(), kind=D.WENSELIJK, wording="Ja.", by=by)
    for _ in range(2):
        client_of(member).post(f"/vergaderingen/punten/{of(item)}/voorbehoud/", {"text": "Niet zo snel."})
    assert [(each.membership, each.text) for each in Reservation.objects.all()] == [(own, "Niet zo snel.")]
    with pytest.raises(PersonalDataRefused):
        item_decisions.reserve(item=item, membership=own, text="Bel 06-12345678.", by=member)
    for to in (M.GESLOTEN, M.VERSLAG_CONCEPT, M.VERSLAG_VASTGESTELD):
        make.step(item.meeting, to)
    with pytest.raises(item_decisions.DecisionRefused) as adopted:
        item_decisions.reserve(
            item=item, membership=Membership.objects.filter(body=item.meeting.body).exclude(pk=own.pk)[0], text="Laat.", by=by
        )
    assert adopted.value.codes == ["adopted"]


@pytest.mark.django_db
def test_stuurgroep_lets_an_organisation_join_by_a_decision() -> None:
    from portal.network.models import Organisation

    known = Organisation.objects.first()
    organisation = Organisation.objects.create(
        slug="nieuw",
        name="Nieuwe partner",
        short_name="Nieuw",
        sort_key="nieuw",
        actor_group=known.actor_group,
        from_date="2026-01-01",  # type: ignore[union-attr]
    )
    item = make.open_item(organisation)
    item_decisions.take(item=item, key=make.uuid4(), kind=D.PARTIJ_TOELATEN, wording="Welkom.", by=make.secretaris())
    assert Membership.objects.filter(body__slug="stuurgroep", organisation=organisation).count() == 1
    again = make.open_item(organisation)
    with pytest.raises(item_decisions.DecisionRefused) as refused:
        item_decisions.take(item=again, key=make.uuid4(), kind=D.PARTIJ_TOELATEN, wording="Nog eens.", by=make.secretaris())
    assert refused.value.codes == ["is-member"]


def test_item_taken_off_while_it_is_decided_ends_one_way_or_the_other(committed_db: str) -> None:
    """The meeting opens, is decided in and loses an item at one moment: nothing is half done."""
    by = make.secretaris()
    for _ in range(5):
        meeting = make.meeting(M.STUKKEN_VERZONDEN, subject=make.action())
        item = meeting.items.get()

        def decide(meeting: Meeting = meeting, item: AgendaItem = item) -> None:
            meeting_steps.advance(meeting=meeting, to=M.GEOPEND, by=by)
            item_decisions.take(item=item, key=make.uuid4(), kind=D.WENSELIJK, wording="Ja.", by=by)

        try:
            first, second = each_at_once(decide, lambda item=item: agenda_items.remove(item=item, by=by))  # type: ignore[misc]
        except AgendaItem.DoesNotExist:
            first, second = "gone", "done"
        assert (first, second) in {("done", "agenda-fixed"), ("gone", "done")}
        assert AgendaItem.objects.filter(pk=item.pk).exists() == (first == "done")
