"""In the meeting: who is there, which item is spoken about, what the secretaris
writes, and what became of items without a decision."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from agenda.meetings.domain.agenda_items import MeetingRefused
from agenda.meetings.enums import THERE, ItemKind, MeetingState, Presence, Treatment, Verb
from agenda.meetings.models import AgendaItem, Attendance, BodyRules, ItemNotes, ItemTreatment, Meeting
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.models import Membership
from portal.privacy.domain import guard


class OtherNotes(Refused):
    """Somebody else saved in the meantime: their text comes along."""

    def __init__(self, notes: ItemNotes) -> None:
        super().__init__(
            Blocker("other-notes", f"{notes.saved_by or 'Iemand anders'} schreef hier intussen. Beide teksten staan er.")
        )
        self.notes = notes


def _held_open(meeting: Meeting) -> Meeting:
    meeting = Meeting.objects.select_related("body").get(pk=Meeting.objects.lock(meeting).pk)
    if not meeting.is_open:
        raise MeetingRefused(Blocker("not-open", f"Deze vergadering staat nu op “{meeting.get_state_display()}”."))
    return meeting


@transaction.atomic
def mark(*, meeting: Meeting, membership: Membership, presence: Presence, by: Actor, replaced_by: str = "") -> Attendance:
    """Note whether an organisation is there, or who replaces its member. Raises MeetingRefused."""
    guard.refuse_identifiers([replaced_by], but=guard.NAMED)
    meeting = Meeting.objects.lock(meeting)
    if not (meeting.is_ahead or meeting.is_open):
        raise MeetingRefused(Blocker("held", f"Deze vergadering staat nu op “{meeting.get_state_display()}”."))
    if membership.body_id != meeting.body_id:
        raise MeetingRefused(Blocker("other-body", "Deze organisatie zit niet in dit gremium."))
    row, _ = Attendance.objects.update_or_create(
        meeting=meeting,
        membership=membership,
        defaults={"presence": presence, "replaced_by": replaced_by.strip() if presence == Presence.VERVANGEN else ""},
    )
    record(meeting, Verb.PRESENCE_MARKED, by=by)
    Meeting.objects.touch(meeting)
    return row


def quorum_of(meeting: Meeting) -> tuple[int, int | None]:
    """How many organisations are there, and how many the body's own rules ask for, if they ask."""
    own = BodyRules.objects.filter(body=meeting.body_id).first()
    there = Attendance.objects.filter(meeting=meeting, presence__in=THERE).count()
    return there, own.quorum if own else None


@transaction.atomic
def bring_up(*, item: AgendaItem, by: Actor) -> Meeting:
    """This item is spoken about from now on. Raises MeetingRefused."""
    meeting = _held_open(item.meeting)
    meeting.current_item, meeting.current_since = item, clock.now()
    meeting.save(update_fields=["current_item", "current_since"])
    Meeting.objects.touch(meeting)
    record(item, Verb.BROUGHT_UP, by=by)
    return meeting


@transaction.atomic
def write_notes(*, item: AgendaItem, text: str, expected: int, by: Actor) -> ItemNotes:
    """Keep what the secretaris typed.

    Raises OtherNotes when somebody else saved since, and PersonalDataRefused; kept twice, it is kept once.
    """
    guard.refuse_identifiers([text])
    meeting = Meeting.objects.lock(item.meeting)
    if meeting.state == MeetingState.VERSLAG_VASTGESTELD:
        raise MeetingRefused(Blocker("adopted", "Het verslag is vastgesteld: de aantekeningen liggen vast."))
    notes, _ = ItemNotes.objects.get_or_create(item=item)
    if notes.text == text:
        return notes
    if notes.version != expected:
        raise OtherNotes(notes)
    notes.text, notes.version, notes.saved_at, notes.saved_by = text, notes.version + 1, clock.now(), by.seat_label
    notes.save()
    return notes


def blockers_for_treating(*, item: AgendaItem) -> list[Blocker]:
    """Why nothing can be said about what became of this item."""
    if not item.meeting.is_open:
        return [Blocker("not-open", f"Deze vergadering staat nu op “{item.meeting.get_state_display()}”.")]
    if item.decision:
        return [Blocker("decided", "Bij dit punt is al een besluit vastgelegd.")]
    return []


@transaction.atomic
def treat(*, item: AgendaItem, outcome: Treatment, by: Actor) -> ItemTreatment:
    """Say what became of an item without a decision. Said twice, the first stands. Raises MeetingRefused."""
    _held_open(item.meeting)
    item = AgendaItem.objects.select_related("meeting", "outcome__decision", "treatment").get(pk=item.pk)
    if blockers := blockers_for_treating(item=item):
        raise MeetingRefused(*blockers)
    if item.treated:
        return item.treatment
    return _treat(item, outcome, by)


def _treat(item: AgendaItem, outcome: Treatment, by: Actor) -> ItemTreatment:
    fact: ItemTreatment = ItemTreatment.objects.write(item=item, outcome=outcome, treated_at=clock.now(), by=by)
    record(item, Verb.TREATED, by=by, facts=[fact])
    Meeting.objects.touch(item.meeting)
    return fact


@transaction.atomic
def treat_rest(*, meeting: Meeting, by: Actor) -> list[ItemTreatment]:
    """What asks for no decision and has no outcome yet was discussed. What does ask for one is left for the meeting to say."""
    meeting = _held_open(meeting)
    open_still = Q(outcome__isnull=True, treatment__isnull=True)
    asks = [ItemKind.BESLUITVORMING, ItemKind.BEKRACHTIGING]
    rows = list(AgendaItem.objects.filter(open_still, meeting=meeting).exclude(kind__in=asks).order_by("number"))
    return [_treat(item, Treatment.BESPROKEN, by) for item in rows]
