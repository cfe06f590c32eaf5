"""Lists that mean harm: refused with a sentence or read within their bounds, and never more memory or time than that."""

from __future__ import annotations

import resource
import time

import pytest

from knelpunten.importing import sheets
from knelpunten.importing.cells import MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, SheetRefused
from tests.files import hostile

CELL = "<table:table-cell><text:p>x</text:p></table:table-cell>"
SHEET = "xl/worksheets/sheet1.xml"
ENTITY = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'


def table(body: str, name: str = "Lijst") -> str:
    return f'<table:table table:name="{name}">{body}</table:table>'


def ods(body: str, before: str = "") -> bytes:
    return hostile.opened(body, "spreadsheet", before=before)


def xlsx(body: bytes) -> bytes:
    return hostile.changed(hostile.excel(), {SHEET: body})


REFUSED = {
    "bomb.ods": (hostile.opened("", "spreadsheet", {"Pictures/nul": b"\0" * 90_000_000}), "bomb"),
    "bomb.xlsx": (hostile.changed(hostile.excel(), {"xl/media/nul": b"\0" * 90_000_000}), "bomb"),
    "many.ods": (hostile.opened("", "spreadsheet", {f"x/{number}": b"" for number in range(2100)}), "bomb"),
    "entity.ods": (ods(table(f"<table:table-row>{CELL}&b;</table:table-row>"), ENTITY), "entities"),
    "far entity.ods": (ods(table(CELL), f"<!--{'x' * 9000}-->{ENTITY}"), "entities"),
    "far entity.xlsx": (xlsx(f'<?xml version="1.0"?><!--{"x" * 9000}-->{ENTITY}<worksheet>&b;</worksheet>'.encode()), "entities"),
    "macro.ods": (hostile.opened("", "spreadsheet", {"Basic/Standard/a.xml": b"<a/>"}), "macros"),
    "deep.ods": (ods("<table:x>" * 5000 + "</table:x>" * 5000), "broken"),
    "deep.xlsx": (xlsx(b"<worksheet>" + b"<a>" * 200_000), "broken"),
    "cut.xlsx": (xlsx(b"<worksheet><sheetData><row><c"), "broken"),
    "cut.ods": (ods(table(CELL))[:-80], "broken"),
    "no xml.ods": (hostile.packed({"content.xml": b"\xff\xfe rommel"}), "broken"),
    "program.csv": (b"MZ\x90\0\3\0\0\0" + b"\0rommel" * 20, "binary"),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_list_is_refused_with_a_sentence(name: str) -> None:
    data, code = REFUSED[name]
    with pytest.raises(SheetRefused) as refused:
        sheets.tables(name, data)
    assert refused.value.codes == [code]
    assert refused.value.sentences[0].endswith(".")


def test_a_sheet_that_says_it_is_endless_ends() -> None:
    row = (
        '<table:table-row table:number-rows-repeated="99999999"><table:table-cell table:number-columns-repeated="99999999">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )
    (found,) = sheets.tables("l.ods", ods(table(row * 200)))
    assert len(found.lines) <= MOST_ROWS * 4
    assert {len(line) for line in found.lines} == {MOST_COLUMNS}


def test_no_more_sheets_are_read_than_anybody_has() -> None:
    body = "".join(table(f"<table:table-row>{CELL}</table:table-row>", f"Blad {number}") for number in range(100))
    assert len(sheets.tables("l.ods", ods(body))) == MOST_SHEETS


def test_a_huge_sheet_is_refused_before_it_takes_memory_or_time() -> None:
    data = ods(table(f"<table:table-row>{CELL * 4}</table:table-row>" * 250_000))
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(SheetRefused) as refused:
        sheets.tables("l.ods", data)
    assert refused.value.codes == ["too-many"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kB
    assert time.monotonic() - started < 60


def test_a_hostile_separated_text_is_read_within_its_bounds() -> None:
    started = time.monotonic()
    for data in (b'"' * 1_000_000, b";" * 9_000_000, b"a;b\n" * 2_000_000, b'a;"' + b"x" * 5_000_000, b"sep=\n\n" * 100_000):
        try:
            (found,) = sheets.tables("l.csv", data)
        except SheetRefused:
            continue
        assert len(found.lines) <= MOST_ROWS * 4 and max(map(len, found.lines)) <= MOST_COLUMNS
    assert time.monotonic() - started < 30
