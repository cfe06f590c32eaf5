"""The order in which a voorraadlijst is discussed, by buttons and by dragging."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from agenda.lists.domain import list_orders
from agenda.lists.enums import ActionList, Permission
from agenda.lists.models import Action
from agenda.lists.queries import cards, themes
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.kit.opaque import of, rows_in
from portal.kit.refusals import Refused
from portal.network.models import Theme
from portal.ui.pages import page


@guarded(Permission.ORDER)
def order(request: Request, by: Actor, slug: str) -> HttpResponse:
    """Each button moves one action and keeps nothing; only the last one proposes the order. Dragging fills in the same form."""
    theme = get_object_or_404(Theme, slug=slug)
    rows = list(themes.actions_on(theme, ActionList.VOORRAADLIJST, request.user))
    asked = _asked(request)
    refused: list[str] = []
    if request.method == "POST" and "propose" in request.POST:
        try:
            list_orders.propose(theme=theme, actions=asked, by=by)
        except Refused as why:
            refused = why.sentences
        else:
            messages.success(request, "De volgorde staat op de voorraadlijst. De vergadering kan haar nog veranderen.")
            return redirect(f"{reverse('lists:theme', args=[theme.slug])}#voorraad")
    if request.method == "POST" and not refused:
        rows = _moved(rows, asked, request.POST)
    context = {
        "theme": theme,
        "rows": rows,
        "cards": cards.read(rows, request.user),
        "refused": refused,
        "is_moved": request.method == "POST" and not refused,
    }
    return page(request, "lists/order.html", context, status=409 if refused else 200)


def _asked(request: Request) -> list[int]:
    return rows_in(Action, request.POST.getlist("order"))


def _moved(rows: list[Any], asked: list[int], given: Any) -> list[Any]:
    """The rows as the form had them, with one a place up or down."""
    places = {pk: place for place, pk in enumerate(asked)}
    rows = sorted(rows, key=lambda row: places.get(row.pk, len(places)))
    for name, step in (("up", -1), ("down", 1)):
        chosen = given.get(name, "")
        at = next((place for place, row in enumerate(rows) if of(row) == chosen), None)
        if at is not None and 0 <= at + step < len(rows):
            rows[at], rows[at + step] = rows[at + step], rows[at]
    return rows
