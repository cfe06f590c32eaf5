"""Finding a section: Dutch stems, phrases between quotes, the beginning of the last word, and straight to a number."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import F
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from portal.documents.models import Edition, Section
from portal.documents.queries.editions import edition_in_force

PHRASE = re.compile(r'"([^"]+)"')
WORD = re.compile(r"\w+")
JUMP = re.compile(r"^(?:§|par\.?|paragraaf|hoofdstuk|h\.?)?\s*(\d{1,2}(?:\.\d{1,2})*)\.?$", re.IGNORECASE)
UNREAD = ("content", "notes", "text", "found_by")  # a list of hits shows none of these
FROM, TO = "\u2402", "\u2403"  # stand around a hit until the text around it is escaped


def jump_to(document: str, words: str, edition: Edition | None) -> Section | None:
    """The section whose number this is, in the edition asked for or the one in force."""
    match = JUMP.match(words)
    edition = edition or edition_in_force(document)
    if match is None or edition is None:
        return None
    return edition.sections.filter(number=match[1]).select_related("edition__document").first()


def in_force_with(words: str, day: date) -> Any:
    """Sections of the editions in force that day that hold these words in number, title
    or text; a number leads to those that have it."""
    in_force = Edition.objects.in_force_on(day)
    sections = Section.objects.filter(edition__in=in_force).select_related("edition__document").defer(*UNREAD)
    if match := JUMP.match(words):
        return sections.filter(number=match[1]).order_by("edition")
    query = query_for(words)
    if query is None:
        return sections.none()
    return sections.filter(found_by=query).annotate(rank=SearchRank(F("found_by"), query)).order_by("-rank", "order")


def found_in(document: str, words: str, edition: Edition | None) -> Any:
    """Sections of a document (of all, if it is empty) that hold these words, the best
    first, each with `hit`: the words around it, marked."""
    query = query_for(words)
    sections = Section.objects.select_related("edition__document")
    if document:
        sections = sections.filter(edition__document__slug=document)
    if query is None:
        return sections.none()
    if edition is not None:
        sections = sections.filter(edition=edition)
    shape: dict[str, Any] = {"start_sel": FROM, "stop_sel": TO, "max_words": 40, "min_words": 20, "short_word": 0}
    headline = SearchHeadline("text", query, config="dutch", **shape)
    found = sections.filter(found_by=query).annotate(rank=SearchRank(F("found_by"), query), hit=headline)
    return found.defer(*UNREAD).order_by("-rank", F("edition__in_force_date").desc(nulls_last=True), "order")


def query_for(words: str) -> SearchQuery | None:
    """All words, phrases as they stand; the last word may be the beginning of one."""
    terms = [" <-> ".join(WORD.findall(phrase)) for phrase in PHRASE.findall(words)]
    loose = WORD.findall(PHRASE.sub(" ", words).replace('"', " "))
    if loose:
        loose[-1] = f"{loose[-1]}:*"
    terms = [f"({term})" for term in [*terms, *loose] if term]
    return SearchQuery(" & ".join(terms), config="dutch", search_type="raw") if terms else None


def marked(hit: str) -> SafeString:
    """The words around a hit with the hit marked; everything else is text."""
    return mark_safe(escape(hit).replace(FROM, "<mark>").replace(TO, "</mark>"))  # noqa: S308  escaped first
