"""Every page asks the database as often for many rows as for few."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agenda.decisions.enums import Serves
from agenda.lists.enums import ActionList
from agenda.meetings.domain import composing, convening, papers
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


@pytest.mark.parametrize(
    ("who", "path", "expected"),
    [
        ("bureau", "/overzicht/", 12),
        ("manager", "/overzicht/", 12),
        ("manager", "/onze-inbreng/", 10),
        ("bureau", "/knelpunten/beoordelen/", 8),
        ("manager", "/onze-inbreng/afdruk/", 9),
        ("bureau", "/knelpunten/berichten/", 6),
        ("bureau", "/themas/", 4),
        ("bureau", "/themas/acute-onveiligheid/", 19),
        ("bureau", "/acties/", 18),
        ("bureau", "/acties/?status=geen-bericht", 17),
        ("bureau", "/acties/oproepen/", 4),
        ("bureau", "/organisaties/vng/bijdragen/", 7),
        ("bureau", "/themas/acute-onveiligheid/doorloop/", 12),
        ("bureau", "/themas/acute-onveiligheid/terugkijken/", 15),
        ("bureau", "/sinds-de-vorige/", 15),
        ("manager", "/sinds-de-vorige/", 14),
        ("bureau", "/vergaderingen/", 6),
        ("bureau", "/netwerk/wie-is-wie/", 5),
        ("bureau", "/netwerk/", 9),
    ],
)
def test_page_asks_as_often_for_many_rows_as_for_few(who: str, path: str, expected: int) -> None:
    user = make.bureau().user if who == "bureau" else make.manager().user
    client = Client()
    client.force_login(user, backend=BACKEND)  # type: ignore[arg-type]
    fill(1)
    few = _queries(client, path)
    fill(4)
    many = _queries(client, path)
    assert (len(few), len(many)) == (expected, expected), "\n".join(query["sql"][:160] for query in many)


def test_meeting_asks_as_often_for_many_items_as_for_few() -> None:
    by = make.secretaris()
    client = Client()
    client.force_login(by.user, backend=BACKEND)  # type: ignore[arg-type]
    counts = []
    for number in (1, 12):
        meeting = make.meeting(make.M.IN_VOORBEREIDING)
        for place in range(number):
            composing.add(
                key=make.uuid4(), meeting=meeting, kind=ItemKind.BESLUITVORMING, title=f"Punt {place}", minutes=5,
                serves=Serves.VERBINDER, subject=make.action(), by=by,
            )  # fmt: skip
        convening.advance(meeting=meeting, to=make.M.STUKKEN_VERZONDEN, by=by)
        convening.advance(meeting=meeting, to=make.M.GEOPEND, by=by)
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
            key=make.uuid4(), agreement=made, expected=type(made).objects.get(pk=made.pk).version, note="Anders.", text=text,
            closes_date=make.clock.today() + make.timedelta(days=30), by=make.secretaris(),
        )  # fmt: skip
    assert counts[0] == counts[1] == counts[2] == 14


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
