"""Themes with their lists, an action, and the answer to a knelpunt."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from agenda.lists.domain import answers
from agenda.lists.enums import ActionList, Permission
from agenda.lists.forms.proposal import AnswerForm
from agenda.lists.models import Action
from agenda.lists.pages.action import action_page, for_page, weighed
from agenda.lists.pages.acts import acts_of
from agenda.lists.pages.board import Read, actions_table, board, knelpunten_table
from agenda.lists.queries import cards
from agenda.lists.queries.themes import actions_on, elsewhere_of, knelpunten_on, lists_of, order_of, themes_today
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded, public
from portal.network.models import Theme
from portal.privacy.queries.reports import marks_of
from portal.ui import chains
from portal.ui.forms import fill_in
from portal.ui.pages import page
from portal.ui.paging import page_of

KNELPUNT_LISTS = {
    "knelpuntenlijst": ("knelpuntenlijst", knelpunten_on),
    "elders-belegd": ("elders belegd", elsewhere_of),
}


@public
def themes(request: Request) -> HttpResponse:
    return page(request, "lists/themes.html", {"themes": themes_today()})


@public
def theme(request: Request, slug: str) -> HttpResponse:
    found = get_object_or_404(themes_today(), slug=slug)
    context: dict[str, Any] = {"theme": found, "lists": None}
    if request.user.is_authenticated and request.user.may(Permission.READ):
        lists = lists_of(found, request.user)
        read = Read(
            actions=chains.read(lists.all_actions, request.user),
            knelpunten=chains.standings(lists.all_knelpunten, request.user),
            cards=cards.read(lists.all_actions, request.user),
        )
        may_order = request.user.may(Permission.ORDER)
        context |= {
            "lists": board(found, lists, read, order_of(found), may_order=may_order),
            "may_propose": request.user.may(Permission.PROPOSE),
        }
    return page(request, "lists/theme.html", context)


@guarded(Permission.READ)
def whole_list(request: Request, by: Actor, slug: str, which: str) -> HttpResponse:
    found, user = get_object_or_404(Theme, slug=slug), request.user
    if which in KNELPUNT_LISTS:
        name, read = KNELPUNT_LISTS[which]
        rows = page_of(request, read(found, user))
        table = knelpunten_table(name, rows, chains.standings(rows, user))
    else:
        name = str(ActionList(which).label)
        rows = page_of(request, actions_on(found, ActionList(which), user))
        table = actions_table(name, rows, cards.read(rows, user), chains.read(rows, user))
    context = {"theme": found, "name": name, "which": which, "rows": rows, "table": table}
    return page(request, "lists/list.html", context)


@guarded(Permission.READ, Action)
def action(request: Request, action: Action, by: Actor) -> HttpResponse:
    action = for_page(Action.objects.all()).get(pk=action.pk)
    story, weighing = action_page(action, request.user), weighed(action, request.user)
    context = {
        "action": action,
        "marks": marks_of(action, request.user),
        "chain": chains.read([action], request.user)[action.pk],
        "story": story,
        "acts": acts_of(action, story, weighing),
        "weighing": weighing,
    }
    return page(request, "lists/action.html", context)


@guarded(Permission.ANSWER, Knelpunt)
def answer(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    form = AnswerForm(request.POST or None)

    def show(*, status: int) -> HttpResponse:
        context = {
            "form": form,
            "knelpunt": knelpunt,
            "chain": chains.read([knelpunt], request.user)[knelpunt.pk],
            "blockers": answers.blockers_for_answer(knelpunt=knelpunt),
        }
        return page(request, "lists/answer.html", context, status=status)

    return fill_in(
        request,
        form,
        partial(answers.answer, knelpunt=knelpunt, by=by),
        said="Het antwoord staat bij het knelpunt. Het huis leest het op zijn eigen pagina.",
        back=knelpunt,
        show=show,
    )
