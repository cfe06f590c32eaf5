"""Finding by words, the same everywhere: Dutch stems, phrases between quotes, the beginning of the last word; and names
as somebody types them, with small letters and without accents."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchVector
from django.db.models import Func, TextField
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

DUTCH = "dutch"
PHRASE = re.compile(r'"([^"]+)"')
WORD = re.compile(r"\w+")
FROM, TO = "\u2402", "\u2403"  # stand around a hit until the text around it is escaped
HIT = re.compile(f"{FROM}([^{FROM}{TO}]*){TO}")
FEWEST, MOST = 12, 30  # words of a text that are shown around a hit
SENTENCE = re.compile(r"^[^a-z]"), re.compile(r"[.?!]$")  # how it begins, and how it ends


def query_for(words: str) -> SearchQuery | None:
    """All words, phrases as they stand; the last word may be the beginning of one."""
    terms = [" <-> ".join(WORD.findall(phrase)) for phrase in PHRASE.findall(words)]
    loose = WORD.findall(PHRASE.sub(" ", words).replace('"', " "))
    if loose:
        loose[-1] = f"{loose[-1]}:*"
    terms = [f"({term})" for term in [*terms, *loose] if term]
    return SearchQuery(" & ".join(terms), config=DUTCH, search_type="raw") if terms else None


def words_of(*columns: str) -> SearchVector:
    """What a row is found by. Said once by a model: an index of anything else is not used."""
    return SearchVector(*columns, config=DUTCH)


def around(column: str, query: SearchQuery) -> SearchHeadline:
    """The words of a text around the first hits, which `marked` makes visible; its beginning when there is no hit in it."""
    shape: dict[str, Any] = {"max_fragments": 1, "max_words": MOST, "min_words": FEWEST, "short_word": 0}
    shape |= {"start_sel": FROM, "stop_sel": TO}
    return SearchHeadline(column, query, config=DUTCH, **shape)


def whole(column: str, query: SearchQuery) -> SearchHeadline:
    """A text as it stands with its hits, for a title."""
    return SearchHeadline(column, query, config=DUTCH, start_sel=FROM, stop_sel=TO, highlight_all=True)


def marked(hit: str) -> SafeString:
    """The words around a hit with the hit marked; everything else is text."""
    shown = HIT.sub(r"<mark>\1</mark>", escape(hit)).replace(FROM, "").replace(TO, "")
    return mark_safe(shown)  # noqa: S308  escaped first


def quoted(hit: str) -> SafeString:
    """Words around a hit that were taken out of a text, as such; nothing when there is no hit among them."""
    words = hit.strip()
    if FROM not in words:
        return SafeString("")
    begins, ends = (each.search(words.replace(FROM, "").replace(TO, "")) for each in SENTENCE)
    return marked(f"{'' if begins else '… '}{words}{'' if ends else ' …'}")


class Folded(Func):
    """Small letters without accents. The database does it itself: it may not have the extension for it."""

    template = r"regexp_replace(normalize(lower(%(expressions)s), NFD), '[\u0300-\u036f]', '', 'g')"
    output_field = TextField()


def folded(text: str) -> str:
    """The same of what somebody typed."""
    return "".join(each for each in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(each))


def marked_name(name: str, terms: list[str]) -> SafeString:
    """A name with the terms in it marked, whatever their accents."""
    letters = [folded(each) for each in name]
    plain, places = "".join(letters), [place for place, each in enumerate(letters) for _ in each]
    hits = {places[at] for term in terms for found in re.finditer(re.escape(term), plain) for at in range(*found.span())}
    signed = "".join(
        f"{FROM if place in hits and place - 1 not in hits else ''}{each}{TO if place in hits and place + 1 not in hits else ''}"
        for place, each in enumerate(name)
    )
    return marked(signed)
