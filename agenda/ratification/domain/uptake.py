"""After it was ratified: how members carry it to their achterban, how houses work by it, and when it has done its work."""

from __future__ import annotations

from django.db import transaction

from agenda.ratification.domain.steps import AgreementRefused, step
from agenda.ratification.enums import AgreementState, UptakeStatus, Verb
from agenda.ratification.models import Agreement, Carrying, Uptake
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker
from portal.network.queries.seats import house_of, seat_of
from portal.privacy.domain import guard


def _in_force(agreement: Agreement) -> Agreement:
    held = Agreement.objects.lock(agreement)
    if not held.is_in_force:
        raise AgreementRefused(Blocker("not-in-force", f"Deze afspraak staat nu op “{held.get_state_display()}”."))
    return held


@transaction.atomic
def carry(*, agreement: Agreement, text: str, by: Actor) -> Carrying:
    """A member puts on record how it carries the agreement to its achterban. Said twice, it is said once.

    Raises AgreementRefused and PersonalDataRefused.
    """
    guard.refuse_identifiers([text])
    held = _in_force(agreement)
    organisation = seat_of(by).membership.organisation
    last: Carrying | None = held.carryings.filter(organisation=organisation).order_by("-pk").first()  # type: ignore[attr-defined]
    if last and last.text == text.strip():
        return last
    made: Carrying = Carrying.objects.write(
        agreement=held, organisation=organisation, text=text.strip(), carried_at=clock.now(), by=by
    )
    record(held, Verb.CARRIED, by=by, facts=[made])
    return made


@transaction.atomic
def report_uptake(*, agreement: Agreement, status: UptakeStatus, text: str, by: Actor) -> Uptake:
    """A house says whether it works by the agreement; where it cannot, it says why.

    Raises AgreementRefused and PersonalDataRefused.
    """
    guard.refuse_identifiers([text])
    held = _in_force(agreement)
    if status == UptakeStatus.KAN_NIET and not text.strip():
        raise AgreementRefused(
            Blocker("no-reason", "Zeg in een paar zinnen waarom het huis er niet mee kan werken.", is_input=True)
        )
    last: Uptake | None = held.uptakes.filter(house=house_of(by)).order_by("-pk").first()  # type: ignore[attr-defined]
    if last and (last.status, last.text or "") == (status, text.strip()):
        return last
    made: Uptake = Uptake.objects.write(
        agreement=held, house=house_of(by), status=status, text=text.strip() or None, reported_at=clock.now(), by=by
    )
    record(held, Verb.UPTAKE, by=by, facts=[made])
    return made


@transaction.atomic
def complete(*, agreement: Agreement, reason: str, by: Actor) -> Agreement:
    """It has done its work. Raises AgreementRefused and PersonalDataRefused."""
    guard.refuse_identifiers([reason])
    held = Agreement.objects.lock(agreement)
    step(held, AgreementState.UITGEWERKT, by=by, reason=reason.strip())
    return held
