"""What the page of a rode draad shows: its knelpunten as far as this reader sees them, the houses behind it, and its course."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from knelpunten.models import Bundling, Knelpunt, Pattern
from knelpunten.queries.choice import Quarter
from knelpunten.queries.knelpunten import houses_today
from knelpunten.queries.radar import tiles_of
from knelpunten.queries.resemblance import look_alikes
from portal.kit import clock, opaque
from portal.network.models import House
from portal.ui.charts import Bar, Figure, Tile


@dataclass(frozen=True, kw_only=True)
class PatternPage:
    knelpunten: list[Knelpunt]
    houses: list[House]
    total: int
    quarters: Figure
    tiles: list[Tile]
    left: list[Bundling]


def patterns_with_counts(user: Any) -> Any:
    """Every rode draad with how many knelpunten are in it, as far as this reader sees them."""
    seen = Knelpunt.objects.visible_to(user).values("pk")
    standing = Count("bundlings", filter=Q(bundlings__unbundled_at__isnull=True, bundlings__knelpunt__in=seen))
    return Pattern.objects.visible_to(user).select_related("theme").annotate(size=standing).order_by("-begun_at", "-pk")


def pattern_page(pattern: Pattern, user: Any) -> PatternPage:
    """Five queries, whatever there is in it."""
    standing = pattern.bundlings.filter(unbundled_at__isnull=True).values("knelpunt")
    knelpunten = list(
        Knelpunt.objects.visible_to(user).filter(pk__in=standing).with_breadth().with_places().order_by("submitted_at", "pk")
    )
    seen = [knelpunt.pk for knelpunt in knelpunten]
    behind = Q(knelpunten__in=seen) | Q(recognitions__knelpunt__in=seen, recognitions__withdrawn_at__isnull=True)
    houses = list(House.objects.valid_on(clock.today()).filter(behind).distinct().order_by("sort_key"))
    left = pattern.bundlings.filter(unbundled_at__isnull=False, knelpunt__in=Knelpunt.objects.visible_to(user)).select_related(
        "knelpunt"
    )
    tiles = tiles_of(dict.fromkeys((house.pk for house in houses), 1), lambda house: "")
    return PatternPage(
        knelpunten=knelpunten,
        houses=houses,
        total=houses_today(),
        quarters=_quarters(pattern, knelpunten),
        tiles=tiles,
        left=list(left),
    )


def _quarters(pattern: Pattern, knelpunten: list[Knelpunt]) -> Figure:
    """How many came in each quarter, from the first to this one."""
    came = Counter(Quarter.of(timezone.localtime(each.submitted_at or each.drafted_at).date()) for each in knelpunten)
    today = Quarter.of(clock.today())
    first = min(came, default=today)
    shown = [first.plus(step) for step in range(60) if first.plus(step) <= today]
    bars = [Bar(quarter.words, came[quarter]) for quarter in shown]
    return Figure("kwartaal", "Ingediend per kwartaal", bars, of=f"rode draad {opaque.of(pattern)}")


def suggestions(pattern: Pattern, page: PatternPage, user: Any) -> list[Knelpunt]:
    """Knelpunten that resemble what is in it and belong to none yet."""
    said = " ".join([pattern.title, pattern.analysis, *(knelpunt.title for knelpunt in page.knelpunten)])
    return look_alikes(said, user, among=Knelpunt.objects.unbundled())
