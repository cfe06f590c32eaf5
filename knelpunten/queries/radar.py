"""The radar: how many knelpunten there are, where they come from, what is rising,
how long each step takes and how many are answered.

Every figure counts what its reader may see; a house sees its own figures beside
them. The number of queries never depends on the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Count, F, Q
from django.db.models.functions import TruncQuarter
from django.utils import timezone

from knelpunten.enums import STATES, Answering, KnelpuntKind
from knelpunten.models import Bundling, Pattern
from knelpunten.queries.choice import Choice, Quarter
from portal.kit import clock
from portal.network.models import Domain, House, Region, Theme
from portal.ui.charts import Bar, Figure, Tile

SHOWN = 8  # quarters, when no others are asked for
RISING = 5  # rode draden
ENDED = {state for state, row in STATES.items() if row.answering is not Answering.NOT_YET}
UNDER_WAY = [state for state, row in STATES.items() if row.norm or row.is_listed]


@dataclass(frozen=True)
class Rising:
    """A rode draad with how many knelpunten came to it in the last two quarters and in the two before."""

    pattern: Pattern
    now: int
    before: int


@dataclass(frozen=True)
class LeadTime:
    """How long knelpunten stand somewhere, in days: half of them shorter."""

    state: str
    number: int
    median: float  # days


@dataclass(frozen=True)
class Answered:
    ended: int
    answered: int

    @property
    def share(self) -> int:
        """Per cent, rounded."""
        return round(100 * self.answered / self.ended) if self.ended else 0


@dataclass(frozen=True, kw_only=True)
class Radar:
    total: int
    own: int
    has_own: bool
    figures: list[Figure]
    quarters: Figure
    tiles: list[Tile]
    regions: Figure
    rising: list[Rising]
    lead_times: list[LeadTime]
    answered: Answered


def radar(choice: Choice, user: Any) -> Radar:
    """All figures for this choice. Thirteen queries."""
    rows = choice.rows(user)
    mine = {seat.house_id for seat in user.seats_today if seat.house_id}
    counting = _Counting(rows, mine)
    regions = counting.by("house__region")
    totals = rows.aggregate(
        total=Count("pk"),
        own=Count("pk", filter=Q(house__in=mine)),
        ended=Count("pk", filter=Q(state__in=ENDED)),
        answered=Count("pk", filter=Q(state__in=ENDED, answered_at__isnull=False)),
    )
    return Radar(
        total=totals["total"],
        own=totals["own"],
        has_own=bool(mine),
        figures=[_themes(counting, choice), _kinds(counting, choice), _domains(counting, choice)],
        quarters=_quarters(rows, mine, choice),
        tiles=_tiles(rows, choice),
        regions=_regions(regions, choice),
        rising=_rising(rows),
        lead_times=_lead_times(rows),
        answered=Answered(totals["ended"], totals["answered"]),
    )


class _Counting:
    """Counting the rows by a column: key to (all, own)."""

    def __init__(self, rows: Any, mine: set[int]) -> None:
        self.rows, self.mine = rows, mine

    def by(self, column: str) -> dict[Any, tuple[int, int]]:
        counted = self.rows.order_by().values(column).annotate(n=Count("pk"), own=Count("pk", filter=Q(house__in=self.mine)))
        return {row[column]: (row["n"], row["own"]) for row in counted}


def _themes(counting: _Counting, choice: Choice) -> Figure:
    counted = counting.by("theme")
    bars = [
        Bar(theme.title, *counted.get(theme.pk, (0, 0)), choice.address(thema=theme.slug))
        for theme in Theme.objects.order_by("number")
    ]
    if None in counted:
        bars.append(Bar("nog geen thema", *counted[None], choice.address(thema="geen")))
    return Figure("thema", "Per thema", bars)


def _kinds(counting: _Counting, choice: Choice) -> Figure:
    counted = counting.by("kind")
    bars = [
        Bar(str(kind.label), *counted.get(kind.value, (0, 0)), choice.address(soort=str(kind.value))) for kind in KnelpuntKind
    ]
    return Figure("soort", "Waar het in ligt", bars)


def _domains(counting: _Counting, choice: Choice) -> Figure:
    counted = counting.by("domains")
    bars = [
        Bar(domain.name, *counted.get(domain.pk, (0, 0)), choice.address(domein=domain.slug)) for domain in Domain.objects.all()
    ]
    return Figure("domein", "Per domein", bars, note="Een knelpunt kan in meer domeinen liggen.")


def _regions(counted: dict[Any, tuple[int, int]], choice: Choice) -> Figure:
    bars = [
        Bar(region.name, *counted.get(region.pk, (0, 0)), choice.address(regio=region.slug)) for region in Region.objects.all()
    ]
    if None in counted:
        bars.append(Bar("landelijk opgehaald", *counted[None], ""))
    return Figure("regio", "Per regio", bars, of=choice.address())


def _quarters(rows: Any, mine: set[int], choice: Choice) -> Figure:
    """Every quarter of the choice, also those in which nothing came."""
    counted = (
        rows.order_by()
        .annotate(quarter=TruncQuarter("submitted_at"))
        .values("quarter")
        .annotate(n=Count("pk"), own=Count("pk", filter=Q(house__in=mine)))
    )
    found = {Quarter.of(timezone.localtime(row["quarter"]).date()): (row["n"], row["own"]) for row in counted}
    last = Quarter.read(choice.tot) or Quarter.of(clock.today())
    first = Quarter.read(choice.vanaf) or last.plus(1 - SHOWN)
    shown = [first.plus(step) for step in range(40) if first.plus(step) <= last]
    bars = [
        Bar(
            quarter.words,
            *found.get(quarter, (0, 0)),
            choice.address(vanaf=quarter.short, tot=quarter.short),
            short=quarter.short,
        )
        for quarter in shown
    ]
    return Figure("kwartaal", "Ingediend per kwartaal", bars)


def _tiles(rows: Any, choice: Choice) -> list[Tile]:
    """A tile for each region, split where it has more houses. Two queries."""
    counted = {row["house"]: row["n"] for row in rows.order_by().values("house").annotate(n=Count("pk"))}
    return tiles_of(counted, lambda house: choice.address(huis=house.slug))


def tiles_of(counted: dict[Any, int], address: Any) -> list[Tile]:
    """The map of the regions with a number for each house of today. One query."""
    houses = House.objects.valid_on(clock.today()).select_related("region").order_by("region__number", "sort_key")
    return Tile.of_houses([(house, counted.get(house.pk, 0), address(house)) for house in houses])


def _rising(rows: Any) -> list[Rising]:
    """Rode draden to which more came in the last two quarters than in the two before. Two queries."""
    today = Quarter.of(clock.today())
    recent, earlier = today.plus(-1).begins, today.plus(-3).begins
    standing = Bundling.objects.filter(unbundled_at__isnull=True, knelpunt__in=rows, knelpunt__submitted_at__date__gte=earlier)
    counted = (
        standing.order_by()
        .values("pattern")
        .annotate(
            now=Count("pk", filter=Q(knelpunt__submitted_at__date__gte=recent)),
            before=Count("pk", filter=Q(knelpunt__submitted_at__date__lt=recent)),
        )
        .filter(now__gt=F("before"))
        .order_by("-now", "pattern")[:RISING]
    )
    found = list(counted)
    patterns = Pattern.objects.select_related("theme").in_bulk([row["pattern"] for row in found])
    return [Rising(patterns[row["pattern"]], row["now"], row["before"]) for row in found]


LEAD_TIMES = """
    SELECT state, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM until - taken_at) / 86400)
    FROM (
        SELECT to_state AS state, taken_at, lead(taken_at) OVER (PARTITION BY knelpunt_id ORDER BY id) AS until
        FROM knelpunten_knelpuntstep WHERE knelpunt_id IN ({chosen})
    ) AS stays
    WHERE until IS NOT NULL GROUP BY state
"""


def _lead_times(rows: Any) -> list[LeadTime]:
    """How long what went on stood in each state before it did. One query."""
    chosen, parameters = rows.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(LEAD_TIMES.format(chosen=chosen), parameters)  # the part that is filled in is Django's own
        found = {state: (number, float(days)) for state, number, days in cursor.fetchall()}
    return [LeadTime(str(state.label), *found[state.value]) for state in UNDER_WAY if state.value in found]
