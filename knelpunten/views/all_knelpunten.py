"""The knelpuntenlijst, searched and narrowed, and the radar that counts it; both to take away."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse

from knelpunten.enums import KnelpuntState, Permission
from knelpunten.models import Knelpunt
from knelpunten.pages.rows import table_of
from knelpunten.queries.choice import Choice, selects
from knelpunten.queries.radar import Radar, radar
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded
from portal.publish.downloads import csv_answer, xlsx_answer
from portal.publish.exports import Export
from portal.ui import chains
from portal.ui.pages import page
from portal.ui.paging import page_of


def _where(knelpunt: Knelpunt, standing: chains.Standing) -> str:
    return "; ".join(f"{place.words}: {place.link.label}" if place.link else place.words for place in standing.places)


def _answer(knelpunt: Knelpunt, standing: chains.Standing) -> str:
    if not standing.answer:
        return ""
    return "Deze tekst is verwijderd." if standing.answer.is_removed else standing.answer.words


EXPORT = Export(
    name="knelpunten",
    sheet="Knelpunten",
    known=chains.standings,
    columns={
        "nummer": lambda knelpunt, standing: knelpunt.pk,
        "titel": lambda knelpunt, standing: knelpunt.title,
        "ligt in": lambda knelpunt, standing: knelpunt.lies_in,
        "thema of ambitie": lambda knelpunt, standing: knelpunt.place,
        "huis": lambda knelpunt, standing: knelpunt.raised_by,
        "stand": lambda knelpunt, standing: knelpunt.get_state_display(),
        "ingediend op": lambda knelpunt, standing: clock.date_of(knelpunt.submitted_at),
        "stand sinds": lambda knelpunt, standing: clock.date_of(knelpunt.state_since),
        "huizen die erachter staan": lambda knelpunt, standing: knelpunt.breadth,
        "waar staat het": _where,
        "laatste antwoord": _answer,
        "antwoord op": lambda knelpunt, standing: clock.date_of(standing.answer.at) if standing.answer else "",
    },
)

QUICK = (
    ("Op de knelpuntenlijst", {"stand": KnelpuntState.OP_DE_LIJST.value}),
    ("Met een actie", {"stand": KnelpuntState.GEKOPPELD.value}),
    ("Beantwoord", {"stand": KnelpuntState.BEANTWOORD.value}),
)


@guarded(Permission.READ_LIST)
def all_knelpunten(request: Request, by: Actor) -> HttpResponse:
    choice = Choice.from_address(request.GET)
    rows, choosing = page_of(request, choice.listed(request.user)), selects(choice)
    context = {
        "rows": rows,
        "choice": choice,
        "selects": choosing,
        "chips": choice.chips(choosing, *QUICK),
        "table": table_of(choice, rows, chains.standings(rows, request.user)),
        "address": choice.address(),
        "may_read_radar": request.user.may(Permission.READ_RADAR),
    }
    return page(request, "knelpunten/all.html", context)


@guarded(Permission.READ_LIST)
def all_as_csv(request: Request, by: Actor) -> StreamingHttpResponse:
    return EXPORT.csv(_taken_along(request), request.user)


@guarded(Permission.READ_LIST)
def all_as_xlsx(request: Request, by: Actor) -> HttpResponse:
    return EXPORT.xlsx(_taken_along(request), request.user)


def _taken_along(request: Request) -> Any:
    return Choice.from_address(request.GET).listed(request.user).for_rows("kind", "submitted_at")


@guarded(Permission.READ_RADAR)
def show_radar(request: Request, by: Actor) -> HttpResponse:
    choice = Choice.from_address(request.GET)
    context = {
        "radar": radar(choice, request.user),
        "choice": choice,
        "selects": selects(choice, but=("stand", "huis", "op")),
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
