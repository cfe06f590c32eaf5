"""Where a round stands, who sees which position, and what the gate says: all of it worked out anew from the positions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType

from agenda.meetings.enums import MeetingState
from agenda.meetings.models import AgendaItem
from agenda.ratification.enums import AgreementState, Permission, Route, Stance
from agenda.ratification.models import Agreement, Asked, Position, Round
from portal.kit.refusals import Blocker
from portal.network.rules import (
    is_house_staff,
    is_klankbordgroep_member,
    is_netwerkmanager,
    is_nzvh_board,
    is_stuurgroep_member,
    member_seats,
)


@dataclass(frozen=True)
class Standing:
    """One of those asked, with the answer that counts now, or none."""

    asked: Asked
    position: Position | None

    @property
    def agrees(self) -> bool:
        return self.position is not None and self.position.counts_as_agreed


@dataclass(frozen=True)
class Tally:
    """Everybody asked in a round, in the order of asking. `constituency` are the houses that N-ZVH asks in route II."""

    standings: list[Standing]
    constituency: list[Standing]

    @property
    def answered(self) -> int:
        return sum(each.position is not None for each in self.standings)

    @property
    def silent(self) -> list[Standing]:
        return [each for each in self.standings if each.position is None]

    @property
    def unanswered(self) -> list[Asked]:
        """Everybody asked, in either circle, without an answer."""
        return [each.asked for each in (*self.standings, *self.constituency) if each.position is None]

    @property
    def objections(self) -> list[Standing]:
        """Who answered, and does not (yet) agree."""
        return [each for each in self.standings if each.position is not None and not each.agrees]


# What is said of a position that counts, and nothing more.
SHOWN = (
    "asked_id", "stance", "reason", "agreed_by", "agreed_date", "channel", "given_at", "by_label", "redacted_at", "answer__text",
    "settlement__settled_at", "confirmation__confirmed_at",
)  # fmt: skip


def tally(round: Round) -> Tally:
    """Those asked with the newest answer of each. Two queries."""
    asked = list(round.asked.select_related("organisation", "house").order_by("pk"))  # type: ignore[attr-defined]
    rows = Position.objects.filter(asked__round=round).order_by("asked_id", "-pk").distinct("asked_id")
    newest = {row.asked_id: row for row in rows.select_related("answer", "settlement", "confirmation").only(*SHOWN)}
    found = [Standing(each, newest.get(each.pk)) for each in asked]
    return Tally([each for each in found if each.asked.via_id is None], [each for each in found if each.asked.via_id is not None])


def round_of(agreement: Agreement) -> Round | None:
    """Its newest round, or none."""
    rows = Round.objects.filter(agreement=agreement).select_related("end", "version").prefetch_related("extensions")
    return rows.order_by("-pk").first()  # type: ignore[no-any-return]


def on_the_table(agreement: Agreement) -> bool:
    """Whether it stands on the agenda of a meeting that is open now, and nothing was decided about it there yet."""
    kind = ContentType.objects.get_for_model(Agreement)
    items = AgendaItem.objects.filter(subject_type=kind, subject_id=agreement.pk, meeting__state=MeetingState.GEOPEND)
    return items.filter(outcome__isnull=True, treatment__isnull=True).exists()


def speaks_for(seat: Any, asked: Asked) -> bool:
    """Whether this seat holds the mandate to answer: the netwerkmanager of the house, a
    member of the Stuurgroep for its organisation."""
    if asked.house_id:
        return bool(is_netwerkmanager(seat)) and seat.house_id == asked.house_id
    return bool(is_stuurgroep_member(seat)) and seat.membership.organisation_id == asked.organisation_id


def is_of(seat: Any, asked: Asked) -> bool:
    """Whether this seat is at the organisation or house that is asked."""
    if asked.house_id:
        return bool(is_house_staff(seat)) and seat.house_id == asked.house_id
    is_own = is_stuurgroep_member(seat) or is_klankbordgroep_member(seat) or is_nzvh_board(seat)
    return bool(is_own) and seat.membership.organisation_id == asked.organisation_id


def seen_by(user: Any, agreement: Agreement, round: Round, asked: list[Asked]) -> set[int]:
    """The keys of those asked whose position this reader may see.

    While a round is open: all for who runs or records it; of the rest the own one, that of the own achterban,
    and, where the round says so, those of everybody who is asked in the same circle. Afterwards every member.
    """
    seats = member_seats(user)
    if not seats:
        return set()
    if not round.is_open or user.may(Permission.READ_ALL, agreement):
        return {each.pk for each in asked}
    own = {each.pk for each in asked if any(is_of(seat, each) for seat in seats)}
    circles = {each.via_id for each in asked if each.pk in own} if round.shows_positions else set()
    return {each.pk for each in asked if each.pk in own or each.via_id in circles or each.via_id in own}


@dataclass(frozen=True)
class Gate:
    """Whether the agreement can be put to the Stuurgroep, why not, and what comes next."""

    blockers: list[Blocker]
    notes: list[str]
    next: str

    @property
    def is_open(self) -> bool:
        return not self.blockers


def gate(agreement: Agreement, round: Round | None, found: Tally | None) -> Gate:
    """The gate of the route as the positions stand now."""
    if round is None or found is None:
        return Gate([Blocker("not-asked", "Er is nog niemand om een standpunt gevraagd.")], [], "Vraag om standpunten.")
    blockers = _vooraf(found) if agreement.route == Route.VOORAF else _achteraf(round, found)
    return Gate(blockers, _notes(agreement, round, found), _next(agreement, blockers))


def _vooraf(found: Tally) -> list[Blocker]:
    """Every house agrees."""
    names = ", ".join(each.asked.short for each in found.silent)
    silent = [Blocker("silent", f"Nog geen antwoord van: {names}. Herinner hen, of verleng de termijn.")] if found.silent else []
    return silent + [Blocker("objection", _objection(each)) for each in found.objections]


def _achteraf(round: Round, found: Tally) -> list[Blocker]:
    """The members had their time to ask their achterban. Who is silent does not agree, and does not hold up the table either."""
    if round.is_open and found.silent:
        names = ", ".join(each.asked.short for each in found.silent)
        return [Blocker("still-open", f"De termijn loopt nog, en er is nog geen antwoord van: {names}.")]
    if found.answered == 0:
        return [Blocker("nobody-answered", "Niemand heeft geantwoord. Zwijgen is geen akkoord: vraag opnieuw.")]
    return []


def _objection(standing: Standing) -> str:
    position = standing.position
    assert position is not None
    if position.stance == Stance.NIET_AKKOORD:
        return f"{standing.asked} is niet akkoord. Pas de tekst aan, of vraag het huis zijn standpunt opnieuw te wegen."
    if position.answered is None:
        return f"{standing.asked} heeft een kanttekening. Beantwoord die, dan kan het huis zeggen dat zij is afgedaan."
    return f"De kanttekening van {standing.asked} is beantwoord. Het huis zegt zelf of zij daarmee is afgedaan."


def _notes(agreement: Agreement, round: Round, found: Tally) -> list[str]:
    """What the table must know and what does not hold it up."""
    notes = []
    waiting = [each.asked.short for each in found.standings if each.position and each.position.awaits_confirmation]
    if waiting:
        notes.append(f"Namens hen vastgelegd, door henzelf nog niet bevestigd: {', '.join(waiting)}.")
    if agreement.route == Route.ACHTERAF:
        if found.silent and not round.is_open:
            notes.append(f"Zonder antwoord, dus zonder akkoord: {', '.join(each.asked.short for each in found.silent)}.")
        if found.objections:
            notes.append(f"Niet zonder meer akkoord: {', '.join(each.asked.short for each in found.objections)}.")
    return notes


def _next(agreement: Agreement, blockers: list[Blocker]) -> str:
    if agreement.state == AgreementState.VOORGELEGD:
        return "De Stuurgroep neemt in een vergadering een besluit."
    if blockers:
        return "Eerst moet dit gebeuren."
    who = "De vereniging N-ZVH legt" if agreement.route == Route.VOORAF else "De secretaris legt"
    return f"{who} de afspraak voor aan de Stuurgroep."
