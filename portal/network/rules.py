"""Who may, read from one seat at a time. A permission holds when any seat of today gives it.

The predicates here are the words the other rooms' rules are written in.
"""

from __future__ import annotations

from typing import Any

import rules

from portal.accounts.visiting import GUEST
from portal.network.enums import MEMBER_FUNCTIONS, SPEAKING, BodyKind, Permission, SeatFunction


@rules.predicate
def is_member(seat: Any) -> bool:
    return seat.function in MEMBER_FUNCTIONS


def member_seats(user: Any) -> list[Any]:
    """The seats of today from which this person reads what members read. None where nobody is signed in."""
    return [seat for seat in user.seats_today if is_member(seat)] if user.is_authenticated else []


def own_bodies(user: Any) -> set[int]:
    """The bodies that this person is of today, and reads the confidential part of."""
    return {seat.membership.body_id for seat in member_seats(user)}


@rules.predicate
def is_guest(seat: Any) -> bool:
    """Nobody's seat: a person who was invited somewhere."""
    return seat.function == GUEST


def sits_in(kind: BodyKind) -> Any:
    """A seat in a body of this kind that reads what members read."""

    @rules.predicate(name=f"sits_in:{kind}")
    def predicate(seat: Any) -> bool:
        return seat.body_kind == kind and seat.function in MEMBER_FUNCTIONS

    return predicate


def has_function(*functions: SeatFunction) -> Any:
    @rules.predicate(name=f"has_function:{'|'.join(functions)}")
    def predicate(seat: Any) -> bool:
        return seat.function in functions

    return predicate


@rules.predicate
def is_deputy(seat: Any) -> bool:
    return seat.is_deputy


# A secretaris or medewerker who supports a body has a seat in it, but takes no part in its work as a member.
sits_as_member = has_function(SeatFunction.LID, SeatFunction.VOORZITTER)
is_stuurgroep_member = sits_in(BodyKind.STUURGROEP) & sits_as_member
is_klankbordgroep_member = sits_in(BodyKind.KLANKBORDGROEP) & sits_as_member
is_in_stuurgroep = sits_in(BodyKind.STUURGROEP)
is_landelijk_bureau = sits_in(BodyKind.LANDELIJK_BUREAU) & has_function(SeatFunction.MEDEWERKER, SeatFunction.SECRETARIS)
is_privacybeoordelaar = has_function(SeatFunction.PRIVACYBEOORDELAAR)
is_netwerkmanager = sits_in(BodyKind.REGIONAAL_BUREAU) & has_function(SeatFunction.NETWERKMANAGER)
is_house_staff = sits_in(BodyKind.REGIONAAL_BUREAU)
is_nzvh_board = sits_in(BodyKind.BESTUUR_NZVH)
leads_body = has_function(SeatFunction.VOORZITTER, SeatFunction.SECRETARIS)
prepares_meetings = leads_body & (sits_in(BodyKind.STUURGROEP) | sits_in(BodyKind.KLANKBORDGROEP))
is_editor = has_function(SeatFunction.REDACTEUR)

is_secretaris = has_function(SeatFunction.SECRETARIS)
speaks_for_body = has_function(*sorted(SPEAKING)) | (sits_in(BodyKind.LANDELIJK_BUREAU) & has_function(SeatFunction.MEDEWERKER))


@rules.predicate
def is_of_own_body(seat: Any, place: Any) -> bool:
    """A seat, or a proposed one, in the body in which one sits oneself."""
    return place is not None and place.membership.body_id == seat.membership.body_id


rules.add_perm(Permission.READ_AS_MEMBER, is_member)
rules.add_perm(Permission.INVITE, is_landelijk_bureau)
rules.add_perm(Permission.KEEP_LANDSCAPE, is_landelijk_bureau)
rules.add_perm(Permission.READ_PROPOSAL, is_member)
rules.add_perm(Permission.CONFIRM_SEAT, (speaks_for_body & is_of_own_body) | is_nzvh_board)
rules.add_perm(Permission.END_SEAT, is_landelijk_bureau | (is_secretaris & is_of_own_body))
rules.add_perm(Permission.LET_IN, is_landelijk_bureau | is_secretaris)
