"""Reference data, seats and the directory."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from portal.kit import clock
from portal.network.domain import reference_data, seats
from portal.network.models import House, Membership, PolicyTable, Region, Theme
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_reference_data_is_what_the_sources_say() -> None:
    assert (Region.objects.count(), House.objects.count(), Theme.objects.count(), PolicyTable.objects.count()) == (26, 31, 4, 21)
    assert not House.objects.filter(is_confirmed=True).exists()


def test_loading_again_changes_nothing() -> None:
    before = reference_data.load()
    assert reference_data.load() == before


def test_names_sort_without_articles_and_accents() -> None:
    assert [reference_data.sort_key(name) for name in ("de Nederlandse ggz", "Fryslân")] == ["nederlandse ggz", "fryslan"]


@pytest.mark.parametrize(("days", "gives_rights"), [(-1, False), (0, True), (1, True)])
def test_seat_gives_rights_until_and_including_its_last_day(days: int, gives_rights: bool) -> None:
    seat = make.seat("stuurgroep", until_date=clock.today() + timedelta(days=days))
    assert bool(seat.user.seats_today) == gives_rights


def test_seat_that_starts_tomorrow_gives_nothing_today() -> None:
    seat = make.seat("stuurgroep", from_date=clock.today() + timedelta(days=1))
    assert seat.user.seats_today == []


def test_ended_membership_takes_the_rights_of_its_seats() -> None:
    seat = make.seat("stuurgroep")
    Membership.objects.filter(pk=seat.membership_id).update(until_date=clock.today() - timedelta(days=1))
    assert seat.user.seats_today == []


def test_inactive_user_has_no_rights() -> None:
    seat = make.seat("stuurgroep")
    seat.user.is_active = False
    assert seat.user.seats_today == []


def test_seat_is_read_with_one_query_a_request(django_assert_num_queries: object) -> None:
    user = make.User.objects.get(pk=make.seat("stuurgroep").user_id)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert [seat.label for seat in user.seats_today] == [
            f"lid Stuurgroep, {user.seats_today[0].membership.organisation.short_name}"
        ]


def test_seat_cannot_end_before_it_starts() -> None:
    seat = make.seat("stuurgroep")
    with pytest.raises(seats.SeatingRefused):
        seats.end(seat=seat, last_day=date(2020, 1, 1), by=make.bureau())


def test_directory_shows_who_sits_where_and_how_to_reach_them(client: Client) -> None:
    seat = make.seat("stuurgroep", organisation="om")
    client.force_login(seat.user, backend="portal.accounts.backends.SeatBackend")
    page = client.get("/netwerk/wie-is-wie/").content.decode()
    assert all(text in page for text in (seat.user.name, seat.user.email, "Openbaar Ministerie", "wo 1 jan 2025"))
    assert seat.user.name not in Client().get("/netwerk/").content.decode()
