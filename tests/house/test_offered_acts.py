"""No act is offered that cannot be, in any state that a thing can stand in: who reads it sends every form that it shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest

from agenda.decisions.enums import DecisionKind
from agenda.lists.domain import coalitions
from agenda.lists.enums import ActionList
from agenda.meetings.enums import MeetingState
from agenda.ratification.enums import AgreementState, Route
from agenda.ratification.models import Agreement
from ambitions.enums import PlanState, Scope
from knelpunten.domain import privacy_reviews, submissions
from knelpunten.enums import CONTESTABLE_STATES, KnelpuntState
from portal.accounts.models import User
from portal.kit import clock
from tests import factories as make
from tests.offering import Trying

pytestmark = pytest.mark.django_db
F, S = make.F, KnelpuntState
ROLES: dict[str, Callable[[], Any]] = {
    "netwerkmanager": lambda: make.manager("twente"),
    "medewerker huis": lambda: make.employee("twente"),
    "netwerkmanager elders": lambda: make.manager("zeeland"),
    "landelijk bureau": make.bureau,
    "privacybeoordelaar": lambda: make.seat("landelijk-bureau", F.PRIVACYBEOORDELAAR).actor,
    "redacteur": lambda: make.seat("landelijk-bureau", F.REDACTEUR).actor,
    "lid stuurgroep": make.member,
    "plaatsvervanger": lambda: make.seat("stuurgroep", F.LID, organisation="vng", is_deputy=True).actor,
    "voorzitter stuurgroep": lambda: make.seat("stuurgroep", F.VOORZITTER, organisation="nzvh").actor,
    "secretaris stuurgroep": make.secretaris,
    "lid klankbordgroep": lambda: make.member("klankbordgroep"),
    "secretaris klankbordgroep": lambda: make.secretaris("klankbordgroep"),
    "bestuur": make.board,
}


def _contested(state: KnelpuntState) -> Any:
    """Contested once, and closed the same way again."""
    found = make.knelpunt(state)
    submissions.say_unsolved(knelpunt=found, reason="Het speelt in onze regio nog elke week.", by=make.manager())
    return make.concluded(found, state)


def _sent_back_by_reviewer() -> Any:
    found = make.knelpunt(S.PRIVACYTOETS)
    reviewer = make.seat("landelijk-bureau", F.PRIVACYBEOORDELAAR).actor
    privacy_reviews.send_back(knelpunt=found, reason="Hier is iemand aan te herkennen.", by=reviewer)
    return found


def _joined(on: ActionList) -> Any:
    found = make.action_on(on)
    coalitions.join(action=found, text="Wij leveren cijfers.", by=make.member("klankbordgroep"))
    return found


def _agreements() -> Iterator[tuple[str, Any]]:
    for route in Route:
        yield f"concept {route}", make.agreement(route)
        yield f"gevraagd {route}", make.asked_agreement(route)
        agreed = make.asked_agreement(route)
        make.all_agree(agreed)
        yield f"gevraagd, beantwoord {route}", agreed
        yield f"voorgelegd {route}", make.put_agreement(route)
        yield f"bekrachtigd {route}", make.ratified(route)
    back = make.put_agreement()
    make.decide_and_close(back, DecisionKind.TERUGLEGGEN)
    yield "teruggelegd", back
    concept = make.agreement(Route.ACHTERAF)
    make.decide_and_close(concept, DecisionKind.CONCEPT_OVEREENKOMEN)
    yield "overeengekomen", concept


def knelpunten() -> Iterator[tuple[str, Any]]:
    """A knelpunt in every state, and on the roads between, with what it is called."""
    for state in S:
        yield f"knelpunt {state}", make.knelpunt(state)
    for state in sorted(CONTESTABLE_STATES - {S.BEANTWOORD}):
        yield f"knelpunt {state}, opnieuw", _contested(state)
    yield "knelpunt teruggestuurd", _sent_back_by_reviewer()
    yield "knelpunt zonder huis", make.collected()


def things() -> Iterator[tuple[str, Any]]:
    """Something in every state, with what it is called."""
    yield from knelpunten()
    yield "rode draad", make.pattern()
    yield "uitvraag", make.inquiry()
    for on in ActionList:
        yield f"actie {on}", make.action_on(on)
        if on != ActionList.GEREEDLIJST:
            yield f"actie {on}, coalitie", _joined(on)
    away = make.action()
    make.decide_and_close(away, DecisionKind.NAAR_GEREED, **make.elsewhere())
    yield "actie elders belegd", away
    for body in ("stuurgroep", "klankbordgroep"):
        for state in MeetingState:
            if state == MeetingState.VERSLAG_VASTGESTELD and body == "klankbordgroep":
                continue
            made = make.meeting(state, body=body)
            yield f"vergadering {body} {state}", made
            if item := made.items.first():
                yield f"agendapunt {body} {state}", item
    with clock.at(clock.now() - timedelta(days=1)):
        begun = make.meeting(MeetingState.STUKKEN_VERZONDEN, starts_at=clock.now() + timedelta(hours=23))
    yield "vergadering begint", begun
    yield "besluitpunt", make.open_item(make.action())
    yield "vraagstuk", make.issue()
    yield "schriftelijke ronde", make.procedure()
    yield from ((f"afspraak {name}", made) for name, made in _agreements())
    for scope in Scope:
        yield f"actielijn {scope}", make.line(scope)
    for house, state in zip(("twente", "zeeland", "drenthe", "twente"), PlanState, strict=True):
        yield f"jaarplan {state}", make.plan(state, house=house, year=2027 if state == PlanState.VASTGESTELD else 2026)
    yield "toelichting", make.explanation()


Walked = tuple[list[tuple[str, Any]], dict[str, int]]


@pytest.fixture(scope="module")
def walked(told_once: Callable[[], AbstractContextManager[None]]) -> Iterator[Walked]:
    with told_once():
        people = {name: find().user.pk for name, find in ROLES.items()}
        yield list(things()), people


@pytest.fixture(scope="module")
def only_knelpunten(told_once: Callable[[], AbstractContextManager[None]]) -> Iterator[Walked]:
    with told_once():
        people = {name: ROLES[name]().user.pk for name in SAMPLE}
        yield list(knelpunten()), people


# Who acts on a knelpunt, and how many acts there are for them at least. The other
# things, and everybody else, are with the torture.
SAMPLE = {"netwerkmanager": 10, "netwerkmanager elders": 2, "landelijk bureau": 10, "privacybeoordelaar": 2}


def offers_nothing_in_vain(found: Walked, role: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Send all that is offered to this role; how many acts that were."""
    made, people = found
    trying = Trying(monkeypatch)
    for name, thing in made:
        user = User.objects.get(pk=people[role])
        if type(thing).objects.visible_to(user).filter(pk=thing.pk).exists():
            trying.look(user, role, thing.get_absolute_url(), name)
    assert not trying.wrong, trying.said()
    return len(trying.tried)


@pytest.mark.parametrize("role", SAMPLE)
def test_no_act_on_a_knelpunt_is_offered_that_cannot_be(
    only_knelpunten: Walked, role: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offers_nothing_in_vain(only_knelpunten, role, monkeypatch) >= SAMPLE[role]


@pytest.mark.torture
@pytest.mark.parametrize("role", ROLES)
def test_no_act_is_offered_that_cannot_be(walked: Walked, role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = offers_nothing_in_vain(walked, role, monkeypatch)
    assert tried or role == "redacteur"  # who edits public pages, and acts on none of these


@pytest.mark.torture
def test_every_state_is_walked_to(walked: Walked) -> None:
    names = " ".join(name for name, _ in walked[0])
    states = [*S, *ActionList, *MeetingState, *PlanState]
    assert [state for state in states if state not in names] == []
    reached = set(Agreement.objects.values_list("state", flat=True))
    assert set(AgreementState) - reached == {AgreementState.VERVANGEN, AgreementState.UITGEWERKT, AgreementState.INGETROKKEN}
