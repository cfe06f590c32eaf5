"""The werkagenda in one sentence and one bar, and days as a list writes them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qsl

import pytest
from bs4 import BeautifulSoup

from agenda.lists.domain import coalitions, progress
from agenda.lists.enums import ActionList, ProgressStatus
from agenda.lists.pages import werkagenda
from agenda.lists.queries.choice import SORTS, ActionChoice
from portal.kit import clock
from portal.ui.templatetags import tables
from tests import factories as make
from tests.privacy.test_writing import client_of

L = ActionList


@pytest.mark.parametrize(
    ("standings", "said"),
    [
        ({}, ""),
        ({"geen-bericht": 1}, "Van de ene actie in uitvoering is nog geen bericht."),
        ({"op_koers": 1}, "Van de ene actie in uitvoering is er één op koers."),
        ({"stagneert": 2, "geen-bericht": 1}, "Van de drie acties in uitvoering stagneren er twee; van één is geen bericht."),
        (
            {"op_koers": 3, "aandacht": 3, "stagneert": 2, "geen-bericht": 3},
            "Van de elf acties in uitvoering zijn er drie op koers, vragen er drie aandacht en stagneren er twee; "
            "van drie is geen bericht.",
        ),
        ({"op_koers": 14}, "Van de 14 acties in uitvoering zijn er 14 op koers."),
    ],
)
def test_one_sentence_says_how_it_goes(standings: dict[str, int], said: str) -> None:
    numbers = Counter({("actielijst", "een-thema", standing): n for standing, n in standings.items()})
    assert werkagenda.sentence(ActionChoice(), werkagenda.Tally(numbers=numbers)) == said


@pytest.mark.django_db
def test_every_number_is_that_of_the_rows_behind_it() -> None:
    joined, by = make.action_on(L.ACTIELIJST), make.member("klankbordgroep", "aedes")
    coalitions.join(action=joined, text="Wij.", by=by)
    progress.report(key=make.uuid4(), action=joined, status=ProgressStatus.STAGNEERT, happened="Stil.", by=by)
    make.action_on(L.ACTIELIJST)
    make.action()
    make.action_on(L.GEREEDLIJST)
    client = client_of(make.bureau())
    for address in ("", "?per=thema", "?thema=acute-onveiligheid", "?zonder=trekker&op=-huizen"):
        page = BeautifulSoup(client.get(f"/acties/{address}").content, "html.parser")
        figures = page.select("main data[data-at]")
        assert figures, address
        for figure in figures:
            behind = BeautifulSoup(client.get("/acties/", dict(parse_qsl(figure["data-at"][1:]))).content, "html.parser")
            total = behind.select_one("[data-total]")
            assert int(figure["value"]) == (int(total["data-total"]) if total else 0), figure


@pytest.mark.django_db
@pytest.mark.parametrize("sort", [*SORTS, *(f"-{sort}" for sort in SORTS)])
def test_every_sort_shows_the_same_rows(sort: str) -> None:
    make.action_on(L.ACTIELIJST)
    make.action(knelpunten=[make.knelpunt(make.S.OP_DE_LIJST)])
    user: Any = make.bureau().user
    assert set(ActionChoice.from_address({"op": sort}).rows(user)) == set(ActionChoice().rows(user))


@pytest.mark.parametrize(
    ("ahead", "is_due", "far", "is_late"),
    [(-1, True, "1 dag te laat", True), (-12, True, "12 dagen te laat", True), (-12, False, "", False),
     (0, True, "vandaag", False), (1, True, "morgen", False), (18, True, "over 18 dagen", False), (31, True, "", False)],
)  # fmt: skip
def test_a_day_says_how_far_it_is(ahead: int, is_due: bool, far: str, is_late: bool) -> None:
    drawn = BeautifulSoup(str(tables.when(clock.today() + timedelta(days=ahead), is_due)), "html.parser").time
    assert drawn is not None
    said = drawn.get_text()
    assert (said.partition(", ")[2], drawn.get("class") == ["late"]) == (far, is_late)
    assert re.match(r"(ma|di|wo|do|vr|za|zo) \d", said)


def test_a_year_stands_only_where_it_is_another() -> None:
    today = date(2026, 11, 29)
    assert tables.short_day(date(2026, 12, 16), today) == "wo 16 dec"
    assert tables.short_day(date(2027, 1, 8), today) == "vr 8 jan 2027"
