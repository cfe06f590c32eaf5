"""Which other tables a subject may be at home at."""

from __future__ import annotations

from django.contrib.postgres.search import SearchRank
from django.db.models import F

from portal.kit.likeness import query_like
from portal.network.models import PolicyTable

MOST = 3  # shown at a time


def tables_like(text: str) -> list[PolicyTable]:
    """The tables whose subjects resemble this text, the likest first. Two queries."""
    query = query_like(text)
    if query is None:
        return []
    found = PolicyTable.objects.filter(found_by=query).annotate(likeness=SearchRank(F("found_by"), query))
    return list(found.order_by("-likeness", "name")[:MOST])
