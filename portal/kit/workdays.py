"""Dutch working days: Monday to Friday without the general holidays, as the Algemene termijnenwet counts them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache


@cache
def _closed(year: int) -> frozenset[date]:
    """The general holidays of a year; the law counts Liberation Day every year, most calendars once in five."""
    import holidays  # when it is used: it would slow every start

    return frozenset([*holidays.country_holidays("NL", years=year), date(year, 5, 5)])


def is_workday(day: date) -> bool:
    return day.weekday() < 5 and day not in _closed(day.year)


def workdays_before(day: date, count: int) -> date:
    """The day that lies so many working days before this one."""
    while count > 0:
        day -= timedelta(days=1)
        count -= is_workday(day)
    return day


def workdays_after(day: date, count: int) -> date:
    """The day that lies so many working days after this one."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_workday(day)
    return day
