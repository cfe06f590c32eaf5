"""The ambitions and their action lines: reading them, and keeping them by the landelijk bureau."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from ambitions.domain import line_knelpunten, lines, reports
from ambitions.enums import Permission
from ambitions.forms import EndLineForm, LineForm, LineTextForm, NationalReportForm, YearForm
from ambitions.models import ActionLine, LineText
from ambitions.pages import lines as lines_page
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.documents.enums import Permission as Documents
from portal.kit import clock
from portal.kit.access import guarded, public
from portal.kit.opaque import row_in
from portal.network.models import Ambition
from portal.privacy.queries.reports import marks_of
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page

FORM = "ambitions/form.html"


def _may(request: Request, permission: str) -> bool:
    return request.user.is_authenticated and request.user.may(permission)


@public
def overview(request: Request) -> HttpResponse:
    """The five ambitions, each with its objective and how its lines stand."""
    context = {
        **lines_page.overview(request.user),
        "may_keep": _may(request, Permission.KEEP),
        "is_member": _may(request, Permission.READ),
    }
    return page(request, "ambitions/overview.html", context)


@public
def ambition(request: Request, slug: str) -> HttpResponse:
    pack = lines_page.ambition_page(get_object_or_404(Ambition, slug=slug), request.user)
    context = {"pack": pack, "may_keep": _may(request, Permission.KEEP), "may_write": _may(request, Documents.EDIT_PUBLIC)}
    return page(request, "ambitions/ambition.html", context)


@public
def line(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(ActionLine.objects.visible_to(request.user).select_related("ambition", "owner"), pk=pk)
    return page(
        request,
        "ambitions/line.html",
        {"pack": lines_page.line_page(found, request.user), "marks": marks_of(found, request.user)},
    )


@guarded(Permission.KEEP)
def draw(request: Request, by: Actor) -> HttpResponse:
    form = LineForm(request.POST or None, initial={"from_year": clock.today().year + 1, "ambition": request.GET.get("ambitie")})
    back = reverse("ambitions:overview")
    return fill_in(
        request,
        form,
        partial(lines.draw, by=by),
        said="De actielijn staat in de Samenwerkingsagenda.",
        back=back,
        show=with_form(
            request,
            FORM,
            form,
            title="Neem een actielijn op",
            lede="Een regionale lijn komt in het jaarplan van elk huis. Over een landelijke lijn bericht de eigenaar.",
            button="Neem op",
            back=back,
        ),
    )


@guarded(Permission.KEEP, ActionLine)
def rewrite(request: Request, line: ActionLine, by: Actor) -> HttpResponse:
    """Another text: who answered is asked again, with both texts beside the answer."""
    words = ("title", "text", "realised_when")
    initial = {name: getattr(line, name) for name in words} | {"expected": line.version}
    form, back = LineTextForm(request.POST or None, initial=initial), line.get_absolute_url()

    def now() -> dict[str, Any]:
        text: Any = LineText.objects.filter(line=line).order_by("-number").first()
        form.renew(expected=text.number)
        said = {"Titel": text.title, "Wat er gebeurt": text.text, "Gerealiseerd als": text.realised_when}
        return {"now": [(term, text or "") for term, text in said.items()]}

    return fill_in(
        request,
        form,
        partial(lines.rewrite, line=line, by=by),
        said="De lijn is gewijzigd. Huizen die al antwoordden, worden opnieuw gevraagd.",
        back=back,
        now=now,
        show=with_form(
            request,
            FORM,
            form,
            title="Wijzig de actielijn",
            lede="Huizen die al antwoordden, zien de oude en de nieuwe tekst naast hun antwoord. Toelichtingen gelden niet meer.",
            button="Bewaar en vraag opnieuw",
            back=back,
        ),
    )


@guarded(Permission.KEEP, ActionLine)
def end(request: Request, line: ActionLine, by: Actor) -> HttpResponse:
    form = EndLineForm(request.POST or None, initial={"until_year": line.until_year or clock.today().year})
    back = line.get_absolute_url()
    return fill_in(
        request,
        form,
        partial(lines.end, line=line, by=by),
        said="Vastgelegd tot wanneer de lijn loopt. De antwoorden blijven staan.",
        back=back,
        show=with_form(request, FORM, form, title=f"Beëindig “{line}”", button="Leg vast", back=back),
    )


@require_POST
@guarded(Permission.KEEP, ActionLine)
def take_up(request: Request, line: ActionLine, by: Actor) -> HttpResponse:
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
def open_year(request: Request, by: Actor) -> HttpResponse:
    form = YearForm(request.POST or None, initial={"year": clock.today().year + 1})
    back = reverse("ambitions:plans")
    return fill_in(
        request,
        form,
        partial(lines.open_year, by=by),
        said="Alle huizen zijn gevraagd, en krijgen een bericht.",
        back=back,
        show=with_form(
            request,
            FORM,
            form,
            title="Vraag om de jaarplannen",
            lede="Elk huis krijgt een plan met de regionale lijnen van dat jaar, en begint vanuit het plan van het jaar ervoor.",
            button="Vraag alle huizen",
            back=back,
        ),
    )


@guarded(Permission.REPORT_LINE, ActionLine)
def report(request: Request, line: ActionLine, by: Actor) -> HttpResponse:
    """How the owner says a national line stands this half-year."""
    year, half = reports.half_of_today()
    form, back = NationalReportForm(request.POST or None), line.get_absolute_url()
    return fill_in(
        request,
        form,
        partial(reports.report, line=line, by=by),
        said="Het bericht staat bij de lijn.",
        back=back,
        show=with_form(
            request,
            FORM,
            form,
            title=f"Bericht over “{line}”",
            lede=f"Over de {'eerste' if half == 1 else 'tweede'} helft van {year}. Gerealiseerd als: {line.realised_when}",
            button="Leg vast",
            back=back,
        ),
    )
