"""The work list: parts with an address of their own, late by the norm in working days, and the next without going back."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knelpunten.queries.worklist import Asked, is_late
from portal.kit import clock
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
S = make.S
PAGE = "/knelpunten/beoordelen/"


def _titles(which: str = "", **asked: str) -> list[str]:
    return [row.title for row in Asked(which, **asked).rows(make.bureau().user)]


def test_each_part_holds_what_it_says() -> None:
    for state in S:
        make.knelpunt(state, title=state.value)
    assert _titles() == ["ingediend", "in_beoordeling"]
    assert (_titles("nieuw"), _titles("bezig"), _titles("bij-het-huis")) == (
        ["ingediend"],
        ["in_beoordeling"],
        ["terug_naar_indiener"],
    )
    assert _titles("te-laat") == []


def test_theme_and_house_narrow_it() -> None:
    make.knelpunt(S.INGEDIEND, title="hier")
    make.knelpunt(S.INGEDIEND, title="daar", house="zeeland", theme=make.theme("maatschappelijk-herstel"))
    assert _titles(house="zeeland") == ["daar"]
    assert _titles(theme="acute-onveiligheid") == ["hier"]


def test_late_is_counted_in_working_days() -> None:
    knelpunt = make.knelpunt(S.INGEDIEND)
    since = datetime(2026, 12, 18, 12)  # a Friday: with Christmas and New Year the fifth working day after it is 28 December
    knelpunt.__class__.objects.filter(pk=knelpunt.pk).update(state_since=since.astimezone())
    knelpunt.refresh_from_db()
    with clock.at(datetime(2026, 12, 28, 12)):
        assert not is_late(knelpunt)
    with clock.at(datetime(2026, 12, 29, 12)):
        assert is_late(knelpunt)
        bureau = make.bureau()
    with clock.at(datetime(2026, 12, 29, 12)):
        assert [row.pk for row in Asked("te-laat").rows(bureau.user)] == [knelpunt.pk]


def test_from_one_to_the_next_without_going_back() -> None:
    one, two, three = (make.knelpunt(S.INGEDIEND) for _ in range(3))
    client = client_of(make.bureau())
    page = client.get(f"{two.get_absolute_url()}?welke=nieuw").content.decode()
    assert f'href="{one.get_absolute_url()}?welke=nieuw" rel="prev" accesskey="v"' in page
    assert f'href="{three.get_absolute_url()}?welke=nieuw" rel="next" accesskey="n"' in page
    assert "Volgend knelpunt" not in client.get(two.get_absolute_url()).content.decode()
    assert "Volgend knelpunt" not in client_of(make.manager()).get(f"{two.get_absolute_url()}?welke=nieuw").content.decode()


def test_what_is_asked_for_and_does_not_exist_is_the_whole_list() -> None:
    make.knelpunt(S.INGEDIEND, title="hier")
    client = client_of(make.bureau())
    assert "hier" in client.get(PAGE, {"welke": "<script>", "pagina": "x"}).content.decode()
    assert "Hier wacht niets" in client.get(PAGE, {"welke": "nieuw", "huis": "bestaat-niet"}).content.decode()


def test_page_costs_the_same_with_many() -> None:
    client = client_of(make.bureau())

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE)
        return len(asked)

    make.knelpunt(S.INGEDIEND)
    cost()
    few = cost()
    for _ in range(12):
        make.knelpunt(S.INGEDIEND)
    assert cost() == few
