"""What the pages about coalitions read: the calls that are open, and all that one organisation contributes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from agenda.lists.enums import ActionList
from agenda.lists.models import Action, CoalitionCall, Contribution
from portal.accounts.actor import Actor
from portal.kit import clock
from portal.network.models import Membership, Organisation, Seat
from portal.network.queries.seats import seat_of

ENOUGH = 2  # organisations that make a coalition


def standing(day: date) -> Any:
    """Contributions that count on a day: not left, and somebody still fills the place of the organisation."""
    filled = Seat.objects.valid_on(day).filter(membership=OuterRef("membership"))
    there = Membership.objects.valid_on(day).filter(pk=OuterRef("membership"))
    return Contribution.objects.filter(Exists(filled), Exists(there), left_at__isnull=True)


def membership_of(by: Actor) -> Membership:
    return seat_of(by).membership


def open_calls(user: Any) -> list[CoalitionCall]:
    """The newest call of each action that still stands. One query."""
    visible = Action.objects.visible_to(user).exclude(list=ActionList.GEREEDLIJST)
    newest = CoalitionCall.objects.filter(action__in=visible).order_by("action_id", "-pk").distinct("action_id")
    rows = newest.select_related("action__theme")
    still_open = [call for call in rows if call.text and call.closes_date >= clock.today()]
    return sorted(still_open, key=lambda call: (call.closes_date, call.action.title))


def call_of(action: Action) -> CoalitionCall | None:
    """The call of this action that stands now. One query."""
    newest: CoalitionCall | None = action.calls.last()
    return newest if newest and newest.text and newest.closes_date >= clock.today() else None


def of(organisation: Organisation, user: Any) -> dict[str, list[Any]]:
    """What it pulls, what it contributes now, and what it contributed before. Three queries."""
    visible = Action.objects.visible_to(user)
    about = Contribution.objects.filter(membership__organisation=organisation, action__in=visible)
    about = about.select_related("action__theme", "contact__user").order_by("action__theme__number", "action__title")
    counting = set(standing(clock.today()).filter(membership__organisation=organisation).values_list("pk", flat=True))
    open_now = [each for each in about if each.left_at is None and each.action.list != ActionList.GEREEDLIJST]
    pulled = visible.filter(trekker__membership__organisation=organisation).exclude(list=ActionList.GEREEDLIJST)
    return {
        "pulled": list(pulled.with_people().order_by("theme__number", "title")),
        "open": [each for each in open_now if each.pk in counting],
        "ended": [each for each in open_now if each.pk not in counting],
        "before": [each for each in about if each not in open_now],
    }
