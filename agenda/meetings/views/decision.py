"""Taking a decision at an item, and putting a voorbehoud on record."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from agenda.decisions.effects import table
from agenda.decisions.enums import DecisionKind
from agenda.meetings.domain import item_decisions
from agenda.meetings.enums import Permission
from agenda.meetings.forms import DecisionForm, ReservationForm
from agenda.meetings.models import AgendaItem
from agenda.meetings.pages.item import speaks_for_all
from agenda.meetings.views.item import show
from portal.accounts.actor import Actor
from portal.kit.access import guarded
from portal.kit.opaque import of
from portal.kit.refusals import Refused
from portal.network.queries.seats import seat_of
from portal.ui.pages import page, status_of


@guarded(Permission.TAKE_DECISION, AgendaItem)
def decide(request: HttpRequest, item: AgendaItem, by: Actor, kind: str) -> HttpResponse:
    if kind not in DecisionKind.values:
        raise Http404
    chosen = DecisionKind(kind)
    form = DecisionForm(request.POST or None, item=item, kind=chosen)
    if request.method == "POST" and form.is_valid():
        try:
            decision = item_decisions.take(item=item, kind=chosen, by=by, **form.cleaned_data)
        except item_decisions.AlreadyDecided as refused:
            form.add_refusal(refused)
            return _decide(request, item, chosen, form, status=409, taken=refused.decision)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, f"{decision} is vastgelegd bij punt {item.number}: {decision.get_kind_display()}.")
            if "vergaderstand" in request.GET:
                return redirect(f"{reverse('meetings:secretary', args=[item.meeting_id])}?punt={of(item)}")
            return redirect(item)
    return _decide(request, item, chosen, form, status=status_of(form))


def _decide(
    request: HttpRequest, item: AgendaItem, kind: DecisionKind, form: DecisionForm, *, status: int, taken: Any = None
) -> HttpResponse:
    effect = table.effect_for(kind, item.subject)
    context = {
        "item": item,
        "kind": kind,
        "form": form,
        "taken": taken or item.decision,
        "sentence": effect.sentence(item.subject) if effect else "",
        "blockers": [] if form.is_bound else item_decisions.blockers_for_decision(item=item, kind=kind),
    }
    return page(request, "meetings/decide.html", context, status=status)


@require_POST
@guarded(Permission.RESERVE, AgendaItem)
def reserve(request: HttpRequest, item: AgendaItem, by: Actor) -> HttpResponse:
    """A member for the own organisation; the secretaris for whoever says so at the table."""
    for_others = speaks_for_all(item, request.user)
    form = ReservationForm(request.POST, item=item, for_others=for_others)
    if form.is_valid():
        membership = form.cleaned_data["membership"] if for_others else seat_of(by).membership
        try:
            item_decisions.reserve(item=item, membership=membership, text=form.cleaned_data["text"], by=by)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, f"Het voorbehoud van {membership.member} staat bij het besluit.")
            return redirect(item.page_address)
    return show(request, item, status=422, reservation_form=form)
