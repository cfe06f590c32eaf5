"""A token in every text that somebody may not see, looked for in every page and mail of everybody who may not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from agenda.meetings.domain import invitations
from agenda.meetings.models import AgendaItem, Meeting, MeetingInvitation
from agenda.ratification.models import Agreement
from ambitions.models import ActionLine, RegionalPlan
from portal.accounts.models import User
from portal.kit.opaque import write
from portal.kit.routes import Route, routes
from portal.network.models import Seat
from portal.notify.models import Notification
from tests import factories as make
from tests.house.addresses import filled
from tests.house.planting import plant
from tests.house.who_may import ROLES

pytestmark = pytest.mark.django_db

# Pages for everybody that are about one thing.
PUBLIC = {
    "ratification:agreement": Agreement,
    "ambitions:line": ActionLine,
    "ambitions:plan": RegionalPlan,
    "ambitions:plan_as": RegionalPlan,
}
SLUGS = {
    "ambitions:ambition": "krachtig-netwerk",
    "write_ambition": "krachtig-netwerk",
    "house": "twente",
    "organisation": "valente",
    "body": "stuurgroep",
}


def addresses_of(route: Route) -> Iterator[str]:
    """Every address of a route, with every object there is, and a file as a zip that can be read."""
    model = route.access.model if route.access else None
    model = Meeting if route.name.startswith("besluitenlijsten:") else PUBLIC.get(route.name, model)
    line = ActionLine.objects.values_list("pk", flat=True).first() or 0
    slug = {"slug": SLUGS[route.name]} if route.name in SLUGS else {}
    # Seats say nothing that is hidden, and there are some two hundred of them.
    rows = model._default_manager.values_list("pk", flat=True)[: 5 if model is Seat else None] if model else [0]
    for number in rows:
        yield filled(route.path, pk=number, line=line, **slug)
        if "<slug:form>" in route.path:
            yield filled(route.path, pk=number, form="docx")
        if route.name == "meetings:paper":
            yield f"{filled(route.path, pk=number)}?versie=1"
        if route.name == "meetings:secretary":
            yield from (
                f"{filled(route.path, pk=number)}?punt={write('agendaitem', item)}"
                for item in AgendaItem.objects.filter(meeting=number).values_list("pk", flat=True)
            )
        if route.name == "meetings:register":
            yield from (f"{filled(route.path)}?soort={kind}" for kind in ("afspraak", "toezegging"))


def pages_of(client: Client) -> str:
    """Everything this reader gets to see: every address, with every object there is."""
    texts = [client.get(address).content.decode(errors="replace") for address in ("/", "/kader/", "/admin/", "/themas/")]
    for route in routes():
        for address in addresses_of(route):
            answer = client.get(address)
            if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
                break  # nothing is read here, of whichever object
            texts.append(text_of(answer))
    return "\n".join(texts)


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


@pytest.mark.parametrize("quarter", range(4))
def test_no_token_reaches_who_may_not_read_it(quarter: int) -> None:
    tokens, roles = plant(), list(ROLES)[quarter::4]
    leaks, unread = [], {token for token, readers in tokens.items() if readers & set(roles)}
    for role in roles:
        client = Client()
        if user := person_for(role):
            client.force_login(user, backend="portal.accounts.backends.SeatBackend")
        seen = pages_of(client)
        found = {token for token in tokens if token in seen}
        leaks += [(role, token) for token in found if role not in tokens[token]]
        unread -= found
    assert sorted(leaks) == []
    assert unread == set(), "a token that nobody sees proves nothing"


def test_no_token_is_in_any_mail() -> None:
    from portal.notify.domain import notifications

    make.employee()
    tokens = plant()
    for notification in Notification.objects.all():
        notifications.send(pk=notification.pk)
    for invitation in MeetingInvitation.objects.all():
        invitations.send(pk=invitation.pk)
    sent = "\n".join(message.message().as_string() for message in mail.outbox)
    assert len(mail.outbox) > 15
    assert {token for token in tokens if token in sent} <= {
        token for token in tokens if token.endswith(("vergadering", "meeting", "location"))
    }
