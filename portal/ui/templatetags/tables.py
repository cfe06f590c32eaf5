"""Rows as a table, and what stands above one: the choices as words, the counts as a bar."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils import formats
from django.utils.safestring import SafeString

from portal.kit import clock
from portal.ui.address_choice import Chip
from portal.ui.table import Part, Table
from portal.ui.templatetags.parts import BESIDE, drawn

register = template.Library()

NEAR = 30  # days ahead in which one counts them
BAR = 420  # px of a status bar


@register.inclusion_tag("ui/table.html")
def table(table: Table) -> dict[str, Any]:
    """Rows as a table: columns that line up over its groups, a head that stays in view and sorts, groups that fold."""
    return {"table": table, "columns": len(table.heads)}


@register.simple_tag
def when(day: date | datetime | None, is_due: Any = True) -> SafeString | str:
    """A day as one reads it in a list: "wo 16 dec", the year where it is not this one, and how far it is when that is near.

    What had to be done by then and is not is late, with the word.
    """
    if day is None:
        return ""
    return _when(clock.date_of(day) if isinstance(day, datetime) else day, clock.today(), bool(is_due))


@lru_cache(maxsize=4096)
def _when(day: date, today: date, is_due: bool) -> SafeString:
    ahead = (day - today).days
    is_late = is_due and ahead < 0
    near = {0: "vandaag", 1: "morgen"}.get(ahead, f"over {ahead} dagen" if 1 < ahead <= NEAR else "")
    late = f"{-ahead} {'dag' if ahead == -1 else 'dagen'} te laat" if is_late else ""
    words = short_day(day, today)
    drawn = render_to_string("ui/when.html", {"day": day, "words": words, "far": late or near, "is_late": is_late})
    return SafeString(drawn.strip())


def short_day(day: date, today: date) -> str:
    """As "wo 16 dec", with the year where it is not this one."""
    return formats.date_format(day, "D j b" if day.year == today.year else "D j b Y").lower()


@register.filter
def in_short(value: date | datetime | None) -> str:
    """A day that was, in a note: "16 dec", with the year where it is not this one."""
    if value is None:
        return ""
    day = clock.date_of(value) if isinstance(value, datetime) else value
    return formats.date_format(day, "j b" if day.year == clock.today().year else "j b Y").lower()


@register.inclusion_tag("ui/status_bar.html")
def status_bar(parts: list[Part], label: str) -> dict[str, Any]:
    """How many there are of each kind: one bar of counted shapes, and under it the same numbers, each where its rows are."""
    total = sum(part.number for part in parts) or 1
    drawn, x = [], 0.0
    for part in parts:
        wide = BAR * part.number / total
        if wide:
            drawn.append({"x": f"{x:.1f}", "width": f"{max(wide - 2, 1):.1f}", "tone": part.tone})
        x += wide
    return {"parts": parts, "drawn": drawn, "label": label, "width": BAR}


@register.inclusion_tag("ui/chips.html")
def chips(chips: list[Chip], label: str) -> dict[str, Any]:
    """Choices as words: what is chosen stands out and can be taken away."""
    return {"chips": chips, "label": label}


@register.simple_block_tag(takes_context=True)
def spine(
    context: Any,
    content: str,
    number: Any,
    at: datetime,
    minutes: int = 0,
    id: str = "",
    asks: bool = False,
    is_current: bool = False,
) -> SafeString:
    """One stop of an agenda: when it begins and how long it takes, its number, filled where it asks for a decision, what it is
    about, and after `{% beside %}` its kind and who leads it. Stands in `<ol class="spine">`."""
    what, _, side = map(SafeString, content.partition(BESIDE))  # drawn already
    props = {"number": number, "at": at, "minutes": minutes, "id": id, "asks": asks, "is_current": is_current}
    return drawn(context, "spine", content=what, side=side, **props)
