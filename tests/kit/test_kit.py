"""The small pieces everything stands on: the clock, rows made once, and on whose behalf one acts."""

from __future__ import annotations

import threading
from datetime import datetime
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.test import Client, override_settings
from django.urls import reverse

from knelpunten.domain import submissions
from knelpunten.models import Knelpunt
from portal.kit import clock
from portal.kit.refusals import Blocker, of_the_state
from tests import factories as make


def test_clock_stands_where_it_is_set_and_goes_on_afterwards() -> None:
    with clock.at(datetime(2025, 3, 30, 12)):
        assert (clock.today().isoformat(), clock.now().utcoffset().total_seconds()) == ("2025-03-30", 7200)  # type: ignore[union-attr]
    assert clock.today() == clock.now().date()


@override_settings(CLOCK_CAN_BE_SET=False)
def test_clock_cannot_be_set_in_production() -> None:
    with pytest.raises(ImproperlyConfigured), clock.at(datetime(2025, 1, 1)):
        pass


def test_two_requests_with_one_key_make_one_row(committed_db: str) -> None:
    by, key = make.manager(), uuid4()
    house = make.House.objects.get(slug="twente")
    start, made = threading.Barrier(4), []

    def work() -> None:
        start.wait()
        made.append(submissions.draft(key=key, house=house, kind="stelsel", title="Een", pattern="Patroon", by=by).pk)
        connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert (len(made), len(set(made)), Knelpunt.objects.count()) == (4, 1, 1)


@pytest.mark.django_db
def test_with_two_seats_one_is_asked_on_whose_behalf_and_nothing_typed_is_lost(client: Client) -> None:
    seat = make.seat("regionaal-bureau-twente", make.F.NETWERKMANAGER, house="twente")
    other = make.seat("regionaal-bureau-zeeland", make.F.NETWERKMANAGER, house="zeeland", user=seat.user)
    client.force_login(seat.user, backend="portal.accounts.backends.SeatBackend")
    sent = {"key": str(uuid4()), "title": "Met twee petten", "pattern": "Steeds weer.", "kind": "stelsel"}
    asked = client.post(reverse("knelpunten:new"), sent)
    assert asked.status_code == 422
    assert all(text in asked.content.decode() for text in ("Namens wie", "Met twee petten", "Zeeland", "Twente"))
    client.post(reverse("knelpunten:new"), {**sent, "namens": str(other.pk)})
    assert Knelpunt.objects.get().house.slug == "zeeland"  # type: ignore[union-attr]


def test_a_blocker_says_whether_it_is_about_what_was_filled_in() -> None:
    stands, asked = Blocker("fixed", "De agenda ligt vast."), Blocker("no-day", "Kies een dag.", is_input=True)
    assert of_the_state([stands, asked]) == [stands]
