"""Personal data reported in an action, a rode draad, an uitvraag or an agenda item: hidden at once, and only the chosen text goes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.db import connection

from agenda.decisions.models import Decision
from agenda.lists.domain import coalitions, moves, planning, progress, proposing, pulling
from agenda.lists.enums import ActionList, ProgressStatus
from agenda.lists.models import Action
from agenda.meetings.models import AgendaItem
from knelpunten.domain import asking
from knelpunten.models import Inquiry, InquiryAnswer, KnelpuntStep, Pattern
from portal.history.domain import verifying
from portal.history.models import Event
from portal.kit import clock
from portal.kit.opaque import of
from portal.privacy.domain import reporting
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
SECRET = "kanarievogeltje"


def an_action() -> Action:
    action = make.action_on(
        ActionList.ACTIELIJST, title=f"{SECRET} titel", goal=f"{SECRET} doel", knelpunten=[make.knelpunt(make.S.OP_DE_LIJST)]
    )
    by = make.member("klankbordgroep", "psd")
    coalitions.join(action=action, text=f"{SECRET} bijdrage", by=by)
    progress.report(key=make.uuid4(), action=action, status=ProgressStatus.OP_KOERS, happened=f"{SECRET} bericht", by=by)
    coalitions.call(key=make.uuid4(), action=action, text=f"{SECRET} oproep", closes_date=clock.today(), by=by)
    coalitions.offer_pilot(action=action, text=f"{SECRET} pilot", by=make.manager("drenthe"))
    coalitions.comment(key=make.uuid4(), action=action, text=f"{SECRET} overleg", by=by)
    planning.plan(key=make.uuid4(), action=action, title=f"{SECRET} mijlpaal", due_date=clock.today(), by=by)
    planning.attach(key=make.uuid4(), action=action, name="x.txt", data=b"x", title=f"{SECRET} document", by=by)
    return action


def a_rewritten_action() -> Action:
    """Its words were rewritten while it was proposed, somebody refused to pull it, and another table refused it with a reason."""
    action, by, seat = make.action(), make.member("klankbordgroep"), make.seat("stuurgroep", organisation="om")
    proposing.revise(action=action, expected=1, title=f"{SECRET} titel", goal=f"{SECRET} doel", intended_result="R", by=by)
    pulling.ask(action=action, seat=seat, by=by)
    pulling.refuse(action=action, reason=f"{SECRET} nee", by=seat.actor)
    make.decide(
        Action.objects.get(pk=action.pk), make.DecisionKind.NAAR_GEREED, **make.elsewhere() | {"contact": f"{SECRET} contact"}
    )
    moves.answer_hand_over(action=action, is_accepted=False, note=f"{SECRET} past niet", by=by)
    return Action.objects.get(pk=action.pk)


def an_item() -> AgendaItem:
    action = make.action_on(ActionList.ACTIELIJST)
    item = make.open_item(action)
    make.deciding.take(
        item=item, key=make.uuid4(), kind=make.DecisionKind.TERUG_NAAR_VOORRAAD, wording=f"{SECRET} besluit", by=make.secretaris()
    )
    AgendaItem.objects.filter(pk=item.pk).update(title=f"{SECRET} punt")
    return AgendaItem.objects.get(pk=item.pk)


def an_inquiry() -> Inquiry:
    inquiry = make.inquiry(question=f"{SECRET} vraag")
    asking.answer(inquiry=inquiry, text=f"{SECRET} antwoord", by=make.manager("twente"))
    return inquiry


def a_pattern() -> Pattern:
    return make.pattern(title=f"{SECRET} draad", analysis=f"{SECRET} tekst")


THINGS: list[Callable[[], Any]] = [an_action, a_rewritten_action, an_item, an_inquiry, a_pattern]


def reviewer() -> Any:
    return make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR).actor


def pages(subject: Any) -> list[str]:
    """Where its texts stand: its own page first, and where an effect took a decision's words over."""
    lists = [
        "/themas/acute-onveiligheid/",
        "/themas/acute-onveiligheid/terugkijken/",
        f"/themas/acute-onveiligheid/terugkijken/?op={clock.today()}",
    ]
    about = [subject.subject.get_absolute_url()] if isinstance(subject, AgendaItem) else []
    return [
        subject.get_absolute_url().split("#")[0],
        *about,
        *lists,
        "/overzicht/",
        "/acties/",
        "/acties/oproepen/",
        "/organisaties/psd/bijdragen/",
        "/sinds-de-vorige/",
        "/themas/acute-onveiligheid/doorloop/",
        "/knelpunten/rode-draden/",
        "/uitvragen/",
        "/vergaderingen/",
    ]


@pytest.mark.parametrize("made", THINGS)
def test_reported_by_any_reader_it_is_hidden_at_once_for_all_but_the_reviewer(made: Callable[[], Any]) -> None:
    subject, reads = made(), client_of(reviewer())
    reader = client_of(make.member("klankbordgroep", "aedes"))
    if isinstance(subject, AgendaItem):
        answer = reader.post(f"{subject.meeting.get_absolute_url()}persoonsgegevens/", {"item": of(subject)})
    else:
        answer = reader.post(subject.review_address.replace("gemeld", "persoonsgegevens"))
    assert answer.status_code == 302
    for other in (make.bureau(), make.member(), make.secretaris(), make.manager(), make.member("klankbordgroep")):
        client = client_of(other)
        for path in pages(subject):
            assert SECRET not in client.get(path).content.decode(), path
    assert SECRET in reads.get("/knelpunten/privacytoets/").content.decode()
    assert SECRET in reads.get(subject.review_address).content.decode()
    assert client_of(make.bureau()).get(subject.review_address).status_code in (403, 404)


@pytest.mark.parametrize("made", THINGS)
def test_what_is_put_back_is_read_again(made: Callable[[], Any]) -> None:
    subject = made()
    reporting.report(subject=subject, by=make.bureau())
    client_of(reviewer()).post(subject.review_address, {"put_back": ""})
    assert SECRET in client_of(make.secretaris()).get(pages(subject)[0]).content.decode()


@pytest.mark.parametrize("made", THINGS)
def test_all_that_is_chosen_is_gone_everywhere_and_the_history_verifies(made: Callable[[], Any]) -> None:
    subject = made()
    reporting.report(subject=subject, by=make.bureau())
    codes = [part.code for part in reporting.parts_of(subject)]
    assert client_of(reviewer()).post(subject.review_address, {"part": codes}).status_code == 302
    kept = [row for model in (*apps.get_app_config("lists").get_models(), Decision, AgendaItem, Inquiry, InquiryAnswer, Pattern, KnelpuntStep) for row in model.objects.all()]  # fmt: skip
    assert SECRET not in serializers.serialize("json", kept).lower()
    assert SECRET not in json.dumps(list(Event.objects.values_list("payload", flat=True))).lower()
    page = client_of(make.secretaris()).get(pages(subject)[0])
    assert page.status_code == 200 and "verwijderd" in page.content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert list(verifying.findings()) == []


def test_only_the_chosen_text_goes_and_the_rest_is_read_again() -> None:
    action = an_action()
    reporting.report(subject=action, by=make.bureau())
    chosen = next(part.code for part in reporting.parts_of(action) if part.code.startswith("bericht"))
    client_of(reviewer()).post(action.review_address, {"part": [chosen]})
    page = client_of(make.member()).get(action.get_absolute_url()).content.decode()
    assert f"{SECRET} doel" in page and f"{SECRET} bijdrage" in page and f"{SECRET} bericht" not in page


def test_nothing_chosen_leaves_it_hidden_and_says_so() -> None:
    action = an_action()
    reporting.report(subject=action, by=make.bureau())
    client = client_of(reviewer())
    answer = client.post(action.review_address, {"remove": ""}, follow=True)
    assert "Kies wat er weg moet" in answer.content.decode()
    assert Action.objects.get(pk=action.pk).hidden_at is not None
    assert "al afgehandeld" in client.get(an_action().review_address).content.decode()
