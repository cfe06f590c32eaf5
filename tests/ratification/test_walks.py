"""Random histories of asking, answering, changing, deciding and seats that end,
along both routes, beside an oracle of its own."""

from __future__ import annotations

import os
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
from agenda.meetings.domain import item_decisions
from agenda.meetings.enums import ItemKind, MeetingState
from agenda.meetings.models import AgendaItem, Meeting
from agenda.ratification.domain import agreements, positions
from agenda.ratification.domain import rounds as round_verbs
from agenda.ratification.domain.steps import AgreementRefused
from agenda.ratification.enums import AgreementState as A
from agenda.ratification.enums import Channel, Route, Stance
from agenda.ratification.models import Agreement, Asked, Position, Round, RoundEnd
from agenda.ratification.queries import verdicts
from agenda.ratification.queries.agreements import gate, round_of, seen_by, tally
from portal.accounts.actor import operator
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.domain import seats
from portal.network.models import House, Membership, Seat
from tests import factories as make

pytestmark = pytest.mark.django_db
HOUSES, PARTNERS = ("twente", "zeeland", "drenthe"), ("nzvh", "valente", "om")
STANCES = (Stance.AKKOORD, Stance.AKKOORD, Stance.KANTTEKENING, Stance.NIET_AKKOORD)
VERBS = (
    "open", "open", "answer", "answer", "answer", "deputy answers", "record", "record", "confirm", "answer remark", "settle",
    "change", "reaffirm", "end early", "extend", "put", "put", "rewrite", "days pass", "seat ends", "adjourn", "agree", "ratify",
    "ratify", "give back", "withdraw", "all agree", "all agree",
)  # fmt: skip


@dataclass
class Given:
    """The one position that counts of somebody asked."""

    stance: Stance
    is_recorded: bool = False
    is_answered: bool = False
    is_settled: bool = False

    @property
    def agrees(self) -> bool:
        return self.stance == Stance.AKKOORD or (self.stance == Stance.KANTTEKENING and self.is_settled)


@dataclass
class Expected:
    """What should be true, kept apart from everything the code keeps."""

    route: Route
    state: A = A.CONCEPT
    version: int = 0
    shows: bool = True
    closes_on: int = -1  # the day of the history after which the term is over
    is_ended: bool = False
    agreed_here: bool = False  # as a concept, in the meeting that is open
    now: dict[str, Given] = field(default_factory=dict)
    before: dict[str, Given] = field(default_factory=dict)  # the last of each in earlier rounds
    rounds: int = 0

    @property
    def asked(self) -> tuple[str, ...]:
        return HOUSES if self.route == Route.VOORAF else PARTNERS


@pytest.fixture
def people() -> dict[str, Any]:
    """A small network: three houses, three members, and who runs the routes.

    Made once; what a history does is undone after it.
    """
    yesterday = clock.today() - timedelta(days=1)
    House.objects.exclude(slug__in=HOUSES).update(until_date=yesterday)
    Membership.objects.filter(body__slug="stuurgroep").exclude(organisation__slug__in=PARTNERS).update(until_date=yesterday)
    return {
        **{name: make.manager(name) for name in HOUSES},
        **{name: make.member(organisation=name) for name in PARTNERS},
        "deputy": make.seat("stuurgroep", organisation="om", is_deputy=True).actor,
        "secretaris": make.secretaris(),
        "bestuur": make.board(),
        "bureau": make.bureau(),
        "meeting": make.meeting(MeetingState.GEOPEND),
    }


class History:
    def __init__(self, people: dict[str, Any], choice: int) -> None:
        self.people, self.meeting, self.items, self.day, self.ended = people, people["meeting"], 1, 0, set[str]()
        self.start = clock.now()
        self.one = Expected(Route.VOORAF if choice % 2 else Route.ACHTERAF)
        self.key = make.agreement(self.one.route).pk

    @property
    def made(self) -> Agreement:
        return Agreement.objects.get(pk=self.key)

    @property
    def runner(self) -> Any:
        return self.people["bestuur" if self.one.route == Route.VOORAF else "secretaris"]

    def who(self, which: int) -> str:
        """Of the main circle mostly; in route II also a house that N-ZVH asks."""
        every = self.one.asked if self.one.route == Route.VOORAF else (*PARTNERS, *HOUSES)
        return every[which % len(every)]

    def does(self, verb: str, which: int, choice: int) -> None:
        """Do it, and hold the answer against what the oracle says should come of it."""
        is_allowed = self._allows(verb, self.who(which), choice)
        with clock.at(self.start + timedelta(days=self.day)):
            try:
                with transaction.atomic():
                    getattr(self, f"_{verb.replace(' ', '_')}")(self.who(which), choice)
            except Refused as refused:
                assert refused.sentences and not is_allowed, (verb, which, choice, self.one, refused.codes)
                return
        assert is_allowed, (verb, which, choice, self.one)
        self._expect(verb, self.who(which), choice)

    # What the oracle says, written apart from the tables and blockers of the code.

    @property
    def runs(self) -> bool:
        return self.one.state == A.GEVRAAGD and not self.one.is_ended

    @property
    def takes(self) -> bool:
        return self.runs and self.day <= self.one.closes_on

    def _gate_is_open(self) -> bool:
        mine = [self.one.now.get(name) for name in self.one.asked]
        if self.one.route == Route.VOORAF:
            return all(each is not None and each.agrees for each in mine)
        is_over = not self.takes or all(mine)
        return is_over and any(mine)

    def _allows(self, verb: str, who: str, choice: int) -> bool:
        one, has_seat, given = self.one, who not in self.ended, self.one.now.get(who)
        opens = {A.CONCEPT, A.TERUGGELEGD} if one.route == Route.VOORAF else {A.OVEREENGEKOMEN, A.TERUGGELEGD}
        return {
            "open": one.state in opens,
            "answer": self.takes and has_seat,
            "deputy answers": self.takes and one.route == Route.ACHTERAF,
            "record": self.takes,
            "all agree": self.takes,
            "confirm": self.runs and has_seat and given is not None and given.is_recorded,
            "answer remark": self.runs and given is not None and given.stance == Stance.KANTTEKENING,
            "settle": self.runs and has_seat and given is not None and given.stance == Stance.KANTTEKENING and given.is_answered,
            "change": one.state in (A.GEVRAAGD, A.VOORGELEGD),
            "reaffirm": self.takes and has_seat and (who in one.before),
            "end early": self.runs and (not self.takes or all(name in one.now for name in one.asked)),
            "extend": self.runs,
            "put": self.runs and self._gate_is_open(),
            "rewrite": one.state in (A.CONCEPT, A.TERUGGELEGD),
            "days pass": True,
            "seat ends": True,
            "adjourn": True,
            "agree": one.route == Route.ACHTERAF and one.state in (A.CONCEPT, A.TERUGGELEGD),
            "ratify": one.state == A.VOORGELEGD and not one.agreed_here,
            "give back": one.state in (A.VOORGELEGD, A.OVEREENGEKOMEN),
            "withdraw": one.state in (A.OVEREENGEKOMEN, A.GEVRAAGD, A.VOORGELEGD, A.TERUGGELEGD),
        }[verb]

    def _expect(self, verb: str, who: str, choice: int) -> None:
        one = self.one
        if verb in ("open", "change"):
            one.before |= one.now
            one.now, one.rounds, one.is_ended, one.closes_on = {}, one.rounds + 1, False, self.day + 20
            one.shows = choice % 2 == 0 if verb == "open" else one.shows
        to = {
            "open": A.GEVRAAGD,
            "change": A.GEVRAAGD,
            "put": A.VOORGELEGD,
            "agree": A.OVEREENGEKOMEN,
            "ratify": A.BEKRACHTIGD,
            "give back": A.TERUGGELEGD,
            "withdraw": A.INGETROKKEN,
        }
        one.state = to.get(verb, one.state)
        one.is_ended |= verb in ("put", "withdraw", "end early")
        if verb in ("answer", "record"):
            one.now[who] = Given(STANCES[choice % 4], is_recorded=verb == "record")
        if verb == "all agree":
            one.now |= {name: Given(Stance.AKKOORD, is_recorded=True) for name in one.asked}
        if verb == "deputy answers":
            one.now["om"] = Given(STANCES[choice % 4])
        if verb == "reaffirm":
            one.now[who] = Given(Stance.AKKOORD if one.before[who].agrees else one.before[who].stance)
        if verb == "answer remark":
            one.now[who].is_answered = True
        if verb == "settle":
            one.now[who].is_settled = True
        if verb == "extend":
            one.closes_on = max(one.closes_on, self.day) + 10
        if verb == "days pass":
            self.day += 8
        if verb == "seat ends":
            self.ended.add(who)
        one.agreed_here = (one.agreed_here or verb == "agree") and verb != "adjourn"

    # The verbs themselves.

    def _open(self, who: str, choice: int) -> None:
        closes = clock.today() + timedelta(days=20)
        round_verbs.open_round(
            key=uuid4(), agreement=self.made, closes_date=closes, shows_positions=choice % 2 == 0, by=self.runner
        )

    def _say(self, by: Any, choice: int) -> None:
        round = round_of(self.made)
        number = round.version.number if round else 1
        positions.take_position(
            key=uuid4(), agreement=self.made, version=number, stance=STANCES[choice % 4], reason="Daarom.", by=by
        )

    def _answer(self, who: str, choice: int) -> None:
        self._say(self.people[who], choice)

    def _deputy_answers(self, who: str, choice: int) -> None:
        self._say(self.people["deputy"], choice)

    def _asked(self, who: str) -> Asked:
        """Whoever is meant, in the newest round. Without one a page has nothing to offer, and neither has this."""
        rows = Asked.objects.filter(round=round_of(self.made)).select_related("round__agreement", "house", "organisation")
        found = next((each for each in rows if each.who.slug == who), None)
        if found is None:
            raise AgreementRefused(Blocker("nobody", "Niemand is gevraagd."))
        return found

    def _position(self, who: str) -> Position:
        rows = Position.objects.filter(asked=self._asked(who).pk).select_related("asked__round__agreement")
        found: Position | None = rows.order_by("-pk").first()
        if found is None:
            raise AgreementRefused(Blocker("nothing", "Er is geen standpunt."))
        return found

    def _record(self, who: str, choice: int) -> None:
        positions.record_on_behalf(
            key=uuid4(),
            asked=self._asked(who),
            stance=STANCES[choice % 4],
            reason="Gezegd.",
            channel=Channel.TELEFOON,
            by=self.people["secretaris"],
        )

    def _all_agree(self, who: str, choice: int) -> None:
        for name in self.one.asked:
            self._record(name, 0)

    def _confirm(self, who: str, choice: int) -> None:
        positions.confirm(position=self._position(who), by=self.people[who])

    def _answer_remark(self, who: str, choice: int) -> None:
        positions.answer_remark(position=self._position(who), text="Dat kan.", by=self.runner)

    def _settle(self, who: str, choice: int) -> None:
        positions.settle(position=self._position(who), by=self.people[who])

    def _change(self, who: str, choice: int) -> None:
        made = self.made
        round_verbs.change_text(
            key=uuid4(),
            agreement=made,
            expected=made.version,
            note="Anders.",
            closes_date=clock.today() + timedelta(days=20),
            text=f"Tekst {made.version}",
            by=self.runner,
        )

    def _reaffirm(self, who: str, choice: int) -> None:
        round = round_of(self.made)
        positions.reaffirm(key=uuid4(), agreement=self.made, version=round.version.number if round else 1, by=self.people[who])

    def _end_early(self, who: str, choice: int) -> None:
        round_verbs.end_early(agreement=self.made, by=self.runner)

    def _extend(self, who: str, choice: int) -> None:
        days = max(self.one.closes_on, self.day) + 10 - self.day
        round_verbs.extend(
            agreement=self.made, closes_date=clock.today() + timedelta(days=days), reason="Te kort.", by=self.runner
        )

    def _put(self, who: str, choice: int) -> None:
        round_verbs.put(agreement=self.made, by=self.runner)

    def _rewrite(self, who: str, choice: int) -> None:
        made = self.made
        agreements.rewrite(agreement=made, expected=made.version, text=f"Herschreven {made.version}", by=self.runner)

    def _days_pass(self, who: str, choice: int) -> None:
        pass

    def _seat_ends(self, who: str, choice: int) -> None:
        if who not in self.ended:
            seat = Seat.objects.get(pk=self.people[who].seat_id)
            seats.end(seat=seat, last_day=self.start.date() - timedelta(days=1), by=operator("test"))

    def _adjourn(self, who: str, choice: int) -> None:
        make.closed(self.meeting)
        self.meeting, self.items = make.meeting(MeetingState.GEOPEND), 20

    def _decide(self, kind: D) -> None:
        self.items += 1
        item = AgendaItem.objects.create(
            key=uuid4(),
            meeting=Meeting.objects.get(pk=self.meeting.pk),
            number=self.items,
            kind=ItemKind.BESPREKING,
            title="Punt",
            minutes=5,
            serves=Serves.HUIZEN,
            subject=self.made,
        )
        item_decisions.take(item=item, key=uuid4(), kind=kind, wording="Aldus.", by=self.people["secretaris"])

    def _agree(self, who: str, choice: int) -> None:
        self._decide(D.CONCEPT_OVEREENKOMEN)

    def _ratify(self, who: str, choice: int) -> None:
        self._decide(D.BEKRACHTIGEN)

    def _give_back(self, who: str, choice: int) -> None:
        self._decide(D.TERUGLEGGEN)

    def _withdraw(self, who: str, choice: int) -> None:
        self._decide(D.INTREKKEN)

    # What is held against it.

    def holds(self, viewers: tuple[str, ...] = ()) -> None:
        one, made, round = self.one, self.made, round_of(self.made)
        assert (made.state, Round.objects.filter(agreement=made).count()) == (one.state, one.rounds)
        if round is None:
            return
        with clock.at(self.start + timedelta(days=self.day)):
            found = tally(round)
            assert round.is_open == (self.day <= one.closes_on and not one.is_ended)
            standings = {each.asked.who.slug: each for each in (*found.standings, *found.constituency)}
            assert {each.asked.who.slug for each in found.standings} == set(one.asked)
            said = {name: each.position.stance for name, each in standings.items() if each.position}
            assert said == {name: each.stance for name, each in one.now.items()}
            assert {name for name, each in standings.items() if each.agrees} == {
                name for name, each in one.now.items() if each.agrees
            }
            if self.runs:
                assert gate(made, round, found).is_open == self._gate_is_open()
            self._shows(made, round, standings, viewers)

    def _shows(self, made: Agreement, round: Round, standings: dict[str, Any], viewers: tuple[str, ...]) -> None:
        """Nothing is seen beyond what the oracle says, and all of that is."""
        for viewer in viewers:
            actor = self.people[viewer]
            actor.user.__dict__.pop("seats_today", None)
            keys = seen_by(actor.user, made, round, [each.asked for each in standings.values()])
            seen = {name for name, each in standings.items() if each.asked.pk in keys}
            assert seen == {name for name in standings if self._sees(viewer, name, round.is_open)}, (viewer, self.one)

    def _sees(self, viewer: str, whose: str, is_open: bool) -> bool:
        if viewer in self.ended:
            return False
        if not is_open or viewer == "secretaris" or (viewer == "bestuur" and self.one.route == Route.VOORAF):
            return True
        me = {"bestuur": "nzvh", "deputy": "om"}.get(viewer, viewer)
        if me == "bureau" or (me in PARTNERS and self.one.route == Route.VOORAF):
            return False
        same_circle = (me in HOUSES) == (whose in HOUSES)
        return me == whose or (self.one.shows and same_circle) or (me == "nzvh" and whose in HOUSES)

    def holds_to_the_end(self) -> None:
        """No round ended twice, and what was ratified can be recomputed from what the oracle remembers."""
        ends = list(RoundEnd.objects.filter(round__agreement=self.key).values_list("round", flat=True))
        assert len(ends) == len(set(ends))
        if self.one.state == A.BEKRACHTIGD:
            ratification = self.made.ratification  # type: ignore[attr-defined]
            assert verdicts.findings(ratification) == []
            assert ratification.version.number == ratification.version.round.version.number
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


# Most histories begin where it becomes interesting: in a round.
VIEWERS = (*HOUSES, *PARTNERS, "deputy", "secretaris", "bestuur", "bureau")
BEGINNINGS = {Route.VOORAF: ("open",), Route.ACHTERAF: ("agree", "adjourn", "open")}
STEPS = st.tuples(st.sampled_from(VERBS), st.integers(0, 5), st.integers(0, 9))
Suppressed = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def play(people: dict[str, Any], choice: int, steps: list[tuple[str, int, int]]) -> None:
    history = History(people, choice)
    for verb in BEGINNINGS[history.one.route] if choice > 1 else ():
        history.does(verb, 0, choice)
    for verb, which, number in steps:
        history.does(verb, which, number)
        history.holds((VIEWERS[number],))
    history.holds(VIEWERS)
    history.holds_to_the_end()


@settings(max_examples=int(os.environ.get("WALKS", "25")), deadline=None, derandomize=True, suppress_health_check=Suppressed)
@given(choice=st.integers(0, 9), steps=st.lists(STEPS, min_size=10, max_size=20))
def test_random_histories_are_what_the_oracle_says(
    people: Any, undone: Any, choice: int, steps: list[tuple[str, int, int]]
) -> None:
    undone(lambda: play(people, choice, steps))


@pytest.mark.torture
@settings(max_examples=2000, deadline=None, suppress_health_check=Suppressed)
@given(choice=st.integers(0, 9), steps=st.lists(STEPS, min_size=50, max_size=50))
def test_two_thousand_long_histories(people: Any, undone: Any, choice: int, steps: list[tuple[str, int, int]]) -> None:
    undone(lambda: play(people, choice, steps))
