"""Sheets as civil servants make them: the sheet, the head and the columns are
guessed, shown and changed; nothing is made up or dropped unsaid."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from knelpunten.domain import assessments, recognitions, taken_over_lists
from knelpunten.domain.recognitions import RecognitionRefused
from knelpunten.enums import KnelpuntState
from knelpunten.importing import matching, sheets
from knelpunten.importing.cells import SheetRefused
from knelpunten.importing.matching import guess_columns
from knelpunten.models import Knelpunt, KnelpuntList
from knelpunten.queries import knelpunten
from portal.network.models import House, Theme
from tests import factories as make
from tests.knelpunten.test_taking_over import csv_of, fields_of, laid_out, read, upload
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
SLASHED = ["Nr.", "Omschrijving / toelichting", "Regio / huis", "Opmerking"]


def civil() -> bytes:
    """Title rows, groups merged over the heads on row 5, an empty column, and three sheets."""
    book = Workbook()
    book.active.title = "Toelichting"
    for line in (["Inventarisatie knelpunten 2025"], ["Versie", "0.9"], ["Contact", "landelijk bureau"]):
        book.active.append(line)
    sheet = book.create_sheet("Inventarisatie")
    sheet["A1"] = "Inventarisatie knelpunten zorg en veiligheid"
    sheet["A2"] = "Stand per 1 maart 2025"
    sheet["B4"], sheet["E4"] = "Het knelpunt", "Herkomst"
    sheet.merge_cells("B4:D4")
    sheet.merge_cells("E4:F4")
    for place, name in enumerate(["Nr.", "Onderwerp", "", "Beschrijving van het probleem", "Regio / huis", "Prioriteit"], 1):
        sheet.cell(5, place, name)
    rows = [
        [1, "Geen crisisbed in het weekend", None, "Steeds weer is er in het weekend geen bed.", "ZVH Twente", "hoog"],
        [2, "Geen briefadres", None, "Gemeenten weigeren een briefadres.", "Landelijk", "laag"],
        [3, "Geen crisisbed in het weekend", None, "Steeds weer is er in het weekend geen bed.", "Regio Twente", "hoog"],
    ]
    for row in rows:
        sheet.append(row)
    book.create_sheet("Keuzelijsten").append(["hoog", "laag"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods(rows: list[list[str]], *, hidden: bool = False) -> bytes:
    def table(name: str, lines: list[list[str]], style: str) -> str:
        cells = "".join(
            "<table:table-row>"
            + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in line)
            + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
            for line in lines
        )
        return (
            f'<table:table table:name="{name}" table:style-name="{style}">{cells}<table:table-row '
            'table:number-rows-repeated="1048000">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        )

    content = (
        '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles><style:style style:name="uit">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>'
        + table("Verborgen", [["Titel", "Omschrijving"], ["Niet", "Dit"]], "uit")
        + table("Lijst", rows, "aan")
        + "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def test_a_sheet_as_civil_servants_make_them_is_found_its_way_in() -> None:
    found = sheets.tables("l.xlsx", civil())
    layout = taken_over_lists.guess(found)
    assert (found[layout.table].name, layout.header) == ("Inventarisatie", 5)
    assert layout.columns == {"title": 1, "pattern": 3, "house": 4}
    listed = read(civil())
    assert [(row["number"], row["verdict"], row["twin"]) for row in listed.rows] == [
        (6, "accepted", None),
        (7, "accepted", None),
        (8, "accepted", 6),
    ]
    assert [taken_over_lists.is_chosen(row) for row in listed.rows] == [True, True, False]
    twente = House.objects.get(slug="twente").pk
    assert [row["said"]["house"] for row in listed.rows] == [twente, None, twente]


def test_heads_with_more_than_one_word_are_understood() -> None:
    assert guess_columns(SLASHED) == {"pattern": 1, "house": 2}
    assert guess_columns(["Onderwerp", "Probleem (omschrijving)", "Wat zou helpen?", "Prioriteit"]) == {
        "title": 0,
        "pattern": 1,
        "would_help": 2,
    }


def test_how_a_file_is_read_is_shown_and_what_is_not_used_is_named_with_an_example() -> None:
    client = client_of(make.bureau())
    text = upload(client, civil()).content.decode()
    assert "komt niet mee" in text and "“Nr.” (zoals “1”)" in text and "“Prioriteit” (zoals “hoog”)" in text
    assert "3 regels onder de kolomnamen" in text
    assert KnelpuntList.objects.filter(sealed__isnull=True).count() == 0


def test_sheet_head_and_columns_are_changed_before_anything_is_judged() -> None:
    client = client_of(make.bureau())
    page = upload(client, civil())
    other = client.post("/knelpunten/lijsten/", fields_of(page, blad="0"))
    assert "Versie" in other.content.decode() and not KnelpuntList.objects.read().exists()
    back = client.post("/knelpunten/lijsten/", fields_of(other, blad="1"))
    answer = client.post("/knelpunten/lijsten/", fields_of(back, lees="ja", **{"kolom-1": "", "kolom-5": "tried"}))
    listed = KnelpuntList.objects.get()
    assert answer.headers["Location"] == listed.get_absolute_url()
    assert listed.columns == {"pattern": "Beschrijving van het probleem", "house": "Regio / huis", "tried": "Prioriteit"}
    assert listed.sealed is None


def test_a_list_without_a_known_head_is_shown_and_not_refused() -> None:
    client = client_of(make.bureau())
    page = upload(client, b"Aap;Noot\n1;Geen bed\n", "l.csv")
    assert page.status_code == 200
    refused = client.post("/knelpunten/lijsten/", fields_of(page, lees="ja"))
    assert (refused.status_code, "ten minste een van beide" in refused.content.decode()) == (422, True)
    assert client.post("/knelpunten/lijsten/", fields_of(page, lees="ja", **{"kolom-1": "title"})).status_code == 302
    assert KnelpuntList.objects.get().rows[0]["said"]["title"] == "Geen bed"


def test_a_file_between_two_pages_can_be_read_by_nobody_else() -> None:
    client = client_of(make.bureau())
    page = upload(client, csv_of([["Titel", "Omschrijving"], ["Nummer", "Bel 06-12345678 daarover."]]), "l.csv")
    held = KnelpuntList.objects.get()
    assert b"12345678" not in bytes(held.sealed)
    wrong = client.post("/knelpunten/lijsten/", fields_of(page, lees="ja", slot="x" * 44))
    assert wrong.headers["Location"] == "/knelpunten/lijsten/"
    assert client.get(held.get_absolute_url()).status_code == 302


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_separated_text_in_any_encoding_comes_in(encoding: str, separator: str) -> None:
    data = csv_of([["Titel", "Omschrijving"], ["Café dicht", "Één patroon."]], encoding=encoding, separator=separator)
    assert read(data, "l.csv").rows[0]["said"]["title"] == "Café dicht"


def test_what_excel_writes_above_separated_text_is_no_row() -> None:
    assert read(b"sep=;\nTitel;Omschrijving\nA, b en c;Patroon, steeds, weer\n", "l.csv").rows[0]["said"]["title"] == "A, b en c"


def test_an_opendocument_list_comes_in_without_its_hidden_sheets() -> None:
    data = ods([["Knelpunten"], [], ["Onderwerp", "Beschrijving"], ["Geen bed", "Steeds geen bed."]])
    assert [row["said"]["title"] for row in read(data, "l.ods").rows] == ["Geen bed"]


@pytest.mark.parametrize("damage", [lambda data: data[:400], lambda data: data.replace(b"PK\x05\x06", b"PKxx")])
def test_a_broken_opendocument_list_is_refused(damage: Any) -> None:
    with pytest.raises(SheetRefused):
        read(damage(ods([["Titel", "Omschrijving"], ["a", "b"]])), "l.ods")


def test_an_old_excel_file_is_told_how_to_save_itself() -> None:
    with pytest.raises(SheetRefused) as refused:
        read(b"\xd0\xcf\x11\xe0 oud", "l.xls")
    assert "Opslaan als" in refused.value.sentences[0]


def test_five_thousand_rows_are_read_and_rows_alike_are_pointed_out() -> None:
    rows = [[f"Knelpunt {number}", f"Het loopt vast bij {number} en dan bij stap {number % 7}", "", ""] for number in range(5000)]
    rows[4000] = rows[10]
    listed = read(csv_of([["Titel", "Omschrijving", "x", "y"], *rows]), "l.csv")
    assert (len(listed.rows), listed.rows[4000]["twin"]) == (5000, listed.rows[10]["number"])


def test_a_row_is_read_in_full_changed_and_judged_again() -> None:
    client = client_of(make.bureau())
    rows = [
        ["Titel", "Omschrijving", "Huis"],
        ["Geen bed", "Steeds geen bed.", "Atlantis"],
        ["Briefadres", "Steeds geen adres.", ""],
    ]
    address = laid_out(client, csv_of(rows), "l.csv").headers["Location"]
    listed = KnelpuntList.objects.get()
    assert [row["verdict"] for row in listed.rows] == ["refused", "accepted"]
    assert "Steeds geen bed.</textarea>" in client.get(address).content.decode()
    changed = {"house-2": "Twente", "kind-2": "beleid", "title-2": "Geen crisisbed", "title-3": "Bel 06-12345678"}
    said = client.post(address, {"shown": ["2", "3"], "row": ["3"], "bewaar": "ja", **changed}, follow=True).content.decode()
    listed.refresh_from_db()
    assert "Regel 3 is niet gewijzigd" in said and "12345678" not in str(listed.rows)
    first, second = listed.rows
    assert (first["verdict"], first["said"]["title"], first["said"]["kind"]) == ("accepted", "Geen crisisbed", "beleid")
    assert second["said"]["title"] == "Briefadres"
    client.post(address, {"shown": ["2", "3"], "row": ["2"]})
    assert Knelpunt.objects.get().collected_about.slug == "twente"


def taken_over(house: str = "Twente", kind: str = "") -> Knelpunt:
    rows = [["Titel", "Omschrijving", "Huis", "Ligt in"], ["Geen bed", "Steeds geen bed.", house, kind]]
    (made,) = taken_over_lists.take_over(of=read(csv_of(rows), "l.csv"), chosen=None, by=make.bureau())
    return made


def test_what_was_collected_about_a_house_is_not_said_to_be_handed_in_by_it() -> None:
    made, house = taken_over(), House.objects.get(slug="twente")
    assert (made.house, made.raised_by) == (None, f"landelijk opgehaald over {house}")
    assert not Knelpunt.objects.of_house(house).exists()
    assert knelpunten.breadth(made).raised_by is None
    assert "diende het in" not in client_of(make.bureau()).get(made.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("written", "note"), [("", matching.NOT_SAID), ("iets anders", matching.NOT_KNOWN), ("beleid", None)])
def test_what_is_not_known_of_where_it_lies_is_said_and_not_made_up(written: str, note: str | None) -> None:
    rows = [["Titel", "Omschrijving", "Ligt in"], ["Geen bed", "Steeds geen bed.", written]]
    (row,) = read(csv_of(rows), "l.csv").rows
    assert (row["notes"], row["said"]["kind"]) == ([note] if note else [], "" if note else "beleid")


def test_the_house_itself_claims_it_and_no_other() -> None:
    by, made = make.bureau(), taken_over(kind="beleid")
    assessments.start(knelpunt=made, by=by)
    theme = Theme.objects.all()[0]
    assessments.conclude(knelpunt=made, outcome=KnelpuntState.OP_DE_LIJST, reason="Het is een patroon.", by=by, theme=theme)
    other, own = make.manager("zeeland"), make.manager("twente")
    with pytest.raises(RecognitionRefused) as refused:
        recognitions.claim(knelpunt=made, by=other)
    assert refused.value.codes == ["of-another"]
    assert recognitions.claim(knelpunt=made, by=own).raised_by == str(House.objects.get(slug="twente"))


def test_who_assesses_is_asked_where_it_lies() -> None:
    by, made = make.bureau(), taken_over()
    client = client_of(by)
    assessments.start(knelpunt=made, by=by)
    assert "Waar ligt het in?" in client.get(made.get_absolute_url()).content.decode()
    sent = {"outcome": "op_de_lijst", "place": f"theme:{Theme.objects.all()[0].pk}", "reason": "Het is een patroon."}
    refused = client.post(f"{made.get_absolute_url()}uitkomst/", sent)
    assert (refused.status_code, "Kies eerst waar dit knelpunt in ligt" in refused.content.decode()) == (422, True)
    client.post(f"{made.get_absolute_url()}uitkomst/", {**sent, "kind": "beleid"})
    made.refresh_from_db()
    assert (made.kind, made.state) == ("beleid", "op_de_lijst")
