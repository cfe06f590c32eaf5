"""Themes with their lists, an action, and the answer to a knelpunt."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from agenda.lists.domain import answers
from agenda.lists.enums import ActionList, Permission
from agenda.lists.forms.proposal import AnswerForm
from agenda.lists.forms.working import action_forms, named_apart
from agenda.lists.models import Action
from agenda.lists.pages.action import action_page, for_page, weighed
from agenda.lists.pages.board import Read, actions_table, board, knelpunten_table
from agenda.lists.queries import cards
from agenda.lists.queries.themes import actions_on, elsewhere_of, knelpunten_on, lists_of, order_of, themes_today
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded, public
from portal.kit.forms import PortalForm
from portal.kit.refusals import Stale
from portal.network.models import Theme
from portal.privacy.queries.reports import marks_of
from portal.ui import chains
from portal.ui.forms import Show, fill_in
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
    return show(request, action)


def show(request: Request, action: Action, *, status: int = 200, **forms: Any) -> HttpResponse:
    """The page of an action, with a form that was not right among its `forms`: by its name in `action_forms`."""
    action = for_page(Action.objects.all()).get(pk=action.pk)
    story = action_page(action, request.user)
    context = {
        "action": action,
        "marks": marks_of(action, request.user),
        "chain": chains.read([action], request.user)[action.pk],
        "story": story,
        "weighing": weighed(action, request.user),
        "forms": named_apart(action_forms(story) | forms),
    }
    return page(request, "lists/action.html", context, status=status)


def shown_on(request: Request, action: Action, name: str, form: PortalForm) -> Show:
    """The page of an action with this form under its name, for `fill_in`; or back to the page with why not.

    That is where what was asked can no longer be asked: then the page has no place for the form.
    Only a verb says something about the whole of a form on this page.
    """

    def answer(*, status: int, **more: Any) -> HttpResponse:
        refused = form.non_field_errors()
        if refused and status != Stale.status and not _is_offered(request, action, name):
            messages.error(request, " ".join(map(str, refused)))
            return redirect(action)
        return show(request, action, status=status, **{name: form}, **more)

    return answer


def _is_offered(request: Request, action: Action, name: str) -> bool:
    """Whether the page of this action has that form for this reader now."""
    fresh = for_page(Action.objects.all()).get(pk=action.pk)
    return action_forms(action_page(fresh, request.user))[name] is not None


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
