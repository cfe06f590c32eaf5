"""Small questions about seats that other rooms ask."""

from __future__ import annotations

from typing import Any

from portal.accounts.actor import Actor
from portal.network.models import House, Seat


def seat_of(by: Actor) -> Seat:
    """The seat somebody acts from, with its places: as a rule one of those that were read to see who may."""
    known = next((seat for seat in by.user.seats_today if seat.pk == by.seat_id), None) if by.user else None
    seat: Seat = known or Seat.objects.with_places().get(pk=by.seat_id)
    return seat


def house_of(by: Actor) -> House:
    """The house somebody speaks for."""
    house = seat_of(by).membership.body.house
    if house is None:
        raise ValueError("This seat speaks for no house.")
    return house


def seats_with(user: Any, permission: str, obj: Any = None) -> list[Seat]:
    """The seats of today from which this person may do it; without an object at hand, from which it could be."""
    return [seat_of(actor) for actor in user.actors_for(permission, obj) if actor.seat_id]
