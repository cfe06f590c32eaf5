"""Themes with their lists, an action, and the answer to a knelpunt."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from agenda.lists import cards, pages, queries
from agenda.lists.domain import answering
from agenda.lists.enums import ActionList, Permission
from agenda.lists.forms import AnswerForm
from agenda.lists.models import Action
from agenda.lists.working_forms import action_forms, named_apart
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.kit.access import guarded, public
from portal.kit.refusals import Refused
from portal.network.models import Theme
from portal.privacy.queries import marks_of
from portal.ui import chains
from portal.ui.pages import page, status_of
from portal.ui.paging import page_of

KNELPUNT_LISTS = {
    "knelpuntenlijst": ("knelpuntenlijst", queries.knelpunten_on),
    "elders-belegd": ("elders belegd", queries.elsewhere_of),
}


@public
def themes(request: HttpRequest) -> HttpResponse:
    return page(request, "lists/themes.html", {"themes": queries.themes_today()})


@public
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.themes_today(), slug=slug)
    context: dict[str, Any] = {"theme": found, "lists": None}
    if request.user.is_authenticated and request.user.may(Permission.READ):
        lists = queries.lists_of(found, request.user)
        context |= {
            "lists": lists,
            "fold": queries.FOLD,
            "action_chains": chains.read(lists.all_actions, request.user),
            "knelpunt_chains": chains.read(lists.all_knelpunten, request.user),
            "cards": cards.read(lists.all_actions, request.user),
            "may_propose": request.user.may(Permission.PROPOSE),
            "may_order": request.user.may(Permission.ORDER),
            "order": queries.order_of(found),
        }
    return page(request, "lists/theme.html", context)


@guarded(Permission.READ)
def whole_list(request: HttpRequest, by: Actor, slug: str, which: str) -> HttpResponse:
    found = get_object_or_404(Theme, slug=slug)
    if which in ActionList.values:
        name, rows = ActionList(which).label, queries.actions_on(found, ActionList(which), request.user)
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
    action = pages.for_page(Action.objects.all()).get(pk=action.pk)
    story = pages.action_page(action, request.user)
    context = {
        "action": action,
        "marks": marks_of(action, request.user),
        "chain": chains.read([action], request.user)[action.pk],
        "story": story,
        "weighing": pages.weighed(action, request.user),
        "forms": named_apart(action_forms(action, story) | forms),
    }
    return page(request, "lists/action.html", context, status=status)


def is_offered(request: HttpRequest, action: Action, name: str) -> bool:
    """Whether the page of this action has that form for this reader now."""
    fresh = pages.for_page(Action.objects.all()).get(pk=action.pk)
    return name in action_forms(fresh, pages.action_page(fresh, request.user))


@guarded(Permission.ANSWER, Knelpunt)
def answer(request: HttpRequest, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answering.answer(knelpunt=knelpunt, text=form.cleaned_data["text"], by=by)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "Het antwoord staat bij het knelpunt. Het huis leest het op zijn eigen pagina.")
            return redirect(knelpunt)
    context = {
        "form": form,
        "knelpunt": knelpunt,
        "chain": chains.read([knelpunt], request.user)[knelpunt.pk],
        "blockers": answering.blockers_for_answer(knelpunt=knelpunt),
    }
    return page(request, "lists/answer.html", context, status=status_of(form))
