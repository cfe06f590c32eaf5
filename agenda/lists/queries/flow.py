"""How a theme flows: how long actions stand on each list, what stays undecided, who
carries how much, and which knelpunten are covered.

Every figure is counted from the moves and the links themselves, on the moment it is asked for. Days are whole days of 24 hours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.formats import date_format

from agenda.lists.enums import ActionList
from agenda.lists.models import Action, ActionKnelpunt, ListMove
from agenda.lists.queries.coalition import standing
from knelpunten.enums import LISTED_STATES
from knelpunten.models import Knelpunt
from portal.kit import clock
from portal.kit.slots import Slot
from portal.network.models import Theme

MONTHS = 24  # of the cumulative flow
OLDEST = 12  # actions shown by age
OFTEN = 3  # times discussed without a decision
# How often each of these actions was discussed since something was last decided about it: the room of the meetings says so.
UNDECIDED: Slot[[list[int]], dict[int, int]] = Slot(
    "how many meetings discussed each of these actions since something was decided about it", __name__
)


@dataclass(frozen=True)
class Stay:
    """An action stood on a list, from one moment to another; still there when `until` is None."""

    action: int
    list: ActionList
    since: datetime
    until: datetime | None

    def days(self, now: datetime) -> int:
        return ((self.until or now) - self.since).days


@dataclass(frozen=True)
class Pace:
    """How long actions stood on one list: those that went on, and those that stand there now."""

    list: ActionList
    left: int
    median_left: float | None
    there: int
    median_there: float | None


@dataclass(frozen=True)
class Month:
    """How many actions stood on each list at the end of a month."""

    label: str
    counts: dict[ActionList, int]


@dataclass(frozen=True)
class Aged:
    action: Action
    days: int


@dataclass(frozen=True)
class Often:
    action: Action
    times: int


@dataclass(frozen=True)
class Load:
    """What one organisation carries in this theme now."""

    name: str
    slug: str
    pulls: int
    joins: int


@dataclass(frozen=True, kw_only=True)
class Flow:
    paces: list[Pace]
    months: list[Month]
    aged: list[Aged]
    often: list[Often]
    loads: list[Load]
    covered: int
    uncovered: list[Knelpunt]


def stays(moves: Iterable[tuple[int, str, datetime]]) -> list[Stay]:
    """The stays that these moves (action, list, moment; in order) make."""
    by_action: dict[int, list[tuple[str, datetime]]] = defaultdict(list)
    for action, to, at in moves:
        by_action[action].append((to, at))
    return [
        Stay(action, ActionList(to), at, steps[place + 1][1] if place + 1 < len(steps) else None)
        for action, steps in by_action.items()
        for place, (to, at) in enumerate(steps)
    ]


def pace(found: list[Stay], which: ActionList, now: datetime) -> Pace:
    left = [stay.days(now) for stay in found if stay.list == which and stay.until]
    there = [stay.days(now) for stay in found if stay.list == which and not stay.until]
    return Pace(which, len(left), _middle(left), len(there), _middle(there))


def _middle(days: list[int]) -> float | None:
    return float(median(days)) if days else None


def months(found: list[Stay], now: datetime) -> list[Month]:
    """The last two years by month, each as it ended; the month of now as it is."""
    first = timezone.localtime(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    made = []
    for back in range(MONTHS - 1, -1, -1):
        place = first.year * 12 + first.month - 1 - back
        begins = first.replace(year=place // 12, month=place % 12 + 1)
        ends = min((begins + timedelta(days=32)).replace(day=1), now)
        counts = {which: sum(_is_there(stay, which, ends) for stay in found) for which in ActionList}
        made.append(Month(date_format(begins, "M Y").lower(), counts))
    return made


def _is_there(stay: Stay, which: ActionList, at: datetime) -> bool:
    return stay.list == which and stay.since <= at and (stay.until is None or stay.until > at)


def flow(theme: Theme, user: Any) -> Flow:
    """Everything about one theme, as far as this reader sees its actions and knelpunten. Eight queries."""
    now = clock.now()
    visible = Action.objects.visible_to(user).filter(theme=theme)
    moves = (
        ListMove.objects.filter(action__in=visible).order_by("action_id", "pk").values_list("action_id", "to_list", "moved_at")
    )
    found = stays(moves)
    actions = {action.pk: action for action in visible.for_mention()}
    open_now = [stay for stay in found if not stay.until and stay.list != ActionList.GEREEDLIJST]
    oldest = sorted(open_now, key=lambda stay: stay.since)[:OLDEST]
    undecided = UNDECIDED.ask([stay.action for stay in open_now])
    often = sorted(((pk, times) for pk, times in undecided.items() if times >= OFTEN), key=lambda pair: -pair[1])
    covered, uncovered = _coverage(theme, user)
    return Flow(
        paces=[pace(found, which, now) for which in ActionList],
        months=months(found, now),
        aged=[Aged(actions[stay.action], stay.days(now)) for stay in oldest],
        often=[Often(actions[pk], times) for pk, times in often],
        loads=_loads(visible.exclude(list=ActionList.GEREEDLIJST)),
        covered=covered,
        uncovered=uncovered,
    )


def _loads(open_actions: Any) -> list[Load]:
    """Who pulls and who takes part, of the organisations that do either; most first. Two queries."""
    pulls: dict[tuple[str, str], int] = defaultdict(int)
    joins: dict[tuple[str, str], int] = defaultdict(int)
    pulled = open_actions.filter(trekker__isnull=False)
    for each in pulled.values_list("trekker__membership__organisation__short_name", "trekker__membership__organisation__slug"):
        pulls[each] += 1
    joined = standing(clock.today()).filter(action__in=open_actions.values("pk"))
    for each in joined.values_list("membership__organisation__short_name", "membership__organisation__slug"):
        joins[each] += 1
    found = [Load(name, slug, pulls[name, slug], joins[name, slug]) for name, slug in {*pulls, *joins}]
    return sorted(found, key=lambda load: (-load.pulls - load.joins, load.name))


def _coverage(theme: Theme, user: Any) -> tuple[int, list[Knelpunt]]:
    """How many listed knelpunten an action serves, and which ones none does. Two queries."""
    listed = Knelpunt.objects.visible_to(user).filter(theme=theme, state__in=LISTED_STATES)
    served = Exists(ActionKnelpunt.objects.filter(knelpunt=OuterRef("pk")))
    return listed.filter(served).count(), list(listed.filter(~served).for_rows().order_by("state_since", "pk"))
