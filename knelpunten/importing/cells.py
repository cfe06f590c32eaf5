"""Lines and cells as plain texts, whatever file they came from, and how much of them is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from portal.kit.refusals import Blocker, Refused

LARGEST_UNPACKED = 80 * 1024 * 1024  # bytes of all that is packed in a file
MOST_ROWS = 6000
MOST_COLUMNS = 60
MOST_SHEETS = 20
LONGEST_CELL = 5000  # characters
EMPTY_ENDS = 200  # so many empty rows after another end a sheet


class SheetRefused(Refused):
    """This file cannot be read as a list; the sentence says why and what to do."""


@dataclass(frozen=True)
class Table:
    """One sheet of a file: its name, and its lines as plain texts."""

    name: str
    lines: list[list[str]]


def refusal(code: str, sentence: str) -> SheetRefused:
    return SheetRefused(Blocker(code, sentence))


def lines_of(found: Iterable[Iterable[Any]]) -> list[list[str]]:
    """Lines of plain texts; a stretch of empty ones ends them."""
    lines, empty = [], 0
    for row in islice(found, MOST_ROWS * 4):
        line = [text_of(value) for value in row]
        empty = 0 if any(line) else empty + 1
        lines.append(line)
        if empty > EMPTY_ENDS:
            break
    return lines


def text_of(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()[:LONGEST_CELL]
