"""Seats that take two persons: one proposes, another confirms. Until then a proposed seat gives nothing.

Three different persons are in it: who proposes, who confirms, and who is seated.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from portal.accounts.actor import Actor
from portal.accounts.domain import invitations
from portal.accounts.models import User
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker
from portal.network.domain import seats
from portal.network.domain.seat_mail import tell
from portal.network.domain.seats import SeatingRefused, is_same_person
from portal.network.enums import Answer, Verb
from portal.network.models import Membership, Seat, SeatAnswer, SeatProposal
from portal.network.queries.second_persons import confirmers_of

NOBODY = Blocker(
    "no-second",
    "Er is nu niemand die dit kan bevestigen: niemand anders spreekt voor dit gremium, en ook het bestuur heeft geen zetel. "
    "Vraag wie de server beheert om de eerste zetel.",
)


@transaction.atomic
def invite(
    *,
    key: UUID,
    email: str,
    name: str,
    membership: Membership,
    function: str,
    from_date: date,
    by: Actor,
    is_deputy: bool = False,
) -> Seat | SeatProposal:
    """Give somebody a seat, and a way in when this person is new; or propose it, where one person is not enough."""
    user = invitations.person(email=email, name=name)
    wanted: dict[str, Any] = {
        "user": user,
        "membership": membership,
        "function": function,
        "is_deputy": is_deputy,
        "from_date": from_date,
    }
    if seats.needs_second(membership=membership, function=function, from_date=from_date):
        return make_once(SeatProposal, key, lambda: _propose(key=key, by=by, **wanted))
    return seats.seat(by=by, **wanted)


def _propose(*, key: UUID, by: Actor, **wanted: Any) -> SeatProposal:
    user, membership = wanted["user"], Membership.objects.lock(wanted["membership"])
    blockers = seats.blockers_for_seat(by=by, **{name: value for name, value in wanted.items() if name != "from_date"})
    same = {name: wanted[name] for name in ("user", "membership", "function", "is_deputy")}
    if SeatProposal.objects.waiting().filter(**same).exists():
        blockers.append(Blocker("proposed", f"Deze zetel is voor {user.name} al voorgesteld en wacht op een tweede persoon."))
    confirmers = confirmers_of(membership, user=user, proposer=by.user)
    if blockers or not confirmers:
        raise SeatingRefused(*(blockers or [NOBODY]))
    proposal: SeatProposal = SeatProposal.objects.write(key=key, proposed_at=clock.now(), by=by, **wanted)
    sentence = "Er is een zetel voorgesteld die een tweede persoon moet bevestigen. U kunt dat zijn. U leest haar hier:"
    seconds = list({seat.user_id: seat.user for seat in confirmers}.values())
    tell(seconds, subject="Er wacht een zetel op een tweede persoon", sentence=sentence, path=address_of(proposal))
    record(proposal, Verb.SEAT_PROPOSED, by=by, facts=[proposal])
    return proposal


def blockers_for_answer(*, proposal: SeatProposal, by: Actor) -> list[Blocker]:
    """Why this person cannot confirm or decline now: three persons are three persons, and words of one are not those of two."""
    blockers = []
    if SeatAnswer.objects.filter(proposal=proposal).exists():
        blockers.append(Blocker("answered", "Hierover is al beslist."))
    if by.user and proposal.by_user and is_same_person(by.user, proposal.by_user):
        blockers.append(Blocker("own-proposal", "U stelde deze zetel zelf voor. Een tweede persoon bevestigt haar."))
    if by.user and is_same_person(by.user, proposal.user):
        blockers.append(Blocker("self", "Deze zetel is voor uzelf. Iemand anders bevestigt haar."))
    if by.seat_id and Seat.objects.filter(pk=by.seat_id, given_by=proposal.by_user_id or 0, confirmed_by__isnull=True).exists():
        blockers.append(
            Blocker(
                "given-by-proposer",
                "Wie deze zetel voorstelde, gaf ook u uw zetel, zonder tweede persoon. Iemand anders bevestigt haar.",
            )
        )
    return blockers


@transaction.atomic
def confirm(*, proposal: SeatProposal, by: Actor) -> Seat:
    """Give the proposed seat, as the second person."""
    membership = _lock(proposal, by)
    blockers = seats.blockers_for_seat(
        user=proposal.user,
        membership=membership,
        function=proposal.function,
        is_deputy=proposal.is_deputy,
        by=Actor(proposal.by_user, proposal.by_seat, proposal.by_label),
    )
    if not Seat.objects.valid_on(clock.today()).filter(pk=proposal.by_seat or 0).exists():
        blockers.append(
            Blocker(
                "proposer-gone",
                "Wie deze zetel voorstelde, heeft zelf die zetel niet meer. Wijs haar af, en laat haar opnieuw voorstellen.",
            )
        )
    if blockers:
        raise SeatingRefused(*blockers)
    given = seats.give(
        user=proposal.user,
        membership=membership,
        function=proposal.function,
        from_date=proposal.from_date,
        is_deputy=proposal.is_deputy,
        given_by=proposal.by_user,
        confirmed_by=by.user,
    )
    answer = SeatAnswer.objects.write(proposal=proposal, answer=Answer.CONFIRMED, seat=given, answered_at=clock.now(), by=by)
    _tell_proposer(proposal, by)
    record(given, Verb.SEAT_CONFIRMED, by=by, facts=[answer])
    return given


@transaction.atomic
def decline(*, proposal: SeatProposal, ground: str, by: Actor) -> SeatAnswer:
    """Say no as the second person, and why."""
    _lock(proposal, by)
    answer: SeatAnswer = SeatAnswer.objects.write(
        proposal=proposal, answer=Answer.DECLINED, ground=ground, answered_at=clock.now(), by=by
    )
    _tell_proposer(proposal, by)
    record(proposal, Verb.SEAT_DECLINED, by=by, facts=[answer])
    return answer


@transaction.atomic
def withdraw(*, proposal: SeatProposal, by: Actor) -> SeatAnswer:
    """Take a proposal back: for who made it."""
    Membership.objects.lock(proposal.membership)
    if SeatAnswer.objects.filter(proposal=proposal).exists():
        raise SeatingRefused(Blocker("answered", "Hierover is al beslist."))
    if by.user and by.user != proposal.by_user:
        raise SeatingRefused(
            Blocker("not-yours", "Alleen wie een zetel voorstelde, trekt dat voorstel in. U kunt haar wel afwijzen.")
        )
    answer: SeatAnswer = SeatAnswer.objects.write(proposal=proposal, answer=Answer.WITHDRAWN, answered_at=clock.now(), by=by)
    record(proposal, Verb.SEAT_WITHDRAWN, by=by, facts=[answer])
    return answer


def address_of(proposal: SeatProposal) -> str:
    return reverse("network:proposal", args=[proposal.pk])


def _lock(proposal: SeatProposal, by: Actor) -> Membership:
    """One answer at a time: facts cannot be locked, the place they are about can."""
    membership = Membership.objects.lock(proposal.membership)
    if blockers := blockers_for_answer(proposal=proposal, by=by):
        raise SeatingRefused(*blockers)
    return membership


def _tell_proposer(proposal: SeatProposal, by: Actor) -> None:
    told: list[User] = [proposal.by_user] if proposal.by_user and proposal.by_user != by.user else []
    sentence = "Over een zetel die u voorstelde, is beslist. U leest hier hoe:"
    tell(told, subject="Over uw voorstel voor een zetel is beslist", sentence=sentence, path=address_of(proposal))
