"""Finding a section: Dutch stems, phrases between quotes, the beginning of the last word, and straight to a number."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchRank
from django.db.models import F

from portal.documents.models import Edition, Section
from portal.documents.queries.editions import edition_in_force
from portal.kit.finding import around, query_for

JUMP = re.compile(r"^(?:§|par\.?|paragraaf|hoofdstuk|h\.?)?\s*(\d{1,2}(?:\.\d{1,2})*)\.?$", re.IGNORECASE)
UNREAD = ("content", "notes", "text", "found_by")  # a list of hits shows none of these


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
    found = sections.filter(found_by=query).annotate(rank=SearchRank(F("found_by"), query), hit=around("text", query))
    return found.defer(*UNREAD).order_by("-rank", F("edition__in_force_date").desc(nulls_last=True), "order")
