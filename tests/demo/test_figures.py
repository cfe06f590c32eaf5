"""One thing is one number: every figure that is marked with what it counts, on every page of the demo, as everybody reads it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from portal.accounts.models import User
from tests.figures import BACKEND, Compared, Reader

pytestmark = [pytest.mark.usefixtures("demo_db"), pytest.mark.heavy]
KINDS = {
    "lijn", "thema", "werkvoorraad", "knelpunt", "knelpunten", "uitvraag", "actie", "huizen", "huis", "afspraak", "rode draad",
}  # fmt: skip


def readers(*, everybody: bool) -> Iterator[Reader]:
    """Who did not sign in, and somebody for every kind of body there is in the demo, or else for every function."""
    yield Reader("niemand", Client())
    seen: set[object] = set()
    for user in User.objects.order_by("pk"):
        places = {(seat.function, seat.body_kind) if everybody else seat.body_kind for seat in user.seats_today}
        if places - seen:
            seen |= places
            client = Client()
            client.force_login(user, backend=BACKEND)
            yield Reader(str(user), client)


@pytest.mark.parametrize("everybody", [False, pytest.param(True, marks=pytest.mark.torture)])
def test_one_thing_is_one_number_on_every_page_and_the_rows_behind_it(everybody: bool) -> None:
    found = Compared()
    for reader in readers(everybody=everybody):
        reader.walk(far=everybody)
        found.read(reader)
    assert "\n".join(found.wrong) == ""
    assert found.kinds.keys() >= KINDS, found.kinds
