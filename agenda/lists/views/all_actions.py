"""All actions of all themes, narrowed as the address asks, with the choices somebody keeps, and to take away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from agenda.lists.domain import saved_filters
from agenda.lists.enums import Permission
from agenda.lists.forms.proposal import KeepForm
from agenda.lists.models import SavedFilter
from agenda.lists.queries import cards, themes
from agenda.lists.queries.choice import ActionChoice
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded
from portal.publish.downloads import csv_answer, xlsx_answer
from portal.ui import chains
from portal.ui.pages import attempt, page
from portal.ui.paging import page_of

LARGEST_SHEET = 10_000  # rows of a workbook that is made while somebody waits
AT_A_TIME = 500
HEADER = [
    "nummer",
    "titel",
    "thema",
    "lijst",
    "stand",
    "sinds",
    "trekker",
    "coalitie",
    "soort",
    "trede",
    "status",
    "bericht op",
    "volgende stap",
    "volgende stap op",
    "knelpunten",
    "huizen",
    "vergaderingen",
]


@guarded(Permission.READ)
def all_actions(request: Request, by: Actor) -> HttpResponse:
    choice = ActionChoice.from_address(request.GET)
    rows = page_of(request, choice.rows(request.user).for_rows().select_related("theme"))
    context = {
        "rows": rows,
        "choice": choice,
        "selects": choice.selects(),
        "address": choice.address(),
        "themes": themes.themes_today(),
        "action_chains": chains.read(rows, request.user),
        "cards": cards.read(rows, request.user),
        "kept": list(SavedFilter.objects.visible_to(request.user)),
        "keep_form": KeepForm(initial={"query": choice.address()}),
        "may_propose": request.user.may(Permission.PROPOSE),
    }
    return page(request, "lists/all.html", context)


@require_POST
@guarded(Permission.KEEP)
def keep(request: Request, by: Actor) -> HttpResponse:
    """Keep the choice of now under a name. What the address does not know is not kept."""
    form = KeepForm(request.POST)
    if not form.is_valid():
        return redirect("lists:all")
    query = ActionChoice.from_address(form.query_given).address()
    back = f"{reverse('lists:all')}?{query}"
    name = form.cleaned_data["name"]
    said = f"Bewaard als “{name}”. U vindt deze keuze boven aan de werkagenda."
    return attempt(request, lambda: saved_filters.keep(owner=request.user, name=name, query=query), said=said, back=back)


@require_POST
@guarded(Permission.KEEP, SavedFilter)
def forget(request: Request, kept: SavedFilter, by: Actor) -> HttpResponse:
    said = f"“{kept}” is weg."
    return attempt(request, lambda: saved_filters.forget(kept=kept), said=said, back=reverse("lists:all"))


@guarded(Permission.READ)
def all_as_csv(request: Request, by: Actor) -> StreamingHttpResponse:
    return csv_answer("werkagenda", HEADER, _rows(ActionChoice.from_address(request.GET), request.user))


@guarded(Permission.READ)
def all_as_xlsx(request: Request, by: Actor) -> HttpResponse:
    rows = list(_rows(ActionChoice.from_address(request.GET), request.user, LARGEST_SHEET + 1))
    if len(rows) > LARGEST_SHEET:
        rows[-1] = ["", f"Er zijn er meer dan {LARGEST_SHEET}. Neem de CSV, of kies een kleiner deel."]
    return xlsx_answer("werkagenda", [("Werkagenda", HEADER, rows)])


def _rows(choice: ActionChoice, user: Any, most: int | None = None) -> Iterator[list[Any]]:
    """A line for each action, read in parts so that a large choice fits in memory."""
    chosen = choice.rows(user).with_people()
    for start in range(0, min(chosen.count(), most or 10**9), AT_A_TIME):
        part = list(chosen[start : start + AT_A_TIME])
        known = cards.read(part, user)
        for action in part:
            yield _line(action, known[action.pk])


def _line(action: Any, card: cards.Card) -> list[Any]:
    report = card.report
    return [
        action.pk,
        action.title,
        action.theme.title,
        action.get_list_display(),
        action.standing,
        clock.date_of(action.standing_since),
        action.trekker.membership.organisation.short_name if action.trekker else "",
        ", ".join(card.partners),
        action.get_kind_display(),
        action.get_ladder_display(),
        report.status.label if report else "",
        clock.date_of(report.reported_at) if report else "",
        report.next_step if report else "",
        (report.next_date or "") if report else "",
        len(card.knelpunten),
        len(card.houses),
        card.meetings,
    ]
