"""The demo persons and their seats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from portal.accounts.actor import Actor, operator
from portal.accounts.models import User
from portal.demo.rows import told
from portal.demo.script import key_of
from portal.kit import clock
from portal.network.domain import seat_proposals
from portal.network.domain.seats import seat
from portal.network.enums import SeatFunction
from portal.network.models import Membership, Seat

SINCE = date(2025, 1, 1)
PASSWORD = "demo-wachtwoord"  # for invented persons on one's own machine


@dataclass(frozen=True)
class Person:
    """Somebody of the story. Who has a role and a page can be become; the others only act in it."""

    slug: str
    name: str
    seats: list[dict[str, Any]]
    role: str = ""
    page: str = ""

    @property
    def email(self) -> str:
        return f"{self.slug}@demo.example.nl"


@cache
def persons() -> list[Person]:
    """Who one can become."""
    return [Person(**row) for row in told("persons")]


@cache
def everybody() -> dict[str, Person]:
    """All who act in the story, by slug."""
    return {person.slug: person for person in [*persons(), *(Person(**row) for row in told("others"))]}


def named(slug: str) -> Person:
    return everybody()[slug]


def seat_everybody() -> None:
    """Everybody with their seats, and with a password who can be become. Somebody who is there already stays."""
    acting.cache_clear()
    hashed = make_password(PASSWORD)  # once: for each person anew it was a sixth of the telling
    for person in everybody().values():
        if User.objects.filter(email=person.email).exists():
            continue
        user = User.objects.create_user(person.email, person.name, None)
        if person.role:
            user.password = hashed
            user.save(update_fields=["password"])
        EmailAddress.objects.create(user=user, email=person.email, verified=True, primary=True)
        for row in person.seats:
            _seat(user, row)


def _seat(user: User, row: dict[str, Any]) -> None:
    until = clock.today() - timedelta(days=1) if row.get("ended") else None
    member = {f"{kind}__slug": row[kind] for kind in ("organisation", "house") if kind in row}
    membership = Membership.objects.get(body__slug=row["body"], **member)
    seat(
        user=user,
        membership=membership,
        function=row["function"],
        from_date=SINCE,
        until_date=until,
        is_deputy=row.get("deputy", False),
        by=operator("demo"),
    )


def propose_seat() -> None:
    """Somebody whom the landelijk bureau would like as second secretaris of the Klankbordgroep: it waits for a second person."""
    place = Membership.objects.get(body__slug="klankbordgroep", organisation__slug="vng")
    seat_proposals.invite(
        key=key_of("proposal", "secretaris"),
        email="merel@demo.example.nl",
        name="Merel Kooistra",
        membership=place,
        function=SeatFunction.SECRETARIS,
        from_date=clock.today(),
        by=acting("bureau"),
    )


@cache
def acting(slug: str, body: str | None = None) -> Actor:
    """A demo person acting, from the seat in this body when there are more."""
    seats = Seat.objects.filter(user__email=f"{slug}@demo.example.nl").with_places().select_related("user").order_by("pk")
    if body:
        seats = seats.filter(membership__body__slug=body)
    return seats[0].actor
