"""Lists as people keep them in Excel: every row looked at first, nothing refused is kept, all or none, the same twice is once."""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from knelpunten.domain import taken_over_lists
from knelpunten.domain.taken_over_lists import TakingOverRefused
from knelpunten.enums import KnelpuntState
from knelpunten.importing.sheets import SheetRefused
from knelpunten.models import Knelpunt, KnelpuntList
from portal.history.models import Event
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
HEAD = ["Titel", "Omschrijving", "Regio", "Thema", "Ligt in"]
ROWS = [
    ["Geen bed in het weekend", "Steeds weer is er geen bed.", "Twente", "acute-onveiligheid", "het beleid"],
    ["Geen briefadres", "Gemeenten weigeren een briefadres.", "", "Bestaat niet", ""],
    ["Huis onbekend", "Iets.", "Atlantis", "", "stelsel"],
    ["Met een nummer", "Bel 06-12345678 daarover.", "", "", "stelsel"],
    ["Over iemand", "Steeds een vrouw uit Almelo.", "", "", "stelsel"],
    ["", "", "Zeeland", "", ""],
]


def csv_of(rows: list[list[str]], *, separator: str = ";", encoding: str = "utf-8") -> bytes:
    return "\r\n".join(separator.join(row) for row in rows).encode(encoding)


def workbook(build: Callable[[Any], None]) -> bytes:
    book = Workbook()
    build(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _usual(book: Any) -> None:
    for row in [HEAD, *ROWS]:
        book.active.append(row)


def read(data: bytes, name: str = "lijst.xlsx") -> KnelpuntList:
    return taken_over_lists.read(key=make.uuid4(), name=name, data=data, by=make.bureau())


def upload(client: Any, data: bytes, name: str = "lijst.xlsx") -> Any:
    return client.post("/knelpunten/lijsten/", {"key": str(make.uuid4()), "file": SimpleUploadedFile(name, data)})


def fields_of(page: Any, **changed: str) -> dict[str, str]:
    """What the page of the layout sends when it is sent as it stands."""
    text = page.content.decode()
    found = dict(re.findall(r'<input[^>]*? name="([\w]+)"[^>]*? value="([^"]*)"', text))
    for name, options in re.findall(r'<select[^>]*? name="([\w\-]+)"[^>]*>(.*?)</select>', text, re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    found.pop("csrfmiddlewaretoken", None)
    return found | changed


def laid_out(client: Any, data: bytes, name: str = "lijst.xlsx", **changed: str) -> Any:
    return client.post("/knelpunten/lijsten/", fields_of(upload(client, data, name), lees="ja", **changed))


def test_each_row_says_what_would_come_of_it_and_why() -> None:
    rows = read(workbook(_usual)).rows
    assert [(row["number"], row["verdict"]) for row in rows] == [
        (2, "accepted"),
        (3, "accepted"),
        (4, "refused"),
        (5, "refused"),
        (6, "accepted"),
        (7, "refused"),
    ]
    assert "niet bekend" in rows[2]["reasons"][0]
    assert "telefoonnummer" in rows[3]["reasons"][0]
    assert "privacybeoordelaar" in rows[4]["notes"][-1]
    assert "geen titel" in rows[5]["reasons"][0]
    assert not Knelpunt.objects.exists()


def test_what_was_refused_is_kept_nowhere() -> None:
    made = read(workbook(_usual))
    assert "06-12345678" not in json.dumps(made.rows)
    assert "06-12345678" not in "".join(Event.objects.values_list("payload", flat=True))


def test_accepted_rows_become_knelpunten_of_their_house_or_of_the_country() -> None:
    made = taken_over_lists.take_over(of=read(workbook(_usual)), chosen=None, by=make.bureau())
    found = {knelpunt.title: knelpunt for knelpunt in Knelpunt.objects.with_places()}
    assert len(made) == len(found) == 3
    weekend = found["Geen bed in het weekend"]
    assert (weekend.house, weekend.theme.slug, weekend.kind, weekend.state) == (None, "acute-onveiligheid", "beleid", "ingediend")
    assert weekend.raised_by == f"landelijk opgehaald over {weekend.collected_about}" and weekend.collected_about.slug == "twente"
    assert (found["Geen briefadres"].raised_by, found["Geen briefadres"].lies_in) == ("landelijk opgehaald", "nog niet ingedeeld")
    assert found["Over iemand"].state == KnelpuntState.PRIVACYTOETS
    assert set(Knelpunt.objects.visible_to(make.bureau().user)) == {weekend, found["Geen briefadres"]}
    assert weekend.steps.count() == 2


def test_chosen_rows_only_also_those_that_resemble_another() -> None:
    make.knelpunt(
        make.S.OP_DE_LIJST,
        title="Geen bed in het weekend",
        pattern="Steeds weer is er nergens een bed te krijgen in het weekend.",
    )
    data = csv_of([HEAD, ["Bed in het weekend", "Nergens is in het weekend steeds een bed te krijgen.", "", "", ""], ROWS[1]])
    listed = read(data, "l.csv")
    assert [row["verdict"] for row in listed.rows] == ["look_alike", "accepted"]
    assert len(taken_over_lists.take_over(of=listed, chosen={2}, by=make.bureau())) == 1
    assert Knelpunt.objects.filter(title="Bed in het weekend").exists()
    assert not Knelpunt.objects.filter(title="Geen briefadres").exists()


def test_the_same_file_twice_comes_in_once() -> None:
    data = workbook(_usual)
    taken_over_lists.take_over(of=read(data), chosen=None, by=make.bureau())
    again = read(data)
    assert {row["verdict"] for row in again.rows} == {"refused"}
    with pytest.raises(TakingOverRefused) as refused:
        taken_over_lists.take_over(of=again, chosen=None, by=make.bureau())
    assert refused.value.codes == ["nothing-chosen"]


def test_a_list_is_taken_over_once() -> None:
    listed = read(workbook(_usual))
    taken_over_lists.take_over(of=listed, chosen={2}, by=make.bureau())
    with pytest.raises(TakingOverRefused) as refused:
        taken_over_lists.take_over(of=listed, chosen={3}, by=make.bureau())
    assert refused.value.codes == ["taken-over"]


def _formulas(book: Any) -> None:
    book.active.append(HEAD)
    book.active.append(['=HYPERLINK("http://kwaad.example","x")', "Omschrijving van een patroon.", "", "", "stelsel"])


def _merged(book: Any) -> None:
    book.active.append(HEAD)
    book.active.append(["Samengevoegd", "Een patroon.", "", "", "stelsel"])
    book.active.merge_cells("A2:A3")
    book.active["B3"] = "Nog een patroon."


def _hidden(book: Any) -> None:
    book.active.title = "geheim"
    book.active.append(["Niet", "Dit"])
    book.active.sheet_state = "hidden"
    sheet = book.create_sheet("zichtbaar")
    for row in [HEAD, ROWS[0]]:
        sheet.append(row)
    book.active = 1


def _far_down(book: Any) -> None:
    for row in [HEAD, ROWS[0]]:
        book.active.append(row)
    book.active.cell(row=1_000_000, column=1, value="ver weg")


@pytest.mark.parametrize(
    ("data", "titles"),
    [
        (workbook(_formulas), ["Omschrijving van een patroon."]),
        (workbook(_merged), ["Samengevoegd", "Nog een patroon."]),
        (workbook(_hidden), ["Geen bed in het weekend"]),
        (workbook(_far_down), ["Geen bed in het weekend"]),
        (csv_of([HEAD, ["Café dicht", "Één patroon.", "", "", ""]], encoding="cp1252"), ["Café dicht"]),
        (csv_of([HEAD, ROWS[0]], separator="\t"), ["Geen bed in het weekend"]),
        (csv_of([HEAD, ROWS[0]], separator=","), ["Geen bed in het weekend"]),
        (csv_of([["Overzicht 2025"], [""], HEAD, ROWS[0]]), ["Geen bed in het weekend"]),
        (csv_of([HEAD, ['"Met ""tekens"""', "Patroon", "", "", ""]]), ['Met "tekens"']),
    ],
    ids=["formula", "merged", "hidden sheet", "a million empty rows", "windows", "tabs", "commas", "title above", "quotes"],
)
def test_files_as_people_keep_them_come_in(data: bytes, titles: list[str]) -> None:
    started = time.monotonic()
    listed = read(data)
    assert [row["said"]["title"] for row in listed.rows if row["verdict"] != "refused"] == titles
    assert time.monotonic() - started < 5


def _bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 90_000_000)
    return stream.getvalue()


def _with_part(name: str) -> bytes:
    stream = io.BytesIO(workbook(_usual))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, b"x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"), (b"PK\x03\x04 kapot", "broken"), (workbook(_usual)[:3000], "broken"), (_bomb(), "bomb"),
        (_with_part("xl/vbaProject.bin"), "macros"), (b"\xd0\xcf\x11\xe0 oud", "locked"), (b"a\0b;c", "binary"),
        (b"alleen tekst", "no-header"), (csv_of([HEAD]), "no-rows"), (b"Titel;Omschrijving\n" + b"a;b\n" * 6001, "too-many"),
        (b"x" * (10 * 1024 * 1024 + 1), "too-large"),
    ],
    ids=["empty", "broken", "cut off", "bomb", "macros", "old", "binary", "no header", "no rows", "too many", "too large"],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(SheetRefused) as refused:
        read(data)
    assert refused.value.codes == [code]
    assert not KnelpuntList.objects.exists()


def test_a_list_without_a_column_for_a_title_is_refused() -> None:
    with pytest.raises(TakingOverRefused):
        read(b"Aap;Noot\n1;2\n")


def test_it_costs_the_same_number_of_queries_for_every_five_hundred_rows() -> None:
    def cost(count: int, seed: str) -> int:
        by = make.bureau()
        rows = [[f"Knelpunt {seed} {number}", f"Patroon {seed} {number}.", "", "", "stelsel"] for number in range(count)]
        data = csv_of([HEAD, *rows])
        with CaptureQueriesContext(connection) as asked:
            taken_over_lists.take_over(
                of=taken_over_lists.read(key=make.uuid4(), name="l.csv", data=data, by=by), chosen=None, by=by
            )
        return len(asked)

    cost(5, "warm")
    few, many = cost(20, "a"), cost(500, "b")
    assert few == many
    assert cost(1500, "c") - many == 2 * (cost(1000, "d") - many)


def test_the_landelijk_bureau_uploads_looks_and_takes_over() -> None:
    client = client_of(make.bureau())
    address = laid_out(client, workbook(_usual)).headers["Location"]
    page = client.get(address).content.decode()
    assert "3 kan mee" in page
    assert page.count('name="row"') == 3
    assert client.post(address, {"row": ["2", "4", "x"]}).status_code == 302
    assert [knelpunt.title for knelpunt in Knelpunt.objects.all()] == ["Geen bed in het weekend"]
    bad = client.post("/knelpunten/lijsten/", {"key": str(make.uuid4()), "file": SimpleUploadedFile("l.xlsx", b"PK kapot")})
    assert (bad.status_code, "beschadigd" in bad.content.decode()) == (422, True)
    template = client.get("/knelpunten/lijsten/voorbeeld.csv").content
    assert read(template, "voorbeeld.csv").rows[0]["verdict"] == "accepted"


def test_command_prints_the_rows_and_writes_nothing_on_a_dry_run(tmp_path: Path) -> None:
    file = tmp_path / "lijst.xlsx"
    file.write_bytes(workbook(_usual))
    said = io.StringIO()
    call_command("import_knelpunten", str(file), "--dry-run", "--json", stdout=said)
    found = json.loads(said.getvalue())
    assert [row["verdict"] for row in found["rows"]] == ["accepted", "accepted", "refused", "refused", "accepted", "refused"]
    assert (found["taken_over"], Knelpunt.objects.count(), KnelpuntList.objects.count()) == (0, 0, 0)
    call_command("import_knelpunten", str(file), "--rows", "2", stdout=said)
    assert Knelpunt.objects.count() == 1
    with pytest.raises(CommandError):
        call_command("import_knelpunten", str(tmp_path / "weg.xlsx"))


def _long(number: int) -> bytes:
    rows = "\n".join(f"Regel {place};Het loopt steeds vast bij stap {place}" for place in range(number))
    return f"Titel;Omschrijving\n{rows}\n".encode()


def test_what_is_ticked_is_kept_from_page_to_page_and_taken_over_together() -> None:
    listed, client = read(_long(150), "l.csv"), client_of(make.bureau())
    address = listed.get_absolute_url()
    first = client.get(address).content.decode()
    assert "pagina 1 van 2" in first and first.count('name="row"') == 100
    shown = [str(number) for number in range(2, 102)]
    assert client.post(address, {"shown": shown, "row": ["5", "6"], "pagina": "2"}).headers["Location"] == f"{address}?pagina=2"
    assert client.get(address).content.decode().count("checked") == 2
    rest = [str(number) for number in range(102, 152)]
    client.post(address, {"shown": rest, "row": rest[:3]})
    assert Knelpunt.objects.filter(house__isnull=True).count() == 5


def test_long_list_says_how_far_it_is_while_it_is_read_and_taken_over() -> None:
    client, by = client_of(make.bureau()), make.bureau()
    text = b"".join(laid_out(client, _long(1200), "l.csv").streaming_content).decode()
    for said in ("500 van 1200 regels gelezen", "1000 van 1200 regels gelezen", "1200 van 1200 regels gelezen"):
        assert said in text
    listed = KnelpuntList.objects.get()
    assert f'href="{listed.get_absolute_url()}"' in text and text.rstrip().endswith("</html>")
    text = b"".join(
        client.post(listed.get_absolute_url(), {"row": [str(row["number"]) for row in listed.rows]}).streaming_content
    ).decode()
    assert "1000 van 1200 regels overgenomen" in text and "Naar Beoordelen" in text
    assert Knelpunt.objects.visible_to(by.user).count() == 1200


def test_when_the_reader_goes_away_nothing_is_taken_over() -> None:
    listed = read(_long(1200), "l.csv")
    steps = taken_over_lists.taking_over(of=listed, chosen=None, by=make.bureau())
    assert next(steps).done == 500
    steps.close()
    assert Knelpunt.objects.count() == 0
    listed.refresh_from_db()
    assert listed.taken_over_at is None
