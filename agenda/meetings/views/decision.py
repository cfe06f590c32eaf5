"""Taking a decision at an item, and putting a voorbehoud on record."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
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
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.kit.opaque import of
from portal.network.models import Membership
from portal.network.queries.seats import seat_of
from portal.ui.forms import fill_in
from portal.ui.pages import page


@guarded(Permission.TAKE_DECISION, AgendaItem)
def decide(request: Request, item: AgendaItem, by: Actor, kind: str) -> HttpResponse:
    chosen = DecisionKind(kind)
    form = DecisionForm(request.POST or None, item=item, kind=chosen)
    in_meeting = f"{reverse('meetings:secretary', args=[item.meeting_id])}?punt={of(item)}"

    return fill_in(
        request,
        form,
        partial(item_decisions.take, item=item, kind=chosen, by=by),
        said=lambda decision: f"{decision} is vastgelegd bij punt {item.number}: {decision.get_kind_display()}.",
        back=in_meeting if "vergaderstand" in request.GET else item,
        show=partial(_decide, request, item, chosen, form),
    )


def _decide(request: Request, item: AgendaItem, kind: DecisionKind, form: DecisionForm, *, status: int) -> HttpResponse:
    effect = table.effect_for(kind, item.subject)
    was_first = status == item_decisions.AlreadyDecided.status  # somebody else, after this item was read
    context = {
        "item": item,
        "kind": kind,
        "form": form,
        "taken": AgendaItem.objects.get(pk=item.pk).decision if was_first else item.decision,
        "sentence": effect.sentence(item.subject) if effect else "",
        "blockers": [] if form.is_bound else item_decisions.blockers_for_decision(item=item, kind=kind),
    }
    return page(request, "meetings/decide.html", context, status=status)


@require_POST
@guarded(Permission.RESERVE, AgendaItem)
def reserve(request: Request, item: AgendaItem, by: Actor) -> HttpResponse:
    """A member for the own organisation; the secretaris for whoever says so at the table."""
    for_others = speaks_for_all(item, request.user)
    form = ReservationForm(request.POST, item=item, for_others=for_others)

    def act(*, text: str, membership: Membership | None = None) -> Any:
        return item_decisions.reserve(item=item, membership=membership or seat_of(by).membership, text=text, by=by)

    return fill_in(
        request,
        form,
        act,
        said=lambda made: f"Het voorbehoud van {made.membership.member} staat bij het besluit.",
        back=item.page_address,
        show=partial(show, request, item, reservation_form=form),
    )
