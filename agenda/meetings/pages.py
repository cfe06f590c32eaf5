"""What the page of a meeting shows: the agenda with its times, and what this reader can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import F, Model, OuterRef, Q, Subquery, prefetch_related_objects

from agenda.decisions.enums import DecisionKind
from agenda.lists.enums import ActionList
from agenda.lists.models import Action, ProgressUpdate
from agenda.meetings import effects
from agenda.meetings.domain import noting, owing
from agenda.meetings.domain.convening import blockers_for_step
from agenda.meetings.enums import AGENDA_STATES, HELD_STATES, STEP_BUTTONS, STEPS, MeetingState, Permission
from agenda.meetings.models import AgendaItem, DiscussionRequest, Meeting
from knelpunten.enums import NOTED_STATES
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.documents.models import Edition
from portal.kit import clock
from portal.kit.refusals import Blocker
from portal.network.enums import BodyKind
from portal.privacy.enums import Permission as PrivacyPermission

# What the agenda shows of its items and of what was decided at them, and nothing more.
ITEM_COLUMNS = (
    "meeting_id", "hidden_at", "number", "kind", "title", "question", "minutes", "presenter", "serves", "subject_type_id", "subject_id",
    "outcome__decision__number", "outcome__decision__kind", "outcome__decision__wording", "outcome__decision__taken_at",
    "outcome__decision__by_label", "outcome__decision__redacted_at",
)  # fmt: skip


# How each kind of subject is read for an agenda, as far as this reader may see it.
SUBJECTS: dict[type[Model], Callable[[Any], Any]] = {
    Action: lambda user: Action.objects.visible_to(user).for_mention(),
    Edition: lambda user: Edition.objects.with_document(),
    Knelpunt: lambda user: Knelpunt.objects.visible_to(user),
}


@dataclass(frozen=True)
class TimedItem:
    """An item with the moment it starts, and the decisions that could be taken at it now."""

    item: AgendaItem
    starts_at: datetime
    kinds: list[DecisionKind]
    is_hidden: bool  # from this reader: somebody reported personal data in it
    report: ProgressUpdate | None  # of the trekker, released since the Stuurgroep before this one
    misses_report: bool


@dataclass(frozen=True)
class NextStep:
    to: MeetingState
    button: str
    blockers: list[Blocker]


@dataclass(frozen=True)
class Noted:
    """A knelpunt ter kennisname, why it ended so, and who asks to discuss it."""

    knelpunt: Knelpunt
    reason: str | None
    requests: list[DiscussionRequest]


@dataclass(frozen=True)
class MeetingPage:
    items: list[TimedItem]
    ends_at: datetime
    next_step: NextStep | None
    may_prepare: bool
    may_decide: bool
    can_change_agenda: bool
    noted: list[Noted]
    can_ask: bool
    owed: list[owing.Owed]  # comes on the agenda by itself when it is sent


def meeting_page(meeting: Meeting, user: Any) -> MeetingPage:
    """The agenda with running times, outcomes, and what this reader can do. A constant number of queries."""
    may_decide = user.may(Permission.TAKE_DECISION, meeting)
    may_prepare, reviews = user.may(Permission.PREPARE, meeting), user.may(PrivacyPermission.REVIEW)
    items, starts_at = [], meeting.starts_at
    rows = items_of(meeting, user)
    reports = reports_of(meeting, rows)
    for item in rows:
        can_decide = may_decide and meeting.is_open and item.decision is None
        kinds = effects.possible_kinds(item.subject, meeting.body) if can_decide else []
        report = reports.get(item.subject.pk) if isinstance(item.subject, Action) else None
        misses = report is None and _owes_report(meeting, item.subject)
        items.append(TimedItem(item, starts_at, kinds, item.hidden_at is not None and not reviews, report, misses))
        starts_at += timedelta(minutes=item.minutes)
    is_agenda_open = meeting.state in AGENDA_STATES - {MeetingState.STUKKEN_VERZONDEN}
    return MeetingPage(
        items, starts_at, _next_step(meeting) if may_prepare else None, may_prepare, may_decide, may_prepare and is_agenda_open,
        noted_of(meeting, user), user.may(Permission.ASK_DISCUSSION, meeting) and not noting.blockers_for_asking(meeting=meeting),
        owing.owed_at(meeting) if may_prepare else [],
    )  # fmt: skip


def _owes_report(meeting: Meeting, subject: Any) -> bool:
    """Before each Stuurgroep every action on the actielijst has a released report, or it is said that there is none."""
    is_ahead = meeting.body.kind == BodyKind.STUURGROEP and meeting.state not in HELD_STATES
    return is_ahead and isinstance(subject, Action) and subject.list == ActionList.ACTIELIJST


def reports_of(meeting: Meeting, items: list[AgendaItem]) -> dict[int, ProgressUpdate]:
    """The last report on each action of this agenda that was released since the Stuurgroep before. Two queries, for the Stuurgroep only."""
    actions = [item.subject_id for item in items if isinstance(item.subject, Action)]
    if meeting.body.kind != BodyKind.STUURGROEP or not actions:
        return {}
    earlier = Meeting.objects.filter(body=meeting.body_id, state__in=HELD_STATES, starts_at__lt=meeting.starts_at).order_by(
        "-starts_at"
    )
    since = earlier.values("starts_at")[:1]
    until = meeting.starts_at + timedelta(days=1) if meeting.state in HELD_STATES else clock.now()
    updates = ProgressUpdate.objects.filter(action__in=actions, release__released_at__lte=until).annotate(since=Subquery(since))
    fresh = updates.filter(Q(since__isnull=True) | Q(release__released_at__gt=F("since")))
    return {update.action_id: update for update in fresh.select_related("release").order_by("release__pk")}


def noted_of(meeting: Meeting, user: Any) -> list[Noted]:
    """The list ter kennisname as far as this reader may see it. Three queries, for the Stuurgroep only."""
    if (noted := noting.noted_at(meeting)).query.is_empty():
        return []
    seen = noted.filter(pk__in=Knelpunt.objects.visible_to(user).values("pk"))
    last = KnelpuntStep.objects.filter(knelpunt=OuterRef("pk"), to_state__in=NOTED_STATES).order_by("-pk")
    rows = list(seen.for_rows().annotate(ended_reason=Subquery(last.values("reason")[:1])).order_by("state", "title"))
    asked: dict[int, list[DiscussionRequest]] = {}
    for request in meeting.discussion_requests.all() if rows else []:  # type: ignore[attr-defined]
        asked.setdefault(request.knelpunt_id, []).append(request)
    return [Noted(row, row.ended_reason, asked.get(row.pk, [])) for row in rows]


def items_of(meeting: Meeting, user: Any) -> list[AgendaItem]:
    """The items with their decisions and subjects, as far as this reader may see those: a query for each kind of subject."""
    rows = list(meeting.items.select_related("outcome__decision").only(*ITEM_COLUMNS))
    there = {row.subject_type_id for row in rows}
    subjects: list[Any] = [read(user) for model, read in SUBJECTS.items() if ContentType.objects.get_for_model(model).pk in there]
    prefetch_related_objects(rows, GenericPrefetch("subject", subjects))
    return rows


def _next_step(meeting: Meeting) -> NextStep | None:
    for to in STEPS[MeetingState(meeting.state)]:
        if to in STEP_BUTTONS:
            return NextStep(to, STEP_BUTTONS[to], blockers_for_step(meeting=meeting, to=to))
    return None
