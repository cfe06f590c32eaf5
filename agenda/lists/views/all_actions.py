"""All actions of all themes, narrowed as the address asks, with the choices somebody keeps, and to take away."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from agenda.lists.domain import saved_filters
from agenda.lists.enums import Permission
from agenda.lists.forms.proposal import KeepForm
from agenda.lists.models import SavedFilter
from agenda.lists.pages.werkagenda import tally, werkagenda
from agenda.lists.queries import cards
from agenda.lists.queries.choice import ActionChoice
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded
from portal.publish.exports import Export
from portal.ui import chains
from portal.ui.pages import attempt, page
from portal.ui.paging import page_of

ROWS = 50  # of a table, of which a page takes more than of a list

EXPORT = Export(
    name="werkagenda",
    sheet="Werkagenda",
    known=cards.read,
    columns={
        "nummer": lambda action, card: action.pk,
        "titel": lambda action, card: action.title,
        "thema": lambda action, card: action.theme.title,
        "lijst": lambda action, card: action.get_list_display(),
        "stand": lambda action, card: action.standing,
        "sinds": lambda action, card: clock.date_of(action.standing_since),
        "trekker": lambda action, card: action.trekker.membership.organisation.short_name if action.trekker else "",
        "coalitie": lambda action, card: ", ".join(card.partners),
        "soort": lambda action, card: action.get_kind_display(),
        "trede": lambda action, card: action.get_ladder_display(),
        "status": lambda action, card: card.report.status.label if card.report else "",
        "bericht op": lambda action, card: clock.date_of(card.report.reported_at) if card.report else "",
        "volgende stap": lambda action, card: card.report.next_step if card.report else "",
        "volgende stap op": lambda action, card: (card.report.next_date or "") if card.report else "",
        "knelpunten": lambda action, card: len(card.knelpunten),
        "huizen": lambda action, card: len(card.houses),
        "vergaderingen": lambda action, card: card.meetings,
    },
)


@guarded(Permission.READ)
def all_actions(request: Request, by: Actor) -> HttpResponse:
    choice, user = ActionChoice.from_address(request.GET), request.user
    counted, selects = tally(choice, user), choice.selects()
    rows = page_of(request, choice.rows(user).for_rows().select_related("theme"), size=ROWS, total=counted.number())
    context = {
        "rows": rows,
        "choice": choice,
        "selects": selects,
        "address": choice.address(),
        "shown": werkagenda(choice, selects, counted, rows, cards.read(rows, user), chains.read(rows, user)),
        "kept": list(SavedFilter.objects.visible_to(user)),
        "keep_form": KeepForm(initial={"query": choice.address()}),
        "may_propose": user.may(Permission.PROPOSE),
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
    return EXPORT.csv(_taken_along(request), request.user)


@guarded(Permission.READ)
def all_as_xlsx(request: Request, by: Actor) -> HttpResponse:
    return EXPORT.xlsx(_taken_along(request), request.user)


def _taken_along(request: Request) -> Any:
    return ActionChoice.from_address(request.GET).rows(request.user).with_people()
