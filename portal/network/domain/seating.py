"""Giving somebody a seat and ending it: the only way rights come and go."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import Group
from django.db import transaction

from portal.accounts.actor import Actor
from portal.accounts.domain import inviting
from portal.accounts.models import User
from portal.history.domain.recording import record
from portal.kit.refusals import Blocker, Refused
from portal.network.enums import SeatFunction, Verb
from portal.network.models import Body, Membership, Organisation, Seat

EDITORS_GROUP = "Editors"


class SeatingRefused(Refused):
    pass


@transaction.atomic
def seat(
    *,
    user: User,
    membership: Membership,
    function: str,
    from_date: date,
    by: Actor,
    until_date: date | None = None,
    is_deputy: bool = False,
) -> Seat:
    """Let a person fill a membership. An editor also joins the group that Wagtail asks about."""
    if until_date and until_date < from_date:
        raise SeatingRefused(Blocker("ends-before-start", "De einddatum ligt vóór de begindatum."))
    taken = Seat.objects.create(
        user=user, membership=membership, function=function, from_date=from_date, until_date=until_date, is_deputy=is_deputy
    )
    if function == SeatFunction.REDACTEUR:
        user.groups.add(Group.objects.get(name=EDITORS_GROUP))
    record(taken, Verb.SEATED, by=by)
    return taken


@transaction.atomic
def admit(*, organisation: Organisation, body: Body, from_date: date, by: Actor) -> Membership:
    """Give an organisation a place in a body, on the strength of a decision of that body."""
    membership = Membership.objects.create(organisation=organisation, body=body, from_date=from_date)
    record(membership, Verb.ADMITTED, by=by)
    return membership


@transaction.atomic
def end(*, seat: Seat, last_day: date, by: Actor) -> Seat:
    """End a seat after its last day. Locked, so that nobody acts from it meanwhile."""
    seat = Seat.objects.lock(seat)
    if last_day < seat.from_date:
        raise SeatingRefused(Blocker("ends-before-start", "De laatste dag ligt vóór de begindatum."))
    seat.until_date = last_day
    seat.save(update_fields=["until_date"])
    record(seat, Verb.SEAT_ENDED, by=by)
    return seat


@transaction.atomic
def invite(
    *, email: str, name: str, membership: Membership, function: str, from_date: date, by: Actor, is_deputy: bool = False
) -> Seat:
    """Give somebody a seat, and a way in when this person is new. Sends the invitation by mail."""
    user = inviting.invite(email=email, name=name)
    return seat(user=user, membership=membership, function=function, from_date=from_date, is_deputy=is_deputy, by=by)
