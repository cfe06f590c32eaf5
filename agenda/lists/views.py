"""Themes with their lists, and what people do with an action."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from agenda.lists import pages, queries
from agenda.lists.domain import answering, coalitions, progress, proposing, pulling
from agenda.lists.enums import ActionList, Permission, ProgressStatus
from agenda.lists.forms import AnswerForm, ContributionForm, LeaveForm, LinkForm, ProgressForm, ProposalForm
from agenda.lists.models import Action, ProgressUpdate
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.kit.access import guarded, public
from portal.kit.refusals import Refused
from portal.network.models import Theme
from portal.ui import chains
from portal.ui.pages import attempt, page, status_of
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
            "may_propose": request.user.may(Permission.PROPOSE),
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
    }  # fmt: skip
    return page(request, "lists/list.html", context)


@guarded(Permission.READ, Action)
def action(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    return _action(request, action)


def _action(request: HttpRequest, action: Action, *, status: int = 200, **forms: Any) -> HttpResponse:
    action = pages.for_page(Action.objects.all()).get(pk=action.pk)
    context = {
        "action": action,
        "chain": chains.read([action], request.user)[action.pk],
        "story": pages.action_page(action, request.user),
        "weighing": pages.weighed(action, request.user),
        "join_form": forms.get("join") or ContributionForm(),
        "leave_form": forms.get("leave") or LeaveForm(),
        "progress_form": forms.get("progress") or ProgressForm(),
    }
    return page(request, "lists/action.html", context, status=status)


@guarded(Permission.PROPOSE)
def propose(request: HttpRequest, by: Actor) -> HttpResponse:
    form = ProposalForm(request.POST or None, user=request.user, initial=_from_knelpunt(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = proposing.propose(by=by, **form.cleaned_data)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(
                request, "De actie staat op de voorraadlijst, als voorgesteld. De Stuurgroep bespreekt of zij wenselijk is."
            )
            return redirect(made)
    return page(request, "lists/propose.html", {"form": form}, status=status_of(form))


def _from_knelpunt(request: HttpRequest) -> dict[str, Any]:
    """What the form can already know when one comes from a knelpunt, a rode draad or a theme."""
    chosen = [int(pk) for pk in request.GET.getlist("knelpunt") if pk.isdecimal() and len(pk) < 18]
    knelpunten = list(Knelpunt.objects.visible_to(request.user).filter(pk__in=chosen))
    if knelpunten:
        return {"knelpunten": [knelpunt.pk for knelpunt in knelpunten], "theme": knelpunten[0].theme_id}
    return {"theme": Theme.objects.filter(slug=request.GET.get("thema", "")[:50]).first()}


@guarded(Permission.LINK)
def link(request: HttpRequest, by: Actor) -> HttpResponse:
    """Let knelpunten join an action that is there."""
    asked = request.POST if request.method == "POST" else request.GET
    chosen = [int(pk) for pk in asked.getlist("knelpunten") + asked.getlist("knelpunt") if pk.isdecimal() and len(pk) < 18]
    form = LinkForm(request.POST or None, user=request.user, chosen=chosen)
    if request.method == "POST" and form.is_valid():
        try:
            made = proposing.link_all(by=by, **form.cleaned_data)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            said = "Gekoppeld. De huizen horen dat er een actie is." if made else "Deze knelpunten hoorden al bij die actie."
            messages.success(request, said)
            return redirect(form.cleaned_data["action"])
    return page(request, "lists/link.html", {"form": form}, status=status_of(form))


@require_POST
@guarded(Permission.PULL, Action)
def offer(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    said = "U heeft zich aangeboden als bestuurlijk trekker. De Stuurgroep beslist in een vergadering."
    return attempt(request, lambda: pulling.offer(action=action, by=by), said=said, back=action)


@require_POST
@guarded(Permission.JOIN, Action)
def join(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form = ContributionForm(request.POST)
    if not form.is_valid():
        return _action(request, action, status=422, join=form)
    text = form.cleaned_data["text"]
    said = "Uw organisatie doet mee in de coalitie."
    return attempt(request, lambda: coalitions.join(action=action, text=text, by=by), said=said, back=action)


@require_POST
@guarded(Permission.JOIN, Action)
def leave(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form = LeaveForm(request.POST)
    if not form.is_valid():
        return _action(request, action, status=422, leave=form)
    reason = form.cleaned_data["reason"]
    said = "Uw organisatie is uit de coalitie gestapt."
    return attempt(request, lambda: coalitions.leave(action=action, reason=reason, by=by), said=said, back=action)


@require_POST
@guarded(Permission.REPORT, Action)
def report(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form = ProgressForm(request.POST)
    if form.is_valid():
        details = form.cleaned_data | {"status": ProgressStatus(form.cleaned_data["status"])}
        try:
            progress.report(action=action, by=by, **details)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(
                request, "Het bericht staat bij de actie. Als de trekker het vrijgeeft, gaat het naar de Stuurgroep."
            )
            return redirect(action)
    return _action(request, action, status=422, progress=form)


@require_POST
@guarded(Permission.RELEASE, Action)
def release(request: HttpRequest, action: Action, by: Actor, update: int) -> HttpResponse:
    chosen = get_object_or_404(ProgressUpdate, pk=update, action=action)
    said = "Vrijgegeven. Dit bericht is nu het verslag aan de Stuurgroep."
    return attempt(request, lambda: progress.release(update=chosen, by=by), said=said, back=action)


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
