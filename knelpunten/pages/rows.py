"""A knelpunt as a row of a table or a card of a board: where it stands, who raised it, and how many houses stand behind it."""

from __future__ import annotations

from typing import Any

from django.utils.text import Truncator

from knelpunten.models import Knelpunt
from knelpunten.queries.choice import Choice
from portal.kit.opaque import of
from portal.ui.chains import Standing
from portal.ui.table import Group, Line, Table, heads

ANSWER = 140  # characters of the last answer
HEADS = ("Stand", "Knelpunt", "Huis", "Waar het nu is", "Huizen", "Keten")
SORTED_BY = {"status": "stand", "title": "knelpunt", "who": "huis", "number": "huizen"}


def knelpunt_line(knelpunt: Knelpunt, standing: Standing, **more: Any) -> Line:
    """A knelpunt as a row: who raised it, where it is since when, and the beginning of the last answer. `more` is of the page."""
    return Line(
        url=knelpunt.get_absolute_url(),
        title=knelpunt.title,
        status=str(knelpunt.standing.label),
        tone=knelpunt.standing.tone,
        who=knelpunt.raised_in_short,
        places=standing.places,
        quote=_answer(standing),
        chain=standing.chain,
        **more,
    )


def _answer(standing: Standing) -> str:
    if standing.answer is None:
        return ""
    if standing.answer.is_removed:
        return "Deze tekst is verwijderd."
    return Truncator(standing.answer.words).chars(ANSWER)


def table_of(choice: Choice, rows: Any, read: dict[int, Standing]) -> Table:
    """The knelpuntenlijst, of rows with their breadth."""
    lines = [
        knelpunt_line(
            knelpunt,
            read[knelpunt.pk],
            under=knelpunt.theme.in_short if knelpunt.theme else knelpunt.place,
            number=knelpunt.breadth,
            unit="huis" if knelpunt.breadth == 1 else "huizen",
            number_of=("knelpunt", of(knelpunt), "huizen"),
        )
        for knelpunt in rows
    ]
    first = "" if choice.q else "-sinds"
    return Table(
        label="Knelpunten",
        heads=heads(HEADS, choice, SORTED_BY, first),
        groups=[Group(lines=lines)],
        total=rows.paginator.count,
    )
