"""What the page of an agreement shows to one reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from agenda.meetings.queries.subjects import Named, named_as, read_subjects
from agenda.ratification.domain import rounds
from agenda.ratification.domain.positions import earlier_position
from agenda.ratification.enums import (
    PUBLIC_STATES,
    STANDING_STATES,
    WRITABLE_STATES,
    AgreementState,
    Permission,
    Route,
    UptakeStatus,
)
from agenda.ratification.models import (
    Agreement,
    AgreementStep,
    AgreementVersion,
    Asked,
    Carrying,
    ConstituencyReport,
    Position,
    Ratification,
    Round,
    Uptake,
)
from agenda.ratification.queries.agreements import Gate, Standing, Tally, gate, round_of, seen_by, speaks_for, tally
from portal.documents.queries.citations import seek
from portal.documents.queries.resting import Resting
from portal.kit import clock
from portal.network.models import House


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One of those asked, as far as this reader may see the answer."""

    standing: Standing
    is_seen: bool
    may_record: bool = False
    may_answer: bool = False
    reports: list[ConstituencyReport] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Mine:
    """What this reader can do for who is asked: the own answer, and what was said of an earlier version."""

    asked: Asked
    position: Position | None
    earlier: Position | None
    version: int
    key: UUID  # of the answer that one click gives
    can_confirm: bool
    can_settle: bool


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text of the agreement: the draft, or a version of it."""

    title: str
    text: str
    asks: str
    from_date: Any
    evaluate_date: Any
    name: str


@dataclass(frozen=True, kw_only=True)
class AgreementPage:
    text: Text
    ratification: Ratification | None
    round: Round | None
    answered: int
    number: int  # of those asked
    rows: list[Shown]
    constituency: list[Shown]
    gate: Gate | None
    mine: Mine | None
    steps: list[AgreementStep]
    versions: list[AgreementVersion]
    references: list[Named]
    may_run: bool
    can_write: bool
    can_change_text: bool
    can_put: bool
    can_end: bool
    can_open: bool
    can_extend: bool
    can_drop: bool
    can_complete: bool
    can_carry: bool
    can_take_up: bool
    has_taken_up: bool  # a house of this reader said how it works
    carryings: list[Carrying]
    uptakes: list[tuple[str, list[Uptake]]]
    houses: int
    opening_blockers: list[Any]

    @property
    def remarks(self) -> list[Asked]:
        """Whose kanttekening this reader can answer."""
        return [each.standing.asked for each in (*self.rows, *self.constituency) if each.may_answer]

    @property
    def said(self) -> list[tuple[str, int]]:
        """What those asked said, and how many of them; nothing for who does not see all of it."""
        seen = [each.standing.position for each in self.rows if each.is_seen]
        if len(seen) < len(self.rows):
            return []
        words = Counter(str(each.standing.label) for each in seen if each)
        silent = sum(each is None for each in seen)
        return [*words.most_common(), *([("nog geen antwoord", silent)] if silent else [])]


def read(agreement: Agreement, user: Any) -> AgreementPage:
    """Everything about it that this reader may see, and can do now. A constant number of queries."""
    is_member = user.is_authenticated and user.may(Permission.READ)
    may_run = is_member and user.may(Permission.RUN, agreement)
    versions = list(agreement.versions.all())
    round = round_of(agreement) if is_member else None
    found = tally(round) if round else None
    shown = _shown(agreement, round, found, user)
    is_asked = round is not None and agreement.state == AgreementState.GEVRAAGD
    could_open = may_run and bool(agreement.standing.row.opens_for)
    opening = rounds.blockers_for_opening(agreement=agreement) if could_open else []
    told = _gate(agreement, round, found, shown)
    runs = may_run and is_asked
    carries = agreement.is_in_force and is_member and user.may(Permission.CARRY, agreement)
    takes_up = agreement.is_in_force and is_member and user.may(Permission.REPORT_UPTAKE, agreement)
    uptakes = _uptakes(agreement) if is_member and agreement.state in PUBLIC_STATES else []
    own = {seat.house_id for seat in user.seats_today if seat.house_id} if is_member else set()
    return AgreementPage(
        text=_text(agreement, versions, may_run),
        ratification=_ratification(agreement),
        round=round,
        answered=found.answered if found else 0,
        number=len(found.standings) if found else 0,
        rows=[each for each in shown if each.standing.asked.via_id is None],
        constituency=[each for each in shown if each.standing.asked.via_id is not None and each.is_seen],
        gate=told,
        mine=_mine(round, found, user) if is_asked else None,
        steps=list(agreement.steps.select_related("decision").order_by("-pk")) if is_member else [],
        versions=versions if is_member else [],
        references=references_of(agreement, user),
        may_run=may_run,
        can_write=may_run and agreement.state in WRITABLE_STATES,
        can_change_text=may_run and agreement.standing.row.is_asked,
        can_put=runs and told is not None and told.is_open,
        can_end=bool(runs and round and round.ended is None and round.is_open and found and not found.silent),
        can_open=could_open and not opening,
        can_extend=bool(runs and round and not round.ended),
        can_drop=may_run and agreement.state == AgreementState.CONCEPT,
        can_complete=may_run and agreement.is_in_force,
        can_carry=carries,
        can_take_up=takes_up,
        has_taken_up=any(each.house_id in own for _, rows in uptakes for each in rows),
        carryings=_carryings(agreement) if is_member and agreement.state in PUBLIC_STATES else [],
        uptakes=uptakes,
        houses=House.objects.valid_on(clock.today()).count() if agreement.state in PUBLIC_STATES else 0,
        opening_blockers=opening,
    )


def _text(agreement: Agreement, versions: list[AgreementVersion], may_run: bool) -> Text:
    """Who writes sees the draft; everybody else what was last fixed, and what was ratified once it is."""
    last = versions[-1] if versions else None
    if last is None or (may_run and agreement.state in WRITABLE_STATES):
        return _as_text(agreement, "concept")
    return _as_text(last, f"versie {last.number}")


def _ratification(agreement: Agreement) -> Ratification | None:
    """With which decision it was ratified, and which version, once it was."""
    if agreement.state not in PUBLIC_STATES:
        return None
    rows = Ratification.objects.filter(agreement=agreement).select_related("decision", "version")
    found: Ratification | None = rows.defer("payload").first()
    return found


GONE = "Deze tekst is verwijderd."


def _as_text(row: Any, name: str) -> Text:
    return Text(
        title=row.title or GONE,
        text=row.text or GONE,
        asks=row.asks or GONE,
        from_date=row.from_date,
        evaluate_date=row.evaluate_date,
        name=name,
    )


def _shown(agreement: Agreement, round: Round | None, found: Tally | None, user: Any) -> list[Shown]:
    if round is None or found is None:
        return []
    standings = [*found.standings, *found.constituency]
    seen = seen_by(user, agreement, round, [each.asked for each in standings])
    takes = round.is_open and agreement.state == AgreementState.GEVRAAGD
    may_record, may_answer = takes and user.may(Permission.RECORD, agreement), user.may(Permission.RUN, agreement)
    reports: dict[int, list[ConstituencyReport]] = {}
    for report in ConstituencyReport.objects.filter(asked__round=round).select_related("file"):
        reports.setdefault(report.asked_id, []).append(report)
    return [
        Shown(
            standing=each,
            is_seen=each.asked.pk in seen,
            may_record=may_record,
            may_answer=may_answer and each.position is not None and each.position.awaits_answer,
            reports=reports.get(each.asked.pk, []) if each.asked.pk in seen else [],
        )
        for each in standings
    ]


def _gate(agreement: Agreement, round: Round | None, found: Tally | None, shown: list[Shown]) -> Gate | None:
    """The gate, for who may see every position it speaks of."""
    sees_all = all(each.is_seen for each in shown if each.standing.asked.via_id is None)
    return gate(agreement, round, found) if round and sees_all and agreement.standing.row.is_asked else None


def _mine(round: Round | None, found: Tally | None, user: Any) -> Mine | None:
    if round is None or found is None or not round.is_open:
        return None
    rows = [*found.standings, *found.constituency]
    own = next((each for each in rows if any(speaks_for(seat, each.asked) for seat in user.seats_today)), None)
    if own is None:
        return None
    own.asked.round = round
    position = own.position
    return Mine(
        asked=own.asked,
        position=position,
        earlier=earlier_position(own.asked) if position is None else None,
        version=round.version.number,
        key=uuid4(),
        can_confirm=position is not None and position.awaits_confirmation,
        can_settle=position is not None and position.awaits_settlement,
    )


def references_of(agreement: Agreement, user: Any) -> list[Named]:
    """What it refers to, as far as this reader may see. A query for each kind."""
    rows = list(agreement.references.all())
    read_subjects(rows, user)
    return [named_as(row.subject) for row in rows if row.subject is not None]


def _carryings(agreement: Agreement) -> list[Carrying]:
    """What each member last said of carrying it, by name."""
    rows = agreement.carryings.order_by("organisation_id", "-pk").distinct("organisation_id")
    return sorted(rows.select_related("organisation"), key=lambda each: each.organisation.sort_key)


def _uptakes(agreement: Agreement) -> list[tuple[str, list[Uptake]]]:
    """What each house last said, by what it said. No order between houses but that of their names."""
    rows = agreement.uptakes.order_by("house_id", "-pk").distinct("house_id").select_related("house")
    newest = sorted(rows, key=lambda each: each.house.sort_key)
    said = [(status.label, [each for each in newest if each.status == status]) for status in UptakeStatus]
    return [(str(label), houses) for label, houses in said if houses]


def route_words(agreement: Agreement) -> str:
    """What the route means, for who does not know it by its name."""
    if agreement.route == Route.VOORAF:
        return "Eerst zeggen alle huizen of zij akkoord zijn. Dan legt de vereniging N-ZVH de afspraak voor aan de Stuurgroep."
    return (
        "De Stuurgroep komt eerst een concept overeen. "
        "Daarna raadplegen de leden hun achterban, en een volgende vergadering besluit."
    )


def resting_on(sections: list[int], user: Any) -> Iterable[tuple[int, Resting]]:
    """The agreements whose text names these sections. Two queries."""
    sought = seek(sections)
    for each in Agreement.objects.visible_to(user).filter(state__in=STANDING_STATES, text__contains="Kader").order_by("title"):
        for section in sought.named_in(each.text, each.from_date):
            yield section, Resting(each.title, each.get_absolute_url(), f"landelijke afspraak, {each.get_state_display()}")
