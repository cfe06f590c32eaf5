"""The demo persons and their seats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from allauth.account.models import EmailAddress

from portal.accounts.actor import Actor, operator
from portal.accounts.models import User
from portal.kit import clock
from portal.network.domain import seating
from portal.network.models import Membership, Seat

SINCE = date(2025, 1, 1)
PASSWORD = "demo-wachtwoord"  # for invented persons on one's own machine


@dataclass(frozen=True)
class Person:
    slug: str
    name: str
    role: str
    page: str
    seats: list[dict[str, Any]]

    @property
    def email(self) -> str:
        return f"{self.slug}@demo.example.nl"


@cache
def persons() -> list[Person]:
    return [Person(**row) for row in yaml.safe_load((Path(__file__).parent / "persons.yaml").read_text())]


def seat_everybody() -> None:
    """Every demo person, with a password and seats. Somebody who is there already stays."""
    for person in persons():
        if User.objects.filter(email=person.email).exists():
            continue
        user = User.objects.create_user(person.email, person.name, PASSWORD)
        EmailAddress.objects.create(user=user, email=person.email, verified=True, primary=True)
        for row in person.seats:
            _seat(user, row)


def _seat(user: User, row: dict[str, Any]) -> None:
    until = clock.today() - timedelta(days=1) if row.get("ended") else None
    member = {f"{kind}__slug": row[kind] for kind in ("organisation", "house") if kind in row}
    membership = Membership.objects.get(body__slug=row["body"], **member)
    seating.seat(
        user=user, membership=membership, function=row["function"], from_date=SINCE, until_date=until,
        is_deputy=row.get("deputy", False), by=operator("demo"),
    )  # fmt: skip


def acting(slug: str, body: str | None = None) -> Actor:
    """A demo person acting, from the seat in this body when there are more."""
    seats = Seat.objects.filter(user__email=f"{slug}@demo.example.nl").with_places().select_related("user").order_by("pk")
    if body:
        seats = seats.filter(membership__body__slug=body)
    return seats[0].actor
