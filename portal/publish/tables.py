"""Tables to take away: CSV that Dutch Excel opens as it is, and XLSX. What a cell says is never carried out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

RISKY = ("=", "+", "-", "@", "\t", "\r")
Row = Iterable[Any]


def harmless(value: Any) -> Any:
    """For CSV, where a cell has no type: a text that a spreadsheet would take for a formula gets an apostrophe before it.

    A number stays a number.
    """
    return f"'{value}" if _is_risky(value) else value


def bare(text: str) -> str:
    """A cell of CSV as it was before `harmless`."""
    return text[1:] if text.startswith("'") and _is_risky(text[1:]) else text


def _is_risky(value: Any) -> bool:
    return isinstance(value, str) and value.lstrip("'").startswith(RISKY)


def as_csv(header: list[str], rows: Iterable[Row]) -> Iterator[str]:
    """Line by line, with semicolons and a mark that says it is UTF-8."""
    yield "\ufeff"
    line = io.StringIO()
    writer = csv.writer(line, delimiter=";")
    for row in chain([header], rows):
        yield _line(writer, line, row)


def _line(writer: Any, line: io.StringIO, row: Row) -> str:
    writer.writerow([harmless(value) for value in row])
    text = line.getvalue()
    line.seek(0)
    line.truncate()
    return text


def as_xlsx(sheets: Iterable[tuple[str, list[str], Iterable[Row]]]) -> bytes:
    """A workbook of sheets, each with its name, its header and its rows.

    Its cells have a type: a text is one as it stands, and stays one when somebody goes into the cell.
    """
    from openpyxl import Workbook  # when it is used: it would slow every start

    book = Workbook(write_only=True)
    for name, header, rows in sheets:
        sheet = book.create_sheet(name[:31])
        sheet.append([_cell(sheet, title, bold=True) for title in header])
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(sheet: Any, value: Any, *, bold: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font

    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"
    if _is_risky(value):
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell
