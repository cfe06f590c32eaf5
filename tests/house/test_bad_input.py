"""Every form, with what people and worse send: a clear answer or a refusal, never a fault, and nothing half written."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Any
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from agenda.lists.enums import ActionList
from agenda.lists.models import (
    Action,
    Contribution,
    ProgressUpdate,
)
from agenda.meetings.enums import MeetingState
from agenda.meetings.models import Meeting
from ambitions.models import RegionalPlan
from knelpunten.models import Knelpunt
from portal.history.models import Event
from portal.kit import clock
from portal.kit.forms import tidy
from portal.kit.opaque import of
from portal.network.models import Seat
from tests import factories as make
from tests.house.form_cases import CASES, FormCase, case_of
from tests.letters import code_in, deliver

pytestmark = pytest.mark.django_db
BACKEND = "portal.accounts.backends.SeatBackend"


NASTY = {
    "over-long": "a" * 20_001,
    "a megabyte": "ab " * 350_000,
    "empty": "",
    "only spaces": "   \n ",
    "only invisible": "\u200b\u2060\ufeff",
}
ODD_BUT_FINE = {
    "script": "<script>alert(1)</script>\"'{{ 7|add:7 }}{% now 'Y' %}",
    "right to left": "tekst \u202eomgekeerd\u202c klaar",
    "zero width": "iets is hier ver\u200bborgen",
    "emoji": "familie 👩\u200d👩\u200d👧 en vlag 🇳🇱",
    "other script": "Ελληνικά العربية 中文",
}


# Of what another row is made each time: why that does no harm.
SAID_AGAIN = {
    "other table": "a table that said no can say so again; the newest counts",
    "reason text": "two texts of one wording stand side by side; the landelijk bureau rewrites one",
    "round answer": "an answer can be changed until the term; the newest counts",
    "public list": "it can be published again; the newest counts",
}


@pytest.mark.parametrize("form", CASES, indirect=True)
def test_every_case_is_taken(case: FormCase) -> None:
    """What is a right answer here is one to the form: else whatever goes by it is refused for another reason."""
    assert case.post().status_code == HTTPStatus.FOUND


@pytest.mark.parametrize("form", CASES, indirect=True)
def test_nasty_texts_are_refused_in_words_and_nothing_is_written(case: FormCase) -> None:
    before = case.count(), Event.objects.count()
    for field in case.texts:
        for name, text in NASTY.items():
            answer = case.post(**{field: text})
            assert answer.status_code == 422, (field, name)
            assert 'class="field-error"' in answer.content.decode(), (field, name)
    assert (case.count(), Event.objects.count()) == before


@pytest.mark.parametrize("form", CASES, indirect=True)
@pytest.mark.parametrize("text", list(ODD_BUT_FINE))
def test_odd_texts_are_kept_and_shown_as_text(case: FormCase, text: str) -> None:
    before = case.count()
    answer = case.post(**dict.fromkeys(case.texts, ODD_BUT_FINE[text]))
    assert answer.status_code == 302, answer.content.decode()[:3000]
    assert case.count() > before
    shown = case.client.get(answer.headers["Location"].split("#")[0]).content.decode()
    assert "<script>alert" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize("form", [form for form in CASES if form not in SAID_AGAIN], indirect=True)
def test_sent_twice_is_made_once(case: FormCase) -> None:
    """The second time it leads to what is there already, or says why not."""
    case.post()
    after_one = case.count()
    assert case.post().status_code in (302, 409, 422)
    assert case.count() == after_one


@pytest.mark.parametrize(
    ("form", "forged"),
    [
        ("agreement", {"owner": "999999"}),
        ("agreement", {"replaces": "999999"}),
        ("agreement", {"evaluate_date": "2026-01-01"}),
        ("agreement", {"from_date": "2027-02-30"}),
        ("position", {"stance": "onzin"}),
        ("position", {"version": "0"}),
        ("position", {"version": "x"}),
        ("position", {"agreed_date": "2999-01-01", "agreed_by": "De stuurgroep"}),
        ("position", {"agreed_date": "2026-01-01"}),
        ("position on behalf", {"channel": "portaal"}),
        ("achterbanverslag", {"consulted_date": "2999-01-01"}),
        ("more time", {"closes_date": "2020-01-01"}),
        ("uptake", {"status": "onzin"}),
        ("line", {"scope": "landelijk"}),
        ("line", {"owner": "999999"}),
        ("line", {"ambition": "999999"}),
        ("line", {"from_year": "1900"}),
        ("line", {"key": "geen-uuid"}),
        ("line report", {"status": "onzin"}),
        ("line report", {"text": ""}),
        ("plan answer", {"status": "onzin"}),
        ("plan answer", {"read": "7"}),
        ("plan answer", {"read": "x"}),
        ("plan adoption", {"approved_date": "2999-01-01"}),
        ("explanation", {"holds_until": "2001-01-01"}),
        ("explanation", {"holds_until": "31-31-31"}),
        ("bundle", {"explanations": ["999999"]}),
        ("bundle", {"explanations": []}),
        ("bundle", {"into": "onzin"}),
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
        ("meeting", {"minutes": "5"}),
        ("item", {"visibility": "geheim"}),
        ("item", {"organisation": "999999"}),
        ("item", {"verslag": "999999"}),
        ("move", {"starts_at": "2001-01-01T10:00"}),
        ("changed item", {"version": "een"}),
        ("year", {"sg1": "2028-01-01"}),
        ("year", {"kb1a": "2028-02-30"}),
        ("year", {"key": "geen-uuid"}),
        ("issue", {"kind": "raadsel"}),
        ("guest", {"email": "geen adres"}),
        ("round", {"closes_date": "2001-01-01"}),
        ("round answer", {"answer": "misschien"}),
        ("arrangement", {"kind": "toezegging"}),
        ("arrangement", {"membership": "999999"}),
        ("arrangement", {"due_date": "ooit"}),
        ("decision", {"corrects": "999999"}),
        ("verslag", {"version": "-x"}),
        ("invitation", {"email": "geen adres"}),
        ("invitation", {"membership": "999999"}),
        ("invitation", {"function": "koning"}),
    ],
    indirect=["form"],
)
def test_forged_choices_are_refused(case: FormCase, forged: dict[str, Any]) -> None:
    before = case.count()
    assert case.post(**forged).status_code == 422
    assert case.count() == before


def test_a_draft_of_another_house_cannot_be_linked_to_an_action() -> None:
    case = case_of("action")
    hidden = make.knelpunt(make.S.CONCEPT, house="zeeland")
    assert case.post(knelpunten=[hidden.pk]).status_code == 422


def test_a_house_in_the_post_is_ignored() -> None:
    case = case_of("knelpunt")
    case.post(house=make.House.objects.get(slug="zeeland").pk)
    assert Knelpunt.objects.latest("pk").house.slug == "twente"  # type: ignore[union-attr]


def test_a_plan_of_another_house_or_of_a_year_nobody_opened_is_not_written() -> None:
    theirs, line = make.plan(house="zeeland"), make.line()
    client = Client()
    client.force_login(make.manager().user, backend=BACKEND)  # type: ignore[arg-type]
    sent = {"status": "op_koers", "expected": "0", "read": "1", "planned": "Van ons"}
    assert client.post(reverse("ambitions:answer", args=[theirs.pk, line.pk]), sent).status_code == 404
    assert client.post(reverse("ambitions:submit", args=[theirs.pk])).status_code == 404
    for year in ("2050", "x", "", "9" * 30):
        assert client.post(reverse("ambitions:begin"), {"year": year}).status_code == 404
    client.post(reverse("ambitions:begin"), {"year": "2026", "house": theirs.house_id})
    assert sorted(RegionalPlan.objects.values_list("house__slug", flat=True)) == ["twente", "zeeland"]


def test_an_update_of_another_action_cannot_be_released() -> None:
    case = case_of("progress")
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
    case = case_of("weighing")
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


@pytest.mark.parametrize(
    "path",
    [
        "/knelpunten/99999999999999999999999999/",
        "/acties/0/",
        "/vergaderingen/1x/",
        "/themas/bestaat-niet/",
        "/vergaderingen/punten/1/besluit/onzin/",
    ],
)
def test_odd_addresses_are_not_found(path: str) -> None:
    client = Client()
    client.force_login(make.secretaris().user, backend=BACKEND)  # type: ignore[arg-type]
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_are_not_allowed(method: str) -> None:
    client = Client()
    client.force_login(make.manager().user, backend=BACKEND)  # type: ignore[arg-type]
    for path in ("/overzicht/", "/knelpunten/nieuw/", "/themas/", f"/knelpunten/{of(make.knelpunt())}/"):
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
    case = case_of("knelpunt")
    assert case.post(pattern="a" * 3_000_000).status_code == 413


@pytest.mark.parametrize("evil", ["https://kwaad.example/", "//kwaad.example/", "/\\kwaad.example", "javascript:alert(1)"])
def test_next_leads_nowhere_else(evil: str) -> None:
    user = make.seat("stuurgroep").user
    user.set_password("een lange zin om te onthouden")
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client = Client()
    client.post("/account/login/", {"login": user.email, "password": "een lange zin om te onthouden", "next": evil})
    code = code_in(deliver()[0])
    assert client.post("/account/login/code/confirm/", {"code": code, "next": evil}).headers["Location"] == "/overzicht/"


def test_tidy_keeps_what_is_seen() -> None:
    assert [tidy(text) for text in (" a\u200bb ", "\u202ex", "👩\u200d👧", "\u200d")] == ["ab", "x", "👩\u200d👧", ""]
