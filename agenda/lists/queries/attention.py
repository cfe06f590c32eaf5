"""What misses somebody or something: actions without a valid trekker or a report,
coalitions that are too small, hand-overs that nobody took.

Seats end by their dates, without anybody doing anything; so this is asked, never kept.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from agenda.lists.enums import NORM, OPEN_LISTS, ActionList, Outcome
from agenda.lists.models import Action, Contribution, ListMove, ProgressUpdate
from agenda.lists.queries.coalition import ENOUGH, standing
from agenda.lists.rules import is_secretaris_stuurgroep
from portal.kit import clock
from portal.network.models import Seat
from portal.network.rules import is_klankbordgroep_member


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


def lacks_trekker() -> Q:
    """Still to be done, and no seat of today pulls it: of the voorraadlijst what nobody was named for."""
    return Q(list__in=OPEN_LISTS) & ~Q(trekker__in=Seat.objects.valid_on(clock.today()).values("pk"))


def without_coalition() -> Any:
    """On the actielijst with fewer than two organisations whose places are filled."""
    rows: Any = Action.objects.filter(list=ActionList.ACTIELIJST).annotate(partners=coalition_size(clock.today()))
    return rows.filter(partners__lt=ENOUGH)


def not_taken_over() -> Any:
    """At home at another table that did not accept it (yet)."""
    return Action.objects.filter(list=ActionList.GEREEDLIJST, outcome=Outcome.ELDERS_BELEGD, is_accepted=False)


def worked_on_by(user: Any) -> Q:
    """Actions of which this person is the trekker or in whose coalition it takes part. The twin of `rules.works_on_it`."""
    memberships = [seat.membership_id for seat in user.seats_today if is_klankbordgroep_member(seat)]
    joined = Contribution.objects.filter(membership__in=memberships, left_at__isnull=True)
    return Q(trekker__in=[seat.pk for seat in user.seats_today]) | Q(pk__in=joined.values("action"))


def released_by(user: Any) -> Q:
    """Actions whose reports this person may release. The twin of the rule of `Permission.RELEASE`."""
    if any(is_secretaris_stuurgroep(seat) for seat in user.seats_today):
        return Q()
    return Q(trekker__in=[seat.pk for seat in user.seats_today])


def reported_on() -> Any:
    """On the actielijst, with the moment and the status of the last report, and whether it was released."""
    last = ProgressUpdate.objects.filter(action=OuterRef("pk")).order_by("-pk")
    return Action.objects.filter(list=ActionList.ACTIELIJST).annotate(
        last_at=Subquery(last.values("reported_at")[:1]),
        last_status=Subquery(last.values("status")[:1]),
        last_release=Subquery(last.values("release")[:1]),
    )


def without_report() -> Any:
    """Nobody wrote how it goes, or too long ago; the longest silent first."""
    rows: Any = reported_on().filter(Q(last_at__isnull=True) | Q(last_at__lt=clock.now() - NORM))
    return rows.annotate(silent_since=Coalesce("last_at", "list_since")).order_by("silent_since", "pk")


def to_release() -> Any:
    """The last report is not too old, and nobody made it the report to the Stuurgroep."""
    rows: Any = reported_on().filter(last_at__gte=clock.now() - NORM, last_release__isnull=True)
    return rows.order_by("last_at", "pk")


def to_ask_after() -> Any:
    """At home at another table that did not accept it, and the day to look back has come: of its last move."""
    last: Any = ListMove.objects.filter(action=OuterRef("pk")).order_by("-pk").values("details__check_date")[:1]
    rows: Any = not_taken_over().annotate(check_date=Subquery(last)).filter(check_date__lte=clock.today())
    return rows.order_by("check_date", "pk")
