"""Asking for positions: opening a round, giving it more time, ending it, and asking again about another text.

Every verb holds the agreement, so that an answer either counts in a round or comes too late: there is nothing in between.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from agenda.ratification.domain import agreements
from agenda.ratification.domain.steps import AgreementRefused, step
from agenda.ratification.enums import AgreementState, RoundOutcome, Route, Verb
from agenda.ratification.models import Agreement, AgreementVersion, Asked, Round, RoundEnd, RoundExtension
from agenda.ratification.queries.agreements import gate, on_the_table, round_of, tally
from portal.accounts.actor import Actor
from portal.accounts.models import User
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker
from portal.network.enums import BodyKind, SeatFunction
from portal.network.models import House, Membership, Organisation, Seat
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.privacy.domain import guard

SHORTEST = 7  # days


def end_of(day: date) -> datetime:
    """The end of that day in Europe/Amsterdam, whatever the clock does in its night."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def blockers_for_opening(*, agreement: Agreement) -> list[Blocker]:
    """Why nobody can be asked about it now."""
    blockers = []
    if agreement.route not in agreement.standing.row.opens_for:
        if agreement.route == Route.ACHTERAF and agreement.state == AgreementState.CONCEPT:
            blockers.append(Blocker("not-agreed", "De Stuurgroep komt dit concept eerst in een vergadering overeen."))
        else:
            blockers.append(
                Blocker(
                    "not-now",
                    (
                        f"Deze afspraak staat nu op “{agreement.get_state_display()}”: "
                        "er kan nu niet om standpunten worden gevraagd."
                    ),
                )
            )
    if not who_is_asked(agreement):
        blockers.append(Blocker("nobody", "Er is niemand om te vragen."))
    return blockers


def who_is_asked(agreement: Agreement) -> list[House | Organisation]:
    """Every house, or every organisation in the Stuurgroep, today; once it was asked, those who were asked the first time."""
    first = Round.objects.filter(agreement=agreement).order_by("pk").first()
    if first:
        return [each.who for each in first.asked.filter(via__isnull=True).select_related("house", "organisation").order_by("pk")]
    if agreement.route == Route.VOORAF:
        return list(House.objects.valid_on(clock.today()).order_by("sort_key"))
    places = Membership.objects.valid_on(clock.today()).filter(body__kind=BodyKind.STUURGROEP, organisation__isnull=False)
    return list(Organisation.objects.filter(pk__in=places.values("organisation")).order_by("sort_key"))


@transaction.atomic
def open_round(*, key: UUID, agreement: Agreement, closes_date: date, shows_positions: bool, by: Actor) -> Round:
    """Ask everybody about the text as it stands, which is fixed with this. They hear of it. Raises AgreementRefused.

    Sent twice, it is asked once.
    """
    agreement = Agreement.objects.lock(agreement)
    if existing := Round.objects.filter(key=key).first():
        return existing  # type: ignore[no-any-return]
    if blockers := blockers_for_opening(agreement=agreement) + _too_soon(closes_date):
        raise AgreementRefused(*blockers)
    made = _ask(agreement, key, agreements.fix(agreement, by=by), closes_date, shows_positions, by)
    step(agreement, AgreementState.GEVRAAGD, by=by)
    return made


def _too_soon(closes_date: date) -> list[Blocker]:
    earliest = clock.today() + timedelta(days=SHORTEST)
    return [] if closes_date >= earliest else [Blocker("too-soon", f"Geef hun ten minste {SHORTEST} dagen.", is_input=True)]


def _ask(
    agreement: Agreement, key: UUID, version: AgreementVersion, closes_date: date, shows_positions: bool, by: Actor
) -> Round:
    asked = who_is_asked(agreement)
    made: Round = Round.objects.write(
        key=key,
        agreement=agreement,
        version=version,
        opened_at=clock.now(),
        first_term=end_of(closes_date),
        shows_positions=shows_positions,
        by=by,
    )
    rows: list[Any] = Asked.objects.write_all([{"round": made, **_column(each)} for each in asked], by=by)
    rows += _constituency(made, rows, by) if agreement.route == Route.ACHTERAF else []
    record(agreement, Verb.ROUND_OPENED, by=by, facts=[version, made, *rows])
    tell(made, occasion=f"positions:{made.pk}", asked=rows)
    return made


def _column(who: Any) -> dict[str, Any]:
    return {"house": who} if isinstance(who, House) else {"organisation": who}


def _constituency(round: Round, asked: list[Asked], by: Actor) -> list[Asked]:
    """The vereniging N-ZVH asks its achterban, the houses, inside the portal."""
    boards = Membership.objects.filter(body__kind=BodyKind.BESTUUR_NZVH).values_list("organisation_id", flat=True)
    nzvh = next((each for each in asked if each.organisation_id in set(boards)), None)
    if nzvh is None:
        return []
    houses = House.objects.valid_on(clock.today()).order_by("sort_key")
    return Asked.objects.write_all([{"round": round, "house": house, "via": nzvh} for house in houses], by=by)


def tell(round: Round, *, occasion: str, asked: list[Asked]) -> None:
    """Mail whoever can answer for these, once for each occasion. Part of the transaction that calls it."""
    houses, organisations = (
        [each.house_id for each in asked if each.house_id],
        [each.organisation_id for each in asked if each.organisation_id],
    )
    today = Seat.objects.valid_on(clock.today())
    managers = today.filter(function=SeatFunction.NETWERKMANAGER, membership__body__house__in=houses)
    members = today.filter(
        membership__body__kind=BodyKind.STUURGROEP,
        membership__organisation__in=organisations,
        function__in=[SeatFunction.LID, SeatFunction.VOORZITTER],
    )
    users = User.objects.filter(seats__in=(managers | members).values("pk"), is_active=True).distinct().order_by("pk")
    notifications.tell(users=users, occasion=occasion, path=round.agreement.get_absolute_url(), about=About.STANDPUNT)


def open_round_of(agreement: Agreement) -> Round:
    """The round that runs now. Raises AgreementRefused."""
    found = round_of(agreement)
    if found is None or found.ended is not None or agreement.state != AgreementState.GEVRAAGD:
        raise AgreementRefused(Blocker("no-round", "Er loopt nu geen ronde over deze afspraak."))
    return found


@transaction.atomic
def extend(*, agreement: Agreement, closes_date: date, reason: str, by: Actor) -> RoundExtension:
    """Give those asked more time, also when the term just passed. Said twice, it is said once.

    Raises AgreementRefused and PersonalDataRefused.
    """
    guard.refuse_identifiers([reason])
    agreement = Agreement.objects.lock(agreement)
    running = open_round_of(agreement)
    last: RoundExtension | None = running.extensions.order_by("-pk").first()  # type: ignore[attr-defined]
    if last and last.closes_at == end_of(closes_date):
        return last
    if end_of(closes_date) <= max(running.closes_at, clock.now()):
        raise AgreementRefused(Blocker("not-later", "Kies een dag na het einde van de termijn van nu.", is_input=True))
    made: RoundExtension = RoundExtension.objects.write(
        round=running, closes_at=end_of(closes_date), reason=reason.strip(), extended_at=clock.now(), by=by
    )
    record(agreement, Verb.ROUND_EXTENDED, by=by, facts=[made])
    tell(running, occasion=f"positions-extended:{made.pk}", asked=tally(running).unanswered)
    return made


def blockers_for_ending(*, agreement: Agreement) -> list[Blocker]:
    """Why the round cannot be ended before its term."""
    running = round_of(agreement)
    if running is None or running.ended or agreement.state != AgreementState.GEVRAAGD:
        return [Blocker("no-round", "Er loopt nu geen ronde over deze afspraak.")]
    if running.is_open and tally(running).silent:
        return [Blocker("silent", "Nog niet iedereen heeft geantwoord, en de termijn loopt nog.")]
    return []


@transaction.atomic
def end_early(*, agreement: Agreement, by: Actor) -> RoundEnd:
    """End the round because everybody answered. Raises AgreementRefused."""
    agreement = Agreement.objects.lock(agreement)
    if blockers := blockers_for_ending(agreement=agreement):
        raise AgreementRefused(*blockers)
    running = open_round_of(agreement)
    return end(running, RoundOutcome.ALLEN if running.is_open else RoundOutcome.TERMIJN, by=by)


def end(round: Round, outcome: RoundOutcome, *, by: Actor) -> RoundEnd:
    """Write down that it is over. For verbs of this package only, which hold the agreement. Ended twice, it ends once."""
    if round.ended:
        return round.ended
    made: RoundEnd = RoundEnd.objects.write(round=round, outcome=outcome, ended_at=clock.now(), by=by)
    record(round.agreement, Verb.ROUND_ENDED, by=by, facts=[made])
    return made


@transaction.atomic
def change_text(
    *, key: UUID, agreement: Agreement, expected: int, note: str, closes_date: date, by: Actor, **written: Any
) -> Round:
    """Put another text in the place of this one, and ask everybody again. The round that ran is kept.

    Raises Stale, AgreementRefused, PersonalDataRefused.
    """
    guard.refuse_identifiers([note])
    agreements.check(written)
    agreement = Agreement.objects.lock(agreement)
    if existing := Round.objects.filter(key=key).first():
        return existing  # type: ignore[no-any-return]
    if not agreement.standing.row.is_asked:
        raise AgreementRefused(Blocker("not-asked", "Er is nog niet naar een standpunt gevraagd: schrijf de tekst gewoon."))
    if blockers := _too_soon(closes_date) + _is_decided_now(agreement):
        raise AgreementRefused(*blockers)
    before = round_of(agreement)
    assert before is not None
    agreements.write(agreement, expected=expected, by=by, **written)
    version = agreements.fix(agreement, by=by, note=note.strip())
    if version.sha256 == before.version.sha256:
        raise AgreementRefused(
            Blocker("same-text", "De tekst is nog dezelfde: er is niets om opnieuw over te vragen.", is_input=True)
        )
    end(before, RoundOutcome.GEWIJZIGD, by=by)
    made = _ask(agreement, key, version, closes_date, before.shows_positions, by)
    if agreement.state == AgreementState.VOORGELEGD:
        step(agreement, AgreementState.GEVRAAGD, by=by, reason=note.strip())
    return made


def _is_decided_now(agreement: Agreement) -> list[Blocker]:
    return [Blocker("on-table", "De Stuurgroep heeft deze afspraak nu op tafel.")] if on_the_table(agreement) else []


def blockers_for_putting(*, agreement: Agreement) -> list[Blocker]:
    """Why it cannot be put to the Stuurgroep: the gate of its route."""
    if agreement.state != AgreementState.GEVRAAGD:
        return [Blocker("not-asked", f"Deze afspraak staat nu op “{agreement.get_state_display()}”.")]
    running = round_of(agreement)
    return gate(agreement, running, tally(running) if running else None).blockers


@transaction.atomic
def put(*, agreement: Agreement, by: Actor) -> Agreement:
    """Put it to the Stuurgroep, which decides in a meeting. The round is over with this. Raises AgreementRefused."""
    agreement = Agreement.objects.lock(agreement)
    if blockers := blockers_for_putting(agreement=agreement):
        raise AgreementRefused(*blockers)
    last = round_of(agreement)
    assert last is not None  # the gate says so
    end(last, RoundOutcome.TERMIJN if clock.now() >= last.closes_at else RoundOutcome.ALLEN, by=by)
    step(agreement, AgreementState.VOORGELEGD, by=by)
    return agreement
