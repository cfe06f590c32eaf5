"""The demo's own calendar: days counted from today, and the clock set to them."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime, time, timedelta

from portal.kit import clock

TODAY = clock.today()


def on(days_from_today: int, hour: int = 10) -> AbstractContextManager[None]:
    """The clock at that day: negative is past."""
    return clock.at(day(days_from_today, hour))


def day(days_from_today: int, hour: int = 10) -> datetime:
    """That day at that hour; nobody works on a Saturday or Sunday, so those become the Friday before."""
    date = TODAY + timedelta(days=days_from_today)
    return datetime.combine(date - timedelta(days=max(0, date.weekday() - 4)), time(hour))
