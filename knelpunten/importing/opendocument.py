"""The sheets of an OpenDocument file (.ods), read from its one part that holds them, line by line: what was read is let go."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

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

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NOTE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
CELLS = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}
READ = (f"{STYLE}style", f"{TABLE}table", f"{TABLE}table-row", *CELLS)
MOST_READ = 500_000  # rows and cells of all sheets: more is no list that people keep
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
    if found := archives.blocker_for(data, archives.ODS, largest=LARGEST_UNPACKED):
        raise SheetRefused(found)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as content:
            return list(_tables(content))
    except (*archives.BROKEN, etree.LxmlError, KeyError) as error:
        raise SheetRefused(archives.broken(archives.ODS)) from error


def _tables(content: IO[bytes]) -> Iterator[Table]:
    hidden: set[str | None] = set()
    number, rows, cells, is_shown, seen = 0, [], [], True, 0
    for event, element in etree.iterparse(content, events=("start", "end"), tag=READ, resolve_entities=False, no_network=True):
        seen += 1
        if seen > 2 * MOST_READ:
            raise refusal("too-many", f"Deze lijst heeft meer dan {MOST_ROWS} regels. Splits haar.")
        if event == "start":
            if element.tag == f"{TABLE}table":
                rows, is_shown = [], element.get(f"{TABLE}style-name") not in hidden
            elif element.tag == f"{TABLE}table-row":
                cells = []
            continue
        if element.tag == f"{STYLE}style":
            hidden |= {element.get(f"{STYLE}name")} if any(each.get(f"{TABLE}display") == "false" for each in element) else set()
        elif element.tag in CELLS:
            cells += [_said(element)] * min(_repeated(element, "columns"), MOST_COLUMNS - len(cells))
        elif element.tag == f"{TABLE}table-row" and len(rows) < MOST_ROWS * 4:
            rows += [cells] * min(_repeated(element, "rows"), MOST_REPEATED)
        elif element.tag == f"{TABLE}table" and is_shown:
            yield Table(element.get(f"{TABLE}name", ""), lines_of(rows))
            number += 1
            if number == MOST_SHEETS:
                return
        _let_go(element)


def _let_go(element: Any) -> None:
    """With what stood before it: what was read is not kept."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _said(cell: Any) -> str:
    paragraphs = [each for each in cell.iter(f"{TEXT}p") if next(each.iterancestors(NOTE), None) is None]
    return "\n".join("".join(each.itertext()) for each in paragraphs)[:LONGEST_CELL]


def _repeated(found: Any, what: str) -> int:
    said = found.get(f"{TABLE}number-{what}-repeated", "1")
    return max(1, int(said)) if said.isdecimal() and len(said) < 9 else 1
