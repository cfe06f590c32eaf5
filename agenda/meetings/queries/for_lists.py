"""What the lower rooms ask of meetings: whether one has an action on the table now, and at which moments the Stuurgroep met."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Min, Q

from agenda.decisions.enums import DecisionKind
from agenda.decisions.models import Decision
from agenda.lists.models import Action
from agenda.lists.queries.cards import OnAgenda
from agenda.meetings.enums import AHEAD_STATES, HELD_STATES, MeetingState
from agenda.meetings.models import AgendaItem, Meeting
from portal.kit import clock
from portal.network.enums import BodyKind

NO_DECISION = (DecisionKind.AANHOUDEN, DecisionKind.TER_KENNISGEVING)  # these leave a question as it was


def on_the_table(actions: list[int]) -> set[int]:
    """Those of these actions that stand on the agenda of an open meeting of the Stuurgroep."""
    about = AgendaItem.objects.filter(subject_type=ContentType.objects.get_for_model(Action), subject_id__in=actions)
    now = about.filter(meeting__state=MeetingState.GEOPEND, meeting__body__kind=BodyKind.STUURGROEP)
    return {pk for pk in now.values_list("subject_id", flat=True) if pk is not None}


def moments() -> list[tuple[str, datetime]]:
    """The meetings of the Stuurgroep that were held, the oldest first, each with the moment it began."""
    held = Meeting.objects.filter(
        is_confidential=False, body__kind=BodyKind.STUURGROEP, state__in=HELD_STATES, starts_at__lte=clock.now()
    )
    return list(held.order_by("starts_at", "pk").values_list("title", "starts_at"))


def open_meeting() -> str:
    """The title of the meeting of the Stuurgroep that is open now, or nothing."""
    now = Meeting.objects.filter(is_confidential=False, body__kind=BodyKind.STUURGROEP, state=MeetingState.GEOPEND).order_by(
        "-starts_at", "-pk"
    )
    return now.values_list("title", flat=True).first() or ""


def agendas(actions: list[int], user: Any) -> dict[int, OnAgenda]:
    """How many meetings had each of these actions on the agenda, and when the Stuurgroep speaks about it next, as one sees it.

    One query.
    """
    about = AgendaItem.objects.filter(subject_type=ContentType.objects.get_for_model(Action), subject_id__in=actions)
    ahead = AgendaItem.objects.visible_to(user).filter(meeting__body__kind=BodyKind.STUURGROEP, meeting__state__in=AHEAD_STATES)
    is_ahead = Q(pk__in=ahead.select_related(None).values("pk"))
    counted = (
        about.order_by()
        .values_list("subject_id")
        .annotate(number=Count("meeting", distinct=True), next=Min("meeting__starts_at", filter=is_ahead))
    )
    return {pk: OnAgenda(number, at and clock.date_of(at)) for pk, number, at in counted if pk is not None}


def discussed_since_decision(actions: list[int]) -> dict[int, int]:
    """How many meetings that were held discussed each of these actions since something was last decided about it. Two queries."""
    subject = {"subject_type": ContentType.objects.get_for_model(Action), "subject_id__in": actions}
    decided = Decision.objects.filter(**subject).exclude(kind__in=NO_DECISION)
    last = dict(decided.order_by("pk").values_list("subject_id", "taken_at"))
    held = AgendaItem.objects.filter(**subject, meeting__state__in=HELD_STATES)
    counted: dict[int, set[int]] = {}
    for pk, meeting, at in held.values_list("subject_id", "meeting_id", "meeting__starts_at"):
        if pk is not None and (pk not in last or at > last[pk]):
            counted.setdefault(pk, set()).add(meeting)
    return {pk: len(meetings) for pk, meetings in counted.items()}
