"""Every form, with what people and worse send: a clear answer or a refusal, never a fault, and nothing half written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from agenda.lists.domain import coalitions, pulling
from agenda.lists.enums import ActionList
from agenda.lists.models import (
    Action,
    ActionRevision,
    CoalitionCall,
    Comment,
    Contribution,
    Milestone,
    Pilot,
    ProgressUpdate,
    TableAnswer,
    TrekkerRefusal,
    TrekkerRequest,
    Weighing,
)
from agenda.meetings.enums import MeetingState
from agenda.meetings.models import AgendaItem, DiscussionRequest, Meeting
from knelpunten.models import Inquiry, InquiryAnswer, Knelpunt, KnelpuntNote, KnelpuntStep, ReasonText
from portal.history.models import Event
from portal.kit import clock
from portal.kit.forms import tidy
from portal.network.models import PolicyTable, Seat
from tests import factories as make

pytestmark = pytest.mark.django_db
BACKEND = "portal.accounts.backends.SeatBackend"

NASTY = {
    "over-long": "a" * 4001,
    "a megabyte": "ab " * 350_000,
    "empty": "",
    "only spaces": "   \n ",
    "only invisible": "\u200b\u2060\ufeff",
    "NUL": "voor\x00na",
}
ODD_BUT_FINE = {
    "script": "<script>alert(1)</script>\"'{{ 7|add:7 }}{% now 'Y' %}",
    "right to left": "tekst \u202eomgekeerd\u202c klaar",
    "zero width": "ver\u200bborgen",
    "emoji": "familie 👩\u200d👩\u200d👧 en vlag 🇳🇱",
    "other script": "Ελληνικά العربية 中文",
}


class FormCase:
    """One form: where it is, what a right answer looks like, its texts, and how to count what it made."""

    def __init__(self, path: str, actor: Any, sent: dict[str, Any], texts: list[str], count: Callable[[], int]) -> None:
        self.path, self.sent, self.texts, self.count = path, sent, texts, count
        self.client = Client(raise_request_exception=True)
        self.client.force_login(actor.user, backend=BACKEND)

    def post(self, **changes: Any) -> Any:
        return self.client.post(self.path, {**self.sent, **changes})


def cases() -> dict[str, FormCase]:
    key = str(uuid4())
    action, going = make.action(), make.action_on(ActionList.ACTIELIJST)
    assessed, answered = make.knelpunt(make.S.IN_BEOORDELING), make.knelpunt(make.S.BEANTWOORD)
    meeting, item = make.meeting(MeetingState.IN_VOORBEREIDING), make.open_item(make.action())
    member = make.member("klankbordgroep", "aedes")
    declined = make.knelpunt(make.S.NIET_OPGENOMEN)
    inquiry, term = make.inquiry(), (clock.today() + timedelta(days=9)).isoformat()
    coalitions.join(action=going, text="Wij doen mee.", by=member)
    proposer, asked = make.member("klankbordgroep"), make.seat("stuurgroep", organisation="om")
    pulling.ask(action=action, seat=asked, by=proposer)
    handed = make.action()
    make.decide(handed, make.DecisionKind.NAAR_GEREED, **make.elsewhere())
    knelpunt_texts = {"key": key, "title": "Titel", "pattern": "Patroon", "kind": "stelsel"}
    action_texts = {"key": key, "title": "Titel", "goal": "Doel", "intended_result": "Resultaat", "theme": make.theme().pk, "kind": "kennis", "without_knelpunt": "Gevraagd."}  # fmt: skip
    return {
        "knelpunt": FormCase(reverse("knelpunten:new"), make.manager(), knelpunt_texts, ["title", "pattern"], Knelpunt.objects.count),
        "outcome": FormCase(reverse("knelpunten:conclude", args=[assessed.pk]), make.bureau(), {"outcome": "niet_opgenomen", "reason": "Reden"}, ["reason"], KnelpuntStep.objects.count),
        "unsolved": FormCase(reverse("knelpunten:unsolved", args=[answered.pk]), make.manager(), {"reason": "Reden"}, ["reason"], KnelpuntStep.objects.count),
        "action": FormCase(reverse("lists:propose"), make.bureau(), action_texts, ["title", "goal", "intended_result"], Action.objects.count),
        "contribution": FormCase(reverse("lists:join", args=[action.pk]), make.member("klankbordgroep"), {"text": "Wij"}, ["text"], Contribution.objects.count),
        "own contribution": FormCase(reverse("lists:contribute", args=[going.pk]), member, {"text": "Wij", "version": "1"}, ["text"], Event.objects.filter(verb="contribution_revised").count),
        "leaving": FormCase(reverse("lists:leave", args=[going.pk]), member, {"reason": "Geen tijd"}, ["reason"], Event.objects.filter(verb="coalition_left").count),
        "call": FormCase(reverse("lists:call", args=[going.pk]), member, {"key": key, "text": "Wie?", "closes_date": term}, ["text"], CoalitionCall.objects.count),
        "pilot": FormCase(reverse("lists:pilot", args=[going.pk]), make.manager("drenthe"), {"text": "Wij"}, ["text"], Pilot.objects.count),
        "comment": FormCase(reverse("lists:confer", args=[going.pk]), member, {"key": key, "text": "Hallo"}, ["text"], Comment.objects.count),
        "milestone": FormCase(reverse("lists:plan", args=[going.pk]), member, {"key": key, "title": "Af", "due_date": term}, ["title"], Milestone.objects.count),
        "refusal": FormCase(reverse("lists:refuse", args=[action.pk]), asked.actor, {"reason": "Nee"}, ["reason"], TrekkerRefusal.objects.count),
        "revision": FormCase(reverse("lists:revise", args=[action.pk]), proposer, {"version": "1", "title": "Titel", "goal": "Doel", "intended_result": "Resultaat"}, ["title", "goal", "intended_result"], ActionRevision.objects.count),
        "request": FormCase(reverse("lists:ask_trekker", args=[make.action().pk]), make.bureau(), {"seat": str(asked.pk)}, [], TrekkerRequest.objects.count),
        "other table": FormCase(reverse("lists:hand_over", args=[handed.pk]), make.bureau(), {"is_accepted": "nee", "note": "Nee"}, [], TableAnswer.objects.count),
        "weighing": FormCase(reverse("lists:weigh", args=[action.pk]), make.member(), {"key": key, "belang": "3", "argument": "Daarom"}, [], Weighing.objects.count),
        "progress": FormCase(reverse("lists:report", args=[going.pk]), member, {"key": key, "status": "op_koers", "happened": "Iets"}, ["happened"], ProgressUpdate.objects.count),
        "meeting": FormCase(reverse("meetings:convene"), make.secretaris(), {"key": key, "title": "Titel", "starts_at": "2027-01-01T13:00"}, ["title"], Meeting.objects.count),
        "item": FormCase(reverse("meetings:add_item", args=[meeting.pk]), make.secretaris(), {"key": key, "kind": "bespreking", "title": "Titel", "minutes": "5", "serves": "huizen"}, ["title"], AgendaItem.objects.count),
        "decision": FormCase(reverse("meetings:decide", args=[item.pk, "wenselijk"]), make.secretaris(), {"key": key, "wording": "Aldus"}, ["wording"], Event.objects.filter(verb="decided").count),
        "note": FormCase(reverse("knelpunten:add", args=[assessed.pk]), make.manager(), {"key": key, "text": "Ook dit"}, ["text"], KnelpuntNote.objects.count),
        "reply": FormCase(reverse("knelpunten:reply", args=[declined.pk]), make.bureau(), {"key": key, "text": "Dit kwam ervan"}, ["text"], KnelpuntNote.objects.count),
        "reason text": FormCase(reverse("knelpunten:texts"), make.bureau(), {"title": "Titel", "text": "Tekst"}, ["title", "text"], ReasonText.objects.count),
        "table": FormCase(reverse("network:new_table"), make.bureau(), {"name": "Tafel", "subjects": "Wonen"}, ["name"], PolicyTable.objects.count),
        "inquiry": FormCase(reverse("inquiries:new"), make.secretaris(), {"key": key, "question": "Vraag?", "purpose": "Daarom", "asked_for": "rijk", "closes_date": term}, ["question", "purpose"], Inquiry.objects.count),
        "inquiry answer": FormCase(reverse("inquiries:answer", args=[inquiry.pk]), make.manager(), {"text": "Antwoord"}, ["text"], InquiryAnswer.objects.count),
        "discussion": FormCase(reverse("meetings:ask_discussion", args=[meeting.pk, declined.pk]), make.member(), {"reason": "Graag"}, ["reason"], DiscussionRequest.objects.count),
        "invitation": FormCase(reverse("network:invite"), make.bureau(), {"name": "Naam", "email": "nieuw@example.nl", "membership": Seat.objects.all()[0].membership_id, "function": "lid", "from_date": "2026-01-01"}, ["name"], Seat.objects.count),
    }  # fmt: skip


FORMS = [
    "knelpunt", "outcome", "unsolved", "action", "contribution", "own contribution", "leaving", "call", "pilot", "comment", "milestone", "refusal", "revision", "progress", "meeting", "item", "decision", "note", "reply", "reason text",
    "table", "inquiry", "inquiry answer", "discussion", "invitation",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_nasty_texts_are_refused_in_words_and_nothing_is_written(form: str) -> None:
    case = cases()[form]
    before = case.count(), Event.objects.count()
    for field in case.texts:
        for name, text in NASTY.items():
            answer = case.post(**{field: text})
            assert answer.status_code == 422, (field, name)
            assert 'class="field-error"' in answer.content.decode(), (field, name)
    assert (case.count(), Event.objects.count()) == before


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", list(ODD_BUT_FINE))
def test_odd_texts_are_kept_and_shown_as_text(form: str, text: str) -> None:
    case = cases()[form]
    before = case.count()
    answer = case.post(**dict.fromkeys(case.texts, ODD_BUT_FINE[text]))
    assert answer.status_code == 302, answer.content.decode()[:3000]
    assert case.count() > before
    shown = case.client.get(answer.headers["Location"].split("#")[0]).content.decode()
    assert "<script>alert" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize(
    "form",
    [name for name in FORMS if name not in ("unsolved", "outcome", "invitation", "reason text", "table", "inquiry answer")],
)
def test_sent_twice_is_made_once(form: str) -> None:
    case = cases()[form]
    case.post()
    after_one = case.count()
    assert case.post().status_code in (302, 409)
    assert case.count() == after_one


@pytest.mark.parametrize(
    ("form", "forged"),
    [
        ("knelpunt", {"place": "theme:999999"}),
        ("knelpunt", {"place": "house:1"}),
        ("knelpunt", {"kind": "onzin"}),
        ("knelpunt", {"domains": ["999999"]}),
        ("knelpunt", {"discussed_date": "2999-01-01"}),
        ("knelpunt", {"discussed_date": "31-31-31"}),
        ("knelpunt", {"key": "geen-uuid"}),
        ("outcome", {"outcome": "beantwoord"}),
        ("outcome", {"outcome": "onzin"}),
        ("outcome", {"outcome": "elders_belegd", "table": "999999"}),
        ("outcome", {"outcome": "elders_belegd"}),
        ("outcome", {"outcome": "elders_belegd", "check_back_date": "2001-01-01"}),
        ("outcome", {"outcome": "samengevoegd"}),
        ("outcome", {"outcome": "samengevoegd", "into": "999999"}),
        ("outcome", {"outcome": "naar_samenwerkingsagenda"}),
        ("reason text", {"outcome": "onzin"}),
        ("inquiry", {"closes_date": "2001-01-01"}),
        ("inquiry", {"asked_for": "koning"}),
        ("note", {"key": "geen-uuid"}),
        ("action", {"theme": "999999"}),
        ("action", {"knelpunten": ["999999"]}),
        ("action", {"ladder": "onzin"}),
        ("progress", {"status": "onzin"}),
        ("progress", {"next_date": "31-31-31"}),
        ("action", {"ambitions": ["999999"]}),
        ("action", {"theme": "onzin"}),
        ("request", {"seat": "999999"}),
        ("request", {"seat": ""}),
        ("other table", {"is_accepted": "misschien"}),
        ("call", {"closes_date": "2001-01-01"}),
        ("call", {"key": "geen-uuid"}),
        ("milestone", {"due_date": "gisteren"}),
        ("weighing", {"belang": "6"}),
        ("weighing", {"belang": "0"}),
        ("weighing", {"belang": "-1"}),
        ("weighing", {"belang": "drie"}),
        ("weighing", {"belang": "", "argument": ""}),
        ("own contribution", {"version": "een"}),
        ("item", {"minutes": "-5"}),
        ("item", {"minutes": "1" * 40}),
        ("item", {"action": "999999"}),
        ("meeting", {"starts_at": "gisteren"}),
        ("invitation", {"email": "geen adres"}),
        ("invitation", {"membership": "999999"}),
        ("invitation", {"function": "koning"}),
    ],
)
def test_forged_choices_are_refused(form: str, forged: dict[str, Any]) -> None:
    case = cases()[form]
    before = case.count()
    assert case.post(**forged).status_code == 422
    assert case.count() == before


def test_a_draft_of_another_house_cannot_be_linked_to_an_action() -> None:
    case = cases()["action"]
    hidden = make.knelpunt(make.S.CONCEPT, house="zeeland")
    assert case.post(knelpunten=[hidden.pk]).status_code == 422


def test_a_house_in_the_post_is_ignored() -> None:
    case = cases()["knelpunt"]
    case.post(house=make.House.objects.get(slug="zeeland").pk)
    assert Knelpunt.objects.latest("pk").house.slug == "twente"  # type: ignore[union-attr]


def test_an_update_of_another_action_cannot_be_released() -> None:
    case = cases()["progress"]
    case.post()
    update, other = ProgressUpdate.objects.get(), make.action_on(ActionList.ACTIELIJST)
    secretaris = Client()
    secretaris.force_login(make.secretaris().user, backend=BACKEND)  # type: ignore[arg-type]
    assert secretaris.post(reverse("lists:release", args=[other.pk, update.pk])).status_code == 404


def test_a_trekker_without_a_valid_seat_cannot_be_named_or_asked() -> None:
    action, seat = make.action(), make.seat("stuurgroep", organisation="om", until_date=clock.today() - timedelta(days=1))
    item, by = make.open_item(action), Client()
    by.force_login(make.secretaris().user, backend=BACKEND)  # type: ignore[arg-type]
    sent = {"key": str(uuid4()), "wording": "Doen.", "trekker": str(seat.pk), "accepted": "on"}
    assert by.post(reverse("meetings:decide", args=[item.pk, "op_de_actielijst"]), sent).status_code == 422
    assert by.post(reverse("lists:ask_trekker", args=[action.pk]), {"seat": str(seat.pk)}).status_code == 422
    assert Action.objects.get(pk=action.pk).list == ActionList.VOORRAADLIJST


def test_a_seat_that_ends_while_the_form_is_open_is_told_so() -> None:
    action, by = make.action(), make.member("klankbordgroep", "aedes")
    client = Client()
    client.force_login(by.user, backend=BACKEND)  # type: ignore[arg-type]
    assert "Treed toe" in client.get(action.get_absolute_url()).content.decode()
    Seat.objects.filter(pk=by.seat_id).update(until_date=clock.today() - timedelta(days=1))
    assert client.post(reverse("lists:join", args=[action.pk]), {"text": "Wij"}).status_code in (403, 404)
    assert not Contribution.objects.exists()


def test_a_decision_of_another_meeting_or_about_something_else_moves_nothing() -> None:
    action, other = make.action(), make.action()
    decision = make.decide(other, make.DecisionKind.BLIJFT)
    from agenda.lists.domain import moves

    codes = [blocker.code for blocker in moves.blockers_for_move(action=action, to=ActionList.ACTIELIJST, decision=decision)]
    assert codes == ["other-decision", "no-trekker"]
    closed = make.meeting(MeetingState.GESLOTEN)
    secretaris = Client()
    secretaris.force_login(make.secretaris().user, backend=BACKEND)  # type: ignore[arg-type]
    sent = {"key": str(uuid4()), "wording": "Te laat."}
    item = closed.items.first()  # type: ignore[attr-defined]
    assert secretaris.post(reverse("meetings:decide", args=[item.pk, "ter_kennisgeving"]), sent).status_code == 422


def test_moving_back_in_time_is_refused_by_the_database() -> None:
    action = make.action_on(ActionList.ACTIELIJST)
    from agenda.lists.models import ListMove

    move = action.moves.latest("pk")
    with pytest.raises(DatabaseError), transaction.atomic():
        ListMove.objects.filter(pk=move.pk).update(moved_at=clock.now() - timedelta(days=99))


def test_weighing_twice_with_one_form_is_weighing_once() -> None:
    case = cases()["weighing"]
    case.post()
    case.post()
    assert case.count() == 1


def test_acting_for_a_seat_of_somebody_else_is_asked_again() -> None:
    by = make.manager()
    make.seat("regionaal-bureau-zeeland", make.F.NETWERKMANAGER, house="zeeland", user=by.user)
    foreign = make.manager("drenthe")
    client = Client()
    client.force_login(by.user, backend=BACKEND)  # type: ignore[arg-type]
    sent = {"key": str(uuid4()), "title": "T", "pattern": "P", "kind": "stelsel", "namens": str(foreign.seat_id)}
    assert client.post(reverse("knelpunten:new"), sent).status_code == 422
    assert not Knelpunt.objects.exists()


@pytest.mark.parametrize("path", ["/knelpunten/99999999999999999999999999/", "/acties/0/", "/vergaderingen/1x/", "/themas/bestaat-niet/", "/themas/%00/", "/vergaderingen/punten/1/besluit/onzin/", "/uitnodiging/%F0%9F%98%80/"])  # fmt: skip
def test_odd_addresses_are_not_found(path: str) -> None:
    client = Client()
    client.force_login(make.secretaris().user, backend=BACKEND)  # type: ignore[arg-type]
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_are_not_allowed(method: str) -> None:
    client = Client()
    client.force_login(make.manager().user, backend=BACKEND)  # type: ignore[arg-type]
    for path in ("/overzicht/", "/knelpunten/nieuw/", "/themas/", f"/knelpunten/{make.knelpunt().pk}/"):
        assert getattr(client, method)(path).status_code == 405


def test_unknown_state_of_a_meeting_is_not_found() -> None:
    meeting = make.meeting()
    client = Client()
    client.force_login(make.secretaris().user, backend=BACKEND)  # type: ignore[arg-type]
    assert client.post(reverse("meetings:advance", args=[meeting.pk]), {"to": "onzin"}).status_code == 404
    client.post(reverse("meetings:advance", args=[meeting.pk]), {"to": "gesloten"})
    assert Meeting.objects.get(pk=meeting.pk).state == MeetingState.GEPLAND


def test_forged_form_without_token_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make.manager().user, backend=BACKEND)  # type: ignore[arg-type]
    answer = client.post(reverse("knelpunten:new"), {"title": "T"})
    assert answer.status_code == 403
    assert "laad de pagina opnieuw" in answer.content.decode()


def test_a_body_of_three_megabytes_is_refused() -> None:
    case = cases()["knelpunt"]
    assert case.post(pattern="a" * 3_000_000).status_code == 400


@pytest.mark.parametrize("evil", ["https://kwaad.example/", "//kwaad.example/", "/\\kwaad.example", "javascript:alert(1)"])
def test_next_leads_nowhere_else(evil: str) -> None:
    user = make.seat("stuurgroep").user
    user.set_password("een lange zin om te onthouden")
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client = Client()
    client.post("/account/login/", {"login": user.email, "password": "een lange zin om te onthouden", "next": evil})
    code = mail.outbox[0].body.split("is:")[1].split()[0]
    assert client.post("/account/login/code/confirm/", {"code": code, "next": evil}).headers["Location"] == "/overzicht/"


def test_tidy_keeps_what_is_seen() -> None:
    assert [tidy(text) for text in (" a\u200bb ", "\u202ex", "👩\u200d👧", "\u200d")] == ["ab", "x", "👩\u200d👧", ""]
