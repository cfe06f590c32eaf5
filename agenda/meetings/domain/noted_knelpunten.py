"""What ended elsewhere or was not taken up stands as one list on the next agenda of
the Stuurgroep; a member may ask to discuss any of it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef

from agenda.meetings.enums import HELD_STATES, UNSENT_STATES, MeetingState, Verb
from agenda.meetings.models import DiscussionRequest, Meeting, NotedKnelpunt
from knelpunten.enums import NOTED_STATES
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.enums import BodyKind
from portal.privacy.domain import guard


class NotingRefused(Refused):
    pass


def noted_at(meeting: Meeting) -> Any:
    """The knelpunten ter kennisname of this meeting: once its agenda was sent those that
    were on it, before that what would be."""
    if meeting.body.kind != BodyKind.STUURGROEP:
        return Knelpunt.objects.none()
    if not meeting.is_unsent:
        noted = list(meeting.noted.values_list("knelpunt", flat=True))
        return Knelpunt.objects.filter(pk__in=noted) if noted else Knelpunt.objects.none()
    return _waiting() if meeting.pk == _next_unsent() else Knelpunt.objects.none()


def _waiting() -> Any:
    """What came to such an end and stood on no list for that end yet. What the Stuurgroep decided itself it knows."""
    was_noted = NotedKnelpunt.objects.filter(knelpunt=OuterRef("pk"), ended_at=OuterRef("state_since"))
    last = KnelpuntStep.objects.filter(knelpunt=OuterRef("pk"), taken_at=OuterRef("state_since"))
    decided = last.filter(rests_on__isnull=False)
    return Knelpunt.objects.filter(~Exists(was_noted), ~Exists(decided), state__in=NOTED_STATES)


def _next_unsent() -> int | None:
    unsent = Meeting.objects.filter(body__kind=BodyKind.STUURGROEP, state__in=UNSENT_STATES)
    return unsent.order_by("starts_at", "pk").values_list("pk", flat=True).first()


def note(meeting: Meeting, *, by: Actor) -> list[NotedKnelpunt]:
    """Fix the list of the meeting whose agenda is being sent. For verbs of this package only."""
    found = list(noted_at(meeting).order_by("pk").annotate(ended_at=F("state_since")))
    if not found:
        return []
    rows = [{"meeting": meeting, "knelpunt": each, "ended_at": each.ended_at} for each in found]
    facts: list[NotedKnelpunt] = NotedKnelpunt.objects.write_all(rows, by=by)
    record(meeting, Verb.NOTED, by=by, facts=list(facts))
    return facts


def blockers_for_asking(*, meeting: Meeting) -> list[Blocker]:
    """Why nobody can ask for a discussion in this meeting now."""
    if meeting.state in HELD_STATES or meeting.state == MeetingState.VERVALLEN:
        return [Blocker("held", "Deze vergadering is al geweest. Vraag het bij de volgende.")]
    return []


@transaction.atomic
def ask(*, meeting: Meeting, knelpunt: Knelpunt, reason: str, by: Actor) -> DiscussionRequest:
    """Ask to discuss it. Asking twice is asking once. Raises PersonalDataRefused."""
    guard.refuse_identifiers([reason])
    meeting = Meeting.objects.lock(meeting)
    if blockers := blockers_for_asking(meeting=meeting):
        raise NotingRefused(*blockers)
    if not noted_at(meeting).filter(pk=knelpunt.pk).exists():
        raise NotingRefused(Blocker("not-noted", "Dit knelpunt staat niet ter kennisname op deze agenda."))
    if existing := DiscussionRequest.objects.filter(meeting=meeting, knelpunt=knelpunt, by_seat=by.seat_id).first():
        return existing
    made: DiscussionRequest = DiscussionRequest.objects.write(
        meeting=meeting, knelpunt=knelpunt, reason=reason.strip(), asked_at=clock.now(), by=by
    )
    record(meeting, Verb.DISCUSSION_ASKED, by=by, facts=[made])
    return made
