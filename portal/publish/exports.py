"""A list to take along: what a column is called and what stands in it, said in one place, and read in parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse

from portal.publish.downloads import csv_answer, xlsx_answer
from portal.publish.tables import Row

LARGEST_SHEET = 10_000  # rows of a workbook that is made while somebody waits
AT_A_TIME = 500

# What stands in a column, from a row and what is known about it besides.
Cell = Callable[[Any, Any], Any]


@dataclass(frozen=True, kw_only=True)
class Export:
    """A list as CSV and as a workbook.

    name: of the file, without its ending.
    sheet: what its sheet is called.
    columns: the heading of each column, and its cell.
    known: what the columns ask besides the rows themselves, by primary key: for the rows of one part and this reader.
    """

    name: str
    sheet: str
    columns: dict[str, Cell]
    known: Callable[[list[Any], Any], dict[int, Any]]

    def csv(self, rows: QuerySet[Any], user: Any) -> StreamingHttpResponse:
        """All rows, sent as they are read."""
        return csv_answer(self.name, list(self.columns), self._cells(rows, user))

    def xlsx(self, rows: QuerySet[Any], user: Any) -> HttpResponse:
        """As many rows as fit while somebody waits, and below them that there are more."""
        cells = list(self._cells(rows, user, LARGEST_SHEET + 1))
        if len(cells) > LARGEST_SHEET:
            cells[-1] = ["", f"Er zijn er meer dan {LARGEST_SHEET}. Neem de CSV, of kies een kleiner deel."]
        return xlsx_answer(self.name, [(self.sheet, list(self.columns), cells)])

    def _cells(self, rows: QuerySet[Any], user: Any, most: int | None = None) -> Iterator[Row]:
        # Which rows and in what order is asked once: a row that moves meanwhile is neither skipped nor given twice.
        keys = list(rows.values_list("pk", flat=True)[:most])
        for start in range(0, len(keys), AT_A_TIME):
            chosen = keys[start : start + AT_A_TIME]
            found = {row.pk: row for row in rows.filter(pk__in=chosen)}
            part = [found[key] for key in chosen if key in found]
            known = self.known(part, user)
            for row in part:
                yield [cell(row, known[row.pk]) for cell in self.columns.values()]
