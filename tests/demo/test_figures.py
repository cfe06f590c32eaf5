"""One thing is one number: every figure that is marked with what it counts, on every page of the demo, as everybody reads it.

A figure is a `<data>` with what it counts (`data-of`) and, where its rows can be
read, their address (`data-at`); see `{% count %}`.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import Resolver404, resolve

from portal.accounts.models import User

pytestmark = [pytest.mark.usefixtures("demo_db"), pytest.mark.heavy]

BACKEND = "portal.accounts.backends.SeatBackend"
OF_EACH = 2  # pages of one address that one person reads
ENTRANCES = (
    "/",
    "/overzicht/",
    "/themas/",
    "/acties/",
    "/knelpunten/",
    "/knelpunten/radar/",
    "/samenwerkingsagenda/",
    "/samenwerkingsagenda/monitor/?jaren",
)
ELSEWHERE = ("/demo/", "/admin/", "/account/", "/static/", "/media/")


@dataclass
class Reader:
    """Somebody, with what was read so far."""

    name: str
    client: Client
    pages: dict[str, BeautifulSoup] = field(default_factory=dict)

    def read(self, address: str) -> BeautifulSoup | None:
        if address not in self.pages:
            answer = self.client.get(address)
            is_page = answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")
            self.pages[address] = BeautifulSoup(answer.content.decode() if is_page else "", "html.parser")
        return self.pages[address]

    def walk(self, *, far: bool) -> None:
        """From the entrances along their links, and along the links of those where one goes far; a few pages of each address."""
        seen: Counter[str] = Counter()
        ahead = deque((address, True) for address in ENTRANCES)
        while ahead:
            address, goes_on = ahead.popleft()
            name = _name(address)
            if address in self.pages or not name or seen[name] >= OF_EACH:
                continue
            seen[name] += 1
            page = self.read(address)
            if page and goes_on:
                links = page.select("main a[href], nav a[href]")
                ahead.extend((urljoin(address, str(link["href"])).split("#")[0], far) for link in links)


def _name(address: str) -> str:
    """The name of the address with the names of what it asks, so that each kind of
    question counts apart; nothing where the portal does not answer."""
    parts = urlsplit(address)
    if parts.netloc or parts.path.startswith(ELSEWHERE):
        return ""
    try:
        match = resolve(parts.path)
    except Resolver404:
        return ""
    return f"{match.view_name}?{'&'.join(sorted(pair.split('=')[0] for pair in parts.query.split('&')))}"


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
    wrong: list[str] = []
    kinds: Counter[str] = Counter()
    for reader in readers(everybody=everybody):
        reader.walk(far=everybody)
        told: dict[str, dict[int, str]] = {}
        behind: dict[tuple[str, int], str] = {}
        for address, page in list(reader.pages.items()):
            for figure in page.select("data[data-of]"):
                of, number = str(figure["data-of"]), int(str(figure["value"]))
                told.setdefault(of, {}).setdefault(number, address)
                kinds[of.split(":")[0]] += 1
                if figure.has_attr("data-at"):
                    behind[urljoin(address, str(figure["data-at"])), number] = f"{of} at {address}"
        wrong += [f"{reader.name}: {of} is {each}" for of, each in told.items() if len(each) > 1]
        for (address, number), where in behind.items():
            page = reader.read(address)
            total = sum(int(str(rows["data-total"])) for rows in page.select("[data-total]")) if page else 0
            if total != number:
                wrong.append(f"{reader.name}: {where} says {number}, and at {address} there are {total}")
    assert "\n".join(wrong) == ""
    assert {"lijn", "thema", "werkvoorraad", "knelpunt", "knelpunten", "uitvraag"} <= kinds.keys(), kinds
