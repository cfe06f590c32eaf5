"""The rows of the lists as they stood: what they say. How they look is in `lists/plain_row.html`."""

from __future__ import annotations

from typing import Any

from django import template

from agenda.lists.queries.as_of import Stood
from portal.ui.templatetags.ui import day

register = template.Library()
Row = dict[str, Any]


@register.inclusion_tag("lists/plain_row.html")
def plain_row(shown: Any, words: str) -> Row:
    """A title that leads somewhere, and words under it."""
    return {"shown": shown, "words": words, "quote": ""}


@register.inclusion_tag("lists/plain_row.html")
def stood_row(stood: Stood) -> Row:
    """An action as it stood: since when, how it ended, by which decision and why."""
    words = " · ".join(filter(None, (f"sinds {day(stood.since)}", stood.ended, stood.decision and f"Besluit {stood.decision}")))
    return {"shown": stood, "words": words, "quote": stood.reason}


@register.filter
def first_of(rows: list[Any], number: int | None) -> list[Any]:
    """The first so many; all when no number is given."""
    return rows if number is None else rows[:number]
