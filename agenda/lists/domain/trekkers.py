"""Who pulls an action: a member of the Stuurgroep offers, the Stuurgroep decides, the member accepted."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from agenda.decisions.models import Decision
from agenda.lists.enums import ActionList, Verb
from agenda.lists.models import Action, TrekkerAssignment, TrekkerOffer, TrekkerRefusal, TrekkerRequest
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.models import Seat
from portal.network.queries.seats import seat_of
from portal.network.rules import is_stuurgroep_member
from portal.privacy.domain import guard


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


def blockers_for_request(*, action: Action, seat: Seat | None) -> list[Blocker]:
    """Why this member cannot be asked to pull the action."""
    if action.list == ActionList.GEREEDLIJST:
        return [Blocker("is-done", "Deze actie staat op de gereedlijst: een trekker is niet meer nodig.")]
    return blockers_for_trekker(seat=seat, accepted=True, has_offered=False)


@transaction.atomic
def ask(*, action: Action, seat: Seat | None, by: Actor) -> TrekkerRequest:
    """Propose a member of the Stuurgroep as trekker. Asked again while the question is open, it is asked once."""
    action = Action.objects.lock(action)
    if blockers := blockers_for_request(action=action, seat=seat):
        raise PullRefused(*blockers)
    if existing := open_requests(action).filter(seat=seat).first():
        return existing  # type: ignore[no-any-return]
    made: TrekkerRequest = TrekkerRequest.objects.write(action=action, seat=seat, asked_at=clock.now(), by=by)
    record(action, Verb.TREKKER_ASKED, by=by, facts=[made])
    return made


@transaction.atomic
def refuse(*, action: Action, reason: str, by: Actor) -> TrekkerRefusal:
    """The member who was asked does not pull it. Raises PersonalDataRefused."""
    guard.refuse_identifiers([reason])
    action = Action.objects.lock(action)
    request = open_requests(action).filter(seat=by.seat_id).first()
    if request is None:
        raise PullRefused(Blocker("not-asked", "U bent niet (meer) gevraagd om deze actie te trekken."))
    made: TrekkerRefusal = TrekkerRefusal.objects.write(request=request, reason=reason.strip(), refused_at=clock.now(), by=by)
    record(action, Verb.TREKKER_REFUSED, by=by, facts=[made])
    return made


def open_requests(action: Action) -> Any:
    """The questions about this action that nobody answered: no offer was made and nobody said no."""
    offered = action.offers.values("seat")
    return TrekkerRequest.objects.filter(action=action, refusal__isnull=True).exclude(seat__in=offered)


def blockers_for_trekker(*, seat: Seat | None, accepted: bool, has_offered: bool) -> list[Blocker]:
    """Why this seat cannot be the trekker."""
    if seat is None:
        return [Blocker("no-trekker", "Kies wie de bestuurlijk trekker is.", is_input=True)]
    blockers = []
    if seat.is_deputy or not is_stuurgroep_member(seat):
        blockers.append(
            Blocker("no-member", "De bestuurlijk trekker is een lid van de Stuurgroep, geen plaatsvervanger.", is_input=True)
        )
    if not seat.is_valid_today:
        blockers.append(Blocker("seat-ended", "Deze zetel is niet meer geldig.", is_input=True))
    if not accepted and not has_offered:
        blockers.append(Blocker("not-accepted", "De trekker moet het trekkerschap aanvaarden.", is_input=True))
    return blockers


@transaction.atomic
def name_trekker(*, action: Action, seat: Seat | None, accepted: bool, decision: Decision, by: Actor) -> Action:
    """Let a decision name the bestuurlijk trekker, who accepted at the table or offered before."""
    action = Action.objects.lock(action)
    seat = Seat.objects.lock(seat) if seat else None
    has_offered = seat is not None and action.offers.filter(seat=seat).exists()
    if blockers := blockers_for_trekker(seat=seat, accepted=accepted, has_offered=has_offered):
        raise PullRefused(*blockers)
    made = TrekkerAssignment.objects.write(action=action, seat=seat, decision=decision, assigned_at=clock.now(), by=by)
    action.trekker = seat
    action.save(update_fields=["trekker"])
    record(action, Verb.TREKKER_NAMED, by=by, facts=[made])
    return action
