"""What organisations made of an action: median and spread per criterion, who differs and why.

The Klankbordgroep's stands apart, as advice.

Weighings are never changed, so that what they came to on any moment, at a meeting say, is read from the same rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import inf
from statistics import median
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from agenda.lists.enums import ActionList, Criterion
from agenda.lists.models import Action, Weighing
from portal.kit import clock
from portal.kit.slots import Slot
from portal.network.enums import BodyKind
from portal.network.models import Membership
from portal.network.rules import is_landelijk_bureau, prepares_meetings

# What is said of a weighing, and nothing more.
COLUMNS = (
    "action_id", *Criterion.values, "argument", "weighed_at", "redacted_at", "membership__body__kind", "membership__house_id",
    "membership__organisation__name", "membership__organisation__slug",
)  # fmt: skip
FAR = 2  # steps from the median at which an organisation differs
BODIES = ((BodyKind.STUURGROEP, "De Stuurgroep"), (BodyKind.KLANKBORDGROEP, "De Klankbordgroep, als advies"))
# The moments to look back at, with their names: the room of the meetings gives those of the Stuurgroep.
MOMENTS: Slot[[], list[tuple[str, datetime]]] = Slot("which meetings of the Stuurgroep were held, by name and moment", __name__)

# Which of these actions an open meeting has before it: the room of the meetings says so.
ON_THE_TABLE: Slot[[list[int]], set[int]] = Slot("which of these actions an open meeting has before it", __name__)


@dataclass(frozen=True)
class Spread:
    """The scores for one criterion."""

    criterion: Criterion
    scores: tuple[int, ...]

    @property
    def median(self) -> float | None:
        return float(median(self.scores)) if self.scores else None

    @property
    def counts(self) -> list[int]:
        """How many gave 1, 2, 3, 4 and 5."""
        return [self.scores.count(step) for step in range(1, 6)]

    @property
    def short(self) -> str:
        """As "4 (2–5)", or "4" when all agree."""
        middle = f"{self.median:g}".replace(".", ",")
        low, high = min(self.scores), max(self.scores)
        return middle if low == high else f"{middle} ({low}–{high})"

    @property
    def words(self) -> str:
        if self.median is None:
            return "nog geen scores"
        low, high = min(self.scores), max(self.scores)
        middle = f"{self.median:g}".replace(".", ",")
        return f"midden {middle}, eensgezind" if low == high else f"midden {middle}, van {low} tot {high}"


@dataclass(frozen=True)
class Weighed:
    """What one organisation made of it."""

    organisation: Any
    weighing: Weighing
    differs_on: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """What one body made of it."""

    name: str
    spreads: list[Spread]
    weighed: list[Weighed]
    members: int

    @property
    def of_whom(self) -> str:
        return f"van {self.members} organisaties wogen deze actie"

    @property
    def words(self) -> str:
        return f"{len(self.weighed)} {self.of_whom}"


@dataclass(frozen=True)
class Trend:
    name: str
    spreads: list[Spread]


def newest(actions: Iterable[Action], until: datetime | None = None) -> list[Weighing]:
    """The weighing that counts of each organisation for each action, at that moment. One query."""
    rows = Weighing.objects.filter(action__in=list(actions))
    same = Weighing.objects.filter(action=OuterRef("action"), membership=OuterRef("membership"))
    if until:
        rows, same = rows.filter(weighed_at__lte=until), same.filter(weighed_at__lte=until)
    last = Subquery(same.order_by("-pk").values("pk")[:1])
    return list(rows.filter(pk=last).select_related("membership__organisation", "membership__body").only(*COLUMNS))


def results(action: Action) -> list[Result]:
    """For each body what it made of this action. Two queries."""
    weighings = newest([action])
    today = Membership.objects.valid_on(clock.today()).filter(body__kind__in=[kind for kind, _ in BODIES])
    members: dict[str, int] = defaultdict(int)
    for kind in today.values_list("body__kind", flat=True):
        members[kind] += 1
    return [
        _result(name, [each for each in weighings if each.membership.body.kind == kind], members[kind]) for kind, name in BODIES
    ]


def _result(name: str, weighings: list[Weighing], members: int) -> Result:
    spreads = _spreads(weighings)
    middles = {spread.criterion: spread.median for spread in spreads}
    weighed = [
        Weighed(each.membership.member, each, tuple(c.label.lower() for c in Criterion if _is_far(each, c, middles[c])))
        for each in weighings
    ]
    weighed.sort(key=lambda each: (not each.differs_on, str(each.organisation)))
    return Result(name, spreads, weighed, members)


def _spreads(weighings: list[Weighing]) -> list[Spread]:
    return [
        Spread(criterion, tuple(sorted(score for each in weighings if (score := getattr(each, criterion.value)) is not None)))
        for criterion in Criterion
    ]


def _is_far(weighing: Weighing, criterion: Criterion, middle: float | None) -> bool:
    score = getattr(weighing, criterion.value)
    return score is not None and middle is not None and abs(score - middle) >= FAR


def queue(membership: int, user: Any) -> list[Action]:
    """What an organisation can weigh now and did not weigh yet, theme by theme in the order of its voorraadlijst. Two queries."""
    weighed = Weighing.objects.filter(action=OuterRef("pk"), membership=membership)
    wished = Action.objects.visible_to(user).on_list(ActionList.VOORRAADLIJST).filter(~Exists(weighed))
    rows = list(
        wished.select_related("theme").order_by("theme__number", "place", "pk").only("title", "list", "place", "theme__number")
    )
    closed = closed_among(rows)
    return [row for row in rows if row.pk not in closed]


def next_in_queue(action: Action, membership: int, user: Any) -> Action | None:
    """What that organisation weighs after this one: what stands below it, and then from the top again. Two queries."""
    rows = [row for row in queue(membership, user) if row.pk != action.pk]
    below = (row for row in rows if _in_order(row) > _in_order(action))
    return next(below, rows[0] if rows else None)


def _in_order(action: Action) -> tuple[int, float, int]:
    return action.theme.number, inf if action.place is None else action.place, action.pk


def trend(action: Action) -> list[Trend]:
    """What the Stuurgroep made of it at each of its meetings before which somebody weighed (again).

    One query and one for the meetings.
    """
    rows = list(action.weighings.filter(membership__body__kind=BodyKind.STUURGROEP).order_by("pk"))
    moments = MOMENTS.ask() if rows else []
    found: list[Trend] = []
    counted: dict[int, Weighing] = {}
    for name, at in moments:
        before, counted = counted, {row.membership_id: row for row in rows if row.weighed_at <= at}
        if counted != before:
            found.append(Trend(name, _spreads(list(counted.values()))))
    return found


def closed_among(actions: Iterable[Action]) -> set[int]:
    """Those whose round is over, by key: they left the voorraadlijst, or the Stuurgroep has them on the table now. One query."""
    rows = list(actions)
    wished = [action.pk for action in rows if action.list == ActionList.VOORRAADLIJST]
    on_the_table = ON_THE_TABLE.ask(wished) if wished else set()
    return {action.pk for action in rows} - set(wished) | set(on_the_table)


def results_seen(actions: list[Action], user: Any) -> set[int]:
    """Whose results this reader sees, by key: as of the weighings themselves, and all members
    when the Stuurgroep has an action on the table. Two queries, however many actions."""
    if any(is_landelijk_bureau(seat) or prepares_meetings(seat) for seat in user.seats_today):
        return {action.pk for action in actions}
    weighed = Weighing.objects.filter(action__in=actions).visible_to(user).values_list("action", flat=True)
    return closed_among(actions) | set(weighed)


def stuurgroep_spreads(actions: list[Action]) -> list[tuple[Action, list[Spread]]]:
    """What the Stuurgroep made of each of these actions. One query, of bare scores: a theme shows many at once."""
    rows = Weighing.objects.filter(action__in=actions, membership__body__kind=BodyKind.STUURGROEP)
    newest_first = rows.order_by("action_id", "membership_id", "-pk").distinct("action_id", "membership_id")
    found: dict[int, list[tuple[int | None, ...]]] = defaultdict(list)
    for pk, *scores in newest_first.values_list("action_id", *Criterion.values):
        found[pk].append(tuple(scores))
    return [(action, _of_scores(found[action.pk])) for action in actions]


def _of_scores(rows: list[tuple[int | None, ...]]) -> list[Spread]:
    return [
        Spread(criterion, tuple(sorted(score for row in rows if (score := row[place]) is not None)))
        for place, criterion in enumerate(Criterion)
    ]
