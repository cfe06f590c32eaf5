"""The days by which something has to be ready for a meeting: counted in working days, unless somebody set one by hand."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from agenda.meetings.enums import AGENDA_STATES, UNSENT_STATES, DeadlineKind, MeetingState, Verb
from agenda.meetings.models import Deadline, Meeting
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.workdays import workdays_after, workdays_before

# In working days before (or, below zero, after) the meeting.
DEADLINE_DAYS = {
    DeadlineKind.INDIENEN: 20,
    DeadlineKind.WEGING: 15,
    DeadlineKind.CONSULTATIE: 12,
    DeadlineKind.STUKKEN: 7,
    DeadlineKind.VERSLAG: -10,
}

# As long as a meeting stands there, something still has to be ready: the agenda to be
# sent, the meeting to be held, the verslag to be written.
WAITS_IN = {
    DeadlineKind.INDIENEN: UNSENT_STATES,
    DeadlineKind.WEGING: AGENDA_STATES,
    DeadlineKind.CONSULTATIE: AGENDA_STATES,
    DeadlineKind.STUKKEN: UNSENT_STATES,
    DeadlineKind.VERSLAG: {*AGENDA_STATES, MeetingState.GEOPEND, MeetingState.GESLOTEN},
}


def day_of(meeting: Meeting, kind: DeadlineKind) -> date:
    """The day that counting gives: so many working days before the meeting, or after it."""
    day, count = clock.date_of(meeting.starts_at), DEADLINE_DAYS[kind]
    return workdays_before(day, count) if count > 0 else workdays_after(day, -count)


def is_ahead(deadline: Deadline, meeting: Meeting) -> bool:
    """Whether something still has to be ready by then: the day has not passed, the
    meeting takes or took place, and it was not done already."""
    is_dead = meeting.is_ahead and clock.date_of(meeting.starts_at) < clock.today()
    return deadline.date >= clock.today() and not is_dead and meeting.state in WAITS_IN[DeadlineKind(deadline.kind)]


def compute(meeting: Meeting) -> None:
    """Set every deadline that nobody set by hand. For verbs of this package only."""
    own = set(meeting.deadlines.filter(is_own=True).values_list("kind", flat=True))
    for kind in DeadlineKind:
        if kind not in own:
            Deadline.objects.update_or_create(meeting=meeting, kind=kind, defaults={"date": day_of(meeting, kind)})


@transaction.atomic
def put(*, meeting: Meeting, dates: dict[DeadlineKind, date | None], by: Actor) -> list[Deadline]:
    """Put deadlines on days of one's own; where the day is the counted one, or none is given, it is counted again from now on."""
    meeting = Meeting.objects.lock(meeting)
    changed = []
    for kind, day in dates.items():
        counted = day_of(meeting, kind)
        wanted, is_own = day or counted, day is not None and day != counted
        deadline = Deadline.objects.get(meeting=meeting, kind=kind)
        if (deadline.date, deadline.is_own) != (wanted, is_own):
            deadline.date, deadline.is_own = wanted, is_own
            deadline.save(update_fields=["date", "is_own"])
            changed.append(deadline)
    if changed:
        record(meeting, Verb.DEADLINE_SET, by=by)
    return changed
