"""The sheets of an OpenDocument file (.ods), read from its one part that holds them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from knelpunten.importing.cells import LARGEST_UNPACKED, LONGEST_CELL, MOST_COLUMNS, MOST_SHEETS, SheetRefused, Table, lines_of
from portal.files.inspection import archives

ODS = archives.Packed("OpenDocument-bestand", "content.xml", ".ods", "LibreOffice")
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NOTE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
MOST_REPEATED = 300  # rows that are the same: a sheet is filled to its end with empty ones


def is_one(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except archives.BROKEN:
        return False
    return "content.xml" in names and "xl/workbook.xml" not in names


def tables(data: bytes) -> list[Table]:
    """Its visible sheets. Raises SheetRefused."""
    if found := archives.blocker_for(data, ODS, largest=LARGEST_UNPACKED):
        raise SheetRefused(found)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = etree.fromstring(archive.read("content.xml"), etree.XMLParser(resolve_entities=False, no_network=True))
        hidden = {
            style.get(f"{STYLE}name")
            for style in root.iter(f"{STYLE}style")
            if any(each.get(f"{TABLE}display") == "false" for each in style)
        }
        seen = [each for each in root.iter(f"{TABLE}table") if each.get(f"{TABLE}style-name") not in hidden]
        return [Table(each.get(f"{TABLE}name", ""), lines_of(_rows(each))) for each in seen[:MOST_SHEETS]]
    except (*archives.BROKEN, etree.LxmlError, KeyError) as error:
        raise SheetRefused(archives.broken(ODS)) from error


def _rows(table: Any) -> Iterator[list[str]]:
    for row in table.iter(f"{TABLE}table-row"):
        cells: list[str] = []
        for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            cells += [_said(cell)] * min(_repeated(cell, "columns"), MOST_COLUMNS - len(cells))
            if len(cells) >= MOST_COLUMNS:
                break
        yield from [cells] * min(_repeated(row, "rows"), MOST_REPEATED)


def _said(cell: Any) -> str:
    paragraphs = [each for each in cell.iter(f"{TEXT}p") if not any(parent.tag == NOTE for parent in each.iterancestors(NOTE))]
    return "\n".join("".join(each.itertext()) for each in paragraphs)[:LONGEST_CELL]


def _repeated(found: Any, what: str) -> int:
    said = found.get(f"{TABLE}number-{what}-repeated", "1")
    return max(1, int(said)) if said.isdecimal() and len(said) < 9 else 1
