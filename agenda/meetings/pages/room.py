"""What the screens in the meeting show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from agenda.decisions.effects import table
from agenda.decisions.enums import DecisionKind
from agenda.meetings.domain import meeting_room
from agenda.meetings.domain.meeting_steps import blockers_for_step
from agenda.meetings.enums import MeetingState, Presence
from agenda.meetings.forms import ArrangementForm
from agenda.meetings.models import AgendaItem, Arrangement, Attendance, Issue, ItemNotes, Meeting
from agenda.meetings.queries.items import items_of
from portal.kit.opaque import of
from portal.kit.refusals import Blocker
from portal.network.enums import BodyKind
from portal.network.models import Membership


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A decision that could be taken now, with what it would do spelled out."""

    kind: DecisionKind
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Present:
    membership: Membership
    presence: str
    label: str
    replaced_by: str


@dataclass(frozen=True, kw_only=True)
class SecretaryPage:
    items: list[AgendaItem]
    item: AgendaItem | None
    kinds: list[Kind]
    notes: ItemNotes | None
    arrangements: list[Arrangement]
    form: ArrangementForm
    presence: list[Present]
    there: int
    quorum: int | None
    issues: list[Issue]
    blockers: list[Blocker]
    before: AgendaItem | None
    after: AgendaItem | None


@dataclass(frozen=True, kw_only=True)
class TablePage:
    items: list[AgendaItem]
    item: AgendaItem | None
    there: int
    quorum: int | None


def members_of(meeting: Meeting) -> Any:
    """The organisations that have a place in the body on the day of the meeting."""
    places = Membership.objects.valid_on(meeting.starts_at.date()).filter(body=meeting.body_id)
    return places.select_related("organisation", "house", "body").order_by("organisation__sort_key", "pk")


def for_secretary(meeting: Meeting, user: Any, asked: str, form: ArrangementForm | None) -> SecretaryPage:
    """The agenda with its outcomes, and one item to work on: the one that is asked for,
    else the one that is spoken about, else the first open."""
    items = items_of(meeting, user)
    for each in items:
        each.meeting = meeting
    item = _chosen(meeting, items, asked)
    place = items.index(item) if item else 0
    possible = table.possible_kinds(item.subject, meeting.body) if item and meeting.is_open and not item.has_outcome else []
    there, quorum = meeting_room.quorum_of(meeting)
    arranged: Any = (
        Arrangement.objects.filter(item=item).select_related("membership__organisation", "membership__house") if item else []
    )
    waiting: Any = (
        Issue.objects.waiting().select_related("membership__organisation", "membership__house") if _chooses(meeting) else []
    )
    return SecretaryPage(
        items=items,
        item=item,
        kinds=[_kind(kind, item) for kind in possible],
        notes=ItemNotes.objects.filter(item=item).first() if item else None,
        arrangements=list(arranged),
        form=form or ArrangementForm(meeting=meeting),
        presence=presence_of(meeting),
        there=there,
        quorum=quorum,
        issues=list(waiting),
        blockers=blockers_for_step(meeting=meeting, to=MeetingState.GESLOTEN) if meeting.is_open else [],
        before=items[place - 1] if place else None,
        after=items[place + 1] if place + 1 < len(items) else None,
    )


def _chosen(meeting: Meeting, items: list[AgendaItem], asked: str) -> AgendaItem | None:
    by_word = {of(item): item for item in items}
    current = by_word.get(asked) or next((item for item in items if item.pk == meeting.current_item_id), None)
    return current or next((item for item in items if not item.has_outcome), items[0] if items else None)


def _chooses(meeting: Meeting) -> bool:
    return meeting.body.kind == BodyKind.KLANKBORDGROEP and meeting.is_open


def _kind(kind: DecisionKind, item: Any) -> Kind:
    effect = table.effect_for(kind, item.subject)
    return Kind(kind=kind, sentence=effect.sentence(item.subject) if effect else "")


def presence_of(meeting: Meeting) -> list[Present]:
    """Every organisation with whether it is there. Two queries."""
    marked = {row.membership_id: row for row in Attendance.objects.filter(meeting=meeting)}
    found = []
    for membership in members_of(meeting):
        row = marked.get(membership.pk)
        label = Presence(row.presence).label if row else "nog niet gezegd"
        found.append(
            Present(
                membership=membership,
                presence=row.presence if row else "",
                label=label,
                replaced_by=row.replaced_by if row else "",
            )
        )
    return found


def for_table(meeting: Meeting, user: Any) -> TablePage:
    """The item that is spoken about and where it stands on the agenda, as far as this reader may read."""
    items = items_of(meeting, user)
    there, quorum = meeting_room.quorum_of(meeting)
    return TablePage(
        items=items, item=next((item for item in items if item.pk == meeting.current_item_id), None), there=there, quorum=quorum
    )
