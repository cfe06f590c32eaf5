"""Making an agenda: order, readers, standing items, proposals, what is carried on, and two people at one item."""

from __future__ import annotations

import pytest

from agenda.decisions.enums import DecisionKind, Visibility
from agenda.lists.domain import progress, trekkers
from agenda.lists.enums import ActionList, ProgressStatus
from agenda.meetings.domain import agenda_items, issues, meeting_room, proposals, standing_list
from agenda.meetings.domain.agenda_items import MeetingRefused
from agenda.meetings.enums import ItemKind, MeetingState, Treatment
from agenda.meetings.models import AgendaItem, Issue, Meeting
from portal.kit.opaque import of
from portal.kit.refusals import Stale
from portal.network.models import Body
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
M = MeetingState


def titles(meeting: Meeting) -> list[str]:
    return list(meeting.items.order_by("number").values_list("title", flat=True))  # type: ignore[attr-defined]


def offered(meeting: Meeting) -> set[tuple[str, str]]:
    fresh = Meeting.objects.select_related("body").get(pk=meeting.pk)
    return {(each.source, each.title) for _, rows in proposals.proposals_for(fresh) for each in rows}


def test_what_fewer_may_read_stands_further_on_so_that_no_reader_sees_a_gap() -> None:
    meeting = make.meeting(M.IN_VOORBEREIDING)
    make.item(meeting, title="Besloten", visibility=Visibility.VERTROUWELIJK)
    make.item(meeting, title="Leden", visibility=Visibility.LEDEN)
    make.item(meeting, title="Open")
    assert titles(meeting) == ["Het punt", "Open", "Leden", "Besloten"]
    order = [item.pk for item in reversed(meeting.items.all())]
    agenda_items.arrange(meeting=meeting, order=order, by=make.secretaris())
    assert titles(meeting) == ["Open", "Het punt", "Leden", "Besloten"]
    assert list(meeting.items.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4]


def test_confidential_item_is_about_nothing_on_the_lists() -> None:
    meeting, by = make.meeting(M.IN_VOORBEREIDING), make.secretaris()
    with pytest.raises(MeetingRefused) as refused:
        make.item(meeting, subject=make.action(), visibility=Visibility.VERTROUWELIJK)
    assert refused.value.codes == ["confidential-subject"]
    about = make.item(meeting, subject=make.action())
    with pytest.raises(MeetingRefused):
        agenda_items.change(item=about, expected=about.version, visibility=Visibility.VERTROUWELIJK, by=by)


def test_every_item_of_a_confidential_meeting_is_confidential() -> None:
    meeting = make.meeting(is_confidential=True)
    assert make.item(meeting, visibility=Visibility.OPEN).visibility == Visibility.VERTROUWELIJK


def test_of_two_who_change_one_item_the_second_sees_both_texts() -> None:
    meeting = make.meeting(M.IN_VOORBEREIDING)
    item, by = meeting.items.get(), make.secretaris()
    agenda_items.change(item=item, expected=1, title="Van de eerste", by=by)
    with pytest.raises(Stale):
        agenda_items.change(item=item, expected=1, title="Van de tweede", by=by)
    sent = {
        "key": str(item.key),
        "version": "1",
        "kind": "bespreking",
        "title": "Van de tweede",
        "minutes": "5",
        "serves": "huizen",
        "visibility": "open",
    }
    client = client_of(by)
    answer = client.post(f"/vergaderingen/punten/{of(item)}/wijzigen/", sent)
    page = answer.content.decode()
    assert answer.status_code == 409 and "Van de eerste" in page and "Van de tweede" in page
    assert client.post(f"/vergaderingen/punten/{of(item)}/wijzigen/", sent | {"version": "2"}).status_code == 302
    assert AgendaItem.objects.get(pk=item.pk).title == "Van de tweede"


def test_buttons_move_one_place_and_keep_nothing_until_the_last() -> None:
    meeting = make.meeting(M.IN_VOORBEREIDING)
    make.item(meeting, title="Twee")
    client, address = client_of(make.secretaris()), f"/vergaderingen/{of(meeting)}/agenda/"
    first, second = (of(item) for item in meeting.items.order_by("number"))
    page = client.post(address, {"order": [first, second], "up": second}).content.decode()
    assert page.index("Twee") < page.index("Het punt")
    assert titles(meeting) == ["Het punt", "Twee"]
    client.post(address, {"order": [second, first], "keep": "ja"})
    assert titles(meeting) == ["Twee", "Het punt"]


def test_over_the_time_is_said() -> None:
    meeting = make.meeting(M.IN_VOORBEREIDING)
    make.item(meeting, minutes=150)
    page = client_of(make.secretaris()).get(f"/vergaderingen/{of(meeting)}/agenda/").content.decode()
    assert "45 minuten over de tijd" in page


def test_new_agenda_begins_with_the_standing_items_in_their_order() -> None:
    body, by = Body.objects.get(slug="stuurgroep"), make.secretaris()
    for title in ("Rondvraag", "Opening"):
        row = standing_list.keep(body=body, kind=ItemKind.OPENING, title=title, minutes=5, serves="huizen", by=by)
    standing_list.raise_up(item=row, by=by)
    meeting = make.meeting()
    make.meeting_steps.advance(meeting=meeting, to=M.IN_VOORBEREIDING, by=by)
    assert titles(meeting) == ["Opening", "Rondvraag"]


def test_each_source_proposes_and_stops_when_it_is_taken_up() -> None:
    by = make.secretaris()
    steered, wished, pulled = make.action_on(ActionList.ACTIELIJST), make.action(), make.action()
    update = progress.report(
        key=make.uuid4(),
        action=steered,
        status=ProgressStatus.STAGNEERT,
        happened="Het stokt.",
        steering="Wie betaalt?",
        by=_in_coalition(steered),
    )
    progress.release(update=update, by=by)
    trekkers.offer(action=pulled, by=make.member())
    issue = _chosen()
    held = make.meeting(M.VERSLAG_CONCEPT)
    meeting = make.meeting(M.IN_VOORBEREIDING)
    wanted = {
        ("bijsturing", steered.title),
        ("voorgesteld", wished.title),
        ("trekker", pulled.title),
        ("vraagstuk", issue.title),
        ("verslag", f"Verslag van {held.title}"),
    }
    assert wanted <= offered(meeting)
    for source, pk in (
        ("bijsturing", steered.pk),
        ("voorgesteld", wished.pk),
        ("trekker", pulled.pk),
        ("vraagstuk", issue.pk),
        ("verslag", held.pk),
    ):
        proposals.take_up(meeting=meeting, source=source, pk=pk, by=by)
    assert not wanted & offered(meeting)
    assert meeting.items.get(title=issue.title).question == "In deze woorden?"
    assert meeting.items.get(title=steered.title).question == "Wie betaalt?"
    with pytest.raises(MeetingRefused) as refused:
        proposals.take_up(meeting=meeting, source="bijsturing", pk=steered.pk, by=by)
    assert refused.value.codes == ["no-proposal"]


def _in_coalition(action: object) -> object:
    from agenda.lists.domain import coalitions

    by = make.member("klankbordgroep")
    coalitions.join(action=action, text="Wij doen mee.", by=by)
    return by


def _chosen() -> Issue:
    issue = make.issue()
    meeting = make.meeting(M.GEOPEND, body="klankbordgroep")
    issues.choose(issue=issue, meeting=meeting, wording="In deze woorden?", by=make.secretaris("klankbordgroep"))
    return Issue.objects.get(pk=issue.pk)


def test_only_an_open_klankbordgroep_chooses_and_only_once() -> None:
    issue, by = make.issue(), make.secretaris("klankbordgroep")
    for wrong in (make.meeting(M.STUKKEN_VERZONDEN, body="klankbordgroep"), make.meeting(M.GEOPEND)):
        with pytest.raises(issues.IssueRefused) as refused:
            issues.choose(issue=issue, meeting=wrong, wording="Ja?", by=by)
        assert refused.value.codes == ["not-open"]
    right = make.meeting(M.GEOPEND, body="klankbordgroep")
    issues.choose(issue=issue, meeting=right, wording="Past niet.", is_chosen=False, by=by)
    with pytest.raises(issues.IssueRefused) as refused:
        issues.choose(issue=Issue.objects.get(pk=issue.pk), meeting=right, wording="Toch?", by=by)
    assert refused.value.codes == ["chosen"]
    assert not Issue.objects.chosen().exists()


def test_what_was_not_treated_or_held_over_moves_on_and_the_old_record_stays() -> None:
    by, meeting = make.secretaris(), make.meeting(M.IN_VOORBEREIDING)
    held_over = make.item(meeting, title="Aangehouden", subject=make.action())
    make.step(meeting, M.STUKKEN_VERZONDEN)
    make.step(meeting, M.GEOPEND)
    following = make.meeting()
    make.item_decisions.take(item=held_over, key=make.uuid4(), kind=DecisionKind.AANHOUDEN, wording="Later.", by=by)
    meeting_room.treat(item=meeting.items.get(title="Het punt"), outcome=Treatment.NIET_BEHANDELD, by=by)
    make.meeting_steps.advance(meeting=Meeting.objects.get(pk=meeting.pk), to=M.GESLOTEN, by=by)
    assert titles(following) == ["Het punt", "Aangehouden"]
    carried = following.items.get(title="Aangehouden")
    assert carried.carried_from == held_over and carried.subject == held_over.subject
    assert held_over.meeting.items.count() == 2


def test_without_a_next_meeting_it_waits_as_a_proposal() -> None:
    by, meeting = make.secretaris(), make.meeting(M.GEOPEND)
    meeting_room.treat(item=meeting.items.get(), outcome=Treatment.NIET_BEHANDELD, by=by)
    make.meeting_steps.advance(meeting=Meeting.objects.get(pk=meeting.pk), to=M.GESLOTEN, by=by)
    following = make.meeting(M.IN_VOORBEREIDING)
    assert ("doorgeschoven", "Het punt") in offered(following)
    proposals.take_up(meeting=following, source="doorgeschoven", pk=meeting.items.get().pk, by=by)
    assert ("doorgeschoven", "Het punt") not in offered(following)


def test_item_about_a_rode_draad_explains_it_and_is_taken_note_of() -> None:
    pattern = make.pattern(make.knelpunt(make.S.OP_DE_LIJST, title="Geen plek in de nacht"), analysis="Overal hetzelfde gat.")
    meeting = make.meeting(M.IN_VOORBEREIDING)
    item = make.item(meeting, subject=pattern)
    make.step(meeting, M.STUKKEN_VERZONDEN)
    client = client_of(make.manager())
    page = client.get(item.page_address).content.decode()
    assert "Overal hetzelfde gat." in page and "Geen plek in de nacht" in page and pattern.get_absolute_url() in page
    assert pattern.get_absolute_url() in client.get(meeting.get_absolute_url()).content.decode()
    make.step(meeting, M.GEOPEND)
    decision = make.item_decisions.take(
        item=item, key=make.uuid4(), kind=DecisionKind.TER_KENNISGEVING, wording="Gezien.", by=make.secretaris()
    )
    assert decision.subject == pattern
