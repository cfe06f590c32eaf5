"""The lists of a theme as they stood on any moment, read from the moves and steps that made them, and what changed since."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count
from django.utils import timezone

from agenda.lists.enums import ActionList
from agenda.lists.models import (
    Action,
    ActionRevision,
    Contribution,
    ListMove,
    ProgressUpdate,
    TrekkerAssignment,
    Weighing,
)
from knelpunten.enums import LISTED_STATES
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.kit import clock
from portal.network.models import Theme

EARLIEST = 2000  # a year before which nothing was


@dataclass(frozen=True)
class Stood:
    """Where an action stood, since when, and how it ended."""

    action: Action
    list: ActionList
    move: ListMove

    @property
    def words(self) -> str:
        return f"{self.list.label}{f', {self.move.get_outcome_display()}' if self.move.outcome else ''}"


@dataclass(frozen=True)
class Change:
    """What became of one action between two moments, in words."""

    action: Action
    words: str


@dataclass(frozen=True)
class ListsAsOf:
    moment: datetime
    lists: dict[ActionList, list[Stood]]
    knelpunten: list[Knelpunt]
    changes: list[Change] = field(default_factory=list)
    came: list[Knelpunt] = field(default_factory=list)  # knelpunten that came on the list since
    went: list[Knelpunt] = field(default_factory=list)  # and those that left it


def end_of(day: date) -> datetime:
    """The last moment of a day in Amsterdam."""
    return timezone.make_aware(datetime.combine(day, time.max))


def day_of(text: str) -> date | None:
    """The day somebody asks for, when it is one that was."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day if day.year >= EARLIEST and day <= clock.today() else None


def stood(theme: Theme, moment: datetime, user: Any) -> dict[int, Stood]:
    """Where each action of the theme stood on that moment. One query, whichever moment."""
    moves = ListMove.objects.filter(action__theme=theme, action__in=Action.objects.visible_to(user), moved_at__lte=moment)
    last = moves.order_by("action_id", "-pk").distinct("action_id").select_related("action", "decision__taken_at_item__item")
    return {move.action_id: Stood(move.action, ActionList(move.to_list), move) for move in last}


def knelpunten_listed(theme: Theme, moment: datetime, user: Any) -> list[Knelpunt]:
    """The knelpuntenlijst of the theme on that moment, as far as this reader may read it now. One query."""
    steps = KnelpuntStep.objects.filter(
        knelpunt__theme=theme, knelpunt__in=Knelpunt.objects.visible_to(user), taken_at__lte=moment
    )
    last = steps.order_by("knelpunt_id", "-pk").distinct("knelpunt_id").values("pk")
    listed = KnelpuntStep.objects.filter(pk__in=last, to_state__in=LISTED_STATES)
    return list(Knelpunt.objects.filter(pk__in=listed.values("knelpunt")).for_rows().order_by("title"))


def lists_as_of(theme: Theme, moment: datetime, user: Any) -> ListsAsOf:
    """The lists on that moment, and what became of them since. Ten queries, whichever moment."""
    now = clock.now()
    then, today = stood(theme, moment, user), stood(theme, now, user)
    lists: dict[ActionList, list[Stood]] = defaultdict(list)
    for each in sorted(then.values(), key=lambda each: each.action.title):
        lists[each.list].append(each)
    listed, listed_now = knelpunten_listed(theme, moment, user), knelpunten_listed(theme, now, user)
    return ListsAsOf(
        moment, {which: lists[which] for which in ActionList}, listed, changes(then, today, happened_since(list(today), moment)),
        came=_without(listed_now, listed), went=_without(listed, listed_now),
    )  # fmt: skip


def _without(these: list[Knelpunt], those: list[Knelpunt]) -> list[Knelpunt]:
    there = {each.pk for each in those}
    return [each for each in these if each.pk not in there]


def changes(then: dict[int, Stood], now: dict[int, Stood], happened: dict[int, list[str]]) -> list[Change]:
    """What was added, moved or changed, by title. What stood still is not said."""
    found = []
    for pk, each in now.items():
        before, words = then.get(pk), []
        if before is None:
            words.append(f"kwam erbij, nu op de {each.words}")
        elif before.move.pk != each.move.pk:
            words.append(f"van de {before.words} naar de {each.words}")
        if words := words + happened.get(pk, []):
            found.append(Change(each.action, ", ".join(words)))
    return sorted(found, key=lambda change: change.action.title)


def happened_since(actions: list[int], moment: datetime) -> dict[int, list[str]]:
    """What happened to these actions after that moment besides moving, in words. Six queries, whichever moment."""
    words: dict[int, list[str]] = defaultdict(list)
    about = {"action__in": actions}
    for pk in set(ActionRevision.objects.filter(**about, revised_at__gt=moment).values_list("action_id", flat=True)):
        words[pk].append("tekst herschreven")
    named = TrekkerAssignment.objects.filter(**about, assigned_at__gt=moment).order_by("pk").select_related("seat__user")
    for pk, trekker in {each.action_id: each.seat.user.name for each in named}.items():
        words[pk].append(f"trekker werd {trekker}")
    organisation = "membership__organisation__short_name"
    for pk, name in Contribution.objects.filter(**about, joined_at__gt=moment).values_list("action_id", organisation):
        words[pk].append(f"{name} deed mee")
    for pk, name in Contribution.objects.filter(**about, left_at__gt=moment).values_list("action_id", organisation):
        words[pk].append(f"{name} stapte uit")
    weighed = Weighing.objects.filter(**about, weighed_at__gt=moment).order_by().values_list("action_id")
    for pk, number in weighed.annotate(number=Count("membership", distinct=True)):
        words[pk].append("gewogen door 1 organisatie" if number == 1 else f"gewogen door {number} organisaties")
    last = ProgressUpdate.objects.filter(**about, reported_at__gt=moment).order_by("action_id", "-pk").distinct("action_id")
    for each in last:
        words[each.action_id].append(f"bericht: {each.get_status_display()}")
    return words
