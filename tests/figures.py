"""The figures on pages as somebody reads them: each thing is one number, and the total of the rows behind it.

A figure is a `<data>` with what it counts (`data-of`) and, where its rows can be
read, their address (`data-at`); see `{% count %}`.
"""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import Resolver404, resolve

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


def text_of(answer: Any) -> str:
    """What a page says, as one line: figures and other marks are elements, and no words."""
    return " ".join(BeautifulSoup(answer.content.decode(), "html.parser").get_text().split())


@dataclass
class Reader:
    """Somebody, with what was read so far."""

    name: str
    client: Client
    pages: dict[str, BeautifulSoup] = field(default_factory=dict)

    def read(self, address: str) -> BeautifulSoup:
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


@dataclass
class Compared:
    """What was found on the pages that somebody read: what is wrong, and how many figures there were of each kind."""

    wrong: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def read(self, reader: Reader) -> None:
        told: dict[str, dict[int, str]] = {}
        behind: dict[tuple[str, int], str] = {}
        for address, page in list(reader.pages.items()):
            for figure in page.select("data[data-of]"):
                of, number = str(figure["data-of"]), int(str(figure["value"]))
                told.setdefault(of, {}).setdefault(number, address)
                self.kinds[of.split(":")[0]] += 1
                if figure.has_attr("data-at"):
                    behind[urljoin(address, str(figure["data-at"])), number] = f"{of} at {address}"
        self.wrong += [f"{reader.name}: {of} is {each}" for of, each in told.items() if len(each) > 1]
        for (address, number), where in behind.items():
            page = reader.read(address)
            total = sum(int(str(rows["data-total"])) for rows in page.select("[data-total]"))
            if total != number:
                self.wrong.append(f"{reader.name}: {where} says {number}, and at {address} there are {total}")
