"""Calling a meeting, bringing it from state to state, and calling it off."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from agenda.meetings.domain import (
    agenda_versions,
    carry_over,
    deadlines,
    invitations,
    noted_knelpunten,
    owed_items,
    standing_list,
)
from agenda.meetings.domain.agenda_items import MeetingRefused
from agenda.meetings.enums import MeetingState, Verb
from agenda.meetings.models import Meeting, MeetingMove, MeetingStep
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker
from portal.network.models import Body
from portal.privacy.domain import guard

LASTS = timedelta(hours=2)  # a meeting of which nobody said when it ends


@transaction.atomic
def convene(
    *,
    key: UUID,
    body: Body,
    title: str,
    starts_at: datetime,
    by: Actor,
    location: str = "",
    ends_at: datetime | None = None,
    is_confidential: bool = False,
    prepares: Meeting | None = None,
) -> Meeting:
    """Plan a meeting of a body, with its deadlines. Its members get it for their calendars. Raises PersonalDataRefused."""
    guard.refuse_identifiers([title])
    guard.refuse_identifiers([location], but=guard.PLACES)
    if ends_at and ends_at <= starts_at:
        raise MeetingRefused(Blocker("ends-before-start", "De vergadering eindigt na haar begin.", is_input=True))

    def make() -> Meeting:
        meeting = Meeting.objects.create(
            key=key,
            body=body,
            title=title,
            starts_at=starts_at,
            ends_at=ends_at or starts_at + LASTS,
            location=location,
            is_confidential=is_confidential,
            prepares=prepares,
        )
        deadlines.compute(meeting)
        write_step(meeting, None, MeetingState.GEPLAND, by)
        invitations.tell(meeting)
        record(meeting, Verb.CONVENED, by=by)
        return meeting

    return make_once(Meeting, key, make)


def blockers_for_step(*, meeting: Meeting, to: MeetingState) -> list[Blocker]:
    """Why this meeting cannot go there now."""
    if to not in meeting.standing.row.steps:
        return [Blocker("no-such-step", f"Deze vergadering staat nu op “{meeting.get_state_display()}”.")]
    items = list(meeting.items.select_related("outcome__decision", "treatment").order_by("number"))
    if to == MeetingState.STUKKEN_VERZONDEN and not items:
        return [Blocker("no-items", "Zet eerst een punt op de agenda.")]
    if to == MeetingState.GESLOTEN:
        return [
            Blocker("item-open", f"Punt {item.number} heeft nog geen uitkomst: {_what_is_missing(item.awaits_decision)}.")
            for item in items
            if not item.has_outcome
        ]
    return []


def is_early(*, meeting: Meeting, to: MeetingState) -> bool:
    """Whether nobody is asked for this step yet: a meeting is opened on its day.

    Who opens it before that may, for it can be brought forward.
    """
    return to == MeetingState.GEOPEND and timezone.localdate(meeting.starts_at) > clock.today()


def _what_is_missing(awaits_decision: bool) -> str:
    return "neem een besluit, houd het aan of schuif het door" if awaits_decision else "zeg of het besproken is"


@transaction.atomic
def advance(*, meeting: Meeting, to: MeetingState, by: Actor) -> MeetingStep:
    """Bring a meeting to its next state. Sending fixes what is on the agenda; closing carries on what was not treated."""
    meeting = Meeting.objects.lock(meeting)
    if not to.row.button:
        raise MeetingRefused(Blocker("no-such-step", f"Deze vergadering staat nu op “{meeting.get_state_display()}”."))
    if blockers := blockers_for_step(meeting=meeting, to=to):
        raise MeetingRefused(*blockers)
    if to == MeetingState.IN_VOORBEREIDING:
        standing_list.put_on(meeting, by=by)
    if to == MeetingState.STUKKEN_VERZONDEN:
        noted_knelpunten.note(meeting, by=by)
        owed_items.put_on(meeting, by=by)
        agenda_versions.freeze(meeting, by=by)
    if to == MeetingState.GESLOTEN:
        meeting.current_item, meeting.current_since = None, None
        meeting.save(update_fields=["current_item", "current_since"])
        carry_over.carry_on(meeting, by=by)
    return write_step(meeting, meeting.standing, to, by)


@transaction.atomic
def call_off(*, meeting: Meeting, reason: str, by: Actor) -> MeetingStep:
    """A meeting does not take place. Its items wait for the next one; calendars hear of it. Raises PersonalDataRefused."""
    guard.refuse_identifiers([reason])
    meeting = Meeting.objects.lock(meeting)
    if blockers := blockers_for_step(meeting=meeting, to=MeetingState.VERVALLEN):
        raise MeetingRefused(*blockers)
    fact = MeetingMove.objects.write(
        meeting=meeting, from_starts_at=meeting.starts_at, to_starts_at=None, reason=reason.strip(), moved_at=clock.now(), by=by
    )
    meeting.sequence += 1
    meeting.save(update_fields=["sequence"])
    step = write_step(meeting, meeting.standing, MeetingState.VERVALLEN, by)
    invitations.tell(meeting)
    record(meeting, Verb.MOVED, by=by, facts=[fact])
    return step


def write_step(meeting: Meeting, origin: MeetingState | None, to: MeetingState, by: Actor) -> MeetingStep:
    """The step and the state together. For verbs of this package only."""
    step: MeetingStep = MeetingStep.objects.write(meeting=meeting, from_state=origin, to_state=to, taken_at=clock.now(), by=by)
    meeting.state = to
    meeting.save(update_fields=["state"])
    Meeting.objects.touch(meeting)
    record(meeting, Verb.STEPPED, by=by, facts=[step])
    return step
