"""The overzicht of whoever signed in: what asks something of them, what changed, told in sentences, and what comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.utils import formats

from agenda.meetings.models import Meeting
from portal.kit import clock
from portal.overview.queries.overview import SHOWN, Change, changes_for, coming
from portal.overview.queries.waiting import Waits, waits_for

COMING = 4

# What happened to one thing begins with a verb; what happened to several with this one.
OF_SEVERAL = {"werd": "werden", "kwam": "kwamen", "ging": "gingen"}


@dataclass(frozen=True, kw_only=True)
class Told:
    """One sentence: what happened on a day, with one thing or with several of which the same is to be said."""

    day: date
    lead: str
    things: list[Change]

    @property
    def pairs(self) -> list[tuple[Change, str]]:
        """Each thing with the words that follow it."""
        between = [", "] * (len(self.things) - 2) + [" en "] * (len(self.things) > 1)
        return list(zip(self.things, [*between, self._end], strict=True))

    @property
    def _end(self) -> str:
        what = self.things[0].what
        if self.lead:
            return f": {what}."
        verb, _, rest = what.partition(" ")
        return f" {OF_SEVERAL[verb] if len(self.things) > 1 else verb} {rest}."


@dataclass(frozen=True, kw_only=True)
class Period:
    """A stretch of time under a heading, with what is told of it."""

    title: str
    told: list[Told]


@dataclass(frozen=True, kw_only=True)
class OverviewPage:
    today: date
    waits: Waits
    periods: list[Period]
    changes_since: datetime
    coming: list[Meeting]


def overview_page(user: Any, since: datetime) -> OverviewPage:
    """The three questions of the overzicht, for whoever asks."""
    return OverviewPage(
        today=clock.today(),
        waits=waits_for(user),
        periods=periods(changes_for(user, since)[:SHOWN]),
        changes_since=since,
        coming=list(coming(user)[:COMING]),
    )


def periods(changes: list[Change]) -> list[Period]:
    """Changes, newest first, as sentences: this week, and the months before it."""
    return [Period(title=title, told=_told(list(those))) for title, those in groupby(changes, key=_when)]


def _when(change: Change) -> str:
    day, today = clock.date_of(change.at), clock.today()
    if day > today - timedelta(days=today.weekday() + 1):
        return "Deze week"
    return formats.date_format(day, "F" if day.year == today.year else "F Y").capitalize()


def _told(changes: list[Change]) -> list[Told]:
    """One sentence for what can be said of several things at once: on the same day, in the same words."""
    kinds: dict[tuple[date, str, str], list[Change]] = {}
    for change in changes:
        kinds.setdefault((clock.date_of(change.at), change.lead, change.what), []).append(change)
    return [Told(day=day, lead=lead, things=things) for (day, lead, _), things in kinds.items()]
