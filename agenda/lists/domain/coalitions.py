"""The coalition of an action: organisations of the Klankbordgroep that each say what
they contribute, and the houses that try it out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from agenda.lists.enums import ActionList, Verb
from agenda.lists.models import Action, CoalitionCall, Comment, Contribution, Pilot
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused, Stale
from portal.network.models import Seat
from portal.network.queries.seats import house_of, seat_of
from portal.privacy.domain import guard


class CoalitionRefused(Refused):
    pass


def blockers_for_join(*, action: Action) -> list[Blocker]:
    if action.list == ActionList.GEREEDLIJST:
        return [Blocker("is-done", "Deze actie staat op de gereedlijst: toetreden kan niet meer.")]
    return []


@transaction.atomic
def join(*, action: Action, text: str, by: Actor, freed: str = "") -> Contribution:
    """Join for one's own organisation; who joins is its contact. Who is in already gets the contribution that stands.

    Raises PersonalDataRefused.
    """
    guard.refuse_identifiers([text, freed])
    action = Action.objects.lock(action)
    if blockers := blockers_for_join(action=action):
        raise CoalitionRefused(*blockers)
    known = seat_of(by)
    seat = Seat.objects.lock(known)
    seat.membership = known.membership
    if not seat.is_valid_today:
        raise CoalitionRefused(
            Blocker("seat-ended", "Uw zetel is beëindigd: u kunt niet meer namens deze organisatie toetreden.")
        )
    if existing := action.contributions.filter(membership=seat.membership, left_at__isnull=True).first():
        return existing
    made = Contribution.objects.create(
        action=action, membership=seat.membership, text=text, freed=freed, contact=seat, joined_at=clock.now()
    )
    record(action, Verb.JOINED, by=by)
    return made


@transaction.atomic
def contribute(*, action: Action, expected: int, text: str, by: Actor, freed: str = "") -> Contribution:
    """Say better what one's own organisation contributes.

    Raises Stale when a colleague did since version `expected`, and PersonalDataRefused.
    """
    guard.refuse_identifiers([text, freed])
    action = Action.objects.lock(action)
    contribution = _own(action, by)
    if contribution.version != expected:
        raise Stale()
    contribution.text, contribution.freed, contribution.version = text, freed, contribution.version + 1
    contribution.contact = seat_of(by)
    contribution.save(update_fields=["text", "freed", "version", "contact"])
    record(action, Verb.CONTRIBUTED, by=by)
    return contribution


@transaction.atomic
def leave(*, action: Action, reason: str, by: Actor) -> Contribution:
    """Leave for one's own organisation, with a reason. Raises PersonalDataRefused."""
    guard.refuse_identifiers([reason])
    action = Action.objects.lock(action)
    contribution = _own(action, by)
    contribution.left_at, contribution.left_reason = clock.now(), reason
    contribution.save(update_fields=["left_at", "left_reason"])
    record(action, Verb.LEFT, by=by)
    return contribution


def _own(action: Action, by: Actor) -> Contribution:
    contribution = action.contributions.filter(membership=seat_of(by).membership, left_at__isnull=True).first()
    if contribution is None:
        raise CoalitionRefused(Blocker("not-in", "Uw organisatie zit niet in deze coalitie."))
    return contribution


@transaction.atomic
def call(*, key: UUID, action: Action, text: str, closes_date: date, by: Actor) -> CoalitionCall:
    """Say who is still looked for, until a day; without a text the call is closed. Raises PersonalDataRefused."""
    guard.refuse_identifiers([text])
    action = Action.objects.lock(action)
    if blockers := blockers_for_join(action=action):
        raise CoalitionRefused(*blockers)
    if text.strip() and closes_date < clock.today():
        raise CoalitionRefused(Blocker("past", "Kies een dag die nog komt.", is_input=True))

    def make() -> CoalitionCall:
        made: CoalitionCall = CoalitionCall.objects.write(
            key=key, action=action, text=text.strip(), closes_date=closes_date, called_at=clock.now(), by=by
        )
        record(action, Verb.CALLED, by=by, facts=[made])
        return made

    return make_once(CoalitionCall, key, make)


@transaction.atomic
def offer_pilot(*, action: Action, text: str, by: Actor) -> Pilot:
    """Offer one's own house as pilotregio. Who is one already stays so. Raises PersonalDataRefused."""
    guard.refuse_identifiers([text])
    action, house = Action.objects.lock(action), house_of(by)
    if blockers := blockers_for_join(action=action):
        raise CoalitionRefused(*blockers)
    if existing := action.pilots.filter(house=house, ended_at__isnull=True).first():
        return existing
    made = Pilot.objects.create(action=action, house=house, text=text, offered_at=clock.now())
    record(action, Verb.PILOT_OFFERED, by=by)
    return made


@transaction.atomic
def end_pilot(*, action: Action, reason: str, by: Actor) -> Pilot:
    """Stop being a pilotregio, with the reason. Raises PersonalDataRefused."""
    guard.refuse_identifiers([reason])
    action = Action.objects.lock(action)
    pilot = action.pilots.filter(house=house_of(by), ended_at__isnull=True).first()
    if pilot is None:
        raise CoalitionRefused(Blocker("no-pilot", "Uw huis is geen pilotregio van deze actie."))
    pilot.ended_at, pilot.ended_reason = clock.now(), reason
    pilot.save(update_fields=["ended_at", "ended_reason"])
    record(action, Verb.PILOT_ENDED, by=by)
    return pilot


@transaction.atomic
def comment(*, key: UUID, action: Action, text: str, by: Actor) -> Comment:
    """Say something to the others of the coalition. Raises PersonalDataRefused."""
    guard.refuse_identifiers([text])
    action = Action.objects.lock(action)

    def make() -> Comment:
        made: Comment = Comment.objects.write(key=key, action=action, text=text.strip(), said_at=clock.now(), by=by)
        record(action, Verb.COMMENTED, by=by, facts=[made])
        return made

    return make_once(Comment, key, make)
