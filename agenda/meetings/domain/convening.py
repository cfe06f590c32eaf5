"""Calling a meeting, building its agenda, opening and closing it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from agenda.decisions.enums import Serves
from agenda.meetings.domain import noting, owing
from agenda.meetings.effects import subject_models
from agenda.meetings.enums import AGENDA_STATES, STEPS, ItemKind, MeetingState, Verb
from agenda.meetings.models import AgendaItem, Meeting, MeetingStep
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused
from portal.network.models import Body
from portal.privacy.domain import guarding


class MeetingRefused(Refused):
    pass


@transaction.atomic
def convene(*, key: UUID, body: Body, title: str, starts_at: datetime, by: Actor, location: str = "") -> Meeting:
    """Plan a meeting of a body."""

    def make() -> Meeting:
        meeting = Meeting.objects.create(key=key, body=body, title=title, starts_at=starts_at, location=location)
        _write_step(meeting, None, MeetingState.GEPLAND, by)
        record(meeting, Verb.CONVENED, by=by)
        return meeting

    return make_once(Meeting, key, make)


def blockers_for_step(*, meeting: Meeting, to: MeetingState) -> list[Blocker]:
    """Why this meeting cannot go there now."""
    if to not in STEPS[MeetingState(meeting.state)]:
        return [Blocker("no-such-step", f"Deze vergadering is nu {meeting.get_state_display()}.")]
    items = list(meeting.items.select_related("outcome__decision"))
    if to == MeetingState.STUKKEN_VERZONDEN and not items:
        return [Blocker("no-items", "Zet eerst een punt op de agenda.")]
    if to == MeetingState.GESLOTEN:
        return [
            Blocker("item-open", f"Punt {item.number} heeft nog geen uitkomst: neem een besluit of houd het aan.")
            for item in items
            if item.awaits_decision
        ]
    return []


@transaction.atomic
def advance(*, meeting: Meeting, to: MeetingState, by: Actor) -> MeetingStep:
    """Bring a meeting to its next state."""
    meeting = Meeting.objects.lock(meeting)
    if blockers := blockers_for_step(meeting=meeting, to=to):
        raise MeetingRefused(*blockers)
    if to == MeetingState.STUKKEN_VERZONDEN:
        noting.note(meeting, by=by)
        owing.put_on(meeting, by=by)
    return _write_step(meeting, MeetingState(meeting.state), to, by)


@transaction.atomic
def add_item(
    *,
    key: UUID,
    meeting: Meeting,
    kind: ItemKind,
    title: str,
    minutes: int,
    serves: Serves,
    by: Actor,
    question: str = "",
    presenter: str = "",
    subject: models.Model | None = None,
) -> AgendaItem:
    """Put an item at the end of the agenda. Its subject is of a kind that decisions have effects on. Raises PersonalDataRefused."""
    guarding.refuse_identifiers((title, question))
    meeting = Meeting.objects.lock(meeting)
    if blockers := blockers_for_item(meeting=meeting, subject=subject):
        raise MeetingRefused(*blockers)

    def make() -> AgendaItem:
        item = AgendaItem.objects.create(
            key=key, meeting=meeting, number=meeting.items.count() + 1, kind=kind, title=title, question=question,
            minutes=minutes, presenter=presenter, serves=serves, subject=subject,
        )  # fmt: skip
        record(item, Verb.ITEM_ADDED, by=by)
        return item

    return make_once(AgendaItem, key, make)


@transaction.atomic
def remove_item(*, item: AgendaItem, by: Actor) -> None:
    """Take an item off an agenda that was not sent yet; the items after it move up."""
    meeting = Meeting.objects.lock(item.meeting)
    if blockers := blockers_for_item(meeting=meeting, subject=None):
        raise MeetingRefused(*blockers)
    record(item, Verb.ITEM_REMOVED, by=by)
    number = item.number
    item.delete()
    meeting.items.filter(number__gt=number).update(number=models.F("number") - 1)


def blockers_for_item(*, meeting: Meeting, subject: models.Model | None) -> list[Blocker]:
    """Why the agenda of this meeting cannot be changed, or not with this subject."""
    blockers = []
    if meeting.state not in AGENDA_STATES - {MeetingState.STUKKEN_VERZONDEN}:
        blockers.append(Blocker("agenda-fixed", f"De agenda ligt vast: deze vergadering is {meeting.get_state_display()}."))
    if subject is not None and type(subject) not in subject_models():
        kind = ContentType.objects.get_for_model(subject).name
        blockers.append(Blocker("no-subject", f"Een agendapunt kan niet over een {kind} gaan."))
    return blockers


def _write_step(meeting: Meeting, origin: MeetingState | None, to: MeetingState, by: Actor) -> MeetingStep:
    step = MeetingStep.objects.write(meeting=meeting, from_state=origin, to_state=to, taken_at=clock.now(), by=by)
    meeting.state = to
    meeting.save(update_fields=["state"])
    record(meeting, Verb.STEPPED, by=by, facts=[step])
    return step
