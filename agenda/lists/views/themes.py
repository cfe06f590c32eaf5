"""Themes with their lists, an action, and the answer to a knelpunt."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from agenda.lists.domain import answers
from agenda.lists.enums import ActionList, Permission
from agenda.lists.forms.proposal import AnswerForm
from agenda.lists.forms.working import action_forms, named_apart
from agenda.lists.models import Action
from agenda.lists.pages.action import action_page, for_page, weighed
from agenda.lists.queries import cards
from agenda.lists.queries.themes import FOLD, actions_on, elsewhere_of, knelpunten_on, lists_of, order_of, themes_today
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.kit.access import guarded, public
from portal.kit.refusals import Refused
from portal.network.models import Theme
from portal.privacy.queries.reports import marks_of
from portal.ui import chains
from portal.ui.pages import page, status_of
from portal.ui.paging import page_of

KNELPUNT_LISTS = {
    "knelpuntenlijst": ("knelpuntenlijst", knelpunten_on),
    "elders-belegd": ("elders belegd", elsewhere_of),
}


@public
def themes(request: HttpRequest) -> HttpResponse:
    return page(request, "lists/themes.html", {"themes": themes_today()})


@public
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(themes_today(), slug=slug)
    context: dict[str, Any] = {"theme": found, "lists": None}
    if request.user.is_authenticated and request.user.may(Permission.READ):
        lists = lists_of(found, request.user)
        context |= {
            "lists": lists,
            "fold": FOLD,
            "action_chains": chains.read(lists.all_actions, request.user),
            "knelpunt_chains": chains.read(lists.all_knelpunten, request.user),
            "cards": cards.read(lists.all_actions, request.user),
            "may_propose": request.user.may(Permission.PROPOSE),
            "may_order": request.user.may(Permission.ORDER),
            "order": order_of(found),
        }
    return page(request, "lists/theme.html", context)


@guarded(Permission.READ)
def whole_list(request: HttpRequest, by: Actor, slug: str, which: str) -> HttpResponse:
    found = get_object_or_404(Theme, slug=slug)
    if which in ActionList.values:
        name, rows = ActionList(which).label, actions_on(found, ActionList(which), request.user)
    elif which in KNELPUNT_LISTS:
        name, read = KNELPUNT_LISTS[which]
        rows = read(found, request.user)
    else:
        raise Http404
    page_rows = page_of(request, rows)
    read_chains = chains.read(page_rows, request.user)
    context = {
        "theme": found, "name": name, "which": which, "rows": page_rows, "is_knelpunten": which in KNELPUNT_LISTS,
        "action_chains": read_chains, "knelpunt_chains": read_chains,
        "cards": {} if which in KNELPUNT_LISTS else cards.read(page_rows, request.user),
    }  # fmt: skip
    return page(request, "lists/list.html", context)


@guarded(Permission.READ, Action)
def action(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    return show(request, action)


def show(request: HttpRequest, action: Action, *, status: int = 200, **forms: Any) -> HttpResponse:
    """The page of an action, with a form that was not right among its `forms`: by its name in `action_forms`."""
    action = for_page(Action.objects.all()).get(pk=action.pk)
    story = action_page(action, request.user)
    context = {
        "action": action,
        "marks": marks_of(action, request.user),
        "chain": chains.read([action], request.user)[action.pk],
        "story": story,
        "weighing": weighed(action, request.user),
        "forms": named_apart(action_forms(action, story) | forms),
    }
    return page(request, "lists/action.html", context, status=status)


def is_offered(request: HttpRequest, action: Action, name: str) -> bool:
    """Whether the page of this action has that form for this reader now."""
    fresh = for_page(Action.objects.all()).get(pk=action.pk)
    return name in action_forms(fresh, action_page(fresh, request.user))


@guarded(Permission.ANSWER, Knelpunt)
def answer(request: HttpRequest, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answers.answer(knelpunt=knelpunt, text=form.cleaned_data["text"], by=by)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "Het antwoord staat bij het knelpunt. Het huis leest het op zijn eigen pagina.")
            return redirect(knelpunt)
    context = {
        "form": form,
        "knelpunt": knelpunt,
        "chain": chains.read([knelpunt], request.user)[knelpunt.pk],
        "blockers": answers.blockers_for_answer(knelpunt=knelpunt),
    }
    return page(request, "lists/answer.html", context, status=status_of(form))
