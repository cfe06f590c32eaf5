"""What people write is looked at before it is stored: identifiers go back, what may
be about one person waits for a human being."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from agenda.decisions.enums import DecisionKind
from agenda.lists.domain import coalitions, progress
from agenda.lists.enums import ProgressStatus
from agenda.lists.models import ProgressUpdate
from agenda.meetings.domain import item_decisions
from knelpunten.domain import privacy_reviews, steps, submissions
from knelpunten.enums import KnelpuntState
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.history.models import Event
from portal.notify.models import Notification
from portal.privacy.domain.guard import PersonalDataRefused
from tests import factories as make

pytestmark = pytest.mark.django_db
HARD, SOFT = "Steeds weer belt 06-12345678 ons.", "Steeds weer wacht een vrouw uit Almelo."


def client_of(by: Actor) -> Client:
    client = Client()
    client.force_login(by.user, backend="portal.accounts.backends.SeatBackend")  # type: ignore[arg-type]
    return client


def knelpunt_fields(**fields: Any) -> dict[str, Any]:
    return {
        "key": str(make.uuid4()),
        "title": "Titel",
        "pattern": "Patroon",
        "kind": "stelsel",
        "place": "",
        "would_help": "",
        **fields,
    }


def test_an_identifier_is_marked_and_stored_nowhere() -> None:
    by = make.manager()
    answer = client_of(by).post("/knelpunten/nieuw/", knelpunt_fields(pattern=HARD, save=""))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<mark>06-12345678</mark>" in page
    assert "een telefoonnummer" in page
    assert not Knelpunt.objects.exists()
    assert not Event.objects.filter(verb__startswith="knelpunt").exists()


def test_an_identifier_and_a_description_in_one_text_are_both_shown() -> None:
    answer = client_of(make.member()).post("/acties/nieuw/", {"title": "x", "goal": f"{HARD} {SOFT}"})
    page = answer.content.decode()
    assert (answer.status_code, "<mark>06-12345678</mark>" in page, "<mark>vrouw uit Almelo</mark>" in page) == (422, True, True)


def test_no_verb_stores_an_identifier_whichever_way_it_came() -> None:
    knelpunt = make.knelpunt()
    with pytest.raises(PersonalDataRefused) as refused:
        submissions.revise(knelpunt=knelpunt, expected=1, by=make.manager(), title=knelpunt.title, pattern=HARD, would_help="")
    assert refused.value.codes == ["telephone"]
    assert "06" not in " ".join(refused.value.sentences)
    with pytest.raises(PersonalDataRefused):
        steps.take(knelpunt=knelpunt, to=KnelpuntState.INGETROKKEN, reason=HARD, by=make.manager())


def test_a_draft_may_hold_what_has_to_be_looked_at_again() -> None:
    answer = client_of(make.manager()).post("/knelpunten/nieuw/", knelpunt_fields(pattern=SOFT, save=""))
    assert answer.status_code == 302
    assert Knelpunt.objects.get().state == KnelpuntState.CONCEPT


def test_handing_in_asks_to_look_again_and_then_waits_for_the_reviewer() -> None:
    client, reviewer = client_of(make.manager()), make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR)
    saved = client.post("/knelpunten/nieuw/", knelpunt_fields(pattern=SOFT, submit=""))
    knelpunt = Knelpunt.objects.get()
    address = f"{knelpunt.get_absolute_url()}indienen/"
    assert saved.headers["Location"] == address
    assert "<mark>vrouw uit Almelo</mark>" in client.get(address).content.decode()
    refused = client.post(address)
    assert (refused.status_code, 'role="alert"' in refused.content.decode()) == (422, True)
    client.post(address, {"confirmed": "on"})
    knelpunt.refresh_from_db()
    assert (knelpunt.state, knelpunt.submitted_at) == (KnelpuntState.PRIVACYTOETS, None)
    assert Notification.objects.filter(user=reviewer.user).count() == 1
    assert client_of(make.bureau()).get(knelpunt.get_absolute_url()).status_code == 404
    reading = client_of(reviewer.actor)
    assert "Titel" in reading.get("/knelpunten/privacytoets/").content.decode()
    assert reading.post(f"{knelpunt.get_absolute_url()}vrijgeven/").status_code == 302
    knelpunt.refresh_from_db()
    assert knelpunt.state == KnelpuntState.INGEDIEND
    assert knelpunt.submitted_at is not None
    assert client_of(make.bureau()).get(knelpunt.get_absolute_url()).status_code == 200


def test_what_is_sent_back_is_a_draft_that_only_the_house_sees() -> None:
    knelpunt = make.knelpunt(KnelpuntState.PRIVACYTOETS)
    reviewer = make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR).actor
    client = client_of(reviewer)
    assert client.post(f"{knelpunt.get_absolute_url()}terugsturen/", {"reason": ""}).status_code == 422
    assert client.post(f"{knelpunt.get_absolute_url()}terugsturen/", {"reason": "Dit is één persoon."}).status_code == 302
    knelpunt.refresh_from_db()
    assert knelpunt.state == KnelpuntState.CONCEPT
    assert client.get(knelpunt.get_absolute_url()).status_code == 404
    assert client_of(make.bureau()).get(knelpunt.get_absolute_url()).status_code == 404
    assert "Dit is één persoon." in client_of(make.manager()).get(knelpunt.get_absolute_url()).content.decode()
    with pytest.raises(privacy_reviews.ReviewRefused):
        privacy_reviews.release(knelpunt=knelpunt, by=reviewer)


def test_members_texts_are_looked_at_too() -> None:
    action = make.action_on("actielijst")
    by = make.member("klankbordgroep", "psd")
    coalitions.join(action=action, text="Wij doen mee.", by=by)
    client = client_of(by)
    report = {"key": str(make.uuid4()), "status": "op_koers", "happened": HARD}
    address = f"{action.get_absolute_url()}voortgang/"
    assert client.post(address, report).status_code == 422
    assert client.post(address, {**report, "happened": SOFT}).status_code == 422
    assert not ProgressUpdate.objects.exists()
    assert client.post(address, {**report, "happened": SOFT, "confirmed": "on"}).status_code == 302
    assert ProgressUpdate.objects.get().happened == SOFT


def test_no_verb_of_the_agenda_stores_an_identifier_either() -> None:
    action, by = make.action_on("actielijst"), make.member("klankbordgroep", "psd")
    item = make.open_item()
    for act in (
        lambda: make.action(goal=HARD),
        lambda: coalitions.join(action=action, text=HARD, by=by),
        lambda: progress.report(key=make.uuid4(), action=action, status=ProgressStatus.OP_KOERS, happened=HARD, by=by),
        lambda: item_decisions.take(
            item=item, key=make.uuid4(), kind=DecisionKind.TER_KENNISGEVING, wording=HARD, by=make.secretaris()
        ),
    ):
        with pytest.raises(PersonalDataRefused):
            act()


def test_who_releases_sees_which_words_stood_out() -> None:
    knelpunt = make.knelpunt(make.S.PRIVACYTOETS, pattern="Steeds weer loopt J. de V. (34) hier vast.")
    page = (
        client_of(make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR).actor)
        .get(knelpunt.get_absolute_url())
        .content.decode()
    )
    assert "<mark>J. de V. (34)</mark>" in page
