"""Two worlds that differ in one confidential thing, and what a reader gets to see of each: what the oracle test compares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from types import SimpleNamespace
from typing import Any

from django.db import transaction
from django.test import Client

from agenda.lists.domain import coalitions, proposal_drafts, saved_filters
from agenda.lists.enums import ActionList
from agenda.meetings.domain import item_decisions, meeting_room, minutes, own_notes
from agenda.meetings.enums import MeetingState
from agenda.meetings.models import Meeting
from agenda.ratification.enums import Route as Way
from ambitions.enums import PlanState
from home.reading_in import drafts
from knelpunten.domain import notes, taken_over_lists
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import ReasonText
from portal.kit.opaque import SHAPE
from tests import factories as make
from tests.documents.editions import published
from tests.house.who_may import HOUSE, IN_STUURGROEP, MEMBERS, STUURGROEP_TABLE

TEXT = "verborgenkwartjesvinder"
World = SimpleNamespace
OWN_AND_BUREAU = {*HOUSE, "landelijk bureau"}
LEADS = {"stuurgroep voorzitter", "stuurgroep secretaris"}


@dataclass(frozen=True)
class Plant:
    """Something confidential: who may see it, how it comes there, and what it does once the meeting is open."""

    name: str
    readers: set[str]
    put: Callable[[World], Any]
    later: Callable[[World, Any], object] = field(default=lambda world, row: None)


def _knelpunt(state: S, readers: set[str]) -> Plant:
    return Plant(f"knelpunt: {state}", readers, lambda world: make.knelpunt(state, title=TEXT, pattern=f"{TEXT} loopt vast"))


def _noted(world: World) -> Any:
    knelpunt = make.knelpunt(S.IN_BEOORDELING, title=TEXT)
    notes.add(key=make.uuid4(), knelpunt=knelpunt, text=TEXT, by=make.manager())
    make.attachment(knelpunt, title=TEXT)
    return knelpunt


def _decide(world: World, item: Any) -> object:
    return item_decisions.take(
        item=item, key=make.uuid4(), kind=make.DecisionKind.TER_KENNISGEVING, wording=TEXT, by=make.secretaris()
    )


def _item(visibility: str) -> Callable[[World], Any]:
    return lambda world: make.item(world.meeting, title=TEXT, question=TEXT, visibility=visibility)


PLANTS = [
    _knelpunt(S.CONCEPT, HOUSE),
    _knelpunt(S.PRIVACYTOETS, {*HOUSE, "privacybeoordelaar"}),
    _knelpunt(S.INGEDIEND, OWN_AND_BUREAU),
    _knelpunt(S.TERUG_NAAR_INDIENER, OWN_AND_BUREAU),
    _knelpunt(S.HOORT_IN_DE_REGIO, OWN_AND_BUREAU),
    _knelpunt(S.NIET_OPGENOMEN, OWN_AND_BUREAU | IN_STUURGROEP),
    _knelpunt(S.INGETROKKEN, HOUSE),
    Plant("knelpunt with a note and an attachment", OWN_AND_BUREAU, _noted),
    Plant("confidential item", IN_STUURGROEP, _item("vertrouwelijk"), _decide),
    Plant("item for members", MEMBERS, _item("leden"), _decide),
    Plant("paper", IN_STUURGROEP, lambda world: make.paper(world.item, title=TEXT)),
    Plant("confidential meeting", IN_STUURGROEP, lambda world: make.meeting(title=TEXT, is_confidential=True)),
    Plant("written round", IN_STUURGROEP, lambda world: make.procedure(title=TEXT, question=TEXT)),
    Plant(
        "concept of an agreement of the houses", {*LEADS, "bestuur n-zvh"}, lambda world: make.agreement(title=TEXT, text=TEXT)
    ),
    Plant(
        "concept of an agreement of the members",
        STUURGROEP_TABLE,
        lambda world: make.agreement(Way.ACHTERAF, title=TEXT, text=TEXT),
    ),
    Plant("plan in concept", HOUSE, lambda world: make.plan(year=2027)),
    Plant(
        "proposal in concept",
        set(),
        lambda world: proposal_drafts.keep(key=make.uuid4(), owner=world.somebody.user, title=TEXT, answers={}),
    ),
    Plant("kept choice", set(), lambda world: saved_filters.keep(owner=world.somebody.user, name=TEXT, query="eigen=ja")),
    Plant(
        "words among a coalition",
        {"klankbordgroep member"},
        lambda world: coalitions.comment(key=make.uuid4(), action=world.action, text=TEXT, by=world.partner),
    ),
    Plant(
        "note of one's own",
        set(),
        lambda world: own_notes.keep(item=world.item, text=TEXT, is_marked=True, is_shared=False, by=world.somebody),
    ),
    Plant(
        "notes of the secretaris",
        {"stuurgroep secretaris"},
        lambda world: None,
        lambda world, row: meeting_room.write_notes(item=world.item, text=TEXT, expected=0, by=make.secretaris()),
    ),
    Plant("words for assessing", {"landelijk bureau"}, lambda world: ReasonText.objects.create(title=TEXT, text=TEXT)),
    Plant(
        "list that is taken over",
        {"landelijk bureau"},
        lambda world: taken_over_lists.read(
            key=make.uuid4(), name=f"{TEXT}.csv", data=b"Titel;Omschrijving\nEen;Twee\n", by=make.bureau()
        ),
    ),
    Plant(
        "document that is read in",
        {"landelijk bureau", "redacteur"},
        lambda world: drafts.read(
            key=make.uuid4(),
            name="x.md",
            data=b"# 1 Een\n\nTekst.\n",
            document="kader",
            title="Kader",
            kind="kader",
            label="2031",
            by=make.bureau(),
        ),
    ),
]


def base() -> World:
    """What everybody's world has: something of each kind, at which the confidential can stand."""
    published("# 1 Een\n\nTekst.\n", edition="2024", document="kader")
    world = World(meeting=make.meeting(MeetingState.IN_VOORBEREIDING), somebody=make.member("stuurgroep", "aedes"))
    world.item = world.meeting.items.get()
    world.action, world.partner = make.action_on(ActionList.ACTIELIJST), make.member("klankbordgroep", "valente")
    coalitions.join(action=world.action, text="Wij ook.", by=world.partner)
    make.knelpunt(S.OP_DE_LIJST, house="drenthe")
    make.plan(PlanState.INGEDIEND, house="zeeland")
    make.plan_year(2027)
    make.pattern()
    make.asked_agreement()
    make.ratified()
    make.inquiry()
    make.issue()
    make.procedure(title="Al gevraagd")
    return world


def afterwards(world: World) -> None:
    """What comes after the confidential thing, and is there for more: its numbers and its place may not tell of it."""
    make.knelpunt(S.OP_DE_LIJST, house="zeeland")
    make.action()
    make.asked_agreement(Way.ACHTERAF)
    make.meeting(MeetingState.IN_VOORBEREIDING, body="klankbordgroep")
    make.step(world.meeting, MeetingState.STUKKEN_VERZONDEN)
    make.step(world.meeting, MeetingState.GEOPEND)


def and_at_last(world: World) -> None:
    """The visible item is decided and the meeting is closed, with its besluitenlijst."""
    decision = item_decisions.take(
        item=world.item, key=make.uuid4(), kind=make.DecisionKind.TER_KENNISGEVING, wording="Gehoord.", by=make.secretaris()
    )
    make.step(world.meeting, MeetingState.GESLOTEN)
    make.step(world.meeting, MeetingState.VERSLAG_CONCEPT)
    minutes.publish(
        meeting=Meeting.objects.get(pk=world.meeting.pk), lines={decision.pk: ("Titel", "Gehoord.")}, by=make.secretaris()
    )


@contextmanager
def one_cast() -> Iterator[None]:
    """Every role of the story played by one person: a world has no persons more than another."""
    fresh = make.seat, make.standing
    make.seat, make.standing = _once(make.seat), _once(make.standing)
    try:
        yield
    finally:
        make.seat, make.standing = fresh


def _once(fresh: Callable[..., Any]) -> Callable[..., Any]:
    cast: dict[str, Any] = {}

    def made(*place: Any, **more: Any) -> Any:
        name = repr((place, sorted(more.items(), key=str)))
        if name not in cast:
            cast[name] = fresh(*place, **more)
        return cast[name]

    return made


@contextmanager
def world_with(plants: list[Plant], world: World) -> Iterator[list[Any]]:
    """The world with these things in it, taken back afterwards. Gives the rows that were put there."""
    with transaction.atomic():
        rows = [plant.put(world) for plant in plants]
        make.numbers = count(90_001)
        afterwards(world)
        for plant, row in zip(plants, rows, strict=True):
            plant.later(world, row)
        and_at_last(world)
        yield rows
        transaction.set_rollback(True)


# ── What a reader sees

LINK = re.compile(r'(?:href|hx-get|action)="(/[^"#]*)')
NOT_WALKED = re.compile(r"^/(account/log|account/|static/|media/|demo/|admin/|kader/)|/als/|\.xlsx|/pdf/|/docx/|\.pdf")
WORD = re.compile(rf"(?<![a-z0-9]){SHAPE}(?![a-z0-9])")
EVER_NEW = re.compile(
    r'name="csrfmiddlewaretoken" value="\w+"|nonce-?=?"?[^"\';\s>]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
    r"|csrftoken=\w+|sessionid=\w+|DTSTAMP:\w+|\'ETag\': \'[^\']+\'|<code>[0-9a-f]{64}</code>"
)
MOST = 3  # addresses that differ in their query alone


class Reader:
    """Walks every link from where it starts, and keeps what it read, with words by the order in which they came."""

    def __init__(self, client: Client) -> None:
        self.client, self.words = client, dict[str, str]()

    def told(self, text: str) -> str:
        """Without what is new in every answer; a word of a row is only which one it is."""
        return WORD.sub(lambda found: self.words.setdefault(found[0], f"woord{len(self.words)}"), EVER_NEW.sub("", text))

    def walk(self, starts: list[str]) -> dict[str, str]:
        waiting, seen, times = list(starts), dict[str, str](), dict[str, int]()
        while waiting:
            address = waiting.pop(0)
            path = address.partition("?")[0]
            if (name := self.told(address)) in seen or NOT_WALKED.search(address) or times.setdefault(path, 0) >= MOST:
                continue
            times[path] += 1
            answer = self.client.get(address.replace("&amp;", "&"))
            text = answer.content.decode(errors="replace") if not answer.streaming else ""
            seen[name] = f"{answer.status_code} {self.told(str(answer.headers))}\n{self.told(text)}"
            waiting += LINK.findall(text)
        return seen


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Where the two walks part, in words for a person."""
    found = [f"only in one: {name}" for name in one.keys() ^ other.keys()]
    for name in one.keys() & other.keys():
        if one[name] != other[name]:
            lines = zip(re.split(r"(?<=>)|\n", one[name]), re.split(r"(?<=>)|\n", other[name]), strict=False)
            first = next(((mine, theirs) for mine, theirs in lines if mine != theirs), ("", ""))
            found.append(f"{name}: {first[0].strip()[:150]!r} | {first[1].strip()[:150]!r}")
    return sorted(found)
