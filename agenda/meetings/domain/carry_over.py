"""What was not treated, or held over, goes on to the next meeting of the same body. The old item stays as it was."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db.models import Q

from agenda.decisions.enums import LEAVES_OPEN
from agenda.meetings.domain import agenda_items
from agenda.meetings.enums import HELD_STATES, Treatment
from agenda.meetings.models import AgendaItem, Meeting
from portal.accounts.actor import Actor

# What goes along with an item to the next meeting.
COLUMNS = ("kind", "title", "question", "minutes", "presenter", "serves", "visibility", "advice", "costs", "risks", "subject")


def left_open() -> Any:
    """Items of which the meeting made nothing yet: not treated, or held over."""
    was_held_over = Q(outcome__decision__kind__in=LEAVES_OPEN)
    return AgendaItem.objects.filter(Q(treatment__outcome=Treatment.NIET_BEHANDELD) | was_held_over, carried_to__isnull=True)


def waiting_for(meeting: Meeting) -> Any:
    """What earlier meetings of this body left open and stands on no later agenda yet."""
    return (
        left_open().filter(meeting__body=meeting.body_id, meeting__state__in=HELD_STATES).order_by("meeting__starts_at", "number")
    )


def carry_on(meeting: Meeting, *, by: Actor) -> list[AgendaItem]:
    """Put what this meeting leaves open on the next agenda, where there is one. For verbs of this package only."""
    following = Meeting.objects.next_unsent_of(meeting.body_id)
    if following is None:
        return []
    return [
        carry(item, to=Meeting.objects.get(pk=following), by=by)
        for item in left_open().filter(meeting=meeting).order_by("number")
    ]


def carry(item: AgendaItem, *, to: Meeting, by: Actor) -> AgendaItem:
    """Put this item on that agenda too, as the one that stood there before."""
    columns = {name: getattr(item, name) for name in COLUMNS}
    carried = agenda_items.add(key=uuid4(), meeting=to, by=by, carried_from=item, **columns)
    for mention in item.mentions.all():  # type: ignore[attr-defined]
        carried.mentions.create(subject_type=mention.subject_type, subject_id=mention.subject_id)  # type: ignore[attr-defined]
    return carried
