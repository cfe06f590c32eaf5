"""The lists of a theme as they stood on a day or at a meeting."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from agenda.lists import as_of
from agenda.lists.enums import Permission
from agenda.lists.weighings import MOMENTS
from portal.accounts.actor import Actor
from portal.kit import clock
from portal.kit.access import guarded
from portal.network.models import Theme
from portal.ui.pages import page


@guarded(Permission.READ)
def lists_as_of(request: HttpRequest, by: Actor, slug: str) -> HttpResponse:
    theme = get_object_or_404(Theme, slug=slug)
    asked = request.GET.get("op", "")
    day = as_of.day_of(asked)
    meetings = [(name, timezone.localtime(at).date()) for give in MOMENTS for name, at in give()]
    shown = day or (meetings[-1][1] if meetings else clock.today())
    context = {
        "theme": theme, "day": shown, "meetings": meetings[::-1], "today": clock.today(), "is_wrong": bool(asked) and day is None,
        "found": as_of.lists_as_of(theme, as_of.end_of(shown), request.user),
    }  # fmt: skip
    return page(request, "lists/as_of.html", context)
