"""A token in every text that somebody may not see, looked for in every page and mail of everybody who may not."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.db.models import Model
from django.test import Client
from django.utils.text import slugify

from agenda.meetings.domain import invitations
from agenda.meetings.models import AgendaItem, MeetingInvitation
from portal.accounts.models import User
from portal.kit.opaque import write
from portal.kit.routes import Route, routes
from portal.network.models import Seat
from portal.notify.models import Notification
from portal.ui import finding
from tests import factories as make
from tests.house.addresses import each_word, filled, model_of
from tests.house.planting import PLACES, plant
from tests.house.who_may import ROLES

pytestmark = pytest.mark.django_db

PLANTED = "kanarie"  # how every token begins: who looks for it finds what may be found
NUMBERED = re.compile(r"kanarie(\d+)")


class Reading:
    """What one reader is given to read: every address, with every object there is.

    Where the guard turns this reader away it answers with a page of its own, before anything is made of the object; two of
    those are read of each address, one for what is not seen and one for what is seen and not allowed. `make torture` reads
    them all. That the guard does what its rules say, for every address and role, is what the matrix proves (`test_access`).
    """

    def __init__(self, user: User | None, *, also_refused: bool = False) -> None:
        self.user, self.also_refused = user, also_refused
        self.client, self.seen = Client(), dict[type[Model], dict[int, Model]]()
        self.rows = {model: model.objects.get(slug=slug).pk for model, slug in PLACES.items()}
        if user:
            self.client.force_login(user, backend="portal.accounts.backends.SeatBackend")

    def pages(self) -> Iterator[str]:
        for address in ("/", "/kader/", "/admin/", "/themas/"):
            yield self.client.get(address).content.decode(errors="replace")
        for route in routes():
            for address in self.addresses_of(route):
                answer = self.client.get(address)
                if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
                    break  # nothing is read here, of whichever object
                yield text_of(answer)

    def addresses_of(self, route: Route) -> Iterator[str]:
        """Every address of a route: about each row there is, else with each of its words; a file as one that can be read."""
        model = model_of(route.path)
        form = {"form": "docx"} if "<printed:form>" in route.path else {}
        for given in [form | {"pk": number} for number in self._rows(route, model)] if model else each_word(route.path):
            yield (address := filled(route.path, self.rows, **given))
            if route.name == "meetings:paper":
                yield f"{address}?versie=1"
            if route.name == "meetings:secretary":
                yield from (
                    f"{address}?punt={write('agendaitem', item)}"
                    for item in AgendaItem.objects.filter(meeting=given["pk"]).values_list("pk", flat=True)
                )
            if route.name == "search":
                kinds = {each.kind for each in finding.read(self.user or AnonymousUser(), finding.Question(q=PLANTED))}
                yield from (f"{filled(route.path)}?q={PLANTED}&soort={slugify(kind)}" for kind in ("", *kinds))
            if route.name == "meetings:register":
                yield from (f"{address}?soort={kind}" for kind in ("afspraak", "toezegging"))

    def _rows(self, route: Route, model: type[Model]) -> list[int]:
        # Seats say nothing that is hidden, and there are some two hundred of them.
        rows = list(model._default_manager.values_list("pk", flat=True)[: 5 if model is Seat else None])
        if self.also_refused or not (route.access and route.access.permission):
            return rows
        if route.access.model is not model:
            return rows if self.user and self.user.may(route.access.permission) else rows[:1]
        kinds: dict[str, list[int]] = {"read": [], "seen": [], "away": []}
        for number in rows:
            kinds[self._kind(route.access.permission, model, number)].append(number)
        return [*kinds["read"], *kinds["seen"][:1], *kinds["away"][:1]]

    def _kind(self, permission: str, model: type[Model], number: int) -> str:
        """What the guard does with this object for this reader."""
        if self.user is None:
            return "away"
        if model not in self.seen:
            self.seen[model] = {row.pk: row for row in model._default_manager.visible_to(self.user)}  # type: ignore[attr-defined]
        if (row := self.seen[model].get(number)) is None:
            return "away"
        return "read" if self.user.may(permission, row) else "seen"


def tokens_in(text: str, tokens: Iterable[str]) -> set[str]:
    """Those that stand in the text.

    Looking for hundreds one by one takes longer than making the page: first which numbers are there at all.
    """
    numbers = set(NUMBERED.findall(text))
    return {token for token in tokens if (number := NUMBERED.match(token)) is None or number[1] in numbers if token in text}


def text_of(answer: Any) -> str:
    """The whole answer, also of what comes in parts; a workbook unpacked."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = b"".join(book.read(name) for name in book.namelist())
    return f"{answer.headers}\n{content.decode(errors='replace')}"


def person_for(role: str) -> User | None:
    from tests.house.test_access import _person

    return _person(role)


@pytest.fixture(scope="module")
def tokens(told_once: Callable[[], AbstractContextManager[None]]) -> Iterator[dict[str, set[str]]]:
    with told_once():
        make.employee()  # somebody who hears of it by mail
        yield plant()


@pytest.mark.parametrize("quarter", range(4))
def test_no_token_reaches_who_may_not_read_it(quarter: int, tokens: dict[str, set[str]]) -> None:
    read_by(list(ROLES)[quarter::4], tokens)


@pytest.mark.torture
@pytest.mark.parametrize("role", ROLES)
def test_no_token_is_in_any_refusal(role: str, tokens: dict[str, set[str]]) -> None:
    read_by([role], tokens, also_refused=True)


def read_by(roles: list[str], tokens: dict[str, set[str]], *, also_refused: bool = False) -> None:
    leaks, unread = [], {token for token, readers in tokens.items() if readers & set(roles)}
    for role in roles:
        pages = Reading(person_for(role), also_refused=also_refused).pages()
        found = {token for text in pages for token in tokens_in(text, tokens)}
        leaks += [(role, token) for token in found if role not in tokens[token]]
        unread -= found
    assert sorted(leaks) == []
    assert unread == set(), "a token that nobody sees proves nothing"


def test_no_token_is_in_any_mail(tokens: dict[str, set[str]]) -> None:
    from portal.notify.domain import notifications

    for notification in Notification.objects.all():
        notifications.send(pk=notification.pk)
    for invitation in MeetingInvitation.objects.all():
        invitations.send(pk=invitation.pk)
    sent = "\n".join(message.message().as_string() for message in mail.outbox)
    assert len(mail.outbox) > 15
    assert {token for token in tokens if token in sent} <= {
        token for token in tokens if token.endswith(("vergadering", "meeting", "location"))
    }
