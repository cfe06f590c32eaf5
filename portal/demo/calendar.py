"""The demo's own calendar: days counted from today, and the scenes that play on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from portal.kit import clock

TODAY = clock.today()
Act = Callable[[], Any]


@dataclass(frozen=True)
class Scene:
    """Something that happens on a day (counted from today, negative is past) at an hour."""

    at: int
    act: Act
    hour: int = 10

    @property
    def moment(self) -> datetime:
        return day(self.at, self.hour)


def play(scenes: Iterable[Scene]) -> None:
    """Play every scene at its own moment, in the order in which they happened."""
    for scene in sorted(scenes, key=lambda scene: scene.moment):
        with clock.at(scene.moment):
            scene.act()


def day(days_from_today: int, hour: int = 10) -> datetime:
    """That day at that hour; nobody works on a Saturday or Sunday, so those become the Friday before."""
    date = TODAY + timedelta(days=days_from_today)
    return datetime.combine(date - timedelta(days=max(0, date.weekday() - 4)), time(hour))
