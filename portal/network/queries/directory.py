"""Who sits where: the network for everyone, the persons for members."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from portal.network.enums import BodyKind
from portal.network.models import ActorGroup, Body, Membership, Organisation, Region, Seat

NATIONAL = [
    BodyKind.STUURGROEP,
    BodyKind.KLANKBORDGROEP,
    BodyKind.LANDELIJK_BUREAU,
    BodyKind.BESTUUR_NZVH,
    BodyKind.RECHTMATIGHEID,
]


@dataclass(frozen=True)
class Network:
    """The public picture: organisations by group, houses by region, national bodies with their members."""

    groups: Any
    regions: Any
    bodies: Any


def network(day: date) -> Network:
    """Who belongs to the network that day. Six queries."""
    members = (
        Membership.objects.valid_on(day)
        .select_related("organisation", "house")
        .order_by("organisation__sort_key", "house__sort_key")
    )
    return Network(
        groups=ActorGroup.objects.prefetch_related(Prefetch("organisations", Organisation.objects.valid_on(day))),
        regions=Region.objects.prefetch_related("houses"),
        bodies=Body.objects.filter(kind__in=NATIONAL).prefetch_related(Prefetch("memberships", members)),
    )


def seats_by_body(day: date) -> list[tuple[Body, list[Seat]]]:
    """Every seat of that day with its person, grouped by body: national bodies first, then the houses by name. One query."""
    seats = (
        Seat.objects.valid_on(day)
        .of_members()
        .with_places()
        .select_related("user")
        .order_by(
            "membership__body__house__sort_key", "membership__body_id", "is_deputy", "membership__organisation__sort_key", "pk"
        )
    )
    grouped: dict[int, tuple[Body, list[Seat]]] = {}
    for seat in seats:
        body = seat.membership.body
        grouped.setdefault(body.pk, (body, []))[1].append(seat)
    return sorted(grouped.values(), key=lambda pair: (pair[0].house.sort_key if pair[0].house else "", pair[0].pk))
