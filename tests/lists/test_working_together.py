"""Coalitions, calls, pilots, who pulls, hand-overs, milestones, documents, drafts,
the words of a proposal and the order of a list."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from agenda.lists.domain import coalitions, list_orders, milestones, moves, proposal_drafts, proposals, reminders, trekkers
from agenda.lists.enums import ActionList, ProgressStatus
from agenda.lists.models import (
    Action,
    ActionFile,
    ActionRevision,
    Comment,
    Contribution,
    ListMove,
    Milestone,
    ProposalDraft,
    TrekkerOffer,
)
from agenda.lists.queries import attention
from agenda.lists.queries.coalition import call_of, open_calls
from agenda.meetings.domain import agenda_items, meeting_steps
from agenda.meetings.enums import MeetingState
from agenda.meetings.models import AgendaItem
from portal.accounts.actor import Actor, operator
from portal.kit import clock
from portal.kit.opaque import of
from portal.kit.refusals import Refused, Stale
from portal.network.domain import seats
from portal.network.models import Ambition, Seat
from portal.notify.models import Notification
from portal.privacy.domain.guard import PersonalDataRefused
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
L = ActionList
PHONE = "Bel 06-12345678."


def ends(by: Actor | Seat) -> None:
    """The seat ended yesterday."""
    pk = by.seat_id if isinstance(by, Actor) else by.pk
    seats.end(seat=Seat.objects.get(pk=pk), last_day=clock.today() - timedelta(days=1), by=operator("test"))


def refused(act: Any) -> list[str]:
    with pytest.raises(Refused) as why, transaction.atomic():
        act()
    return why.value.codes


# ── Coalition


def test_who_joins_is_the_contact_and_says_who_is_freed() -> None:
    action, by = make.action_on(L.ACTIELIJST), make.member("klankbordgroep")
    made = coalitions.join(action=action, text="Wij schrijven.", freed="een adviseur, een dag per week", by=by)
    assert (made.contact_id, made.freed) == (by.seat_id, "een adviseur, een dag per week")
    page = client_of(make.bureau()).get("/organisaties/valente/bijdragen/").content.decode()
    assert "een adviseur, een dag per week" in page and by.user.name in page and action.title in page


def test_a_contribution_written_by_two_colleagues_keeps_both_texts() -> None:
    action, one, other = make.action(), make.member("klankbordgroep"), make.member("klankbordgroep")
    coalitions.join(action=action, text="Eerst.", by=one)
    coalitions.contribute(action=action, expected=1, text="Van de een.", by=one)
    with pytest.raises(Stale):
        coalitions.contribute(action=action, expected=1, text="Van de ander.", by=other)
    client, address = client_of(other), f"/acties/{of(action)}/bijdrage/"
    answer = client.post(address, {"version": "1", "text": "Van de ander."})
    page = answer.content.decode()
    assert answer.status_code == 409 and "Van de een." in page and "Van de ander." in page and 'value="2"' in page
    assert client.post(address, {"version": "2", "text": "Van de ander."}).status_code == 302
    assert Contribution.objects.get().text == "Van de ander."


def test_an_organisation_whose_seats_ended_no_longer_counts() -> None:
    action = make.action_on(L.ACTIELIJST)
    one, other = make.member("klankbordgroep", "valente"), make.member("klankbordgroep", "aedes")
    for by in (one, other):
        coalitions.join(action=action, text="Wij doen mee.", by=by)
    assert not attention.without_coalition().exists()
    for seat in Seat.objects.filter(membership=Seat.objects.get(pk=one.seat_id).membership_id):
        ends(seat)
    assert list(attention.without_coalition()) == [action]
    page = client_of(other).get(action.get_absolute_url()).content.decode()
    assert "in vorming" in page and "geen zetel meer" in page
    assert refused(lambda: coalitions.join(action=make.action(), text="Toch.", by=one)) == ["seat-ended"]


def test_a_call_stands_until_its_day_or_until_it_is_closed() -> None:
    action, by, user = make.action(), make.bureau(), make.member().user
    coalitions.call(key=uuid4(), action=action, text="Wij zoeken partners.", closes_date=clock.today() + timedelta(days=7), by=by)
    assert [call.text for call in open_calls(user)] == ["Wij zoeken partners."]
    with clock.at(clock.now() + timedelta(days=8)):
        assert open_calls(user) == []
    coalitions.call(key=uuid4(), action=action, text="", closes_date=clock.today(), by=by)
    assert (open_calls(user), call_of(action)) == ([], None)
    yesterday = clock.today() - timedelta(days=1)
    assert refused(lambda: coalitions.call(key=uuid4(), action=action, text="X", closes_date=yesterday, by=by)) == ["past"]


def test_a_house_offers_itself_as_pilotregio_and_stops() -> None:
    action, by = make.action_on(L.ACTIELIJST), make.manager("twente")
    client = client_of(by)
    assert client.post(f"/acties/{of(action)}/pilot/", {"text": "Wij proberen het uit."}).status_code == 302
    coalitions.offer_pilot(action=action, text="Nog eens.", by=by)
    assert [pilot.text for pilot in action.pilots.all()] == ["Wij proberen het uit."]
    page = client_of(make.member()).get(action.get_absolute_url()).content.decode()
    assert "Zorg- en Veiligheidshuis Twente" in page and "Wij proberen het uit." in page
    client.post(f"/acties/{of(action)}/pilot/stoppen/", {"reason": "Wij hebben geen mensen."})
    assert action.pilots.get().ended_reason == "Wij hebben geen mensen."
    assert refused(lambda: coalitions.end_pilot(action=action, reason="Weer.", by=by)) == ["no-pilot"]


def test_what_the_coalition_says_is_read_by_itself_and_the_trekker_only() -> None:
    action, by = make.action_on(L.ACTIELIJST), make.member("klankbordgroep")
    coalitions.join(action=action, text="Wij doen mee.", by=by)
    address, trekker = f"/acties/{of(action)}/coalitie/", action.trekker.actor
    client_of(by).post(address, {"key": str(uuid4()), "text": "Wie leest mee?"})
    assert Comment.objects.get().text == "Wie leest mee?"
    assert "Wie leest mee?" in client_of(trekker).get(address).content.decode()
    for outsider in (make.member("klankbordgroep", "aedes"), make.member("stuurgroep", "om"), make.bureau()):
        assert client_of(outsider).get(address).status_code == 403


@pytest.mark.parametrize("text", [PHONE])
def test_no_verb_keeps_an_identifier(text: str) -> None:
    action, by, house = make.action_on(L.ACTIELIJST), make.member("klankbordgroep"), make.manager()
    acts = [
        lambda: coalitions.join(action=action, text=text, by=by),
        lambda: coalitions.join(action=action, text="X", freed=text, by=by),
        lambda: coalitions.call(key=uuid4(), action=action, text=text, closes_date=clock.today(), by=by),
        lambda: coalitions.offer_pilot(action=action, text=text, by=house),
        lambda: coalitions.comment(key=uuid4(), action=action, text=text, by=by),
        lambda: milestones.plan(key=uuid4(), action=action, title=text, due_date=clock.today(), by=by),
        lambda: milestones.attach(key=uuid4(), action=action, name="x.txt", data=b"x", title=text, by=by),
        lambda: proposal_drafts.keep(key=uuid4(), owner=by.user, title="T", answers={"goal": [text]}),
        lambda: trekkers.refuse(action=action, reason=text, by=by),
        lambda: make.decide(action, make.DecisionKind.NAAR_GEREED, **make.DONE | {"noticed": text}),
        lambda: make.decide(action, make.DecisionKind.NAAR_GEREED, **make.elsewhere() | {"contact": text}),
    ]
    for act in acts:
        with pytest.raises(PersonalDataRefused), transaction.atomic():
            act()


# ── Who pulls


def test_a_member_is_asked_to_pull_and_accepts() -> None:
    action, seat, by = make.action(), make.seat("stuurgroep", organisation="om"), make.secretaris()
    trekkers.ask(action=action, seat=seat, by=by)
    trekkers.ask(action=action, seat=seat, by=by)
    assert action.trekker_requests.count() == 1
    client = client_of(seat.actor)
    assert "U bent gevraagd om deze actie te trekken" in client.get("/overzicht/").content.decode()
    client.post(f"/acties/{of(action)}/trekken/")
    assert TrekkerOffer.objects.get().seat_id == seat.pk
    assert "U bent gevraagd" not in client.get("/overzicht/").content.decode()


def test_who_is_asked_can_say_no_with_the_reason() -> None:
    action, seat = make.action(), make.seat("stuurgroep", organisation="om")
    asker = client_of(make.secretaris())
    asker.post(f"/acties/{of(action)}/trekker/", {"seat": str(seat.pk)})
    client_of(seat.actor).post(f"/acties/{of(action)}/niet-trekken/", {"reason": "Wij trekken er al twee."})
    assert "Wij trekken er al twee." in asker.get(action.get_absolute_url()).content.decode()
    assert refused(lambda: trekkers.refuse(action=action, reason="Weer.", by=seat.actor)) == ["not-asked"]


@pytest.mark.parametrize(
    ("body", "extra", "code"),
    [("klankbordgroep", {}, "no-member"), ("stuurgroep", {"is_deputy": True}, "no-member")],
)
def test_only_a_member_of_the_stuurgroep_is_asked(body: str, extra: dict[str, Any], code: str) -> None:
    seat = make.seat(body, organisation="om", **extra)
    assert refused(lambda: trekkers.ask(action=make.action(), seat=seat, by=make.bureau())) == [code]


def test_a_trekker_whose_seat_ended_is_said_everywhere_and_put_on_the_agenda() -> None:
    action = make.action_on(L.ACTIELIJST)
    ends(action.trekker)
    client, secretaris = client_of(make.bureau()), make.secretaris()
    for path in (action.get_absolute_url(), "/themas/acute-onveiligheid/", "/acties/", "/sinds-de-vorige/"):
        assert "zetel van de trekker is beëindigd" in client.get(path).content.decode().replace(
            "de zetel is", "zetel van de trekker is"
        ), path
    assert "zetel van de trekker is beëindigd" in client_of(secretaris).get("/overzicht/").content.decode()
    meeting = make.meeting(MeetingState.IN_VOORBEREIDING)
    assert "Een actie zonder trekker" in client_of(secretaris).get(meeting.get_absolute_url()).content.decode()
    meeting_steps.advance(meeting=meeting, to=MeetingState.STUKKEN_VERZONDEN, by=secretaris)
    item = AgendaItem.objects.get(meeting=meeting, title="Een actie zonder trekker")
    assert item.subject == action


# ── What a body owes


def agenda_of(body: str, *, about: Action | None = None) -> list[str]:
    """The titles on the next agenda of this body, once it is sent."""
    meeting = make.meeting(MeetingState.IN_VOORBEREIDING, body=body, subject=about)
    by = make.secretaris(body)
    agenda_items.add(
        key=uuid4(),
        meeting=meeting,
        kind=make.ItemKind.RONDVRAAG,
        title="Rondvraag",
        minutes=5,
        serves=make.Serves.VERBINDER,
        by=by,
    )
    meeting_steps.advance(meeting=meeting, to=MeetingState.STUKKEN_VERZONDEN, by=by)
    return list(meeting.items.order_by("number").values_list("title", flat=True))  # type: ignore[attr-defined]


def test_a_coalition_in_vorming_is_put_on_the_agenda_of_the_klankbordgroep() -> None:
    action = make.action_on(L.ACTIELIJST, title="Samen")
    assert agenda_of("klankbordgroep") == ["Het punt", "Een coalitie in vorming", "Rondvraag"]
    for organisation in ("valente", "aedes"):
        coalitions.join(action=action, text="Wij.", by=make.member("klankbordgroep", organisation))
    assert agenda_of("klankbordgroep") == ["Het punt", "Rondvraag"]


def test_a_hand_over_that_no_table_took_is_put_on_the_agenda_until_it_does() -> None:
    action = make.action(title="Over")
    make.decide(action, make.DecisionKind.NAAR_GEREED, **make.elsewhere())
    action.refresh_from_db()
    assert agenda_of("stuurgroep") == ["Het punt", "Een actie die niet is overgenomen", "Rondvraag"]
    assert agenda_of("stuurgroep", about=action) == ["Het punt", "Rondvraag"], "what stands on it already does not come twice"
    client = client_of(make.bureau())
    client.post(f"/acties/{of(action)}/overdracht/", {"is_accepted": "nee", "note": "Past daar niet."})
    assert "Een actie die niet is overgenomen" in agenda_of("stuurgroep")
    client.post(f"/acties/{of(action)}/overdracht/", {"is_accepted": "ja"})
    assert agenda_of("stuurgroep") == ["Het punt", "Rondvraag"]
    action.refresh_from_db()
    assert (action.is_accepted, action.list) == (True, L.GEREEDLIJST)
    assert refused(lambda: moves.answer_hand_over(action=action, is_accepted=False, note="", by=make.bureau())) == ["accepted"]


def test_a_meeting_that_is_not_the_next_gets_nothing_by_itself() -> None:
    make.action_on(L.ACTIELIJST)
    make.meeting(MeetingState.IN_VOORBEREIDING, body="klankbordgroep")
    assert agenda_of("klankbordgroep") == ["Het punt", "Rondvraag"]


# ── Ending


@pytest.mark.parametrize(
    ("change", "code"),
    [({"noticed": ""}, "not-noticed"), ({"noticed": "  "}, "not-noticed")],
)
def test_done_needs_what_regions_notice(change: dict[str, Any], code: str) -> None:
    action = make.action_on(L.ACTIELIJST)
    assert refused(lambda: make.decide(action, make.DecisionKind.NAAR_GEREED, **make.DONE | change)) == [code]


def test_elsewhere_and_not_accepted_needs_a_day_to_look_back() -> None:
    action = make.action()
    for day in (None, clock.today(), clock.today() - timedelta(days=3)):
        details = make.elsewhere() | {"check_date": day}
        assert refused(lambda details=details: make.decide(action, make.DecisionKind.NAAR_GEREED, **details)) == ["no-check-date"]
    make.decide(action, make.DecisionKind.NAAR_GEREED, **make.elsewhere() | {"contact": "secretariaat"})
    assert ListMove.objects.latest("pk").details.contact == "secretariaat"
    with clock.at(clock.now() + timedelta(days=91)):
        assert "vraag na bij die tafel" in client_of(make.bureau()).get("/overzicht/").content.decode()


# ── Progress


def test_who_has_been_silent_too_long_is_mailed_once() -> None:
    with clock.at(clock.now() - timedelta(days=200)):
        action = make.action_on(L.ACTIELIJST)
        coalitions.join(action=action, text="Wij.", by=make.member("klankbordgroep"))
    fresh = make.action_on(L.ACTIELIJST)
    assert len(reminders.remind()) == 2, "the trekker and the contact of the coalition"
    assert reminders.remind() == []
    assert {n.path for n in Notification.objects.all()} == {action.get_absolute_url()} != {fresh.get_absolute_url()}


def test_milestones_are_reached_or_dropped_and_stay_to_be_read() -> None:
    action, by = make.action_on(L.ACTIELIJST), make.member("klankbordgroep")
    coalitions.join(action=action, text="Wij.", by=by)
    client = client_of(by)
    for title in ("Eerste", "Tweede"):
        client.post(f"/acties/{of(action)}/mijlpalen/", {"key": str(uuid4()), "title": title, "due_date": "2027-01-10"})
    first, second = Milestone.objects.order_by("pk")
    client.post(f"/acties/{of(action)}/mijlpalen/{of(first)}/", {"reach": ""})
    client.post(f"/acties/{of(action)}/mijlpalen/{of(second)}/", {"drop": ""})
    client.post(f"/acties/{of(action)}/mijlpalen/{of(second)}/", {"reach": ""})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.reached_date, second.dropped_date, second.reached_date) == (clock.today(), clock.today(), None)
    page = client.get(action.get_absolute_url()).content.decode()
    assert "Eerste" in page and "Tweede" in page
    other = make.action_on(L.ACTIELIJST)
    coalitions.join(action=other, text="Wij.", by=by)
    assert client.post(f"/acties/{of(other)}/mijlpalen/{of(first)}/", {"reach": ""}).status_code == 404


def test_a_document_is_what_it_says_or_is_refused() -> None:
    action, by = make.action_on(L.ACTIELIJST), make.member("klankbordgroep")
    coalitions.join(action=action, text="Wij.", by=by)
    client, address = client_of(by), f"/acties/{of(action)}/documenten/"

    def send(name: str, data: bytes) -> int:
        file = SimpleUploadedFile(name, data)
        return client.post(address, {"key": str(uuid4()), "title": "Stuk", "file": file}).status_code

    assert send("stuk.pdf", b"MZ\x90\x00 geen pdf") == 422
    assert send("stuk.exe", b"MZ\x90\x00\x03\x00\x00") == 422
    assert send("notitie.txt", b"Een notitie.") == 302
    document = ActionFile.objects.get()
    assert b"".join(client_of(make.member()).get(f"{address}{of(document)}/").streaming_content) == b"Een notitie."
    client.post(f"{address}{of(document)}/weg/")
    assert client.get(f"{address}{of(document)}/").status_code == 404


def test_meeting_shows_the_released_report_or_says_there_is_none() -> None:
    from agenda.lists.domain import progress

    told, silent = make.action_on(L.ACTIELIJST), make.action_on(L.ACTIELIJST)
    by = told.trekker.actor
    update = progress.report(key=uuid4(), action=told, status=ProgressStatus.AANDACHT, happened="Het loopt stroef.", by=by)
    progress.release(update=update, by=by)
    meeting, secretaris = make.meeting(MeetingState.IN_VOORBEREIDING), make.secretaris()
    for action in (told, silent):
        agenda_items.add(
            key=uuid4(),
            meeting=meeting,
            kind=make.ItemKind.BESPREKING,
            title=action.title,
            minutes=5,
            serves=make.Serves.VERBINDER,
            subject=action,
            by=secretaris,
        )
    page = client_of(make.member()).get(meeting.get_absolute_url()).content.decode()
    assert page.count("Het loopt stroef.") == 1
    assert page.count("Geen bericht van de trekker") == 1


# ── Proposing


def test_a_draft_is_its_writers_own_until_it_is_put_forward() -> None:
    by, colleague = make.member("klankbordgroep"), make.member("klankbordgroep")
    client = client_of(by)
    key = str(uuid4())
    half = {"key": key, "title": "Half idee", "goal": "Iets", "kind": "kennis", "draft": ""}
    assert client.post("/acties/nieuw/", half).status_code == 302
    client.post("/acties/nieuw/", half | {"title": "Beter idee"})
    draft = ProposalDraft.objects.get()
    page = client.get("/acties/nieuw/", {"concept": of(draft)}).content.decode()
    assert "Beter idee" in page and "Iets" in page and key in page
    assert "Beter idee" not in client_of(colleague).get("/acties/nieuw/", {"concept": of(draft)}).content.decode()
    assert client_of(colleague).post(f"/acties/concepten/{of(draft)}/weg/").status_code == 404
    whole = {
        "key": key,
        "title": "Beter idee",
        "goal": "Iets",
        "intended_result": "R",
        "kind": "kennis",
        "without_knelpunt": "De Stuurgroep vroeg erom.",
    }
    client.post("/acties/nieuw/", whole | {"theme": make.theme().pk})
    assert (ProposalDraft.objects.count(), Action.objects.get().title) == (0, "Beter idee")


def test_a_draft_of_another_is_not_overwritten() -> None:
    one, other, key = make.member("klankbordgroep"), make.member("klankbordgroep"), uuid4()
    proposal_drafts.keep(key=key, owner=one.user, title="Van mij", answers={})
    assert refused(lambda: proposal_drafts.keep(key=key, owner=other.user, title="Nee", answers={})) == ["of-another"]


def test_a_proposal_names_ambitions_and_says_what_each_rung_means() -> None:
    ambition = Ambition.objects.first()
    action = make.action(ambitions=[ambition])
    client = client_of(make.bureau())
    assert str(ambition) in client.get(action.get_absolute_url()).content.decode()
    assert "we werken samen aan één plan met één doel" in client.get("/acties/nieuw/").content.decode()


def test_the_proposer_rewrites_until_the_stuurgroep_found_it_desirable() -> None:
    by, colleague = make.member("klankbordgroep"), make.member("klankbordgroep")
    action = make.action(by=by)
    texts = {"goal": "Doel", "intended_result": "Resultaat"}
    client, address = client_of(colleague), f"/acties/{of(action)}/wijzigen/"
    proposals.revise(action=action, expected=1, title="Van de een", by=by, **texts)
    answer = client.post(address, {"version": "1", "title": "Van de ander", **texts})
    assert answer.status_code == 409 and "Van de een" in answer.content.decode() and "Van de ander" in answer.content.decode()
    assert client.post(address, {"version": "2", "title": "Van de ander", **texts}).status_code == 302
    assert [revision.title for revision in ActionRevision.objects.order_by("pk")] == ["Van de een", "Van de ander"]
    assert client_of(make.member("klankbordgroep", "aedes")).get(address).status_code == 403
    make.decide(Action.objects.get(pk=action.pk), make.DecisionKind.WENSELIJK)
    assert "Herschrijven kan niet meer" in client.get(address).content.decode()
    assert client.post(address, {"version": "3", "title": "Te laat", **texts}).status_code == 422


def test_an_action_is_in_one_theme_whatever_is_posted() -> None:
    by, other = make.member("klankbordgroep"), make.theme("maatschappelijk-herstel")
    sent = {
        "key": str(uuid4()),
        "title": "Eén",
        "goal": "D",
        "intended_result": "R",
        "kind": "kennis",
        "without_knelpunt": "De Stuurgroep vroeg erom.",
    }
    client_of(by).post("/acties/nieuw/", sent | {"theme": [make.theme().pk, other.pk]})
    assert Action.objects.get().theme == other
    client_of(by).post(
        f"/acties/{of(Action.objects.get())}/wijzigen/",
        {"version": 1, "title": "Twee", "goal": "D", "intended_result": "R", "theme": make.theme().pk},
    )
    assert (Action.objects.get().title, Action.objects.get().theme) == ("Twee", other)


# ── The order of a list


def test_the_secretaris_proposes_an_order_by_buttons() -> None:
    one, two, three = make.action(title="Een"), make.action(title="Twee"), make.action(title="Drie")
    client, address = client_of(make.secretaris()), "/themas/acute-onveiligheid/volgorde/"
    rows = [of(three), of(two), of(one)]
    moved = client.post(address, {"order": rows, "up": of(one)}).content.decode()
    assert moved.index("Drie") < moved.index("Een") < moved.index("Twee")
    assert Action.objects.filter(place__isnull=False).count() == 0, "a button keeps nothing"
    client.post(address, {"order": [of(one), of(three), of(two)], "propose": ""})
    page = client.get("/themas/acute-onveiligheid/").content.decode()
    assert page.index(">Een<") < page.index(">Drie<") < page.index(">Twee<")
    assert "voorgesteld door de secretaris" in page


def test_an_order_names_what_is_there_and_a_meeting_sets_it() -> None:
    one, two, by = make.action(), make.action(), make.secretaris()
    theme = make.theme()
    for wrong in ([one.pk], [one.pk, one.pk], [one.pk, two.pk, 99], []):
        assert refused(lambda wrong=wrong: list_orders.propose(theme=theme, actions=wrong, by=by)) == ["list-changed"]
    assert list_orders.propose(theme=theme, actions=[two.pk, one.pk], by=by).set_in == ""
    meeting = make.meeting(MeetingState.GEOPEND)
    assert list_orders.propose(theme=theme, actions=[one.pk, two.pk], by=by).set_in == meeting.title
    stale = client_of(by).post("/themas/acute-onveiligheid/volgorde/", {"order": [of(one)], "propose": ""})
    assert stale.status_code == 409


def test_database_holds_one_contribution_and_one_pilot() -> None:
    action, by = make.action(), make.member("klankbordgroep")
    made = coalitions.join(action=action, text="Wij.", by=by)
    with pytest.raises(IntegrityError), transaction.atomic():
        Contribution.objects.create(action=action, membership=made.membership, text="Weer.", joined_at=clock.now())
