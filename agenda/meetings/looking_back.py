"""What the lower rooms ask of meetings: whether one has an action on the table now, and at which moments the Stuurgroep met."""

from __future__ import annotations

from datetime import datetime

from django.contrib.contenttypes.models import ContentType

from agenda.lists.models import Action
from agenda.meetings.enums import HELD_STATES, MeetingState
from agenda.meetings.models import AgendaItem, Meeting
from portal.network.enums import BodyKind


def on_the_table(actions: list[int]) -> set[int]:
    """Those of these actions that stand on the agenda of an open meeting of the Stuurgroep."""
    about = AgendaItem.objects.filter(subject_type=ContentType.objects.get_for_model(Action), subject_id__in=actions)
    now = about.filter(meeting__state=MeetingState.GEOPEND, meeting__body__kind=BodyKind.STUURGROEP)
    return set(now.values_list("subject_id", flat=True))


def moments() -> list[tuple[str, datetime]]:
    """The meetings of the Stuurgroep that were held, the oldest first, each with the moment it began."""
    held = Meeting.objects.filter(body__kind=BodyKind.STUURGROEP, state__in=HELD_STATES).order_by("starts_at")
    return list(held.values_list("title", "starts_at"))


def open_meeting() -> str:
    """The title of the meeting of the Stuurgroep that is open now, or nothing."""
    now = Meeting.objects.filter(body__kind=BodyKind.STUURGROEP, state=MeetingState.GEOPEND).order_by("-starts_at")
    return now.values_list("title", flat=True).first() or ""
