"""The sheets of an OpenDocument file (.ods), read from its one part that holds them, line by line: what was read is let go."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
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
    reader, found = Reader(), 0
    steps = etree.iterparse(content, events=("start", "end"), tag=READ, resolve_entities=False, no_network=True)
    for seen, (event, element) in enumerate(steps):
        if seen > 2 * MOST_READ:
            raise refusal("too-many", f"Deze lijst heeft meer dan {MOST_ROWS} regels. Splits haar.")
        if event == "start":
            reader.begin(element)
            continue
        if table := reader.end(element):
            yield table
            found += 1
        if found == MOST_SHEETS:
            return
        _let_go(element)


@dataclass
class Reader:
    """The sheet and the line that are being read, and which styles hide a sheet."""

    hidden: set[str | None] = field(default_factory=set)
    is_shown: bool = True
    rows: list[list[str]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)

    def begin(self, element: Any) -> None:
        if element.tag == f"{TABLE}table":
            self.rows, self.is_shown = [], element.get(f"{TABLE}style-name") not in self.hidden
        elif element.tag == f"{TABLE}table-row":
            self.cells = []

    def end(self, element: Any) -> Table | None:
        """The sheet that ends here, when it is shown."""
        if element.tag == f"{STYLE}style" and any(each.get(f"{TABLE}display") == "false" for each in element):
            self.hidden.add(element.get(f"{STYLE}name"))
        elif element.tag in CELLS and len(self.cells) < MOST_COLUMNS:
            self.cells += [_said(element)] * min(_repeated(element, "columns"), MOST_COLUMNS - len(self.cells))
        elif element.tag == f"{TABLE}table-row" and len(self.rows) < MOST_ROWS * 4:
            self.rows += [self.cells] * min(_repeated(element, "rows"), MOST_REPEATED)
        elif element.tag == f"{TABLE}table" and self.is_shown:
            return Table(element.get(f"{TABLE}name", ""), lines_of(self.rows))
        return None


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
