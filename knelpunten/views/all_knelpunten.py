"""The knelpuntenlijst, searched and narrowed, and the radar that counts it; both to take away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse

from knelpunten.enums import Permission
from knelpunten.queries.choice import Choice, selects
from knelpunten.queries.knelpunten import houses_today
from knelpunten.queries.radar import Radar, radar
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded
from portal.publish.downloads import csv_answer, xlsx_answer
from portal.ui import chains
from portal.ui.pages import page
from portal.ui.paging import page_of

LARGEST_SHEET = 10_000  # rows of a workbook that is made while somebody waits
AT_A_TIME = 500
HEADER = [
    "nummer",
    "titel",
    "ligt in",
    "thema of ambitie",
    "huis",
    "stand",
    "ingediend op",
    "stand sinds",
    "huizen die erachter staan",
    "waar staat het",
    "laatste antwoord",
    "antwoord op",
]


@guarded(Permission.READ_LIST)
def all_knelpunten(request: Request, by: Actor) -> HttpResponse:
    choice = Choice.from_address(request.GET)
    rows = page_of(request, choice.listed(request.user).with_breadth())
    context = {
        "rows": rows,
        "choice": choice,
        "selects": selects(choice),
        "chains": chains.read(rows, request.user),
        "total": houses_today(),
        "address": choice.address(),
        "may_read_radar": request.user.may(Permission.READ_RADAR),
    }
    return page(request, "knelpunten/all.html", context)


@guarded(Permission.READ_LIST)
def all_as_csv(request: Request, by: Actor) -> StreamingHttpResponse:
    return csv_answer("knelpunten", HEADER, _rows(Choice.from_address(request.GET), request.user))


@guarded(Permission.READ_LIST)
def all_as_xlsx(request: Request, by: Actor) -> HttpResponse:
    rows = list(_rows(Choice.from_address(request.GET), request.user, LARGEST_SHEET + 1))
    if len(rows) > LARGEST_SHEET:
        rows[-1] = ["", f"Er zijn er meer dan {LARGEST_SHEET}. Neem de CSV, of kies een kleiner deel."]
    return xlsx_answer("knelpunten", [("Knelpunten", HEADER, rows)])


def _rows(choice: Choice, user: Any, most: int | None = None) -> Iterator[list[Any]]:
    """A line for each knelpunt, read in parts so that a large choice fits in memory."""
    listed = choice.listed(user).with_breadth()
    for start in range(0, min(listed.count(), most or 10**9), AT_A_TIME):
        part = list(listed[start : start + AT_A_TIME])
        standings = chains.standings(part, user)
        for knelpunt in part:
            yield _line(knelpunt, standings[knelpunt.pk])


def _line(knelpunt: Any, standing: chains.Standing) -> list[Any]:
    answer = standing.answer
    return [
        knelpunt.pk,
        knelpunt.title,
        knelpunt.lies_in,
        knelpunt.place,
        knelpunt.raised_by,
        knelpunt.get_state_display(),
        clock.date_of(knelpunt.submitted_at),
        clock.date_of(knelpunt.state_since),
        knelpunt.breadth,
        "; ".join(f"{place.words}: {place.link.label}" if place.link else place.words for place in standing.places),
        ("Deze tekst is verwijderd." if answer.is_removed else answer.words) if answer else "",
        clock.date_of(answer.at) if answer else "",
    ]


@guarded(Permission.READ_RADAR)
def show_radar(request: Request, by: Actor) -> HttpResponse:
    choice = Choice.from_address(request.GET)
    context = {
        "radar": radar(choice, request.user),
        "choice": choice,
        "selects": selects(choice, but=("stand", "huis")),
        "address": choice.address(),
        "base": reverse("knelpunten:all"),
    }
    return page(request, "knelpunten/radar.html", context)


@guarded(Permission.READ_RADAR)
def radar_as_csv(request: Request, by: Actor) -> StreamingHttpResponse:
    found = radar(Choice.from_address(request.GET), request.user)
    rows = ([sheet, *row] for sheet, _, rows in _sheets(found) for row in rows)
    return csv_answer("radar-knelpunten", ["wat", "naam", "knelpunten", "eigen huis"], rows)


@guarded(Permission.READ_RADAR)
def radar_as_xlsx(request: Request, by: Actor) -> HttpResponse:
    found = radar(Choice.from_address(request.GET), request.user)
    return xlsx_answer("radar-knelpunten", _sheets(found))


def _sheets(found: Radar) -> list[tuple[str, list[str], list[list[Any]]]]:
    """What the page shows, a sheet for each figure."""
    figures = [*found.figures, found.regions, found.quarters]
    sheets: list[tuple[str, list[str], list[list[Any]]]] = [
        (figure.title, [figure.title, "knelpunten", "eigen huis"], [[bar.label, bar.number, bar.own] for bar in figure.bars])
        for figure in figures
    ]
    rising = [[each.pattern.title, each.now, each.before] for each in found.rising]
    times = [[each.state, each.number, round(each.median, 1)] for each in found.lead_times]
    return [
        *sheets,
        ("Stijgende rode draden", ["rode draad", "laatste twee kwartalen", "twee daarvoor"], rising),
        ("Doorlooptijd", ["stap", "knelpunten", "dagen (de helft korter)"], times),
        ("Teruggekoppeld", ["", "ten einde", "met antwoord"], [["", found.answered.ended, found.answered.answered]]),
    ]
