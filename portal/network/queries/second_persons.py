"""Who can be the second person for a seat."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from portal.accounts.models import User
from portal.kit import clock
from portal.network.enums import ONE_IN_ALL, SPEAKING, BodyKind, SeatFunction
from portal.network.models import Membership, Seat

SPEAKS_FOR_BODY = Q(function__in=SPEAKING) | Q(membership__body__kind=BodyKind.LANDELIJK_BUREAU, function=SeatFunction.MEDEWERKER)


def confirmers_of(membership: Membership, *, user: User | None, proposer: User | None) -> list[Seat]:
    """The seats of today from which this seat can be confirmed: those who speak for the body, and the bestuur. One query.

    Not of the person it is for, nor of who proposes it, nor of whom the proposer alone gave a seat, nor of who cannot come in.
    """
    theirs = Q(membership__body=membership.body_id) & SPEAKS_FOR_BODY | Q(membership__body__kind=BodyKind.BESTUUR_NZVH)
    seats: Any = Seat.objects.valid_on(clock.today()).filter(theirs, user__is_active=True).with_places().select_related("user")
    involved = [person.pk for person in (user, proposer) if person and person.pk]
    given = Q(given_by=proposer, confirmed_by__isnull=True) if proposer else Q(pk=None)
    found = seats.exclude(user__in=involved).exclude(given).order_by("membership__body_id", "pk")
    return [seat for seat in found if seat.user.has_usable_password()]


def fellows_of(seat: Seat) -> list[User]:
    """Who else holds this function today: in the same body, or in all where there are few. One query."""
    others: Any = Seat.objects.valid_on(clock.today()).filter(function=seat.function).exclude(user=seat.user)
    if seat.function not in ONE_IN_ALL:
        others = others.filter(membership__body=seat.membership.body_id)
    return list(User.objects.filter(seats__in=others, is_active=True).distinct().order_by("pk"))
