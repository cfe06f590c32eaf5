"""Which knelpunten resemble a text: what shares two or more of its telling words, the likest first."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import F

from knelpunten.models import Knelpunt

MOST = 5  # shown at a time
TELLING = 8  # words that are looked for, the longest of the text
LONGEST = 4000  # characters of a text that are read


def look_alikes(text: str, user: Any, *, but: int | None = None, among: Any = None) -> list[Knelpunt]:
    """The knelpunten this reader may see that are most like this text: of those shared, or `among` others. Two queries, whatever there is."""
    query = _query(_telling_words(text[:LONGEST]))
    if query is None:
        return []
    among = Knelpunt.objects.shared() if among is None else among
    rows = among.visible_to(user).exclude(pk=but).filter(found_by=query)
    ranked = rows.annotate(likeness=SearchRank(F("found_by"), query)).order_by("-likeness", "-pk")
    return list(ranked.with_breadth().for_rows()[:MOST])


def _telling_words(text: str) -> list[str]:
    """The stems of a text, the longest first: long words say most about what it is about."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM unnest(tsvector_to_array(to_tsvector('dutch', %s))) AS word ORDER BY length(word) DESC, word",
            [text],
        )
        return [word for (word,) in cursor.fetchall() if len(word) > 3][:TELLING]


def _query(words: list[str]) -> SearchQuery | None:
    """Any two of the words together; the one there is, if there is only one."""
    quoted = ["'" + word.replace("'", "''").replace("\\", "") + "'" for word in words]
    pairs = [f"({one} & {other})" for one, other in combinations(quoted, 2)] or quoted
    return SearchQuery(" | ".join(pairs), config="simple", search_type="raw") if pairs else None
