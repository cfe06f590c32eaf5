"""Looking after seats: which one may end, who is not in yet, and what ends with a seat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from portal.accounts.enums import InvitationState
from portal.accounts.models import Invitation, User
from portal.kit import clock
from portal.network.enums import BodyKind, Permission, SeatFunction
from portal.network.models import Body, Seat
from portal.network.queries.gives import gives

BUREAU = {SeatFunction.MEDEWERKER, SeatFunction.SECRETARIS}
ALONE = {SeatFunction.SECRETARIS, SeatFunction.VOORZITTER, SeatFunction.PRIVACYBEOORDELAAR, SeatFunction.REDACTEUR}


@dataclass(frozen=True)
class Kept:
    """A seat as who looks after it sees it: whether the person can come in, and if not how that stands."""

    seat: Seat
    way_in: str


def kept_among(bodies: list[tuple[Body, list[Seat]]], user: Any) -> dict[int, Kept]:
    """Of these seats those that this person may end, by key. One query, and none where there are none."""
    mine = [seat for _, seats in bodies for seat in seats if user.may(Permission.END_SEAT, seat)]
    return {each.seat.pk: each for each in _with_way_in(mine)}


def kept_seats(user: Any) -> list[tuple[Body, list[Kept]]]:
    """Every seat this person may end, also an editor's and one that is still to begin, by body. Two queries."""
    order = ("membership__body__house__sort_key", "membership__body_id", "function", "user__name", "pk")
    seats: Any = Seat.objects.not_over(clock.today()).with_places().select_related("user").order_by(*order)
    if not user.may(Permission.END_SEAT):
        own = [seat.membership.body_id for seat in user.seats_today if seat.function == SeatFunction.SECRETARIS]
        seats = seats.filter(membership__body__in=own)
    grouped: dict[int, tuple[Body, list[Kept]]] = {}
    for kept in _with_way_in(list(seats)):
        body = kept.seat.membership.body
        grouped.setdefault(body.pk, (body, []))[1].append(kept)
    return sorted(grouped.values(), key=lambda pair: (pair[0].house.sort_key if pair[0].house else "", pair[0].pk))


def invitations_for(user: Any) -> Any:
    """The last invitation of everybody this person looks after, newest first."""
    last = Invitation.objects.order_by().values("user").annotate(last=Max("pk")).values("last")
    return Invitation.objects.visible_to(user).filter(pk__in=last).select_related("user", "letter").order_by("-pk")


def losses(seat: Seat) -> list[str]:
    """What the person can no longer do, in words, as far as no other seat of today gives the same."""
    kept = {word for other in seat.user.seats_today if other.pk != seat.pk for word in gives(other.body_kind, other.function)}
    here = {word for word in gives(seat.body_kind, seat.function) if word in kept and _is_everywhere(word)}
    return [word for word in gives(seat.body_kind, seat.function) if word not in here]


def warnings_for_end(seat: Seat, user: User) -> list[str]:
    """What somebody must have read before ending this seat, so that nobody is locked out by accident."""
    warnings = []
    if seat.user_id == user.pk:
        warnings.append("Dit is uw eigen zetel. U kunt haar niet zelf terugnemen.")
    if _is_last(seat, ALONE & {SeatFunction(seat.function)}):
        warnings.append(f"Dit is de enige zetel met deze functie ({seat.get_function_display()}) in {seat.membership.body.name}.")
    if seat.body_kind == BodyKind.LANDELIJK_BUREAU and _is_last(seat, BUREAU):
        warnings.append(
            "Dit is de laatste zetel van het landelijk bureau. Daarna kan niemand meer uitnodigen; alleen wie de server beheert."
        )
    if not any(other.pk != seat.pk for other in seat.user.seats_today):
        warnings.append(f"{seat.user.name} heeft vandaag geen andere zetel, en ziet daarna alleen nog wat openbaar is.")
    return warnings


def _is_last(seat: Seat, functions: set[SeatFunction]) -> bool:
    """Whether nobody else holds one of these functions in that body today."""
    if seat.function not in functions:
        return False
    others: Any = Seat.objects.valid_on(clock.today()).filter(membership__body=seat.membership.body_id, function__in=functions)
    return not others.exclude(pk=seat.pk).filter(user__is_active=True).exists()


def _is_everywhere(word: str) -> bool:
    """Reading as a member is the same from every seat; the rest is of one body."""
    return word in gives(BodyKind.STUURGROEP, SeatFunction.LID)[:1]


def _with_way_in(seats: list[Seat]) -> list[Kept]:
    waiting = {seat.user_id for seat in seats if not seat.user.has_usable_password()}
    states = _states(waiting) if waiting else {}
    return [
        Kept(seat, states.get(seat.user_id, "nog niet ingelogd, en nooit uitgenodigd") if seat.user_id in waiting else "")
        for seat in seats
    ]


def _states(users: Iterable[int]) -> dict[int, str]:
    """In words how the last invitation of each of these persons stands. One query."""
    rows = Invitation.objects.filter(user__in=users).select_related("letter").order_by("pk")
    return {row.user_id: f"nog niet ingelogd, uitnodiging {InvitationState(row.state).label}" for row in rows}
