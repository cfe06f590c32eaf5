"""Every page without a name in its address asks the database as often for many rows as for few, whoever reads it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.kit.routes import routes
from tests import factories as make
from tests.chain.test_query_counts import fill
from tests.house.planting import plant
from tests.privacy.taking import report

pytestmark = pytest.mark.django_db
BACKEND = "portal.accounts.backends.SeatBackend"


def counts_of(client: Client) -> dict[str, list[str]]:
    """What each page asks."""
    found = {}
    for route in [route for route in routes() if "<" not in route.path]:
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(f"/{route.path}")
        if answer.status_code == 200 and not answer.streaming:
            found[route.name] = [query["sql"] for query in asked.captured_queries]
    return found


def client_of(actor: Any) -> Client:
    client = Client()
    client.force_login(actor.user, backend=BACKEND)
    return client


def one_more_of_everything() -> None:
    """Of everything that stands in a list somewhere."""
    fill(1)
    report(make.action())
    for made in (make.inquiry, make.pattern, make.issue, make.asked_agreement, make.ratified, make.line, make.procedure):
        made()
    make.knelpunt(make.S.PRIVACYTOETS)
    make.knelpunt(make.S.CONCEPT)
    make.knelpunt(make.S.BEANTWOORD)
    for body in ("stuurgroep", "klankbordgroep"):
        make.meeting(make.M.IN_VOORBEREIDING, body=body)
    make.closed(make.open_item(make.action()).meeting)


def test_no_page_asks_more_for_more_rows() -> None:
    readers = {
        "bureau": make.bureau(),
        "secretaris": make.secretaris(),
        "manager": make.manager(),
        "reviewer": make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR).actor,
    }
    clients = {name: client_of(actor) for name, actor in readers.items()}
    plant()
    one_more_of_everything()
    few = {name: counts_of(client) for name, client in clients.items()}
    for _ in range(3):
        one_more_of_everything()
    many = {name: counts_of(client) for name, client in clients.items()}
    grown = [
        (name, page, len(few[name][page]), len(asked))
        for name, pages in many.items()
        for page, asked in pages.items()
        if page in few[name] and len(asked) > len(few[name][page])
    ]
    assert len(few["bureau"]) > 40
    assert "\n".join(map(str, grown)) == ""
