"""From a file as people keep their lists in, a header and rows of plain texts. Nothing in a file is ever carried out."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from lxml.etree import LxmlError

from knelpunten.importing import opendocument
from knelpunten.importing.cells import (
    LARGEST_UNPACKED,
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    SheetRefused,
    Table,
    lines_of,
    refusal,
)
from portal.files.inspection import archives
from portal.publish.tables import bare

LARGEST = 10 * 1024 * 1024  # bytes of a file
BROKEN = (*archives.BROKEN, ExpatError, ParseError, LxmlError, LookupError, TypeError, AttributeError)


@dataclass(frozen=True)
class Sheet:
    """The header, and each row with its number in the file."""

    header: list[str]
    rows: list[tuple[int, list[str]]]


def tables(name: str, data: bytes) -> list[Table]:
    """The visible sheets of a workbook (.xlsx or .ods) that are not empty, or the one of a separated text.

    Raises SheetRefused.
    """
    if len(data) > LARGEST:
        raise refusal("too-large", f"Dit bestand is groter dan {LARGEST // 1024 // 1024} MB.")
    if not data.strip():
        raise refusal("empty", "Dit bestand is leeg.")
    if data.startswith(archives.OLD_OR_LOCKED):
        raise refusal(
            "locked",
            "Dit is een oud Excel-bestand (.xls) of een bestand met een wachtwoord. "
            "Open het in Excel of LibreOffice, kies “Opslaan als”, "
            "kies “Excel-werkmap (.xlsx)” en laat het wachtwoord leeg. Voeg dat bestand toe.",
        )
    if not data.startswith(b"PK"):
        return [Table(name, _separated(data))]
    found = opendocument.tables(data) if opendocument.is_one(data) else _workbook(data)
    filled = [table for table in found if any(any(line) for line in table.lines)]
    if not filled:
        raise refusal("no-rows", "In dit bestand is geen zichtbaar werkblad met tekst.")
    return filled


def sheet_of(lines: list[list[str]], header: int) -> Sheet:
    """The rows under this line, counted from one. An empty head takes the words of the line above: heads are merged downwards."""
    above = lines[header - 2] if header > 1 else []
    names = [cell or (above[place] if place < len(above) else "") for place, cell in enumerate(lines[header - 1])]
    rows: list[tuple[int, list[str]]] = []
    for number, cells in enumerate(lines[header:], header + 1):
        if not any(cells) or cells == lines[header - 1]:
            continue
        rows.append((number, cells))
        if len(rows) > MOST_ROWS:
            raise refusal("too-many", f"Deze lijst heeft meer dan {MOST_ROWS} regels. Splits haar.")
    if not rows:
        raise refusal("no-rows", "Onder de regel met de kolomnamen staat niets.")
    return Sheet(names, rows)


def _workbook(data: bytes) -> list[Table]:
    from openpyxl import load_workbook  # when it is used: it would slow every start
    from openpyxl.utils.exceptions import InvalidFileException

    if found := archives.blocker_for(data, archives.EXCEL, largest=LARGEST_UNPACKED):
        raise SheetRefused(found)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        made = []
        for sheet in [each for each in book.worksheets if each.sheet_state == "visible"][:MOST_SHEETS]:
            sheet.reset_dimensions()
            made.append(Table(sheet.title, lines_of(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True))))
        return made
    except (*BROKEN, InvalidFileException) as error:
        raise SheetRefused(archives.broken(archives.EXCEL)) from error


def _separated(data: bytes) -> list[list[str]]:
    text = _decoded(data)
    first, _, rest = text.partition("\n")
    if said := re.fullmatch(r"sep=(.)\r?", first, re.I):  # what Excel writes above it
        separator, text = said[1], rest
    else:
        separator = max(";\t,", key=lambda sign: _evenness(text, sign))
    try:
        rows = list(islice(csv.reader(io.StringIO(text), delimiter=separator), MOST_ROWS * 4))
    except (csv.Error, TypeError, ValueError) as error:
        raise refusal("broken", "Deze tekst is niet als lijst te lezen. Bewaar haar opnieuw als CSV.") from error
    return [[bare(cell).strip()[:LONGEST_CELL] for cell in row[:MOST_COLUMNS]] for row in rows]


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """How many of the first rows have the same number of columns, two or more, when they are cut so; and how many columns."""
    try:
        widths = [len(row) for row in islice(csv.reader(io.StringIO(text[:100_000]), delimiter=separator), 50)]
    except csv.Error:
        return 0, 0
    wide = Counter(width for width in widths if width > 1)
    return max(((times, width) for width, times in wide.items()), default=(0, 0))


def _decoded(data: bytes) -> str:
    """In any encoding that Excel and its kin save in."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        start = data[:2000]
        for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            half, other = start[place::2], start[1 - place :: 2]
            if half.count(0) > len(half) * 0.8 and other.count(0) < len(other) * 0.1:
                return data.decode(encoding, errors="replace")
        raise refusal("binary", "Dit is geen lijst. Gebruik .xlsx, .ods of .csv.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
