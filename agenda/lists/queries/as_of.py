"""The lists of a theme as they stood on any moment, read from the moves and steps that made them, and what changed since.

A theme can hold thousands of rows over the years, so they are read as bare columns.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.db.models import Count
from django.utils import timezone

from agenda.lists.enums import ActionList, Outcome, ProgressStatus
from agenda.lists.models import Action, ActionRevision, Contribution, ListMove, ProgressUpdate, TrekkerAssignment, Weighing
from knelpunten.enums import LISTED_STATES
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.kit import clock
from portal.kit.addresses import address_of
from portal.network.models import Theme

EARLIEST = 2000  # a year before which nothing was


class Stood(NamedTuple):
    """Where an action stood, since when, by which move and decision, and how it ended."""

    pk: int
    title: str
    list: ActionList
    move: int
    since: datetime
    outcome: str
    decision: str
    reason: str  # what the decision says

    @property
    def url(self) -> str:
        return address_of("lists:action", self.pk)

    @property
    def ended(self) -> str:
        return str(Outcome(self.outcome).label) if self.outcome else ""

    @property
    def words(self) -> str:
        return f"{self.list.label}{f', {self.ended}' if self.outcome else ''}"


class Listed(NamedTuple):
    """A knelpunt that stood on the knelpuntenlijst, and whose it is."""

    pk: int
    title: str
    house: str

    @property
    def url(self) -> str:
        return address_of("knelpunten:detail", self.pk)


class Change(NamedTuple):
    """What became of one action between two moments, in words."""

    title: str
    url: str
    words: str


@dataclass(frozen=True, kw_only=True)
class ListsAsOf:
    moment: datetime
    lists: dict[ActionList, list[Stood]]
    knelpunten: list[Listed]
    changes: list[Change]
    came: list[Listed]  # knelpunten that came on the list since
    went: list[Listed]  # and those that left it


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


COLUMNS = (
    "action_id", "action__title", "to_list", "pk", "moved_at", "outcome", "decision__number", "decision__wording",
)  # fmt: skip


def stood(theme: Theme, moment: datetime, user: Any) -> dict[int, Stood]:
    """Where each action of the theme stood on that moment. One query, whichever moment."""
    moves = ListMove.objects.filter(action__theme=theme, action__in=Action.objects.visible_to(user), moved_at__lte=moment)
    last = moves.order_by("action_id", "-pk").distinct("action_id").values_list(*COLUMNS)
    return {
        pk: Stood(pk, title, ActionList(to), move, at, outcome, number or "", reason or "")
        for pk, title, to, move, at, outcome, number, reason in last
    }


def knelpunten_listed(theme: Theme, moment: datetime, user: Any) -> list[Listed]:
    """The knelpuntenlijst of the theme on that moment, by title, as far as this reader may read it now. One query."""
    steps = KnelpuntStep.objects.filter(
        knelpunt__theme=theme, knelpunt__in=Knelpunt.objects.visible_to(user), taken_at__lte=moment
    )
    last = steps.order_by("knelpunt_id", "-pk").distinct("knelpunt_id")
    columns = ("knelpunt_id", "knelpunt__title", "knelpunt__house__name", "to_state")
    found = [
        Listed(pk, title, house or "landelijk opgehaald")
        for pk, title, house, to in last.values_list(*columns)
        if to in LISTED_STATES
    ]
    return sorted(found, key=lambda each: each.title)


def lists_as_of(theme: Theme, moment: datetime, user: Any) -> ListsAsOf:
    """The lists on that moment, and what became of them since. Ten queries, whichever moment."""
    now = clock.now()
    then, today = stood(theme, moment, user), stood(theme, now, user)
    lists: dict[ActionList, list[Stood]] = defaultdict(list)
    for each in sorted(then.values(), key=lambda each: each.title):
        lists[each.list].append(each)
    listed, listed_now = knelpunten_listed(theme, moment, user), knelpunten_listed(theme, now, user)
    return ListsAsOf(
        moment=moment,
        lists={which: lists[which] for which in ActionList},
        knelpunten=listed,
        changes=changes(then, today, happened_since(theme, moment)),
        came=_without(listed_now, listed),
        went=_without(listed, listed_now),
    )


def _without(these: list[Listed], those: list[Listed]) -> list[Listed]:
    there = {each.pk for each in those}
    return [each for each in these if each.pk not in there]


def changes(then: dict[int, Stood], now: dict[int, Stood], happened: dict[int, list[str]]) -> list[Change]:
    """What was added, moved or changed, by title. What stood still is not said."""
    found = []
    for pk, each in now.items():
        before, words = then.get(pk), []
        if before is None:
            words.append(f"kwam erbij, nu op de {each.words}")
        elif before.move != each.move:
            words.append(f"van de {before.words} naar de {each.words}")
        if words := words + happened.get(pk, []):
            found.append(Change(each.title, each.url, ", ".join(words)))
    return sorted(found)


def happened_since(theme: Theme, moment: datetime) -> dict[int, list[str]]:
    """What happened to the actions of a theme after that moment besides moving, in words. Six queries, whichever moment."""
    words: dict[int, list[str]] = defaultdict(list)
    about = {"action__theme": theme}
    for pk in set(ActionRevision.objects.filter(**about, revised_at__gt=moment).values_list("action_id", flat=True)):
        words[pk].append("tekst herschreven")
    named = TrekkerAssignment.objects.filter(**about, assigned_at__gt=moment).order_by("pk")
    for pk, trekker in dict(named.values_list("action_id", "seat__user__name")).items():
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
    for pk, status in last.values_list("action_id", "status"):
        words[pk].append(f"bericht: {ProgressStatus(status).label}")
    return words
