"""The coalition of an action: joining, contributing, calling for others, trying it out, and speaking among itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from agenda.lists.domain import coalitions
from agenda.lists.enums import Permission
from agenda.lists.forms.working import (
    CallForm,
    CommentForm,
    ContributionForm,
    EditContributionForm,
    EndPilotForm,
    LeaveForm,
    PilotForm,
)
from agenda.lists.models import Action
from agenda.lists.queries import coalition
from agenda.lists.views.themes import is_offered, show
from portal.accounts.actor import Actor
from portal.kit import clock
from portal.kit.access import guarded
from portal.kit.refusals import Refused, Stale
from portal.network.models import Organisation
from portal.ui.pages import attempt, page, status_of
from portal.ui.paging import page_of


def fill_in(request: HttpRequest, action: Action, name: str, form: Any, act: Callable[..., Any], said: str) -> HttpResponse:
    """One form of the page of an action: do what it asks and say so, or show it again with why not."""
    if form.is_valid():
        given = {field: form.cleaned_data[field] for field in form.cleaned_data if field != "version"}
        try:
            act(action=action, **given)
        except Stale as stale:
            form.add_refusal(stale)
            return show(request, action, status=409, **{name: form})
        except Refused as refused:
            form.add_refusal(refused)
            if not is_offered(request, action, name):  # what was asked can no longer be asked: the page has no place for the form
                messages.error(request, " ".join(refused.sentences))
                return redirect(action)
        else:
            messages.success(request, said)
            return redirect(action)
    return show(request, action, status=status_of(form), **{name: form})


@require_POST
@guarded(Permission.JOIN, Action)
def join(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form, said = ContributionForm(request.POST), "Uw organisatie doet mee in de coalitie. U bent het contact voor de anderen."
    return fill_in(request, action, "join", form, lambda **given: coalitions.join(by=by, **given), said)


@require_POST
@guarded(Permission.JOIN, Action)
def contribute(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    """Say better what one contributes; when a colleague did meanwhile, both texts stand there and saving again replaces it knowingly."""
    form = EditContributionForm(request.POST)
    expected = form.cleaned_data["version"] if form.is_valid() else 0

    def act(**given: Any) -> Any:
        return coalitions.contribute(by=by, expected=expected, **given)

    answer = fill_in(request, action, "contribute", form, act, "Uw bijdrage is gewijzigd.")
    if answer.status_code == 409:
        standing = action.contributions.filter(membership=coalition.membership_of(by), left_at__isnull=True).get()  # type: ignore[attr-defined]
        form.data = form.data.copy()
        form.data["version"] = str(standing.version)
        return show(request, action, status=409, contribute=form, other=standing)
    return answer


@require_POST
@guarded(Permission.JOIN, Action)
def leave(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form, said = LeaveForm(request.POST), "Uw organisatie is uit de coalitie gestapt."
    return fill_in(request, action, "leave", form, lambda **given: coalitions.leave(by=by, **given), said)


@require_POST
@guarded(Permission.CALL, Action)
def call(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form, said = CallForm(request.POST), "De oproep staat bij de actie en bij de open oproepen."
    return fill_in(request, action, "call", form, lambda **given: coalitions.call(by=by, **given), said)


@require_POST
@guarded(Permission.CALL, Action)
def close_call(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    def close() -> Any:
        return coalitions.call(key=uuid4(), action=action, text="", closes_date=clock.today(), by=by)

    return attempt(request, close, said="De oproep is gesloten.", back=action)


@require_POST
@guarded(Permission.PILOT, Action)
def offer_pilot(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form, said = PilotForm(request.POST), "Uw huis staat bij deze actie als pilotregio."
    return fill_in(request, action, "pilot", form, lambda **given: coalitions.offer_pilot(by=by, **given), said)


@require_POST
@guarded(Permission.PILOT, Action)
def end_pilot(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    form, said = EndPilotForm(request.POST), "Uw huis is geen pilotregio meer van deze actie."
    return fill_in(request, action, "end_pilot", form, lambda **given: coalitions.end_pilot(by=by, **given), said)


@guarded(Permission.CONFER, Action)
def confer(request: HttpRequest, action: Action, by: Actor) -> HttpResponse:
    """What the coalition says among itself; nobody else reads it."""
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            coalitions.comment(action=action, key=form.cleaned_data["key"], text=form.cleaned_data["text"], by=by)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "Uw bericht staat erbij. De coalitie en de trekker lezen het.")
            return redirect("lists:confer", pk=action.pk)
    said = page_of(request, action.comments.order_by("-pk"))  # type: ignore[attr-defined]
    return page(request, "lists/confer.html", {"action": action, "form": form, "comments": said}, status=status_of(form))


@guarded(Permission.READ)
def calls(request: HttpRequest, by: Actor) -> HttpResponse:
    """Every call that is open, the one that closes first on top."""
    return page(request, "lists/calls.html", {"calls": coalition.open_calls(request.user)})


@guarded(Permission.READ)
def contributions(request: HttpRequest, by: Actor, organisation: str) -> HttpResponse:
    """All that one organisation contributes, and who is to be freed for it."""
    found = get_object_or_404(Organisation, slug=organisation)
    return page(request, "lists/contributions.html", {"organisation": found, **coalition.of(found, request.user)})
