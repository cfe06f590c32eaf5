"""Whether something confidential is there, is told by nothing: two worlds, with it
and without it, look the same to who may not see it.

The canary looks for what it says; this looks for that it is: by status, numbers,
counts, gaps, order, headers, or what it costs to say no.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agenda.meetings.domain import calendar_feed
from portal.kit import clock
from portal.kit.opaque import kind_of, of, write
from portal.kit.routes import Route, routes
from tests.house.addresses import filled
from tests.house.oracle import PLANTS, TEXT, Plant, Reader, base, differences, one_cast, world_with
from tests.house.test_access import BACKEND, _person
from tests.house.who_may import ROLES

pytestmark = pytest.mark.django_db

# One of each kind of reader who may not see something that another may. Two of them in every run; `make torture` takes them all.
READERS = [
    "anonymous",
    "klankbordgroep other",
    "netwerkmanager elsewhere",
    "stuurgroep member",
    "landelijk bureau",
    "privacybeoordelaar",
]
EVERY_RUN = READERS[:2]
NOON = datetime(2026, 6, 10, 12)  # a Wednesday


def starts(route_list: list[Route]) -> list[str]:
    """Every address that needs no name, and every one that looks something up by words."""
    plain = [f"/{route.path}" for route in route_list if "<" not in route.path and not route.name.startswith("demo:")]
    return ["/", *plain, *(f"{address}?q={TEXT}" for address in plain), "/themas/acute-onveiligheid/", "/netwerk/huizen/twente/"]


def client_for(role: str) -> tuple[Client, list[str]]:
    client, more = Client(), []
    if user := _person(role):
        client.force_login(user, backend=BACKEND)
        more = [f"/agenda/{calendar_feed.make(by=seat.actor)}.ics" for seat in user.seats_today[:1]]
    return client, more


def seen_by(role_client: Client, addresses: list[str]) -> dict[str, str]:
    reader = Reader(role_client)
    seen = reader.walk(addresses)
    alike = role_client.post("/knelpunten/lijkt-op/", {"title": TEXT, "pattern": f"{TEXT} loopt vast"})
    return seen | {"lijkt-op": f"{alike.status_code} {reader.told(alike.content.decode())}"}


@pytest.mark.parametrize(
    "role", [*EVERY_RUN, *(pytest.param(role, marks=pytest.mark.torture) for role in ROLES if role not in EVERY_RUN)]
)
def test_two_worlds_look_the_same_to_who_may_not_see_the_difference(role: str) -> None:
    with clock.at(NOON), one_cast():
        world = base()
        client, more = client_for(role)
        hidden = [plant for plant in PLANTS if role not in plant.readers]
        with world_with(hidden, world):
            pass  # the cast is complete: nobody comes into the world with what is hidden
        walks = []
        for plants in ([], hidden):
            with world_with(plants, world):
                walks.append(seen_by(client, starts(routes()) + more))
    assert len(walks[0]) > 30
    assert "\n".join(differences(*walks)) == ""


@pytest.mark.torture
@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_each_thing_alone_is_told_to_nobody(plant: Plant) -> None:
    """Slower, and says which."""
    told = {}
    with clock.at(NOON), one_cast():
        world = base()
        with world_with([plant], world):
            pass
        for role in [role for role in READERS if role not in plant.readers]:
            client, more = client_for(role)
            walks = []
            for plants in ([], [plant]):
                with world_with(plants, world):
                    walks.append(seen_by(client, starts(routes()) + more))
            told[role] = differences(*walks)
    assert {role: found for role, found in told.items() if found} == {}


@pytest.mark.parametrize(
    "role", [EVERY_RUN[1], *(pytest.param(role, marks=pytest.mark.torture) for role in READERS if role != EVERY_RUN[1])]
)
def test_what_may_not_be_seen_is_answered_as_what_is_not_there(role: str) -> None:
    """The same answer, for the same work: at every address that could be about it, read and sent."""
    wrong = []
    with clock.at(NOON), one_cast():
        world, (client, _) = base(), client_for(role)
        hidden = [plant for plant in PLANTS if role not in plant.readers]
        with world_with(hidden, world) as rows:
            one_of_each = {type(row): (plant, row) for plant, row in zip(hidden, rows, strict=True) if row is not None}
            for plant, row in one_of_each.values():
                for route in [route for route in routes() if f"<{kind_of(type(row))}:pk>" in route.path]:
                    for method in ("get", "post"):
                        there, gone = (_answer(client, method, filled(route.path, pk=pk), pk, row) for pk in (row.pk, 10**9))
                        if there != gone or there[0] not in (302, 403, 404, 405):
                            wrong.append((plant.name, route.name, method, there[0], gone[0], there[2], gone[2]))
    assert wrong == []


def _answer(client: Client, method: str, address: str, pk: int, row: Any) -> tuple[int, str, int]:
    """Status, text and number of queries, without the word itself."""
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        answer = getattr(client, method)(address)
        transaction.set_rollback(True)
    text = "" if answer.streaming else Reader(client).told(answer.content.decode(errors="replace"))
    return answer.status_code, text.replace(write(kind_of(type(row)), pk), "").replace(of(row), ""), len(asked)
