"""What the page of a meeting shows: the agenda with its times, and what this reader can do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.prefetch import GenericPrefetch

from agenda.decisions.enums import DecisionKind
from agenda.lists.models import Action
from agenda.meetings import effects
from agenda.meetings.domain.convening import blockers_for_step
from agenda.meetings.enums import AGENDA_STATES, STEP_BUTTONS, STEPS, MeetingState, Permission
from agenda.meetings.models import AgendaItem, Meeting
from portal.documents.models import Edition
from portal.kit.refusals import Blocker

# What the agenda shows of its items and of what was decided at them, and nothing more.
ITEM_COLUMNS = (
    "meeting_id", "number", "kind", "title", "question", "minutes", "presenter", "serves", "subject_type_id", "subject_id",
    "outcome__decision__number", "outcome__decision__kind", "outcome__decision__wording", "outcome__decision__taken_at",
    "outcome__decision__by_label", "outcome__decision__redacted_at",
)  # fmt: skip


@dataclass(frozen=True)
class TimedItem:
    """An item with the moment it starts, and the decisions that could be taken at it now."""

    item: AgendaItem
    starts_at: datetime
    kinds: list[DecisionKind]


@dataclass(frozen=True)
class NextStep:
    to: MeetingState
    button: str
    blockers: list[Blocker]


@dataclass(frozen=True)
class MeetingPage:
    items: list[TimedItem]
    ends_at: datetime
    next_step: NextStep | None
    may_prepare: bool
    may_decide: bool
    can_change_agenda: bool


def meeting_page(meeting: Meeting, user: Any) -> MeetingPage:
    """The agenda with running times, outcomes, and what this reader can do. A constant number of queries."""
    may_decide = user.may(Permission.TAKE_DECISION, meeting)
    may_prepare = user.may(Permission.PREPARE, meeting)
    items, starts_at = [], meeting.starts_at
    for item in items_of(meeting):
        can_decide = may_decide and meeting.is_open and item.decision is None
        items.append(TimedItem(item, starts_at, effects.possible_kinds(item.subject, meeting.body) if can_decide else []))
        starts_at += timedelta(minutes=item.minutes)
    is_agenda_open = meeting.state in AGENDA_STATES - {MeetingState.STUKKEN_VERZONDEN}
    return MeetingPage(
        items, starts_at, _next_step(meeting) if may_prepare else None, may_prepare, may_decide, may_prepare and is_agenda_open
    )


def items_of(meeting: Meeting) -> list[AgendaItem]:
    """The items with their decisions and subjects: three queries."""
    rows = meeting.items.select_related("outcome__decision").only(*ITEM_COLUMNS)
    subjects: list[Any] = [Action.objects.for_mention(), Edition.objects.with_document()]
    return list(rows.prefetch_related(GenericPrefetch("subject", subjects)))


def _next_step(meeting: Meeting) -> NextStep | None:
    for to in STEPS[MeetingState(meeting.state)]:
        if to in STEP_BUTTONS:
            return NextStep(to, STEP_BUTTONS[to], blockers_for_step(meeting=meeting, to=to))
    return None
