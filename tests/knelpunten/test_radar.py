"""The knelpuntenlijst searched and narrowed, and the radar's figures beside counts made by hand."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from knelpunten.domain import notes
from knelpunten.importing import sheets
from knelpunten.models import Knelpunt
from knelpunten.queries.choice import Choice, Quarter
from knelpunten.queries.radar import radar
from portal.kit import clock
from portal.network.models import Domain
from portal.publish.tables import as_csv, as_xlsx
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
S = make.S


def numbers(figure: Any) -> dict[str, tuple[int, int]]:
    return {bar.label: (bar.number, bar.own) for bar in figure.bars if bar.number}


def test_figures_count_what_this_reader_may_see_with_the_own_house_beside() -> None:
    make.knelpunt(S.OP_DE_LIJST, domains=list(Domain.objects.all()[:2]))
    make.knelpunt(S.INGEDIEND, theme=make.theme("maatschappelijk-herstel"))
    make.knelpunt(S.OP_DE_LIJST, house="zeeland")
    make.knelpunt(S.INGEDIEND, house="zeeland")
    make.knelpunt(S.CONCEPT)
    bureau, twente, member = (radar(Choice(), user) for user in (make.bureau().user, make.manager().user, make.member().user))
    assert (bureau.total, bureau.own, bureau.has_own) == (4, 0, False)
    assert (twente.total, twente.own, twente.has_own) == (3, 2, True)
    assert (member.total, member.has_own) == (2, False)
    themes, kinds, domains = twente.figures
    assert numbers(themes) == {"De aanpak van acute onveiligheid": (2, 1), "Maatschappelijk herstel": (1, 1)}
    assert numbers(kinds) == {"het stelsel": (3, 2)}
    assert set(numbers(domains).values()) == {(1, 1)} and len(numbers(domains)) == 2
    assert numbers(twente.regions) == {"Twente": (2, 2), "Zeeland": (1, 0)}
    assert {part.name: part.number for tile in twente.tiles for part in tile.parts if part.number} == {
        "Zorg- en Veiligheidshuis Twente": 2,
        "Zorg- en Veiligheidshuis Zeeland": 1,
    }


def test_map_has_every_region_once_and_a_part_for_each_house() -> None:
    tiles = radar(Choice(), make.bureau().user).tiles
    assert len(tiles) == len({(tile.column, tile.row) for tile in tiles}) == len({tile.name for tile in tiles})
    assert sum(len(tile.parts) for tile in tiles) == 31
    assert all(tile.column and tile.row for tile in tiles)


def test_quarters_are_those_of_amsterdam_and_empty_ones_are_shown() -> None:
    with clock.at(datetime(2026, 9, 30, 23, 30)):
        make.knelpunt(S.INGEDIEND)
    with clock.at(datetime(2026, 10, 1, 0, 30)):
        make.knelpunt(S.INGEDIEND)
    with clock.at(datetime(2026, 11, 1)):
        figure = radar(Choice(), make.bureau().user).quarters
    assert [(bar.short, bar.number) for bar in figure.bars][-3:] == [("2026-2", 0), ("2026-3", 1), ("2026-4", 1)]
    assert len(figure.bars) == 8


def test_lead_time_is_the_median_in_days_of_what_went_on() -> None:
    start = datetime(2026, 3, 2, 12)
    for days in (2, 4, 30):
        with clock.at(start):
            knelpunt = make.knelpunt(S.INGEDIEND)
        with clock.at(start + timedelta(days=days)):
            make.assessments.start(knelpunt=knelpunt, by=make.bureau())
    times = {each.state: (each.number, each.median) for each in radar(Choice(), make.bureau().user).lead_times}
    assert times["ingediend"] == (3, pytest.approx(4))


def test_share_answered_counts_what_came_to_an_end() -> None:
    make.knelpunt(S.BEANTWOORD)
    declined = make.knelpunt(S.NIET_OPGENOMEN)
    make.knelpunt(S.HOORT_IN_DE_REGIO)
    make.knelpunt(S.OP_DE_LIJST)
    notes.answer(key=make.uuid4(), knelpunt=declined, text="Dit kwam ervan.", by=make.bureau())
    answered = radar(Choice(), make.bureau().user).answered
    assert (answered.ended, answered.answered, answered.share) == (3, 2, 67)


def test_rising_is_what_more_came_to_than_in_the_half_year_before() -> None:
    now = datetime(2026, 11, 10, 12)
    with clock.at(now - timedelta(days=200)):
        old = [make.knelpunt(S.OP_DE_LIJST), make.knelpunt(S.OP_DE_LIJST)]
    with clock.at(now):
        falling = make.pattern(*old)
        rising = make.pattern(make.knelpunt(S.OP_DE_LIJST), title="Dit neemt toe")
        found = radar(Choice(), make.bureau().user).rising
    assert [(each.pattern.title, each.now, each.before) for each in found] == [("Dit neemt toe", 1, 0)]
    assert falling.pk != rising.pk


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"thema": "maatschappelijk-herstel"}, {"ander"}),
        ({"regio": "zeeland"}, {"zeeuws"}),
        ({"huis": "zeeland"}, {"zeeuws"}),
        ({"soort": "beleid"}, {"ander"}),
        ({"stand": "ingediend"}, {"ander"}),
        ({"q": "crisisbedden"}, {"zeeuws"}),
        ({"q": '"crisisbed in het weekend"'}, {"zeeuws"}),
        ({"thema": "bestaat-niet"}, set()),
        ({"stand": "concept"}, set()),
        ({"vanaf": "1900-1", "tot": "onzin", "soort": "<script>"}, {"ander", "zeeuws", "hier"}),
    ],
)
def test_a_part_is_what_its_address_asks_for(asked: dict[str, str], titles: set[str]) -> None:
    make.knelpunt(S.OP_DE_LIJST, title="hier")
    make.knelpunt(S.OP_DE_LIJST, house="zeeland", title="zeeuws", pattern="Geen crisisbed in het weekend.")
    make.knelpunt(S.INGEDIEND, title="ander", theme=make.theme("maatschappelijk-herstel"))
    Knelpunt.objects.filter(title="ander").update(kind="beleid")
    found = Choice.from_address(asked).listed(make.bureau().user)
    assert {row.title for row in found} == titles


def test_search_never_finds_what_a_reader_may_not_see() -> None:
    for state in S:
        make.knelpunt(state, title=f"kanarie {state}")
    member = client_of(make.member("klankbordgroep"))
    for path in ("/knelpunten/", "/knelpunten/lijst.csv"):
        answer = member.get(path, {"q": "kanarie"})
        text = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()
        shown = {state for state in S if f"kanarie {state}" in text}
        assert shown == {S.OP_DE_LIJST, S.GEKOPPELD, S.BEANTWOORD, S.ELDERS_BELEGD, S.NAAR_SAMENWERKINGSAGENDA}
    assert ">5</data> knelpunten" in member.get("/knelpunten/", {"q": "kanarie"}).content.decode()


@pytest.mark.parametrize("path", ["/knelpunten/", "/knelpunten/radar/"])
def test_page_costs_the_same_with_many(path: str) -> None:
    client = client_of(make.bureau())

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(path).status_code == 200
        return len(asked)

    def fill() -> None:
        for state in (S.OP_DE_LIJST, S.BEANTWOORD, S.ELDERS_BELEGD, S.INGEDIEND):
            make.pattern(make.knelpunt(state))

    fill()
    cost()
    few = cost()
    for _ in range(4):
        fill()
    assert cost() == few == {"/knelpunten/": 23, "/knelpunten/radar/": 21}[path]


def test_what_is_taken_away_says_what_the_page_says() -> None:
    make.knelpunt(S.OP_DE_LIJST, title="=HYPERLINK('kwaad')")
    client = client_of(make.bureau())
    text = b"".join(client.get("/knelpunten/lijst.csv").streaming_content).decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(text), delimiter=";")
    assert row[1] == "'=HYPERLINK('kwaad')"
    sheet = load_workbook(io.BytesIO(client.get("/knelpunten/lijst.xlsx").content)).active
    (header, row) = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert row[1] == "=HYPERLINK('kwaad')" and header[0] == "nummer"
    book = load_workbook(io.BytesIO(client.get("/knelpunten/radar.xlsx").content))
    assert [cell.value for cell in book["Per thema"][2]] == ["De aanpak van acute onveiligheid", 1, 0]
    assert (
        "Per thema;De aanpak van acute onveiligheid;1;0"
        in b"".join(client.get("/knelpunten/radar.csv").streaming_content).decode()
    )


@pytest.mark.parametrize("text", ["=1+1", "+31", "-5", "@som", "\tx", "\rx"])
def test_cell_that_looks_like_a_formula_is_taken_away_as_text(text: str) -> None:
    line = "".join(as_csv(["kop"], [[text]]))
    assert "'" + text in line
    cell = load_workbook(io.BytesIO(as_xlsx([("Blad", ["kop"], [[text]])]))).active["A2"]  # type: ignore[index]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert cell.value == text, "whole, and usable as it opens"


@pytest.mark.parametrize("text", ["=1+1", "+31 is ver", "-5 graden", "@som", "'s Avonds geen bed", "'=echt"])
def test_what_was_taken_away_comes_back_in_as_itself(text: str) -> None:
    header, rows = ["Titel", "Omschrijving"], [[text, f"{text} en verder"]]
    written = "".join(as_csv(header, rows)).encode(), as_xlsx([("Blad", header, rows)])
    for name, data in zip(("lijst.csv", "lijst.xlsx"), written, strict=True):
        (table,) = sheets.tables(name, data)
        assert table.lines[-1][:2] == rows[0], name


def test_quarter_is_read_from_what_people_type() -> None:
    assert Quarter.read("2026-4") == Quarter(2026, 4)
    assert Quarter(2026, 4).next == Quarter(2027, 1)
    assert Quarter(2026, 1).plus(-1) == Quarter(2025, 4)
    assert [Quarter.read(text) for text in ("", "2026", "2026-5", "20261-1", "1999-1", "²⁰²⁶-1")] == [None] * 6
