"""The row queries of the pages that count, search and compare knelpunten."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import Count, F
from django.db.models.functions import TruncQuarter

from agenda.lists.enums import OPEN_LISTS
from knelpunten.enums import SHARED_STATES, UNSEEN_STATES, WAITING_FOR, Acting
from knelpunten.models import Knelpunt
from knelpunten.queries.radar import LEAD_TIMES
from portal.network.models import Domain, House, Region, Theme

Querysets = list[Iterable[Any]]
ROW = ("pk", "title", "state", "state_since", "drafted_at", "answered_at", "house__name", "theme__title", "ambition__name")
FOLD, ALIKE = 25, 5


def seen() -> Any:
    return Knelpunt.objects.filter(submitted_at__isnull=False).exclude(state__in=UNSEEN_STATES)


def choices() -> Querysets:
    """What can be chosen: themes, domains, regions and houses."""
    named = [list(model.objects.values_list("slug", "name")) for model in (Domain, Region, House)]
    return [list(Theme.objects.values_list("slug", "title")), *named]


def listed() -> Querysets:
    rows = seen()
    return [*choices(), range(rows.count() and 0), list(rows.order_by("-submitted_at", "-pk").values_list(*ROW)[:FOLD])]


def found(words: str) -> Querysets:
    """One indexed full-text query, and how many it finds."""
    query = SearchQuery(words, config="dutch", search_type="websearch")
    rows = seen().filter(found_by=query)
    ranked = rows.annotate(rank=SearchRank(F("found_by"), query)).order_by("-rank", "-pk")
    return [*choices(), range(rows.count() and 0), list(ranked.values_list(*ROW)[:FOLD])]


def alike(text: str) -> Querysets:
    """The same with any two of the eight longest stems."""
    with connection.cursor() as cursor:
        cursor.execute(
            (
                "SELECT word FROM unnest(tsvector_to_array(to_tsvector('dutch', %s))) "
                "AS word ORDER BY length(word) DESC, word LIMIT 8"
            ),
            [text],
        )
        words = [word for (word,) in cursor.fetchall()]
    raw = " | ".join(f"('{one}' & '{other}')" for one, other in combinations(words, 2))
    query = SearchQuery(raw, config="simple", search_type="raw")
    shared = Knelpunt.objects.filter(state__in=SHARED_STATES, found_by=query)
    ranked = shared.annotate(rank=SearchRank(F("found_by"), query)).order_by("-rank", "-pk")
    return [list(ranked.values_list(*ROW)[:ALIKE])]


def waiting() -> Querysets:
    rows = seen().filter(state__in=WAITING_FOR[Acting.BUREAU]).order_by("state_since", "pk")
    parts = seen().values_list("state").annotate(n=Count("*")).order_by()
    ended = seen().filter(state="gekoppeld").exclude(actions__list__in=OPEN_LISTS)
    named = [Theme.objects.values_list("slug", "title"), House.objects.values_list("slug", "name")]
    return [parts, range(ended.count() and 0), range(rows.count() and 0), rows.values_list(*ROW)[:FOLD], *named]


def counted() -> Querysets:
    """A count for every figure, the lead times, and what the columns are called."""
    rows = seen().order_by()
    chosen, parameters = rows.values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(LEAD_TIMES.format(chosen=chosen), parameters)
        times = cursor.fetchall()
    columns = ("theme", "kind", "domains", "house__region", "house")
    return [
        *[list(rows.values_list(column).annotate(n=Count("pk"))) for column in columns],
        list(rows.annotate(quarter=TruncQuarter("submitted_at")).values_list("quarter").annotate(n=Count("pk"))),
        range(rows.count() and 0),
        times,
        *[list(model.objects.values_list("pk", "name")) for model in (Domain, Region, House)],
        list(Theme.objects.values_list("pk", "title")),
        *choices(),
    ]
