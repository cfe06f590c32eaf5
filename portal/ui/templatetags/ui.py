"""Components and the way dates are written. They draw; they never query."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils import formats, timezone
from django.utils.safestring import SafeString

from portal.kit import clock, opaque
from portal.kit.forms import dress
from portal.kit.states import Tone
from portal.ui.chains import STATIONS, Chain

register = template.Library()

DOT, STEP = 5, 14


@register.inclusion_tag("ui/chain.html")
def chain(chain: Chain) -> dict[str, Any]:
    """The chain as it stands at the top of a page."""
    return {"chain": chain}


@register.simple_tag
def dots(chain: Chain) -> SafeString:
    """The chain in miniature, for a row. There are few different ones, so each is drawn once."""
    return _dots(tuple(station.state for station in chain.stations), chain.summary)


@lru_cache(maxsize=512)
def _dots(states: tuple[str, ...], words: str) -> SafeString:
    points = [(DOT + 1 + place * STEP, state) for place, state in enumerate(states)]
    width = (len(STATIONS) - 1) * STEP + 2 * DOT + 2
    return render_to_string("ui/dots.html", {"points": points, "width": width, "words": words})


@register.inclusion_tag("ui/status.html")
def status(what: Any, tone: str = "") -> dict[str, str]:
    """A status in a word and a shape: something that has a label and a tone of its own, or a word and a tone."""
    return {"word": getattr(what, "label", what), "tone": Tone(tone or getattr(what, "tone", ""))}


@register.inclusion_tag("ui/phase_band.html")
def phase_band(theme: Any) -> dict[str, Any]:
    return {"phases": theme.phases, "words": " en ".join(theme.phase_labels)}


@register.inclusion_tag("ui/post_button.html", takes_context=True)
def post_button(
    context: Any, label: str, url: str, kind: str = "primary-action", name: str = "", value: str = ""
) -> dict[str, Any]:
    """A button that does one thing."""
    token = context.get("csrf_token")
    return {"label": label, "url": url, "kind": kind, "name": name, "value": value, "csrf_token": token}


@register.inclusion_tag("ui/folded.html", takes_context=True)
def folded(context: Any, summary: str, form: Any, url: str, button: str, kind: str = "primary-action") -> dict[str, Any]:
    """A form behind a line that says what it is for; open when something in it was not right. Nothing where there is no form."""
    token = context.get("csrf_token")
    return {"summary": summary, "form": form, "url": url, "button": button, "kind": kind, "csrf_token": token}


@register.inclusion_tag("ui/pages.html", takes_context=True)
def pages(context: Any, rows: Any) -> dict[str, Any]:
    """Previous, next, and where one is, under a list that comes in pages."""
    return {"rows": rows, "request": context.get("request")}


@register.simple_tag
def dressed(form: Any) -> Any:
    """A library's form in the portal's clothes."""
    return dress(form).render()


@register.filter
def day(value: date | datetime | None) -> str:
    """As "do 26 nov 2026"."""
    if value is None:
        return ""
    return _day(clock.date_of(value) if isinstance(value, datetime) else value)


@lru_cache(maxsize=4096)
def _day(value: date) -> str:
    return formats.date_format(value, "D j b Y").lower()


@register.filter
def short_day(value: date | datetime | None) -> str:
    """As "do 26 nov"; with the year where it is not this one."""
    if value is None:
        return ""
    wanted = clock.date_of(value) if isinstance(value, datetime) else value
    words = _day(wanted)
    return words if wanted.year != clock.today().year else words.rpartition(" ")[0]


@register.filter
def moment(value: datetime | None) -> str:
    """As "do 26 nov 2026, 14.30 uur"."""
    return f"{day(value)}, {clock_time(value)} uur" if value else ""


@register.filter
def clock_time(value: datetime | None) -> str:
    """As "14.30"."""
    return timezone.localtime(value).strftime("%H.%M") if value else ""


@register.filter
def away(value: date | datetime | None) -> str:
    """How far a day is from today: "vandaag", "over 3 dagen", "3 dagen geleden"."""
    if value is None:
        return ""
    wanted = clock.date_of(value) if isinstance(value, datetime) else value
    days = (wanted - clock.today()).days
    if abs(days) < 2:
        return {0: "vandaag", 1: "morgen", -1: "gisteren"}[days]
    return f"over {days} dagen" if days > 0 else f"{-days} dagen geleden"


@register.filter
def waited(value: date) -> str:
    """How long something waits since a day: "sinds vandaag", "wacht 16 dagen"."""
    days = (clock.today() - value).days
    if days < 2:
        return "sinds gisteren" if days == 1 else "sinds vandaag"
    return f"wacht {days} dagen"


@register.filter
def overdue(value: date) -> str:
    """How much too late it is after a day: "8 dagen te laat"."""
    days = (clock.today() - value).days
    return f"{days} {'dag' if days == 1 else 'dagen'} te laat"


NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


@register.filter
def in_words(number: int) -> str:
    """A number as it stands in a sentence: in words up to twelve."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


@register.filter
def word(row: Any) -> str:
    """What names this row in a form or an address, and tells nothing."""
    return opaque.of(row)


@register.filter
def get(mapping: dict[Any, Any] | None, key: Any) -> Any:
    """A value of a dictionary by a key that is itself a variable; nothing where there is no dictionary."""
    return mapping.get(key) if isinstance(mapping, dict) else None
