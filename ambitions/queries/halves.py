"""The half-years in which owners say how their national lines stand."""

from __future__ import annotations

from datetime import date

from portal.kit import clock


def half_of_today() -> tuple[int, int]:
    """Year and half-year that a report of today is about."""
    today = clock.today()
    return today.year, 1 if today.month <= 6 else 2


def last_day_of(year: int, half: int) -> date:
    return date(year, 6, 30) if half == 1 else date(year, 12, 31)
