"""The monitor: how all lines stand at all houses, kept at a moment, compared, and brought to the Stuurgroep."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from ambitions.domain import freezes as freeze_verbs
from ambitions.enums import LineStatus, Permission
from ambitions.models import Freeze, NationalReport, PlanYear, ReportOffer
from ambitions.pages import prints
from ambitions.queries.grid import OLD, Grid, compared, grid_of, over_years, status_of, stuck_in, thawed, year_of_today
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import OR_NOTHING, guarded
from portal.kit.forms import CreateForm, key_in
from portal.kit.opaque import row_in
from portal.network.models import House
from portal.publish.answers import printed_answer
from portal.publish.downloads import csv_answer, xlsx_answer
from portal.ui.charts import Tile
from portal.ui.pages import attempt, page

HEADER = ["Jaar", "Ambitie", "Actielijn", "Huis", "Hoe het staat", "Over de tekst van nu"]


def _chosen(request: Request) -> tuple[list[PlanYear], PlanYear | None]:
    years = list(PlanYear.objects.order_by("-year"))
    return years, next((each for each in years if each.year == key_in(request.GET.get("jaar", ""))), year_of_today(years))


@guarded(Permission.READ)
def monitor(request: Request, by: Actor) -> HttpResponse:
    """A square for every house and line, with the same as a table of counts.

    Chosen by year and ambition, compared with a state that was kept.
    """
    user = request.user
    years, year = _chosen(request)
    ambition, against = key_in(request.GET.get("ambitie", "")), row_in(Freeze, request.GET.get("met", ""))
    freezes = list(Freeze.objects.visible_to(user).select_related("plan_year").defer("cells", "lines", "houses", "unsolved"))
    context: dict[str, Any] = {
        "years": years,
        "year": year,
        "freezes": freezes,
        "chosen": ambition,
        "key": uuid4(),
        "statuses": list(LineStatus),
        "may_keep": user.may(Permission.KEEP),
        "is_picture": "kaart" in request.GET,
    }
    if year:
        grid = grid_of(year, ambition)
        before = Freeze.objects.visible_to(user).select_related("plan_year").filter(pk=against).first() if against else None
        context |= {"grid": compared(grid, thawed(before)) if before else grid, "before": before}
        if "jaren" in request.GET:
            context["over_years"] = over_years(grid)
        if context["is_picture"]:
            context["tiles"] = _tiles(grid)
    return page(request, "ambitions/monitor.html", context)


def _tiles(grid: Grid) -> list[Tile]:
    """How many lines each house answered (*ingevuld*), on the map of regions."""
    houses = (
        House.objects.filter(pk__in=[pk for pk, _ in grid.houses]).select_related("region").order_by("region__number", "sort_key")
    )
    return Tile.of_houses([(house, grid.filled_at(house.pk), "") for house in houses])


@guarded(Permission.READ, answers=OR_NOTHING)
def monitor_as(request: Request, by: Actor, form: str) -> Any:
    """The same as a table to take along: a row for each house and line."""
    _, year = _chosen(request)
    if year is None:
        raise Http404
    rows, name = _rows(grid_of(year, key_in(request.GET.get("ambitie", "")))), f"samenwerkingsagenda-{year}"
    return csv_answer(name, HEADER, rows) if form == "csv" else xlsx_answer(name, [(str(year), HEADER, rows)])


def _rows(grid: Grid) -> list[tuple[Any, ...]]:
    rows = []
    for line in grid.lines:
        for house, name in grid.houses:
            code = grid.cells.get(line.pk, {}).get(house, "")
            status = status_of(code)
            words = str(status.label) if status else "geen antwoord"
            rows.append((grid.year, line.ambition, line.title, name, words, "nee" if code.endswith(OLD) or not code else "ja"))
    return rows


@require_POST
@guarded(Permission.KEEP)
def freeze(request: Request, by: Actor) -> HttpResponse:
    year = get_object_or_404(PlanYear, year=key_in(request.POST.get("year", "")))
    form = CreateForm(request.POST)
    if not form.is_valid():
        return redirect("ambitions:monitor")
    made = freeze_verbs.freeze(key=form.cleaned_data["key"], plan_year=year, by=by)
    messages.success(request, "De stand is vastgelegd, en wijzigt niet meer.")
    return redirect(made)


@guarded(Permission.READ, Freeze)
def report(request: Request, freeze: Freeze, by: Actor) -> HttpResponse:
    """The report for the Stuurgroep: how each line stands beside how it stood, and what regions cannot solve."""
    user = request.user
    before = _before(freeze, user)
    now, then = thawed(freeze), thawed(before) if before else None
    reports = NationalReport.objects.filter(year=freeze.plan_year.year, reported_at__lte=freeze.frozen_at)
    newest = reports.order_by("line_id", "-half", "-pk").distinct("line_id").select_related("line__owner")
    context = {
        "freeze": freeze,
        "grid": compared(now, then) if then else now,
        "before": before,
        "then": then,
        "stuck": stuck_in(freeze, user),
        "offer": ReportOffer.objects.filter(freeze=freeze).first(),
        "statuses": list(LineStatus),
        "reports": newest,
        "may_keep": user.may(Permission.KEEP),
    }
    return page(request, "ambitions/report.html", context)


def _before(freeze: Freeze, user: Any) -> Freeze | None:
    """The last state that was kept of a year before, or of this year earlier."""
    earlier = Freeze.objects.visible_to(user).filter(frozen_at__lt=freeze.frozen_at).select_related("plan_year")
    found: Freeze | None = earlier.exclude(plan_year=freeze.plan_year).first() or earlier.first()
    return found


@guarded(Permission.READ, Freeze)
def report_as(request: Request, freeze: Freeze, by: Actor, form: str) -> HttpResponse:
    return printed_answer(
        prints.report_on_paper(freeze, _before(freeze, request.user), stuck_in(freeze, request.user)),
        form,
        f"samenwerkingsagenda-{freeze.plan_year}",
    )


@require_POST
@guarded(Permission.KEEP, Freeze)
def offer(request: Request, freeze: Freeze, by: Actor) -> HttpResponse:
    said = (
        "Aangeboden. De secretaris van de Stuurgroep vindt het rapport en wat regio's niet alleen kunnen oplossen "
        "bij het maken van de agenda."
    )
    return attempt(request, lambda: freeze_verbs.offer(freeze=freeze, by=by), said=said, back=freeze)
