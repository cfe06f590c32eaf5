"""Which knelpunten and rode draden resemble a text: what shares two or more of its telling words, the likest first."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchRank
from django.db.models import F

from knelpunten.models import Knelpunt, Pattern
from portal.kit.likeness import query_like

MOST = 5  # shown at a time


def look_alikes(text: str, user: Any, *, but: int | None = None, among: Any = None) -> list[Knelpunt]:
    """The knelpunten this reader may see that are most like this text: of those shared, or `among` others.

    Two queries, whatever there is.
    """
    query = query_like(text)
    if query is None:
        return []
    among = Knelpunt.objects.shared() if among is None else among
    rows = among.visible_to(user).exclude(pk=but).filter(found_by=query)
    ranked = rows.annotate(likeness=SearchRank(F("found_by"), query)).order_by("-likeness", "-pk")
    return list(ranked.with_breadth().for_rows()[:MOST])


def patterns_like(text: str, user: Any) -> list[Pattern]:
    """The rode draden most like this text, each with the number of houses behind it as `breadth`. Two queries."""
    query = query_like(text)
    if query is None:
        return []
    rows = Pattern.objects.visible_to(user).filter(found_by=query).select_related("theme").with_breadth()
    return list(rows.annotate(likeness=SearchRank(F("found_by"), query)).order_by("-likeness", "-pk")[:MOST])
