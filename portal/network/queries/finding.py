"""What can be found of the network: houses, organisations and gremia for everybody; for members persons and other tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from portal.kit import clock
from portal.network.models import Body, House, Organisation, PolicyTable, Seat
from portal.ui.finding import Findings, Found, Question, find, find_names, hit, named


def findings(user: Any, question: Question) -> Iterator[Findings]:
    """Five queries; three for who is not signed in."""

    def house(row: Any) -> Found:
        return Found(title=named(row.name, question), url=reverse("house", args=[row.slug]), line=f"regio {row.region}")

    def organisation(row: Any) -> Found:
        url = reverse("organisation", args=[row.slug])
        return Found(title=named(row.name, question), url=url, line=str(row.actor_group))

    def body(row: Any) -> Found:
        return Found(title=named(row.name, question), url=reverse("body", args=[row.slug]), line=row.get_kind_display())

    def person(row: Any) -> Found:
        url = reverse("body", args=[row.membership.body.slug])
        return Found(title=named(row.user.name, question), url=url, line=row.label)

    houses, organisations = House.objects.select_related("region"), Organisation.objects.select_related("actor_group")
    yield find_names("Zorg- en Veiligheidshuizen", houses, question, house, by=("name", "region__name"))
    yield find_names("organisaties", organisations, question, organisation, by=("name", "short_name"))
    yield find_names("gremia", Body.objects.all(), question, body, by=("name",))
    if user.is_authenticated:
        seats = Seat.objects.visible_to(user).valid_on(clock.today()).of_members().select_related("user")
        yield find_names("personen", seats, question, person, by=("user__name",))
        tables = PolicyTable.objects.visible_to(user).defer("found_by")
        yield find("tafels in het beleidslandschap", tables, question, _table, by="found_by", title="name", text="subjects")


def _table(row: Any) -> Found:
    return Found(url=reverse("network:tables"), **hit(row))
