"""Giving somebody a seat and ending it: the only way rights come and go.

Nobody gives herself a seat. What weighs, and what begins before today, is given by two persons: see `proposing`.
"""

from __future__ import annotations

from datetime import date, timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction
from django.urls import reverse

from portal.accounts.actor import Actor
from portal.accounts.domain import invitations
from portal.accounts.models import User, plain_address
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.domain.seat_mail import tell
from portal.network.enums import SEATS_OF, BodyKind, EndGround, SeatFunction, Verb, needs_second_person
from portal.network.models import Body, Membership, Organisation, Seat, SeatEnding
from portal.network.queries.second_persons import fellows_of

EDITORS_GROUP = "Editors"
NEEDS_SECOND = Blocker(
    "needs-second", "Deze zetel wordt door twee personen gegeven: stel haar voor, en laat een tweede persoon bevestigen."
)


class SeatingRefused(Refused):
    pass


def needs_second(*, membership: Membership, function: str, from_date: date) -> bool:
    """Whether this seat waits for a second person."""
    return needs_second_person(membership.body.kind, function) or from_date < clock.today()


def is_same_person(one: User, other: User) -> bool:
    """The same person, or two that share an address."""
    return one.pk == other.pk or bool(_addresses(one) & _addresses(other))


def blockers_for_seat(*, user: User, membership: Membership, function: str, is_deputy: bool, by: Actor) -> list[Blocker]:
    """Why this person cannot have this seat from these hands, whether at once or after a second person."""
    blockers = []
    if function not in SEATS_OF[BodyKind(membership.body.kind)]:
        label = SeatFunction(function).label
        blockers.append(
            Blocker(
                "no-such-seat", f"Een {label} hoort niet bij: {membership.body.name}. Kies een andere functie.", is_input=True
            )
        )
    if by.user and is_same_person(by.user, user):
        blockers.append(Blocker("self", "U kunt uzelf geen zetel geven. Vraag een collega.", is_input=True))
    if by.user and _has_it(user, membership, function, is_deputy):
        blockers.append(Blocker("has-it", f"{user.name} heeft deze zetel al.", is_input=True))
    return blockers


@transaction.atomic
def seat(
    *,
    user: User,
    membership: Membership,
    function: str,
    from_date: date,
    by: Actor,
    until_date: date | None = None,
    is_deputy: bool = False,
) -> Seat:
    """Let a person fill a membership, where one person is enough; who runs the server always is."""
    membership = Membership.objects.lock(membership)
    blockers = blockers_for_seat(user=user, membership=membership, function=function, is_deputy=is_deputy, by=by)
    if by.user and needs_second(membership=membership, function=function, from_date=from_date):
        blockers.append(NEEDS_SECOND)
    if until_date and until_date < from_date:
        blockers.append(Blocker("ends-before-start", "De einddatum ligt vóór de begindatum."))
    if blockers:
        raise SeatingRefused(*blockers)
    taken = give(
        user=user,
        membership=membership,
        function=function,
        from_date=from_date,
        until_date=until_date,
        is_deputy=is_deputy,
        given_by=by.user,
    )
    record(taken, Verb.SEATED if by.user else Verb.SEATED_BY_OPERATOR, by=by)
    return taken


def give(
    *,
    user: User,
    membership: Membership,
    function: str,
    from_date: date,
    is_deputy: bool,
    given_by: User | None,
    until_date: date | None = None,
    confirmed_by: User | None = None,
) -> Seat:
    """Write the seat, after everything was asked.

    An editor also joins the group that Wagtail asks about; the others hear of it.
    """
    taken: Seat = Seat.objects.create(
        user=user,
        membership=membership,
        function=function,
        from_date=from_date,
        until_date=until_date,
        is_deputy=is_deputy,
        given_by=given_by,
        confirmed_by=confirmed_by,
    )
    if function == SeatFunction.REDACTEUR:
        user.groups.add(Group.objects.get(name=EDITORS_GROUP))
    if given_by:
        invitations.let_in(user=user, by=given_by)
        _tell(taken)
    return taken


@transaction.atomic
def admit(*, organisation: Organisation, body: Body, from_date: date, by: Actor) -> Membership:
    """Give an organisation a place in a body, on the strength of a decision of that body."""
    membership = Membership.objects.create(organisation=organisation, body=body, from_date=from_date)
    record(membership, Verb.ADMITTED, by=by)
    return membership


def first_last_day(seat: Seat) -> date:
    """The earliest day that can be somebody's last: yesterday when the rights have to go at once, and never before the first."""
    earliest: date = max(clock.today() - timedelta(days=1), seat.from_date)
    return earliest


def blockers_for_end(*, seat: Seat, last_day: date, by: Actor) -> list[Blocker]:
    """Why this seat cannot end that day. A seat that ends sooner gives less; one that ends later would give more."""
    blockers = []
    if seat.until_date and seat.until_date < clock.today():
        blockers.append(Blocker("over", "Deze zetel is al voorbij."))
    if last_day < seat.from_date:
        blockers.append(Blocker("ends-before-start", "De laatste dag ligt vóór de begindatum.", is_input=True))
    elif by.user and last_day < first_last_day(seat):
        blockers.append(
            Blocker(
                "past",
                "De laatste dag kan op zijn vroegst gisteren zijn: wat daarvoor gedaan is, is vanuit deze zetel gedaan.",
                is_input=True,
            )
        )
    if seat.until_date and last_day > seat.until_date:
        blockers.append(Blocker("later", "Deze zetel eindigt al eerder. Langer blijven is een nieuwe zetel.", is_input=True))
    return blockers


@transaction.atomic
def end(*, seat: Seat, last_day: date, by: Actor, ground: str = EndGround.STEPPED_DOWN) -> Seat:
    """End a seat after its last day, and tell the person. Locked, so that nobody acts from it meanwhile."""
    seat = Seat.objects.lock(seat)
    if blockers := blockers_for_end(seat=seat, last_day=last_day, by=by):
        raise SeatingRefused(*blockers)
    seat.until_date = last_day
    seat.save(update_fields=["until_date"])
    ending = SeatEnding.objects.write(seat=seat, last_day=last_day, ground=ground, ended_at=clock.now(), by=by)
    if by.user and by.user != seat.user:
        sentence = "Een zetel van u eindigt. Wat u met andere zetels kunt, blijft. Uw overzicht staat hier:"
        tell([seat.user], subject="Een zetel van u eindigt", sentence=sentence, path=reverse("overzicht"))
    record(seat, Verb.SEAT_ENDED, by=by, facts=[ending])
    return seat


def _addresses(user: User) -> set[str]:
    also = EmailAddress.objects.filter(user=user).values_list("email", flat=True)
    return {plain_address(address) for address in (user.email, *also)}


def _has_it(user: User, membership: Membership, function: str, is_deputy: bool) -> bool:
    same = Seat.objects.filter(user=user, membership=membership, function=function, is_deputy=is_deputy)
    return bool(same.not_over(clock.today()).exists())


def _tell(taken: Seat) -> None:
    """The person, when already in, and for what weighs those who hold the same."""
    if taken.user.has_usable_password():
        tell(
            [taken.user],
            subject="U kreeg een zetel",
            sentence="U kreeg een zetel in het portaal. Uw overzicht staat hier:",
            path=reverse("overzicht"),
        )
    if needs_second_person(taken.membership.body.kind, taken.function):
        sentence = "Iemand kreeg dezelfde functie als u. U leest hier wie:"
        tell(fellows_of(taken), subject="Iemand kreeg dezelfde functie als u", sentence=sentence, path=reverse("network:seats"))
