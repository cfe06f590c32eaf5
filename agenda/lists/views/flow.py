"""How a theme flows, on screen and to take away."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404

from agenda.lists.enums import ActionList, Permission
from agenda.lists.queries.flow import Flow, flow
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.network.models import Theme
from portal.publish.downloads import csv_answer, xlsx_answer
from portal.ui.pages import page

Sheet = tuple[str, list[str], list[list[Any]]]


@guarded(Permission.READ)
def insight(request: Request, by: Actor, slug: str) -> HttpResponse:
    theme = get_object_or_404(Theme, slug=slug)
    return page(request, "lists/insight.html", {"theme": theme, "flow": flow(theme, request.user), "lists": list(ActionList)})


@guarded(Permission.READ)
def insight_as_csv(request: Request, by: Actor, slug: str) -> StreamingHttpResponse:
    theme = get_object_or_404(Theme, slug=slug)
    rows = ([name, *row] for name, _, rows in _sheets(flow(theme, request.user)) for row in rows)
    return csv_answer(f"doorloop-{theme.slug}", ["wat", "naam", "cijfer", "cijfer 2", "cijfer 3", "cijfer 4"], rows)


@guarded(Permission.READ)
def insight_as_xlsx(request: Request, by: Actor, slug: str) -> HttpResponse:
    theme = get_object_or_404(Theme, slug=slug)
    return xlsx_answer(f"doorloop-{theme.slug}", _sheets(flow(theme, request.user)))


def _sheets(found: Flow) -> list[Sheet]:
    """What the page shows, a sheet for each figure."""
    return [
        (
            "Dagen per lijst",
            ["lijst", "verder gegaan", "midden in dagen", "staat er nu", "midden in dagen"],
            [[each.list.label, each.left, each.median_left, each.there, each.median_there] for each in found.paces],
        ),
        (
            "Verloop",
            ["maand", *(which.label for which in ActionList)],
            [[month.label, *(month.counts[which] for which in ActionList)] for month in found.months],
        ),
        (
            "Langst op een lijst",
            ["actie", "lijst", "dagen"],
            [[each.action.title, each.action.get_list_display(), each.days] for each in found.aged],
        ),
        ("Besproken zonder besluit", ["actie", "vergaderingen"], [[each.action.title, each.times] for each in found.often]),
        ("Wie draagt wat", ["organisatie", "trekt", "doet mee"], [[each.name, each.pulls, each.joins] for each in found.loads]),
        ("Zonder actie", ["knelpunt", "ingediend door"], [[each.title, str(each.raised_by)] for each in found.uncovered]),
    ]
