"""The demo can be told on every day of the week, and at the turn of a year: no act of it asks for a day that is not there.

Some thirty seconds for each day, so only in `make torture`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import uuid4

import psycopg
import pytest
from psycopg.rows import scalar_row

from tests import databases
from tests.demo.test_story import COLUMNS

SATURDAY = date(2026, 11, 28)
DAYS = [*(SATURDAY + timedelta(days=ahead) for ahead in range(7)), date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 29)]

pytestmark = pytest.mark.torture


@pytest.fixture
def empty() -> Iterator[str]:
    name = databases.clone(databases.template(databases.EMPTY), f"told_{uuid4().hex[:12]}")
    yield name
    databases.drop(name)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_demo_is_told_whole_on_that_day(day: date, empty: str) -> None:
    databases.manage(empty, "demo", "--on", day.isoformat())
    with psycopg.connect(databases.url(empty), row_factory=scalar_row) as connection:
        missed = {
            f"{table}.{column}": sorted(set(values.values) - set(connection.execute(f"SELECT DISTINCT {column} FROM {table}")))
            for column, table, values in COLUMNS
        }
    assert {name: left for name, left in missed.items() if left} == {}
