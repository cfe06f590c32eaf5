"""The lists of a theme as they stood on a day or at a meeting."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from agenda.lists.enums import Permission
from agenda.lists.queries import as_of
from agenda.lists.queries.weighings import MOMENTS
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded
from portal.network.models import Theme
from portal.ui.pages import page

FOLD = 100  # rows of a list that are shown at first


@guarded(Permission.READ)
def lists_as_of(request: Request, by: Actor, slug: str) -> HttpResponse:
    theme = get_object_or_404(Theme, slug=slug)
    meetings = [(name, clock.date_of(at)) for name, at in MOMENTS.ask()]
    asked = request.GET.get("op", "")
    day = as_of.day_of(asked) or _of_meeting(request.GET.get("vergadering", ""), meetings)
    shown = day or (meetings[-1][1] if meetings else clock.today())
    place = max((place for place, (_, at) in enumerate(meetings) if at <= shown), default=0)
    found = as_of.lists_as_of(theme, as_of.end_of(shown), request.user)
    is_whole = "alles" in request.GET
    most = max(len(found.changes), len(found.knelpunten), len(found.came), len(found.went), *map(len, found.lists.values()))
    context = {
        "theme": theme,
        "day": shown,
        "meetings": meetings,
        "place": place,
        "last": len(meetings) - 1,
        "today": clock.today(),
        "is_wrong": bool(asked) and day is None,
        "found": found,
        "fold": None if is_whole else FOLD,
        "most": most,
    }
    return page(request, "lists/as_of.html", context)


def _of_meeting(place: str, meetings: list[tuple[str, date]]) -> date | None:
    """The day of the meeting at that place of the slider."""
    return meetings[int(place)][1] if place.isdecimal() and len(place) < 6 and int(place) < len(meetings) else None
