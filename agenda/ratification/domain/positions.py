"""Answering: a position for one's own house or organisation, what is recorded for another, and what becomes of a kanttekening."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from agenda.ratification.domain.rounds import open_round_of
from agenda.ratification.domain.steps import AgreementRefused
from agenda.ratification.enums import REASONED, Channel, Stance, Verb
from agenda.ratification.models import (
    Agreement,
    Asked,
    ConstituencyReport,
    Position,
    PositionConfirmation,
    RemarkAnswer,
    RemarkSettlement,
    Round,
)
from agenda.ratification.queries.agreements import speaks_for
from portal.accounts.actor import Actor
from portal.files.domain import stored_files
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker
from portal.network.models import Seat
from portal.privacy.domain import guard


def asked_of(by: Actor, round: Round) -> Asked:
    """Whoever of those asked this person answers for, by a seat that is valid at this moment. Raises AgreementRefused."""
    seat = Seat.objects.valid_on(clock.today()).with_places().filter(pk=by.seat_id).first()
    if seat is None:
        raise AgreementRefused(Blocker("no-mandate", "Uw zetel is niet meer geldig: u kunt hier niet meer voor antwoorden."))
    asked = round.asked.select_related("organisation", "house", "round")  # type: ignore[attr-defined]
    found = next((each for each in asked if speaks_for(seat, each)), None)
    if found is None:
        raise AgreementRefused(Blocker("not-asked", "U antwoordt niet voor een van de gevraagden."))
    return found  # type: ignore[no-any-return]


def blockers_for_answering(*, agreement: Agreement, by: Actor) -> list[Blocker]:
    """Why this person cannot answer now."""
    try:
        running = open_round_of(agreement)
        asked_of(by, running)
    except AgreementRefused as refused:
        return refused.blockers  # type: ignore[return-value]
    return [] if running.is_open else [TERM_OVER]


TERM_OVER = Blocker("term-over", "De termijn van deze ronde is voorbij.")


def _taking_answers(agreement: Agreement, version: int | None) -> Round:
    """The round that runs, held. `version` is the number of the text that was read, where a form says so.

    Raises AgreementRefused.
    """
    running = open_round_of(Agreement.objects.lock(agreement))
    if not running.is_open:
        raise AgreementRefused(TERM_OVER)
    if version is not None and running.version.number != version:
        sentence = f"De tekst is intussen gewijzigd: dit is nu versie {running.version.number}. Lees haar en antwoord opnieuw."
        raise AgreementRefused(Blocker("other-version", sentence))
    return running


def _given(key: UUID) -> Position | None:
    return Position.objects.filter(key=key).first()  # type: ignore[no-any-return]


@transaction.atomic
def take_position(
    *,
    key: UUID,
    agreement: Agreement,
    version: int,
    stance: Stance,
    reason: str,
    by: Actor,
    agreed_by: str = "",
    agreed_date: date | None = None,
) -> Position:
    """Answer for one's own house or organisation. Raises AgreementRefused and PersonalDataRefused.

    Sent twice, it is given once.
    """
    guard.refuse_identifiers([reason, agreed_by])
    running = _taking_answers(agreement, version)
    if existing := _given(key):
        return existing
    asked = asked_of(by, running)
    return _write(key, asked, stance, reason, Channel.PORTAAL, by, agreed_by, agreed_date)


@transaction.atomic
def record_on_behalf(
    *,
    key: UUID,
    asked: Asked,
    stance: Stance,
    reason: str,
    channel: Channel,
    by: Actor,
    agreed_by: str = "",
    agreed_date: date | None = None,
) -> Position:
    """Record what somebody who is asked said by telephone or mail: marked so, until they confirm it.

    Raises as `take_position`.
    """
    guard.refuse_identifiers([reason, agreed_by])
    running = _taking_answers(asked.round.agreement, None)
    if existing := _given(key):
        return existing
    if asked.round_id != running.pk:
        raise AgreementRefused(Blocker("other-round", "Deze ronde is voorbij. Leg het vast in de ronde die nu loopt."))
    if channel == Channel.PORTAAL:
        raise AgreementRefused(Blocker("no-channel", "Zeg hoe het standpunt binnenkwam.", is_input=True))
    return _write(key, asked, stance, reason, channel, by, agreed_by, agreed_date)


def _write(
    key: UUID, asked: Asked, stance: Stance, reason: str, channel: Channel, by: Actor, agreed_by: str, agreed_date: date | None
) -> Position:
    if stance in REASONED and not reason.strip():
        raise AgreementRefused(Blocker("no-reason", "Zeg in een paar zinnen waarom.", is_input=True))
    if agreed_date and agreed_date > clock.today():
        raise AgreementRefused(Blocker("not-yet", "De dag waarop het is afgestemd, ligt niet in de toekomst.", is_input=True))
    made: Position = Position.objects.write(
        key=key,
        asked=asked,
        stance=stance,
        reason=reason.strip() or None,
        agreed_by=agreed_by.strip() or None,
        agreed_date=agreed_date,
        channel=channel,
        given_at=clock.now(),
        by=by,
    )
    record(asked.round.agreement, Verb.POSITION_TAKEN, by=by, facts=[made])
    return made


@transaction.atomic
def confirm(*, position: Position, by: Actor) -> PositionConfirmation:
    """Whoever holds the mandate says that what was recorded for them is right. Raises AgreementRefused."""
    agreement = Agreement.objects.lock(position.asked.round.agreement)
    _must_be_own_newest(position, agreement, by)
    if not position.is_on_behalf:
        raise AgreementRefused(Blocker("own", "Dit standpunt gaf u zelf."))
    if existing := PositionConfirmation.objects.filter(position=position).first():
        return existing  # type: ignore[no-any-return]
    made: PositionConfirmation = PositionConfirmation.objects.write(position=position, confirmed_at=clock.now(), by=by)
    record(agreement, Verb.POSITION_CONFIRMED, by=by, facts=[made])
    return made


def _must_be_own_newest(position: Position, agreement: Agreement, by: Actor) -> None:
    """It is the position that counts of who this person answers for, in the round that runs."""
    running = open_round_of(agreement)
    if position.asked.round_id != running.pk:
        raise AgreementRefused(Blocker("other-round", "Dit standpunt hoort bij een eerdere versie."))
    if asked_of(by, running).pk != position.asked_id:
        raise AgreementRefused(Blocker("not-own", "Dit is het standpunt van een ander."))
    if Position.objects.filter(asked=position.asked_id, pk__gt=position.pk).exists():
        raise AgreementRefused(Blocker("older", "Er is intussen een nieuwer standpunt."))


@transaction.atomic
def answer_remark(*, position: Position, text: str, by: Actor) -> RemarkAnswer:
    """Answer a kanttekening. Answered twice, the first stands. Raises AgreementRefused and PersonalDataRefused."""
    guard.refuse_identifiers([text])
    agreement = Agreement.objects.lock(position.asked.round.agreement)
    running = open_round_of(agreement)
    if position.stance != Stance.KANTTEKENING or position.asked.round_id != running.pk:
        raise AgreementRefused(Blocker("no-remark", "Hier is geen kanttekening die een antwoord vraagt."))
    if existing := RemarkAnswer.objects.filter(position=position).first():
        return existing  # type: ignore[no-any-return]
    made: RemarkAnswer = RemarkAnswer.objects.write(position=position, text=text.strip(), answered_at=clock.now(), by=by)
    record(agreement, Verb.REMARK_ANSWERED, by=by, facts=[made])
    return made


@transaction.atomic
def settle(*, position: Position, by: Actor) -> RemarkSettlement:
    """The house or organisation itself says that the answer settles its kanttekening, which then counts as agreed.

    Raises AgreementRefused.
    """
    agreement = Agreement.objects.lock(position.asked.round.agreement)
    _must_be_own_newest(position, agreement, by)
    if position.stance != Stance.KANTTEKENING or not RemarkAnswer.objects.filter(position=position).exists():
        raise AgreementRefused(Blocker("not-answered", "Er is nog geen antwoord op deze kanttekening."))
    if existing := RemarkSettlement.objects.filter(position=position).first():
        return existing  # type: ignore[no-any-return]
    made: RemarkSettlement = RemarkSettlement.objects.write(position=position, settled_at=clock.now(), by=by)
    record(agreement, Verb.REMARK_SETTLED, by=by, facts=[made])
    return made


def earlier_position(asked: Asked) -> Position | None:
    """What the same house or organisation last answered to an earlier version."""
    rows = Position.objects.filter(
        asked__round__agreement=asked.round.agreement_id,
        asked__round__lt=asked.round_id,
        asked__house=asked.house_id,
        asked__organisation=asked.organisation_id,
    )
    return rows.select_related("asked__round__version", "settlement", "answer").order_by("-pk").first()  # type: ignore[no-any-return]


@transaction.atomic
def reaffirm(*, key: UUID, agreement: Agreement, version: int, by: Actor) -> Position:
    """Say of the changed text what was said of the one before. A kanttekening that was settled is agreement now.

    Raises AgreementRefused.
    """
    running = _taking_answers(agreement, version)
    if existing := _given(key):
        return existing
    asked = asked_of(by, running)
    before = earlier_position(asked)
    if before is None or before.redacted_at is not None:
        raise AgreementRefused(Blocker("nothing-earlier", "Er is geen eerder standpunt om te bevestigen."))
    stance = Stance.AKKOORD if before.counts_as_agreed else Stance(before.stance)
    reason = before.reason or ""
    return _write(key, asked, stance, reason, Channel.PORTAAL, by, before.agreed_by or "", before.agreed_date)


@transaction.atomic
def report_constituency(
    *,
    key: UUID,
    agreement: Agreement,
    consulted_date: date,
    how: str,
    with_whom: str,
    outcome: str,
    by: Actor,
    name: str = "",
    data: bytes = b"",
) -> ConstituencyReport:
    """Put on record how the own achterban was consulted, perhaps with a document.

    Raises AgreementRefused, FileRefused, PersonalDataRefused.
    """
    guard.refuse_identifiers([how, with_whom, outcome, name])
    running = _taking_answers(agreement, None)
    if existing := ConstituencyReport.objects.filter(key=key).first():
        return existing  # type: ignore[no-any-return]
    asked = asked_of(by, running)
    if consulted_date > clock.today():
        raise AgreementRefused(Blocker("not-yet", "De raadpleging is al geweest: kies een dag die voorbij is.", is_input=True))
    file = stored_files.keep(key=key, name=name, data=data, by=by) if data else None
    made: Any = ConstituencyReport.objects.write(
        key=key,
        asked=asked,
        consulted_date=consulted_date,
        how=how.strip(),
        with_whom=with_whom.strip(),
        outcome=outcome.strip(),
        file=file,
        reported_at=clock.now(),
        by=by,
    )
    record(running.agreement, Verb.CONSULTED, by=by, facts=[made])
    return made  # type: ignore[no-any-return]
