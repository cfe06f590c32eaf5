"""What the page shows on which an agenda is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from agenda.meetings.domain import agenda_versions, owed_items, proposals
from agenda.meetings.enums import MeetingState
from agenda.meetings.models import AgendaItem, Meeting
from agenda.meetings.pages.meeting import TimedItem, over_time
from agenda.meetings.queries.items import items_of
from portal.kit.opaque import of


@dataclass(frozen=True, kw_only=True)
class Making:
    """The agenda in the making: its items with running times, what could stand on it, and whether it must be sent again."""

    rows: list[TimedItem]
    minutes: int
    minutes_over: int
    ends_at: Any
    proposals: list[tuple[str, list[proposals.Proposal]]]
    owed: list[owed_items.Owed]
    must_send_again: bool


def agenda_in_the_making(meeting: Meeting, user: Any, order: list[int], moved: Any) -> Making:
    """As it is kept, or with `order` as the form has it, with one item a place up or down."""
    items = _moved(items_of(meeting, user), order, moved)
    rows, at = [], meeting.starts_at
    for item in items:
        rows.append(TimedItem(item=item, subject=item.subject, starts_at=at, kinds=[], report=None, misses_report=False))
        at += timedelta(minutes=item.minutes)
    minutes = sum(item.minutes for item in items)
    is_sent = meeting.state == MeetingState.STUKKEN_VERZONDEN
    return Making(
        rows=rows,
        minutes=minutes,
        minutes_over=over_time(meeting, minutes),
        ends_at=at,
        proposals=proposals.proposals_for(meeting),
        owed=owed_items.owed_at(meeting),
        must_send_again=is_sent and agenda_versions.is_changed(meeting),
    )


def _moved(items: list[AgendaItem], order: list[int], moved: Any) -> list[AgendaItem]:
    places = {pk: place for place, pk in enumerate(order)}
    rows = sorted(items, key=lambda item: (places.get(item.pk, len(places)), item.number)) if order else items
    for name, step in (("up", -1), ("down", 1)):
        at = next((place for place, row in enumerate(rows) if of(row) == moved.get(name, "")), None)
        if order and at is not None and 0 <= at + step < len(rows):
            rows[at], rows[at + step] = rows[at + step], rows[at]
    return sorted(rows, key=lambda row: row.narrowness)
