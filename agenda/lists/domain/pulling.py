"""Who pulls an action: a member of the Stuurgroep offers, the Stuurgroep decides, the member accepted."""

from __future__ import annotations

from django.db import transaction

from agenda.decisions.models import Decision
from agenda.lists.enums import Verb
from agenda.lists.models import Action, TrekkerAssignment, TrekkerOffer
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.models import Seat
from portal.network.queries.seats import seat_of
from portal.network.rules import is_stuurgroep_member


class PullRefused(Refused):
    pass


@transaction.atomic
def offer(*, action: Action, by: Actor) -> TrekkerOffer:
    """Offer to be the bestuurlijk trekker. Offering twice is offering once."""
    action = Action.objects.lock(action)
    if existing := action.offers.filter(seat=seat_of(by)).first():
        return existing
    made = TrekkerOffer.objects.write(action=action, seat_id=by.seat_id, offered_at=clock.now(), by=by)
    record(action, Verb.OFFERED, by=by, facts=[made])
    return made


def blockers_for_trekker(*, seat: Seat | None, accepted: bool, has_offered: bool) -> list[Blocker]:
    """Why this seat cannot be the trekker."""
    if seat is None:
        return [Blocker("no-trekker", "Kies wie de bestuurlijk trekker is.")]
    blockers = []
    if seat.is_deputy or not is_stuurgroep_member(seat):
        blockers.append(Blocker("no-member", "De bestuurlijk trekker is een lid van de Stuurgroep, geen plaatsvervanger."))
    if not seat.is_valid_today:
        blockers.append(Blocker("seat-ended", "Deze zetel is niet meer geldig."))
    if not accepted and not has_offered:
        blockers.append(Blocker("not-accepted", "De trekker moet het trekkerschap aanvaarden."))
    return blockers


@transaction.atomic
def name_trekker(*, action: Action, seat: Seat | None, accepted: bool, decision: Decision, by: Actor) -> Action:
    """Let a decision name the bestuurlijk trekker, who accepted at the table or offered before."""
    action = Action.objects.lock(action)
    has_offered = seat is not None and action.offers.filter(seat=seat).exists()
    if blockers := blockers_for_trekker(seat=seat, accepted=accepted, has_offered=has_offered):
        raise PullRefused(*blockers)
    made = TrekkerAssignment.objects.write(action=action, seat=seat, decision=decision, assigned_at=clock.now(), by=by)
    action.trekker = seat
    action.save(update_fields=["trekker"])
    record(action, Verb.TREKKER_NAMED, by=by, facts=[made])
    return action
