"""Seats that wait for a second person, which somebody can be by one of the own seats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import Q
from django.urls import reverse

from portal.accounts.models import User, plain_address
from portal.kit import clock
from portal.network.enums import Permission
from portal.network.models import SeatProposal
from portal.network.queries.seats import seats_with
from portal.ui.waiting import Task, Waiting, counted


def waits_for(user: Any, most: int) -> Iterator[Waiting]:
    if user.may(Permission.READ_PROPOSAL):
        yield counted("zetels om te bevestigen", [_task(each) for each in to_confirm(user)], most)


def to_confirm(user: User) -> list[SeatProposal]:
    """What this person can answer as the second one, the longest waiting first. Three queries at most."""
    waiting = list(SeatProposal.objects.visible_to(user).waiting().order_by("proposed_at", "pk"))
    same = same_persons(user) if waiting else set()
    return [
        each for each in waiting if any(can_answer(seat, same, each) for seat in seats_with(user, Permission.CONFIRM_SEAT, each))
    ]


def can_answer(seat: Any, same: set[int], proposal: SeatProposal) -> bool:
    """Whether three persons are three persons, from this seat.

    The twin of `seat_proposals.blockers_for_answer`, which says why not.
    """
    gave = seat.given_by_id is not None and seat.given_by_id == proposal.by_user_id and seat.confirmed_by_id is None
    return not gave and not {proposal.by_user_id, proposal.user_id} & same


def same_persons(user: User) -> set[int]:
    """The keys of this person, and of whoever shares an address. Two queries."""
    also = EmailAddress.objects.filter(user=user).values_list("email", flat=True)
    addresses = {plain_address(address) for address in (user.email, *also)}
    sharing = User.objects.filter(Q(email__in=addresses) | Q(emailaddress__email__in=addresses))
    return {user.pk, *sharing.values_list("pk", flat=True)}


def _task(proposal: SeatProposal) -> Task:
    why = "Deze zetel wacht op een tweede persoon. Bevestigt u haar?"
    url = reverse("network:proposal", args=[proposal.pk])
    return Task(title=str(proposal), url=url, why=why, act="Lees en bevestig", since=clock.date_of(proposal.proposed_at))
