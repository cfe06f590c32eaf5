"""Who works at a house today, and who holds a function."""

from __future__ import annotations

from portal.accounts.models import User
from portal.kit import clock
from portal.network.enums import BodyKind, SeatFunction
from portal.network.models import Seat


def staff_of(*houses: int) -> list[User]:
    """The persons with a seat at the regionaal bureau of one of the houses with these keys today, each once. One query."""
    seats = Seat.objects.valid_on(clock.today()).in_body(BodyKind.REGIONAAL_BUREAU).filter(membership__body__house_id__in=houses)
    return list(User.objects.filter(seats__in=seats, is_active=True).distinct().order_by("pk"))


def holders_of(function: SeatFunction) -> list[User]:
    """The persons with this function today, each once."""
    seats = Seat.objects.valid_on(clock.today()).filter(function=function)
    return list(User.objects.filter(seats__in=seats, is_active=True).distinct().order_by("pk"))
