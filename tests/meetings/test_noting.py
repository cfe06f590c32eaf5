"""What ended elsewhere or was not taken up stands once, as one list, on the
Stuurgroep's next agenda; members may ask to discuss it."""

from __future__ import annotations

import pytest
from django.db import connection

from agenda.decisions.enums import DecisionKind, Serves
from agenda.meetings.domain import agenda_items, item_decisions, meeting_steps, noted_knelpunten
from agenda.meetings.domain.noted_knelpunten import NotingRefused
from agenda.meetings.enums import ItemKind, MeetingState
from agenda.meetings.models import AgendaItem, DiscussionRequest, Meeting
from knelpunten.domain import hand_overs
from knelpunten.models import Knelpunt
from knelpunten.queries.knelpunten import hand_over_of
from portal.history.domain.verifying import findings
from portal.kit.opaque import of
from portal.network.models import PolicyTable
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
S, M = make.S, MeetingState


def titles(meeting: Meeting) -> set[str]:
    return set(noted_knelpunten.noted_at(Meeting.objects.get(pk=meeting.pk)).values_list("title", flat=True))


def sent(meeting: Meeting) -> None:
    meeting_steps.advance(meeting=meeting, to=M.STUKKEN_VERZONDEN, by=make.secretaris())


def test_list_lives_until_the_agenda_is_sent_and_is_fixed_then() -> None:
    make.knelpunt(S.NIET_OPGENOMEN, title="eerst")
    for state in (S.OP_DE_LIJST, S.HOORT_IN_DE_REGIO, S.IN_BEOORDELING):
        make.knelpunt(state)
    meeting = make.meeting(M.IN_VOORBEREIDING)
    assert titles(meeting) == {"eerst"}
    make.knelpunt(S.ELDERS_BELEGD, title="daarna")
    assert titles(meeting) == {"eerst", "daarna"}
    sent(meeting)
    make.knelpunt(S.ELDERS_BELEGD, title="te laat")
    assert titles(meeting) == {"eerst", "daarna"}
    assert titles(make.meeting(M.IN_VOORBEREIDING)) == {"te laat"}
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert list(findings()) == []


def test_only_the_next_meeting_of_the_stuurgroep_has_it() -> None:
    make.knelpunt(S.NIET_OPGENOMEN, title="eerst")
    first, second = make.meeting(M.IN_VOORBEREIDING), make.meeting(M.GEPLAND)
    prepares = make.meeting(M.IN_VOORBEREIDING, body="klankbordgroep")
    assert (titles(first), titles(second), titles(prepares)) == ({"eerst"}, set(), set())


def test_another_end_is_noted_again() -> None:
    knelpunt = make.knelpunt(S.ELDERS_BELEGD, title="eerst")
    sent(make.meeting(M.IN_VOORBEREIDING))
    following = make.meeting(M.IN_VOORBEREIDING)
    assert titles(following) == set()
    hand_overs.take_back(knelpunt=knelpunt, reason="Niet aanvaard.", by=make.bureau())
    make.assessments.conclude(knelpunt=knelpunt, outcome=S.NIET_OPGENOMEN, reason="Toch niet.", by=make.bureau())
    assert titles(following) == {"eerst"}


def test_what_was_noted_and_came_back_stays_on_the_old_list() -> None:
    knelpunt = make.knelpunt(S.ELDERS_BELEGD, title="eerst")
    meeting = make.meeting(M.IN_VOORBEREIDING)
    sent(meeting)
    hand_overs.take_back(knelpunt=knelpunt, reason="Niet aanvaard.", by=make.bureau())
    assert titles(meeting) == {"eerst"}
    page = client_of(make.member()).get(meeting.get_absolute_url()).content.decode()
    assert "eerst" not in page, "what is being assessed again is the landelijk bureau's"


def test_member_asks_to_discuss_once_and_the_secretaris_puts_it_on_the_agenda() -> None:
    knelpunt, meeting = make.knelpunt(S.NIET_OPGENOMEN, title="Dit hoort erbij"), make.meeting(M.IN_VOORBEREIDING)
    member = client_of(make.member())
    ask = f"{meeting.get_absolute_url()}bespreken/{of(knelpunt)}/"
    assert member.post(ask, {"reason": ""}).status_code == 422
    for _ in range(2):
        assert member.post(ask, {"reason": "Dit raakt onze leden."}).status_code == 302
    assert DiscussionRequest.objects.count() == 1
    client = client_of(make.secretaris())
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "wil dit bespreken:</strong> Dit raakt onze leden." in page
    add = f"{meeting.get_absolute_url()}punten/nieuw/"
    assert "Dit hoort erbij" in client.get(add, {"knelpunt": of(knelpunt)}).content.decode()
    fields = {
        "key": str(make.uuid4()),
        "kind": "bespreking",
        "title": "Dit hoort erbij",
        "minutes": "5",
        "serves": "huizen",
        "visibility": "open",
        "knelpunt": knelpunt.pk,
    }
    assert client.post(add, fields).status_code == 302
    assert AgendaItem.objects.latest("pk").subject == knelpunt
    shown = client_of(make.member("klankbordgroep")).get(meeting.get_absolute_url()).content.decode()
    assert f"/knelpunten/{of(knelpunt)}/" not in shown, "a member who may not read it is not led to it"
    assert f"/knelpunten/{of(knelpunt)}/" in member.get(meeting.get_absolute_url()).content.decode()


def test_asking_is_for_members_of_the_stuurgroep_while_the_meeting_is_to_come() -> None:
    knelpunt, meeting = make.knelpunt(S.NIET_OPGENOMEN), make.meeting(M.STUKKEN_VERZONDEN)
    ask = f"{meeting.get_absolute_url()}bespreken/{of(knelpunt)}/"
    for other in (make.bureau(), make.secretaris(), make.member("klankbordgroep"), make.manager()):
        assert client_of(other).post(ask, {"reason": "Dit raakt onze leden ook."}).status_code == 403
    by = make.member()
    with pytest.raises(NotingRefused) as refused:
        noted_knelpunten.ask(meeting=meeting, knelpunt=make.knelpunt(S.NIET_OPGENOMEN), reason="Graag.", by=by)
    assert refused.value.codes == ["not-noted"]
    for to in (M.GEOPEND, M.GESLOTEN):
        make.step(meeting, to)
    with pytest.raises(NotingRefused) as refused:
        noted_knelpunten.ask(meeting=Meeting.objects.get(pk=meeting.pk), knelpunt=knelpunt, reason="Graag.", by=by)
    assert refused.value.codes == ["held"]


def test_stuurgroep_decides_that_another_table_takes_a_knelpunt_up() -> None:
    knelpunt, meeting = make.knelpunt(S.OP_DE_LIJST), make.meeting(M.IN_VOORBEREIDING)
    by, table = make.secretaris(), PolicyTable.objects.get(slug="bo-wvggz")
    item = agenda_items.add(
        key=make.uuid4(),
        meeting=meeting,
        kind=ItemKind.BESLUITVORMING,
        title="Waar hoort dit?",
        minutes=5,
        serves=Serves.VERBINDER,
        subject=knelpunt,
        by=by,
    )
    for to in (M.STUKKEN_VERZONDEN, M.GEOPEND):
        meeting_steps.advance(meeting=meeting, to=to, by=by)
    client = client_of(by)
    address = f"/vergaderingen/punten/{of(item)}/besluit/knelpunt_elders/"
    assert client.post(address, {"key": str(make.uuid4()), "wording": "Naar het BO Wvggz."}).status_code == 422
    assert (
        client.post(address, {"key": str(make.uuid4()), "wording": "Naar het BO Wvggz.", "table": of(table)}).status_code == 302
    )
    knelpunt = Knelpunt.objects.get(pk=knelpunt.pk)
    hand_over = hand_over_of(knelpunt)
    assert knelpunt.state == S.ELDERS_BELEGD and hand_over and hand_over.step.table == table
    assert knelpunt.steps.last().words == "Naar het BO Wvggz."  # type: ignore[union-attr]
    again = AgendaItem.objects.get(pk=item.pk)
    blockers = item_decisions.blockers_for_decision(item=again, kind=DecisionKind.KNELPUNT_ELDERS)
    assert [blocker.code for blocker in blockers] == ["no-such-step"]
    assert titles(make.meeting(M.IN_VOORBEREIDING)) == set(), "the Stuurgroep knows what it decided"
