"""Every page asks the database as often for many rows as for few."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agenda.decisions.enums import Serves
from agenda.lists.enums import ActionList
from agenda.meetings.domain import agenda_items, meeting_steps, papers
from agenda.meetings.enums import ItemKind
from tests import factories as make

pytestmark = pytest.mark.django_db
BACKEND = "portal.accounts.backends.SeatBackend"


def fill(number: int) -> None:
    """So many of everything that these pages list."""
    for _ in range(number):
        make.knelpunt(make.S.OP_DE_LIJST)
        make.knelpunt(make.S.INGEDIEND)
        make.knelpunt(make.S.ELDERS_BELEGD)
        make.action(knelpunten=[make.knelpunt(make.S.OP_DE_LIJST)])
        make.action_on(ActionList.ACTIELIJST)
        make.action_on(ActionList.GEREEDLIJST)


EXPECTED = {
    "bureau": {
        "/overzicht/": 32,  # each room says what waits, of each kind one query
        "/knelpunten/beoordelen/": 8,
        "/knelpunten/berichten/": 6,
        "/themas/": 4,
        "/themas/acute-onveiligheid/": 28,  # where each knelpunt stands and what was said last, as on its own page
        "/acties/": 17,
        "/acties/?status=geen-bericht": 16,
        "/acties/oproepen/": 4,
        "/organisaties/vng/bijdragen/": 7,
        "/themas/acute-onveiligheid/doorloop/": 12,
        "/themas/acute-onveiligheid/terugkijken/": 15,
        "/sinds-de-vorige/": 23,
        "/vergaderingen/": 6,
        "/netwerk/wie-is-wie/": 5,
        "/netwerk/": 9,
    },
    "manager": {
        "/overzicht/": 38,
        "/onze-inbreng/": 19,
        "/onze-inbreng/afdruk/": 18,
        "/sinds-de-vorige/": 25,
    },
}


@pytest.mark.parametrize("who", EXPECTED)
def test_page_asks_as_often_for_many_rows_as_for_few(who: str) -> None:
    user = make.bureau().user if who == "bureau" else make.manager().user
    client = Client()
    client.force_login(user, backend=BACKEND)  # type: ignore[arg-type]
    fill(1)
    few = {path: len(_queries(client, path)) for path in EXPECTED[who]}
    fill(4)
    assert {path: len(_queries(client, path)) for path in EXPECTED[who]} == few == EXPECTED[who]


def test_meeting_asks_as_often_for_many_items_as_for_few() -> None:
    by = make.secretaris()
    client = Client()
    client.force_login(by.user, backend=BACKEND)  # type: ignore[arg-type]
    counts = []
    for number in (1, 12):
        meeting = make.meeting(make.M.IN_VOORBEREIDING)
        for place in range(number):
            agenda_items.add(
                key=make.uuid4(),
                meeting=meeting,
                kind=ItemKind.BESLUITVORMING,
                title=f"Punt {place}",
                minutes=5,
                serves=Serves.VERBINDER,
                subject=make.action(),
                by=by,
            )
        meeting_steps.advance(meeting=meeting, to=make.M.STUKKEN_VERZONDEN, by=by)
        meeting_steps.advance(meeting=meeting, to=make.M.GEOPEND, by=by)
        counts.append(len(_queries(client, meeting.get_absolute_url())))
    assert counts[0] == counts[1] == 16


def _queries(client: Client, path: str) -> list[Any]:
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return [query for query in captured.captured_queries if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]


def test_agreement_asks_as_often_after_many_rounds_as_after_one() -> None:
    member = make.member()
    client = Client()
    client.force_login(member.user, backend=BACKEND)  # type: ignore[arg-type]
    made = make.asked_agreement(make.Route.ACHTERAF)
    counts = []
    for text in ("Een andere tekst.", "Nog een andere.", "En de laatste."):
        make.all_agree(made)
        counts.append(len(_queries(client, made.get_absolute_url())))
        make.asking_positions.change_text(
            key=make.uuid4(),
            agreement=made,
            expected=type(made).objects.get(pk=made.pk).version,
            note="Anders.",
            text=text,
            closes_date=make.clock.today() + make.timedelta(days=30),
            by=make.secretaris(),
        )
    assert counts[0] == counts[1] == counts[2] == 16


def test_an_item_asks_as_often_for_many_papers_as_for_few() -> None:
    by, item = make.secretaris(), make.meeting(make.M.IN_VOORBEREIDING).items.get()
    client = Client()
    client.force_login(by.user, backend=BACKEND)  # type: ignore[arg-type]
    counts = []
    for number in (1, 3):
        for _ in range(number):
            papers.opened(version=make.paper(item).versions.get(), by=by)
        counts.append(len(_queries(client, item.page_address)))
    assert counts[0] == counts[1]
