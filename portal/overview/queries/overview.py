"""What the pages that cross rooms read: what changed, what is coming, what a house brought in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

from agenda.decisions.models import Decision
from agenda.lists.enums import ActionList
from agenda.lists.models import Action, ListMove
from agenda.meetings.enums import AHEAD_STATES, HELD_STATES
from agenda.meetings.models import AgendaItem, Meeting
from knelpunten.enums import KnelpuntState
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.kit import clock
from portal.network.enums import BodyKind
from portal.network.models import House
from portal.ui.templatetags.ui import in_words

SHOWN = 12


@dataclass(frozen=True, kw_only=True)
class Change:
    """What was last done with one thing since a moment, and how many steps it took before that."""

    title: str
    url: str
    what: str
    at: datetime
    lead: str = ""  # who did it, where the sentence begins with that
    earlier: int = 0

    @property
    def words(self) -> str:
        return f"{self.what}, na {self.before}" if self.earlier else self.what

    @property
    def before(self) -> str:
        """What came before it since then: nothing, or how many steps."""
        if not self.earlier:
            return ""
        return "één eerdere stap" if self.earlier == 1 else f"{in_words(self.earlier)} eerdere stappen"


def coming(user: Any) -> Any:
    """Meetings of today and later that are not over."""
    rows = Meeting.objects.visible_to(user).filter(state__in=AHEAD_STATES)
    return rows.filter(starts_at__date__gte=clock.today()).order_by("starts_at", "pk")


def changes_since() -> datetime:
    """The moment of the last Stuurgroep; a month ago when there was none yet."""
    held = Meeting.objects.filter(body__kind=BodyKind.STUURGROEP, state__in=HELD_STATES, starts_at__lte=clock.now())
    last = held.order_by("-starts_at", "-pk").first()
    return last.starts_at if last else clock.now() - timedelta(days=30)


def changes_for(user: Any, since: datetime) -> list[Change]:
    """Moves, decisions and own knelpunten's steps since then that others took, newest first; one line for each thing.

    Six queries.
    """
    changes = [*_moves(user, since), *_decisions(user, since), *_steps(user, since)]
    return sorted(changes, key=lambda change: change.at, reverse=True)


def _last_of_each(rows: Any, user: Any, thing: str) -> list[Any]:
    """Of what others did the last with each thing, and how much they did with it in all.

    Two queries: filtering a window reads no relations along.
    """
    of_thing = [F(thing)]
    others = rows.exclude(by_user=user).annotate(
        place=Window(RowNumber(), partition_by=of_thing, order_by=F("pk").desc()),
        steps=Window(Count("*"), partition_by=of_thing),
    )
    steps = dict(others.filter(place=1).order_by("-pk").values_list("pk", "steps")[:SHOWN])
    found = list(rows.filter(pk__in=steps).order_by("-pk"))
    for row in found:
        row.steps = steps[row.pk]
    return found


MOVED = {
    (None, ActionList.VOORRAADLIJST): "werd voorgesteld",
    (ActionList.VOORRAADLIJST, ActionList.ACTIELIJST): "kwam op de actielijst",
    (ActionList.VOORRAADLIJST, ActionList.GEREEDLIJST): "werd elders belegd",
    (ActionList.ACTIELIJST, ActionList.VOORRAADLIJST): "ging terug naar de voorraadlijst",
    (ActionList.ACTIELIJST, ActionList.GEREEDLIJST): "kwam op de gereedlijst",
    (ActionList.GEREEDLIJST, ActionList.ACTIELIJST): "werd heropend",
    (ActionList.GEREEDLIJST, ActionList.VOORRAADLIJST): "ging terug naar de voorraadlijst",
}


def _moves(user: Any, since: datetime) -> list[Change]:
    rows = ListMove.objects.filter(moved_at__gte=since, action__in=Action.objects.visible_to(user)).select_related("action")
    return [
        Change(
            title=move.action.title,
            url=move.action.get_absolute_url(),
            what=_how_moved(move),
            at=move.moved_at,
            earlier=move.steps - 1,
        )
        for move in _last_of_each(rows, user, "action")
    ]


def _how_moved(move: Any) -> str:
    return MOVED[move.from_list and ActionList(move.from_list), ActionList(move.to_list)]


def _decisions(user: Any, since: datetime) -> list[Change]:
    """What was decided at an item that this reader reads. A decision with which an action moved is told by that move."""
    readable = Decision.objects.visible_to(user).filter(taken_at_item__item__in=AgendaItem.objects.visible_to(user).values("pk"))
    rows = readable.filter(taken_at__gte=since, move__isnull=True).select_related("taken_at_item__item__meeting__body")
    return [
        Change(
            title=made.taken_at_item.item.title,
            url=made.taken_at_item.item.get_absolute_url(),
            what=f"{made.get_kind_display()} ({str(made).lower()})",
            at=made.taken_at,
            lead=f"De {made.taken_at_item.item.meeting.body} besloot over",
            earlier=made.steps - 1,
        )
        for made in _last_of_each(rows, user, "taken_at_item__item")
    ]


def _steps(user: Any, since: datetime) -> list[Change]:
    """What happened to the knelpunten of one's own houses."""
    houses = [seat.house_id for seat in user.seats_today if seat.house_id]
    rows = KnelpuntStep.objects.filter(
        taken_at__gte=since, knelpunt__house__in=houses, knelpunt__in=Knelpunt.objects.visible_to(user)
    ).select_related("knelpunt")
    return [
        Change(
            title=step.knelpunt.title,
            url=step.knelpunt.get_absolute_url(),
            what=_how_stepped(step),
            at=step.taken_at,
            earlier=step.steps - 1,
        )
        for step in _last_of_each(rows, user, "knelpunt")
    ]


def _how_stepped(step: Any) -> str:
    return "werd als concept begonnen" if step.from_state is None else KnelpuntState(step.to_state).row.came


def contributions_of(house: House, user: Any) -> Any:
    """Everything a house raised, the newest step first."""
    return Knelpunt.objects.visible_to(user).of_house(house).for_rows()


def recognised_by(house: House, user: Any) -> Any:
    """What a house recognises of others."""
    return Knelpunt.objects.visible_to(user).recognised_by(house).for_rows()
