"""What the page of a meeting shows: the agenda with its times, and what this reader can do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery

from agenda.decisions.effects import table
from agenda.decisions.enums import DecisionKind
from agenda.lists.enums import ActionList
from agenda.lists.models import Action, ProgressUpdate
from agenda.meetings.domain import arrangements, noted_knelpunten, owed_items, own_notes
from agenda.meetings.domain import minutes as minutes_of
from agenda.meetings.domain.meeting_steps import blockers_for_step, is_early
from agenda.meetings.enums import HELD_STATES, MeetingState, Permission
from agenda.meetings.models import AgendaItem, Arrangement, DiscussionRequest, Meeting, OwnNote
from agenda.meetings.queries import differences
from agenda.meetings.queries.items import PaperLink, items_of, papers_of
from knelpunten.enums import NOTED_STATES
from knelpunten.models import WORDS, Knelpunt, KnelpuntStep
from portal.kit import clock
from portal.kit.refusals import Blocker
from portal.network.enums import BodyKind
from portal.network.rules import own_bodies


@dataclass(frozen=True, kw_only=True)
class TimedItem:
    """An item with the moment it starts, and the decisions that could be taken at it now."""

    item: AgendaItem
    subject: Any  # read once: asking an item takes a while
    starts_at: datetime
    kinds: list[DecisionKind]
    report: ProgressUpdate | None  # of the trekker, released since the Stuurgroep before this one
    misses_report: bool
    papers: list[PaperLink] = field(default_factory=list)
    notes: list[OwnNote] = field(default_factory=list)
    is_current: bool = False


@dataclass(frozen=True, kw_only=True)
class NextStep:
    to: MeetingState
    button: str
    blockers: list[Blocker]
    is_early: bool  # possible, but nobody is asked for it yet


@dataclass(frozen=True, kw_only=True)
class Noted:
    """A knelpunt ter kennisname, why it ended so, and who asks to discuss it."""

    knelpunt: Knelpunt
    reason: str | None
    requests: list[DiscussionRequest]


@dataclass(frozen=True, kw_only=True)
class MeetingPage:
    items: list[TimedItem]
    ends_at: datetime
    minutes_over: int  # by which the agenda is longer than the meeting
    next_step: NextStep | None
    may_prepare: bool
    may_decide: bool
    can_change_agenda: bool
    has_to_publish: bool
    noted: list[Noted]
    can_ask: bool
    owed: list[owed_items.Owed]  # comes on the agenda by itself when it is sent
    promised: list[Arrangement]  # what earlier meetings promised and nobody kept yet
    versions: int

    @property
    def asking(self) -> int:
        """How many items still ask for a decision."""
        return sum(each.item.awaits_decision for each in self.items)


def timed(meeting: Meeting, user: Any) -> list[TimedItem]:
    """The agenda with its running times. Some eight queries, however long it is."""
    may_decide = user.may(Permission.TAKE_DECISION, meeting)
    rows = items_of(meeting, user)
    for row in rows:
        row.meeting = meeting
    reports, papers = reports_of(meeting, rows), papers_of(rows, user)
    notes: dict[int, list[OwnNote]] = {}
    for note in own_notes.seen_by(user, item__meeting=meeting):
        notes.setdefault(note.item_id, []).append(note)
    items, starts_at = [], meeting.starts_at
    for item in rows:
        can_decide = may_decide and meeting.is_open and not item.has_outcome
        subject = item.subject
        kinds = table.possible_kinds(subject, meeting.body) if can_decide else []
        report = reports.get(subject.pk) if isinstance(subject, Action) else None
        misses = report is None and _owes_report(meeting, subject)
        items.append(
            TimedItem(
                item=item,
                subject=subject,
                starts_at=starts_at,
                kinds=kinds,
                report=report,
                misses_report=misses,
                papers=papers.get(item.pk, []),
                notes=notes.get(item.pk, []),
                is_current=item.pk == meeting.current_item_id,
            )
        )
        starts_at += timedelta(minutes=item.minutes)
    return items


def over_time(meeting: Meeting, minutes: int) -> int:
    """By how many minutes the items take longer than the meeting lasts."""
    return max(0, minutes - int((meeting.ends_at - meeting.starts_at).total_seconds() // 60)) if meeting.ends_at else 0


def meeting_page(meeting: Meeting, user: Any) -> MeetingPage:
    """The agenda with running times, outcomes, and what this reader can do. A constant number of queries."""
    may_prepare, may_decide = user.may(Permission.PREPARE, meeting), user.may(Permission.TAKE_DECISION, meeting)
    items = timed(meeting, user)
    minutes = sum(each.item.minutes for each in items)
    ends_at = meeting.starts_at + timedelta(minutes=minutes)
    return MeetingPage(
        items=items,
        ends_at=ends_at,
        minutes_over=over_time(meeting, minutes),
        next_step=_next_step(meeting) if may_prepare else None,
        may_prepare=may_prepare,
        may_decide=may_decide,
        can_change_agenda=may_prepare and meeting.is_ahead,
        has_to_publish=may_decide and meeting.is_held and bool(minutes_of.not_yet_public(meeting)),
        noted=noted_of(meeting, user),
        can_ask=user.may(Permission.ASK_DISCUSSION, meeting) and not noted_knelpunten.blockers_for_asking(meeting=meeting),
        owed=owed_items.owed_at(meeting) if may_prepare else [],
        promised=_promised(meeting, user),
        versions=_versions(meeting, user),
    )


def _promised(meeting: Meeting, user: Any) -> list[Arrangement]:
    """What earlier meetings promised and nobody kept yet, until the meeting was held."""
    if meeting.state in HELD_STATES:
        return []
    return list(arrangements.owed_to(meeting).filter(pk__in=Arrangement.objects.visible_to(user).values("pk")))


def _versions(meeting: Meeting, user: Any) -> int:
    """How many versions of the agenda there are for this reader."""
    number: int = meeting.versions.count()
    return number if number < 2 or meeting.body_id in own_bodies(user) else len(differences.of(meeting, user))


def _owes_report(meeting: Meeting, subject: Any) -> bool:
    """Before each Stuurgroep every action on the actielijst has a released report, or it is said that there is none."""
    is_ahead = meeting.body.kind == BodyKind.STUURGROEP and meeting.state not in HELD_STATES
    return is_ahead and isinstance(subject, Action) and subject.list == ActionList.ACTIELIJST


def reports_of(meeting: Meeting, items: list[AgendaItem]) -> dict[int, ProgressUpdate]:
    """The last report on each action of this agenda that was released since the Stuurgroep before.

    Two queries, for the Stuurgroep only.
    """
    actions = [item.subject_id for item in items if isinstance(item.subject, Action)]
    if meeting.body.kind != BodyKind.STUURGROEP or not actions:
        return {}
    earlier = Meeting.objects.filter(body=meeting.body_id, state__in=HELD_STATES, starts_at__lt=meeting.starts_at).order_by(
        "-starts_at", "-pk"
    )
    since = earlier.values("starts_at")[:1]
    until = meeting.starts_at + timedelta(days=1) if meeting.state in HELD_STATES else clock.now()
    updates = ProgressUpdate.objects.filter(action__in=actions, release__released_at__lte=until).annotate(since=Subquery(since))
    fresh = updates.filter(Q(since__isnull=True) | Q(release__released_at__gt=F("since")))
    shown = ("action_id", "status", "happened", "asks_steering", "steering", "redacted_at", "release__released_at")
    return {update.action_id: update for update in fresh.select_related("release").only(*shown).order_by("release__pk")}


def noted_of(meeting: Meeting, user: Any) -> list[Noted]:
    """The list ter kennisname as far as this reader may see it. Three queries, for the Stuurgroep only."""
    if (noted := noted_knelpunten.noted_at(meeting)).query.is_empty():
        return []
    seen = noted.filter(pk__in=Knelpunt.objects.visible_to(user).values("pk"))
    last = KnelpuntStep.objects.filter(knelpunt=OuterRef("pk"), to_state__in=NOTED_STATES).order_by("-pk")
    rows = list(seen.for_rows().annotate(ended_reason=Subquery(last.values(said=WORDS)[:1])).order_by("state", "title"))
    asked: dict[int, list[DiscussionRequest]] = {}
    for request in meeting.discussion_requests.all() if rows else []:
        asked.setdefault(request.knelpunt_id, []).append(request)
    return [Noted(knelpunt=row, reason=row.ended_reason, requests=asked.get(row.pk, [])) for row in rows]


def _next_step(meeting: Meeting) -> NextStep | None:
    for to in meeting.standing.row.steps:
        if to.row.button:
            return NextStep(
                to=to,
                button=to.row.button,
                blockers=blockers_for_step(meeting=meeting, to=to),
                is_early=is_early(meeting=meeting, to=to),
            )
    return None
