"""Random histories of proposing, weighing, joining, leaving, deciding, moving,
reopening and seats that end, beside an oracle of its own."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.decisions.enums import DecisionKind as D
from agenda.decisions.enums import Serves
from agenda.lists.domain import coalitions, moves, proposals, weighing
from agenda.lists.enums import ActionList as L
from agenda.lists.enums import Criterion, Outcome
from agenda.lists.models import Action, Contribution, Weighing
from agenda.lists.queries import as_of, attention, weighings
from agenda.lists.queries.coalition import standing as standing_contributions
from agenda.meetings.domain import item_decisions
from agenda.meetings.enums import ItemKind, MeetingState
from agenda.meetings.models import AgendaItem, Meeting
from portal.accounts.actor import operator
from portal.kit import clock
from portal.kit.refusals import Refused
from portal.network.domain import seats
from portal.network.models import Seat
from tests import factories as make

pytestmark = pytest.mark.django_db
PARTNERS, TREKKERS = ("valente", "aedes", "vng"), ("vng", "om")
MOST = 2  # actions of one history
VERBS = (
    "propose", "weigh", "join", "leave", "revise", "member's seat ends", "trekker's seat ends", "adjourn", "desirable", "start",
    "finish", "elsewhere", "taken elsewhere", "back", "reopen", "other trekker", "stays", "table accepts", "table declines",
)  # fmt: skip


@dataclass
class Expected:
    """What should be true of one action, kept apart from everything the code keeps."""

    list: L = L.VOORRAADLIJST
    moves: list[tuple[L | None, L]] = field(default_factory=lambda: [(None, L.VOORRAADLIJST)])
    outcome: str = ""
    is_accepted: bool | None = None
    is_desirable: bool = False
    trekker: str = ""
    partners: set[str] = field(default_factory=set)
    weighed: dict[str, int] = field(default_factory=dict)
    weighings: int = 0
    version: int = 1
    is_on_the_table: bool = False


@pytest.fixture
def people() -> dict[str, Any]:
    """Everybody of the histories, made once; what a history does to them is undone after it."""
    return {
        "secretaris": make.secretaris(),
        "proposer": make.member("klankbordgroep", "psd"),
        "bureau": make.bureau(),
        "members": {name: make.member("klankbordgroep", name) for name in PARTNERS},
        "trekkers": {name: make.seat("stuurgroep", organisation=name) for name in TREKKERS},
        "meeting": make.meeting(MeetingState.GEOPEND),
    }


class History:
    def __init__(self, people: dict[str, Any]) -> None:
        self.people, self.meeting, self.items = people, people["meeting"], 1
        self.ended: set[str] = set()
        self.trekkers_ended: set[str] = set()
        self.actions: list[Action] = []
        self.expected: list[Expected] = []
        self.propose(0, 0)

    def does(self, verb: str, which: int, choice: int) -> None:
        """Do it, and hold the answer against what the oracle says should come of it."""
        at = which % len(self.actions)
        allowed = self._allows(verb, self.expected[at], choice)
        try:
            with transaction.atomic():
                getattr(self, f"_{verb.replace(' ', '_').replace(chr(39), '')}", self.propose)(at, choice)
        except Refused as refused:
            assert refused.sentences and not allowed, (verb, self.expected[at], refused.codes)
            return
        assert allowed, (verb, self.expected[at])
        self._expect(verb, self.expected[at], choice)

    # What the oracle says, written apart from the tables and blockers of the code.

    def _allows(self, verb: str, one: Expected, choice: int) -> bool:
        partner, trekker = PARTNERS[choice % len(PARTNERS)], TREKKERS[choice % len(TREKKERS)]
        is_valid = trekker not in self.trekkers_ended
        done_elsewhere = one.list == L.GEREEDLIJST and one.outcome == "elders_belegd" and not one.is_accepted
        return {
            "propose": True,
            "adjourn": True,
            "stays": True,
            "member's seat ends": True,
            "trekker's seat ends": True,
            "weigh": one.list == L.VOORRAADLIJST and not one.is_on_the_table,
            "join": one.list != L.GEREEDLIJST and partner not in self.ended,
            "leave": partner in one.partners,
            "revise": one.list == L.VOORRAADLIJST and not one.is_desirable,
            "desirable": one.list == L.VOORRAADLIJST and not one.is_desirable,
            "start": one.list == L.VOORRAADLIJST and is_valid,
            "finish": one.list == L.ACTIELIJST,
            "elsewhere": one.list in (L.VOORRAADLIJST, L.ACTIELIJST),
            "taken elsewhere": one.list in (L.VOORRAADLIJST, L.ACTIELIJST),
            "back": one.list == L.ACTIELIJST or done_elsewhere,
            "reopen": one.list == L.GEREEDLIJST and is_valid,
            "other trekker": one.list == L.ACTIELIJST and is_valid,
            "table accepts": done_elsewhere,
            "table declines": done_elsewhere,
        }[verb]

    def _expect(self, verb: str, one: Expected, choice: int) -> None:
        partner, trekker = PARTNERS[choice % len(PARTNERS)], TREKKERS[choice % len(TREKKERS)]
        goes = {
            "start": L.ACTIELIJST,
            "finish": L.GEREEDLIJST,
            "elsewhere": L.GEREEDLIJST,
            "taken elsewhere": L.GEREEDLIJST,
            "back": L.VOORRAADLIJST,
            "reopen": L.ACTIELIJST,
        }
        if to := goes.get(verb):
            one.moves.append((one.list, to))
            one.list = to
            one.outcome = {"finish": "afgerond", "elsewhere": "elders_belegd", "taken elsewhere": "elders_belegd"}.get(verb, "")
            one.is_accepted = {"elsewhere": False, "taken elsewhere": True}.get(verb)
        if verb in DECISIONS:
            one.is_on_the_table = True
        if verb in ("start", "reopen", "other trekker"):
            one.trekker = trekker
        if verb == "back":
            one.trekker = ""  # nobody works on what is only wished for
        if verb == "join":
            one.partners.add(partner)
        if verb == "leave":
            one.partners.discard(partner)
        if verb == "weigh":
            one.weighed[partner], one.weighings = choice % 5 + 1, one.weighings + 1
        one.is_desirable |= verb == "desirable"
        one.version += verb == "revise"
        if verb in ("table accepts", "table declines"):
            one.is_accepted = verb == "table accepts"
        if verb == "member's seat ends":
            self.ended.add(partner)
        if verb == "trekker's seat ends":
            self.trekkers_ended.add(trekker)
        if verb == "adjourn":
            for each in self.expected:
                each.is_on_the_table = False

    # The verbs themselves.

    def propose(self, at: int, choice: int) -> None:
        if len(self.actions) < MOST:
            self.actions.append(make.action(by=self.people["proposer"]))
            self.expected.append(Expected())

    def _member(self, choice: int) -> Any:
        return self.people["members"][PARTNERS[choice % len(PARTNERS)]]

    def _weigh(self, at: int, choice: int) -> None:
        scores: dict[Criterion, int | None] = {Criterion.BELANG: choice % 5 + 1}
        weighing.weigh(key=uuid4(), action=self.actions[at], scores=scores, argument="Daarom.", by=self._member(choice))

    def _join(self, at: int, choice: int) -> None:
        coalitions.join(action=self.actions[at], text="Wij doen mee.", by=self._member(choice))

    def _leave(self, at: int, choice: int) -> None:
        coalitions.leave(action=self.actions[at], reason="Geen tijd.", by=self._member(choice))

    def _revise(self, at: int, choice: int) -> None:
        row = Action.objects.get(pk=self.actions[at].pk)
        proposals.revise(
            action=row,
            expected=row.version,
            title=row.title,
            goal=f"Doel {choice}",
            intended_result="R",
            by=self.people["proposer"],
        )

    def _members_seat_ends(self, at: int, choice: int) -> None:
        self._end(Seat.objects.get(pk=self._member(choice).seat_id))

    def _trekkers_seat_ends(self, at: int, choice: int) -> None:
        self._end(self.people["trekkers"][TREKKERS[choice % len(TREKKERS)]])

    def _end(self, seat: Seat) -> None:
        if Seat.objects.get(pk=seat.pk).until_date is None:  # a seat ends once
            seats.end(seat=seat, last_day=clock.today() - timedelta(days=1), by=operator("test"))
        for actor in self.people["members"].values():
            actor.user.__dict__.pop("seats_today", None)

    def _adjourn(self, at: int, choice: int) -> None:
        """The meeting closes and another opens."""
        make.closed(self.meeting)
        self.meeting, self.items = make.meeting(MeetingState.GEOPEND), 20

    def _decide(self, at: int, kind: D, **details: Any) -> None:
        self.items += 1
        item = AgendaItem.objects.create(
            key=uuid4(),
            meeting=Meeting.objects.get(pk=self.meeting.pk),
            number=self.items,
            kind=ItemKind.BESPREKING,
            title="Punt",
            minutes=5,
            serves=Serves.VERBINDER,
            subject=Action.objects.get(pk=self.actions[at].pk),
        )
        item_decisions.take(item=item, key=uuid4(), kind=kind, wording="Aldus.", by=self.people["secretaris"], **details)

    def _trekker(self, choice: int) -> dict[str, Any]:
        return {"trekker": self.people["trekkers"][TREKKERS[choice % len(TREKKERS)]], "accepted": True}

    def _desirable(self, at: int, choice: int) -> None:
        self._decide(at, D.WENSELIJK)

    def _start(self, at: int, choice: int) -> None:
        self._decide(at, D.OP_DE_ACTIELIJST, **self._trekker(choice))

    def _finish(self, at: int, choice: int) -> None:
        self._decide(at, D.NAAR_GEREED, **make.DONE)

    def _elsewhere(self, at: int, choice: int) -> None:
        self._decide(at, D.NAAR_GEREED, **make.elsewhere())

    def _taken_elsewhere(self, at: int, choice: int) -> None:
        self._decide(at, D.NAAR_GEREED, **make.elsewhere(is_accepted=True))

    def _back(self, at: int, choice: int) -> None:
        self._decide(at, D.TERUG_NAAR_VOORRAAD)

    def _reopen(self, at: int, choice: int) -> None:
        self._decide(at, D.HEROPENEN, **self._trekker(choice))

    def _other_trekker(self, at: int, choice: int) -> None:
        self._decide(at, D.TREKKER_WIJZIGEN, **self._trekker(choice))

    def _stays(self, at: int, choice: int) -> None:
        self._decide(at, D.BLIJFT)

    def _table_accepts(self, at: int, choice: int) -> None:
        moves.answer_hand_over(action=self.actions[at], is_accepted=True, note="", by=self.people["bureau"])

    def _table_declines(self, at: int, choice: int) -> None:
        moves.answer_hand_over(action=self.actions[at], is_accepted=False, note="Nee.", by=self.people["bureau"])

    # What is held against it.

    def holds(self) -> None:
        for action, one in zip(self.actions, self.expected, strict=True):
            row = Action.objects.get(pk=action.pk)
            assert (row.list, row.outcome, row.is_accepted, row.version) == (one.list, one.outcome, one.is_accepted, one.version)
            assert bool(row.found_desirable_by_id) == one.is_desirable
            assert (row.trekker.membership.organisation.slug if row.trekker else "") == one.trekker
            assert one.list != L.ACTIELIJST or one.trekker

    def holds_to_the_end(self) -> None:
        """Everything that is read from the facts, and what the database holds at commit."""
        self.holds()
        for action, one in zip(self.actions, self.expected, strict=True):
            steps = [(move.from_list, move.to_list) for move in action.moves.order_by("pk")]
            assert steps == one.moves
            assert all(move.decision_id for move in action.moves.order_by("pk")[1:])
            open_now = Contribution.objects.filter(action=action, left_at__isnull=True)
            assert Counter(open_now.values_list("membership__organisation__slug", flat=True)) == Counter(one.partners)
            standing = standing_contributions(clock.today()).filter(action=action)
            assert set(standing.values_list("membership__organisation__slug", flat=True)) == one.partners - self.ended
            assert Weighing.objects.filter(action=action).count() == one.weighings
            newest = {each.membership.organisation.slug: each.belang for each in weighings.newest([action])}
            assert newest == one.weighed
        self._needs_attention()
        found = as_of.stood(make.theme(), clock.now(), self.people["bureau"].user)
        mine = {action.pk: one.list for action, one in zip(self.actions, self.expected, strict=True)}
        assert {pk: stood.list for pk, stood in found.items() if pk in mine} == mine
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    def _needs_attention(self) -> None:
        mine = list(zip(self.actions, self.expected, strict=True))
        orphans = {a.pk for a, one in mine if one.list == L.ACTIELIJST and one.trekker in self.trekkers_ended}
        lonely = {a.pk for a, one in mine if one.list == L.ACTIELIJST and len(one.partners - self.ended) < 2}
        refused = {a.pk for a, one in mine if one.outcome == Outcome.ELDERS_BELEGD and not one.is_accepted}
        asked = [attention.without_trekker(), attention.without_coalition(), attention.not_taken_over()]
        assert [set(rows.values_list("pk", flat=True)) for rows in asked] == [orphans, lonely, refused]


DECISIONS = {"desirable", "start", "finish", "elsewhere", "taken elsewhere", "back", "reopen", "other trekker", "stays"}
STEPS = st.tuples(st.sampled_from(VERBS), st.integers(0, MOST - 1), st.integers(0, 5))
Suppressed = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def play(people: dict[str, Any], steps: list[tuple[str, int, int]]) -> None:
    history = History(people)
    for verb, which, choice in steps:
        history.does(verb, which, choice)
        history.holds()
    history.holds_to_the_end()


@settings(max_examples=int(os.environ.get("WALKS", "25")), deadline=None, derandomize=True, suppress_health_check=Suppressed)
@given(steps=st.lists(STEPS, min_size=20, max_size=30))
def test_random_histories_are_what_the_oracle_says(people: Any, undone: Any, steps: list[tuple[str, int, int]]) -> None:
    undone(lambda: play(people, steps))


@pytest.mark.torture
@settings(max_examples=2000, deadline=None, suppress_health_check=Suppressed)
@given(steps=st.lists(STEPS, min_size=50, max_size=50))
def test_two_thousand_long_histories(people: Any, undone: Any, steps: list[tuple[str, int, int]]) -> None:
    undone(lambda: play(people, steps))
