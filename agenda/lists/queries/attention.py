"""What misses somebody: actions without a valid trekker, coalitions that are too small, hand-overs that nobody took.

Seats end by their dates, without anybody doing anything; so this is asked, never kept.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from agenda.lists.enums import ActionList, Outcome
from agenda.lists.models import Action
from agenda.lists.queries.coalition import ENOUGH, standing
from portal.kit import clock
from portal.network.models import Seat


def coalition_size(day: date) -> Any:
    """How many organisations stand in the coalition of an action on a day."""
    counted = (
        standing(day).filter(action=OuterRef("pk")).order_by().values("action").annotate(n=Count("membership", distinct=True))
    )
    return Coalesce(Subquery(counted.values("n")), 0)


def without_trekker() -> Any:
    """On the actielijst while the seat of the trekker is no longer valid."""
    filled = Seat.objects.valid_on(clock.today()).filter(pk=OuterRef("trekker"))
    return Action.objects.filter(~Exists(filled), list=ActionList.ACTIELIJST)


def without_coalition() -> Any:
    """On the actielijst with fewer than two organisations whose places are filled."""
    rows: Any = Action.objects.filter(list=ActionList.ACTIELIJST).annotate(partners=coalition_size(clock.today()))
    return rows.filter(partners__lt=ENOUGH)


def not_taken_over() -> Any:
    """At home at another table that did not accept it (yet)."""
    return Action.objects.filter(list=ActionList.GEREEDLIJST, outcome=Outcome.ELDERS_BELEGD, is_accepted=False)
