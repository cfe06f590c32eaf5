"""What a text is about, for finding what resembles it: its longest stems, any two of
them together, over an indexed `tsvector`."""

from __future__ import annotations

from itertools import combinations

from django.contrib.postgres.search import SearchQuery
from django.db import connection

TELLING = 8  # words that are looked for, the longest of the text
LONGEST = 4000  # characters of a text that are read


def query_like(text: str) -> SearchQuery | None:
    """A query for what shares two or more telling words with this text; None when it says too little. One query."""
    return _query(_telling_words(text[:LONGEST]))


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
