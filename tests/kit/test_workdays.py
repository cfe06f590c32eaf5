"""Working days as the law counts them."""

from __future__ import annotations

from datetime import date

import pytest

from portal.kit.workdays import is_workday, workdays_before


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 23), True), (date(2026, 11, 21), False), (date(2026, 4, 6), False), (date(2026, 4, 27), False),
        (date(2026, 5, 5), False), (date(2026, 5, 14), False), (date(2026, 12, 25), False), (date(2026, 12, 28), True),
        (date(2027, 1, 1), False),
    ],
)  # fmt: skip
def test_weekends_and_general_holidays_are_no_working_days(day: date, expected: bool) -> None:
    assert is_workday(day) == expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 23), 1, date(2026, 11, 20)),
        (date(2027, 1, 4), 5, date(2026, 12, 24)),
        (date(2026, 4, 7), 1, date(2026, 4, 2)),
    ],
)
def test_counting_back_skips_them(day: date, count: int, expected: date) -> None:
    assert workdays_before(day, count) == expected
