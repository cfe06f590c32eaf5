"""What the pages that cross rooms read: what asks something of somebody, what changed, what is coming."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from agenda.decisions.models import Decision
from agenda.lists.models import Action, ListMove
from agenda.meetings.enums import AHEAD_STATES, HELD_STATES
from agenda.meetings.models import Meeting
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.kit import clock
from portal.network.enums import BodyKind
from portal.network.models import House
from portal.overview.queries.tasks.collectors import Task, tasks_for

SHOWN = 12


@dataclass(frozen=True)
class Change:
    title: str
    url: str
    what: str
    at: datetime


@dataclass(frozen=True)
class Overview:
    tasks: list[Task]
    changes: list[Change]
    changes_since: datetime
    coming: list[Meeting]


def overview(user: Any, since: datetime) -> Overview:
    """The three questions of the overzicht, for whoever asks."""
    return Overview(
        tasks=tasks_for(user)[:SHOWN],
        changes=changes_for(user, since)[:SHOWN],
        changes_since=since,
        coming=list(Meeting.objects.visible_to(user).filter(state__in=AHEAD_STATES).order_by("starts_at", "pk")[:4]),
    )


def changes_since() -> datetime:
    """The moment of the last Stuurgroep; a month ago when there was none yet."""
    held = Meeting.objects.filter(body__kind=BodyKind.STUURGROEP, state__in=HELD_STATES, starts_at__lte=clock.now())
    last = held.order_by("-starts_at", "-pk").first()
    return last.starts_at if last else clock.now() - timedelta(days=30)


def changes_for(user: Any, since: datetime) -> list[Change]:
    """Moves, decisions and own knelpunten's steps since then, newest first."""
    own_houses = [seat.house_id for seat in user.seats_today if seat.house_id]
    moves = ListMove.objects.filter(moved_at__gte=since, action__in=Action.objects.visible_to(user)).select_related("action")
    readable = Decision.objects.visible_to(user).filter(taken_at_item__isnull=False)
    decisions = readable.filter(taken_at__gte=since).select_related("taken_at_item__item__meeting")
    steps = KnelpuntStep.objects.filter(
        taken_at__gte=since, knelpunt__house__in=own_houses, knelpunt__in=Knelpunt.objects.visible_to(user)
    ).select_related("knelpunt")
    changes = [
        Change(m.action.title, m.action.get_absolute_url(), f"nu op de {m.get_to_list_display()}", m.moved_at)
        for m in moves.order_by("-pk")[:SHOWN]
    ]
    changes += [
        Change(d.taken_at_item.item.title, d.taken_at_item.item.get_absolute_url(), f"{d}: {d.get_kind_display()}", d.taken_at)
        for d in decisions.order_by("-pk")[:SHOWN]
    ]
    changes += [
        Change(s.knelpunt.title, s.knelpunt.get_absolute_url(), f"nu {s.get_to_state_display()}", s.taken_at)
        for s in steps.order_by("-pk")[:SHOWN]
    ]
    return sorted(changes, key=lambda change: change.at, reverse=True)


def contributions_of(house: House, user: Any) -> Any:
    """Everything a house raised, the newest step first."""
    return Knelpunt.objects.visible_to(user).of_house(house).for_rows()


def recognised_by(house: House, user: Any) -> Any:
    """What a house recognises of others."""
    return Knelpunt.objects.visible_to(user).recognised_by(house).for_rows()
