"""The ambitions and their action lines: reading them, and keeping them by the landelijk bureau."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from ambitions.domain import line_knelpunten, lines, reports
from ambitions.enums import LineStatus, Permission, Scope
from ambitions.forms import EndLineForm, LineForm, LineTextForm, NationalReportForm, YearForm
from ambitions.models import ActionLine, LineText
from ambitions.pages import lines as lines_page
from ambitions.views.filling import fill_in
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.documents.enums import Permission as Documents
from portal.kit import clock
from portal.kit.access import guarded, public
from portal.kit.opaque import row_in
from portal.network.models import Ambition
from portal.privacy.queries.reports import marks_of
from portal.ui.pages import attempt, page


def _may(request: HttpRequest, permission: str) -> bool:
    return request.user.is_authenticated and request.user.may(permission)


@public
def overview(request: HttpRequest) -> HttpResponse:
    """The five ambitions, each with its objective and how its lines stand."""
    context = {
        **lines_page.overview(request.user),
        "may_keep": _may(request, Permission.KEEP),
        "is_member": _may(request, Permission.READ),
    }
    return page(request, "ambitions/overview.html", context)


@public
def ambition(request: HttpRequest, slug: str) -> HttpResponse:
    pack = lines_page.ambition_page(get_object_or_404(Ambition, slug=slug), request.user)
    context = {"pack": pack, "may_keep": _may(request, Permission.KEEP), "may_write": _may(request, Documents.EDIT_PUBLIC)}
    return page(request, "ambitions/ambition.html", context)


@public
def line(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(ActionLine.objects.visible_to(request.user).select_related("ambition", "owner"), pk=pk)
    return page(
        request,
        "ambitions/line.html",
        {"pack": lines_page.line_page(found, request.user), "marks": marks_of(found, request.user)},
    )


@guarded(Permission.KEEP)
def draw(request: HttpRequest, by: Actor) -> HttpResponse:
    form = LineForm(request.POST or None, initial={"from_year": clock.today().year + 1, "ambition": request.GET.get("ambitie")})
    return fill_in(
        request, form, lambda given: lines.draw(by=by, **(given | {"scope": Scope(given["scope"])})), title="Neem een actielijn op",
        button="Neem op", said="De actielijn staat in de Samenwerkingsagenda.", back=reverse("ambitions:overview"),
        lede="Een regionale lijn komt in het jaarplan van elk huis. Over een landelijke lijn bericht de eigenaar.",
    )  # fmt: skip


@guarded(Permission.KEEP, ActionLine)
def rewrite(request: HttpRequest, line: ActionLine, by: Actor) -> HttpResponse:
    """Another text: who answered is asked again, with both texts beside the answer."""
    words = ("title", "text", "realised_when")

    def now() -> tuple[int, list[tuple[str, str]]]:
        text: Any = LineText.objects.filter(line=line).order_by("-number").first()
        return text.number, [
            ("Titel", text.title or ""),
            ("Wat er gebeurt", text.text or ""),
            ("Gerealiseerd als", text.realised_when or ""),
        ]

    initial = {name: getattr(line, name) for name in words} | {"expected": line.version}
    return fill_in(
        request, LineTextForm(request.POST or None, initial=initial), lambda given: lines.rewrite(line=line, by=by, **given),
        title="Wijzig de actielijn", button="Bewaar en vraag opnieuw", back=line.get_absolute_url(), now=now,
        said="De lijn is gewijzigd. Huizen die al antwoordden, worden opnieuw gevraagd.",
        lede="Huizen die al antwoordden, zien de oude en de nieuwe tekst naast hun antwoord. Toelichtingen gelden niet meer.",
    )  # fmt: skip


@guarded(Permission.KEEP, ActionLine)
def end(request: HttpRequest, line: ActionLine, by: Actor) -> HttpResponse:
    return fill_in(
        request, EndLineForm(request.POST or None, initial={"until_year": line.until_year or clock.today().year}),
        lambda given: lines.end(line=line, by=by, **given), title=f"Beëindig “{line}”", button="Leg vast",
        said="Vastgelegd tot wanneer de lijn loopt. De antwoorden blijven staan.", back=line.get_absolute_url(),
    )  # fmt: skip


@require_POST
@guarded(Permission.KEEP, ActionLine)
def take_up(request: HttpRequest, line: ActionLine, by: Actor) -> HttpResponse:
    """The line takes up a knelpunt, or lets it go."""
    chosen = Knelpunt.objects.visible_to(request.user).filter(pk=row_in(Knelpunt, request.POST.get("knelpunt", ""))).first()
    if chosen is None:
        messages.error(request, "Kies welk knelpunt deze lijn oppakt.")
        return redirect(line)
    if "los" in request.POST:
        act, said = line_knelpunten.let_go, f"“{chosen}” is losgelaten. Het staat weer bij de ambitie."
    else:
        act, said = line_knelpunten.take_up, f"Deze lijn pakt “{chosen}” op. Het huis krijgt een bericht."
    return attempt(request, lambda: act(line=line, knelpunt=chosen, by=by), said=said, back=line)


@guarded(Permission.KEEP)
def open_year(request: HttpRequest, by: Actor) -> HttpResponse:
    form = YearForm(request.POST or None, initial={"year": clock.today().year + 1})
    return fill_in(
        request, form, lambda given: lines.open_year(by=by, **given), title="Vraag om de jaarplannen", button="Vraag alle huizen",
        said="Alle huizen zijn gevraagd, en krijgen een bericht.", back=reverse("ambitions:plans"),
        lede="Elk huis krijgt een plan met de regionale lijnen van dat jaar, en begint vanuit het plan van het jaar ervoor.",
    )  # fmt: skip


@guarded(Permission.REPORT_LINE, ActionLine)
def report(request: HttpRequest, line: ActionLine, by: Actor) -> HttpResponse:
    """How the owner says a national line stands this half-year."""
    year, half = reports.half_of_today()
    return fill_in(
        request, NationalReportForm(request.POST or None),
        lambda given: reports.report(line=line, status=LineStatus(given["status"]), text=given["text"], by=by),
        title=f"Bericht over “{line}”", button="Leg vast", said="Het bericht staat bij de lijn.", back=line.get_absolute_url(),
        lede=f"Over de {'eerste' if half == 1 else 'tweede'} helft van {year}. Gerealiseerd als: {line.realised_when}",
    )  # fmt: skip
