"""From a file as people keep their lists in, a header and rows of plain texts. Nothing in a file is ever carried out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any
from xml.parsers.expat import ExpatError

from lxml.etree import LxmlError

from portal.files.inspection import archives
from portal.kit.refusals import Blocker, Refused

LARGEST = 10 * 1024 * 1024  # bytes of a file
LARGEST_UNPACKED = 80 * 1024 * 1024  # bytes of all that is packed in it
MOST_ROWS = 6000
MOST_COLUMNS = 60
LONGEST_CELL = 5000  # characters
EMPTY_ENDS = 200  # so many empty rows after another end a sheet
BROKEN = (*archives.BROKEN, ExpatError, LxmlError, LookupError, TypeError, AttributeError)


class SheetRefused(Refused):
    """This file cannot be read as a list; the sentence says why and what to do."""


@dataclass(frozen=True)
class Sheet:
    """The header, and each row with its number in the file."""

    header: list[str]
    rows: list[tuple[int, list[str]]]


def read(name: str, data: bytes) -> Sheet:
    """The list in a file: the first visible sheet of a workbook, or comma, semicolon or tab separated text. Raises SheetRefused."""
    if len(data) > LARGEST:
        raise _refusal("too-large", f"Dit bestand is groter dan {LARGEST // 1024 // 1024} MB.")
    if not data.strip():
        raise _refusal("empty", "Dit bestand is leeg.")
    if data.startswith(archives.OLD_OR_LOCKED):
        raise _refusal(
            "locked", "Dit is een oud Excel-bestand of een bestand met een wachtwoord. Bewaar het als .xlsx zonder wachtwoord."
        )
    lines = _workbook(data) if data.startswith(b"PK") else _separated(data)
    return _sheet(lines)


def _sheet(lines: Iterable[list[str]]) -> Sheet:
    """The first row with two or more texts is the header."""
    header: list[str] = []
    rows: list[tuple[int, list[str]]] = []
    empty = 0
    for number, cells in enumerate(lines, 1):
        if not any(cells):
            empty += 1
            if empty > EMPTY_ENDS:
                break
            continue
        empty = 0
        if not header:
            header = cells if sum(map(bool, cells)) >= 2 else []
            continue
        rows.append((number, cells))
        if len(rows) > MOST_ROWS:
            raise _refusal("too-many", f"Deze lijst heeft meer dan {MOST_ROWS} regels. Splits haar.")
    if not header:
        raise _refusal("no-header", "De eerste regel moet zeggen wat er in elke kolom staat, zoals “Titel” en “Omschrijving”.")
    if not rows:
        raise _refusal("no-rows", "Onder de eerste regel staat niets.")
    return Sheet(header, rows)


def _workbook(data: bytes) -> list[list[str]]:
    from openpyxl import load_workbook  # when it is used: it would slow every start
    from openpyxl.utils.exceptions import InvalidFileException

    if found := archives.blocker_for(data, archives.EXCEL, largest=LARGEST_UNPACKED):
        raise SheetRefused(found)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = next((each for each in book.worksheets if each.sheet_state == "visible"), None)
        if sheet is None:
            raise _refusal("hidden", "In dit bestand is geen zichtbaar werkblad.")
        sheet.reset_dimensions()
        return _cells(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True))
    except (*BROKEN, InvalidFileException) as error:
        raise SheetRefused(archives.broken(archives.EXCEL)) from error


def _cells(found: Iterable[Iterable[Any]]) -> list[list[str]]:
    lines, empty = [], 0
    for row in islice(found, MOST_ROWS * 4):
        line = [_text(value) for value in row]
        empty = 0 if any(line) else empty + 1
        lines.append(line)
        if empty > EMPTY_ENDS:
            break
    return lines


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()[:LONGEST_CELL]


def _separated(data: bytes) -> list[list[str]]:
    text = _decoded(data)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(";\t,", key=first.count)
    try:
        rows = list(islice(csv.reader(io.StringIO(text), delimiter=separator), MOST_ROWS * 4))
    except csv.Error as error:
        raise _refusal("broken", "Deze tekst is niet als lijst te lezen. Bewaar haar opnieuw als CSV.") from error
    return [[cell.strip()[:LONGEST_CELL] for cell in row[:MOST_COLUMNS]] for row in rows]


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise _refusal("binary", "Dit is geen lijst. Gebruik .xlsx of .csv.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _refusal(code: str, sentence: str) -> SheetRefused:
    return SheetRefused(Blocker(code, sentence))
