"""The coalition of an action: joining, contributing, calling for others, trying it out, and speaking among itself."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from agenda.lists.domain import coalitions
from agenda.lists.enums import Permission
from agenda.lists.forms.working import CommentForm
from agenda.lists.models import Action
from agenda.lists.queries import coalition
from agenda.lists.views.filling import filled
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded
from portal.network.models import Organisation
from portal.ui.forms import fill_in
from portal.ui.pages import attempt, page
from portal.ui.paging import page_of


@guarded(Permission.JOIN, Action)
def join(request: Request, action: Action, by: Actor) -> HttpResponse:
    said = "Uw organisatie doet mee in de coalitie. U bent het contact voor de anderen."
    return filled(request, action, "join", partial(coalitions.join, action=action, by=by), said=said)


@guarded(Permission.JOIN, Action)
def contribute(request: Request, action: Action, by: Actor) -> HttpResponse:
    """Say better what one contributes.

    When a colleague did meanwhile, both texts stand there and saving again replaces it knowingly.
    """

    def now(form: Any) -> dict[str, Any]:
        standing = action.contributions.filter(membership=coalition.membership_of(by), left_at__isnull=True).get()
        form.renew(version=standing.version)
        return {"other": standing}

    act = partial(coalitions.contribute, action=action, by=by)
    return filled(request, action, "contribute", act, said="Uw bijdrage is gewijzigd.", now=now)


@guarded(Permission.JOIN, Action)
def leave(request: Request, action: Action, by: Actor) -> HttpResponse:
    said = "Uw organisatie is uit de coalitie gestapt."
    return filled(request, action, "leave", partial(coalitions.leave, action=action, by=by), said=said)


@guarded(Permission.CALL, Action)
def call(request: Request, action: Action, by: Actor) -> HttpResponse:
    said = "De oproep staat bij de actie en bij de open oproepen."
    return filled(request, action, "call", partial(coalitions.call, action=action, by=by), said=said)


@require_POST
@guarded(Permission.CALL, Action)
def close_call(request: Request, action: Action, by: Actor) -> HttpResponse:
    def close() -> Any:
        return coalitions.call(key=uuid4(), action=action, text="", closes_date=clock.today(), by=by)

    return attempt(request, close, said="De oproep is gesloten.", back=action)


@guarded(Permission.PILOT, Action)
def offer_pilot(request: Request, action: Action, by: Actor) -> HttpResponse:
    said = "Uw huis staat bij deze actie als pilotregio."
    return filled(request, action, "pilot", partial(coalitions.offer_pilot, action=action, by=by), said=said)


@guarded(Permission.PILOT, Action)
def end_pilot(request: Request, action: Action, by: Actor) -> HttpResponse:
    said = "Uw huis is geen pilotregio meer van deze actie."
    return filled(request, action, "end_pilot", partial(coalitions.end_pilot, action=action, by=by), said=said)


@guarded(Permission.CONFER, Action)
def confer(request: Request, action: Action, by: Actor) -> HttpResponse:
    """What the coalition says among itself; nobody else reads it."""
    form = CommentForm(request.POST or None)

    def show(*, status: int) -> HttpResponse:
        comments = page_of(request, action.comments.order_by("-pk"))
        return page(request, "lists/confer.html", {"action": action, "form": form, "comments": comments}, status=status)

    return fill_in(
        request,
        form,
        partial(coalitions.comment, action=action, by=by),
        said="Uw bericht staat erbij. De coalitie en de trekker lezen het.",
        back=reverse("lists:confer", args=[action.pk]),
        show=show,
    )


@guarded(Permission.READ)
def calls(request: Request, by: Actor) -> HttpResponse:
    """Every call that is open, the one that closes first on top."""
    return page(request, "lists/calls.html", {"calls": coalition.open_calls(request.user)})


@guarded(Permission.READ)
def contributions(request: Request, by: Actor, organisation: str) -> HttpResponse:
    """All that one organisation contributes, and who is to be freed for it."""
    found = get_object_or_404(Organisation, slug=organisation)
    return page(request, "lists/contributions.html", {"organisation": found, **coalition.of(found, request.user)})
