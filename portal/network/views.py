"""The network for everyone, the directory for members, and inviting by the landelijk bureau."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.accounts.actor import Actor
from portal.kit import clock
from portal.kit.access import guarded, public
from portal.kit.refusals import Refused
from portal.network.domain import seating
from portal.network.enums import Permission
from portal.network.forms import InviteForm
from portal.network.queries import directory
from portal.ui.pages import page, status_of


@public
def network(request: HttpRequest) -> HttpResponse:
    context = {
        "network": directory.network(clock.today()),
        "may_see_people": request.user.is_authenticated and request.user.may(Permission.READ_AS_MEMBER),
    }
    return page(request, "network/network.html", context)


@guarded(Permission.READ_AS_MEMBER)
def people(request: HttpRequest, by: Actor) -> HttpResponse:
    context = {"bodies": directory.seats_by_body(clock.today()), "may_invite": request.user.may(Permission.INVITE)}  # type: ignore[union-attr]
    return page(request, "network/people.html", context)


@guarded(Permission.INVITE)
def invite(request: HttpRequest, by: Actor) -> HttpResponse:
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            seat: Any = seating.invite(by=by, **form.cleaned_data)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(
                request, f"{seat.user.name} heeft nu een zetel: {seat.label}. Wie hier nieuw is, krijgt een uitnodiging per mail."
            )
            return redirect("network:people")
    return page(request, "network/invite.html", {"form": form}, status=status_of(form))
