"""The work list of the landelijk bureau: what waits, for whom, since when, and what comes before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from knelpunten.enums import OWING_STATES, READ_BY, STATES, WAITING_FOR, Acting, Reader
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import HandOver, Knelpunt
from portal.kit import clock
from portal.kit.slots import Slot
from portal.kit.workdays import workdays_after, workdays_before

# How long each may take, of what the landelijk bureau waits with or for.
NORMS = {state: STATES[state].norm for state in S if state in READ_BY[Reader.BUREAU]}
# What can be asked for: its name in the address, and what it is called.
CHOICES = {
    "": "wacht op ons",
    "nieuw": "nieuw",
    "bezig": "in beoordeling",
    "bij-het-huis": "wacht op het huis",
    "te-laat": "te laat",
    "navragen": "navragen bij een tafel",
    "antwoord": "wacht op een antwoord",
}
PARTS = {
    "": WAITING_FOR[Acting.BUREAU],
    "nieuw": {S.INGEDIEND},
    "bezig": {S.IN_BEOORDELING},
    "bij-het-huis": WAITING_FOR[Acting.HOUSE] & READ_BY[Reader.BUREAU],
}

# When what was to be done about a linked knelpunt is done: the room of the actions says so.
SOLVED: Slot[[], Q] = Slot("which linked knelpunten have all their actions done", __name__)


@dataclass(frozen=True)
class Asked:
    """A part of the work list, as the address asks for it."""

    which: str = ""
    theme: str = ""
    house: str = ""

    @classmethod
    def from_address(cls, given: Any) -> Asked:
        which = given.get("welke", "")
        return cls(which if which in CHOICES else "", given.get("thema", "")[:60], given.get("huis", "")[:60])

    def rows(self, user: Any) -> Any:
        """These knelpunten, the longest waiting first."""
        waiting = Knelpunt.objects.visible_to(user).with_places().filter(_part(self.which))
        if self.theme:
            waiting = waiting.filter(theme__slug=self.theme)
        if self.house:
            waiting = waiting.filter(house__slug=self.house)
        return waiting.order_by("state_since", "pk")

    def around(self, knelpunt: Knelpunt, user: Any) -> tuple[int | None, int | None]:
        """The keys of what comes before and after this one. One query."""
        keys = list(self.rows(user).values_list("pk", flat=True))
        if knelpunt.pk not in keys:
            return None, keys[0] if keys else None
        place = keys.index(knelpunt.pk)
        return keys[place - 1] if place else None, keys[place + 1] if place + 1 < len(keys) else None


def _part(which: str) -> Q:
    if which in PARTS:
        return Q(state__in=PARTS[which])
    return {"te-laat": lambda: _late(clock.today()), "navragen": _to_check_back, "antwoord": _owed_an_answer}[which]()


def check_back_dates() -> Any:
    """Of each knelpunt the day to ask again at the table that did not confirm it yet, to be read beside it."""
    return Subquery(_open_hand_overs().values("check_back_date")[:1])


def _to_check_back() -> Q:
    """Handed to another table that did not confirm it, and the day to ask again has come."""
    due = _open_hand_overs().filter(check_back_date__lte=clock.today())
    return Q(state=S.ELDERS_BELEGD) & Q(Exists(due))


def _open_hand_overs() -> Any:
    """The hand-over a knelpunt rests on now, while the other table did not confirm it: the one of its last step."""
    return HandOver.objects.filter(
        step__knelpunt=OuterRef("pk"), step__taken_at=OuterRef("state_since"), confirmed_at__isnull=True
    )


def _owed_an_answer() -> Q:
    """It came to an end, and nobody wrote its houses what came of it: done, taken over elsewhere, or not taken up."""
    waits = Q(state=S.ELDERS_BELEGD) & Q(Exists(_open_hand_overs()))
    ended = Q(state__in=OWING_STATES, answered_at__isnull=True) & ~waits
    solved = Q(state=S.GEKOPPELD) & SOLVED.ask()
    return ended | solved


def _late(day: date) -> Q:
    """What stands longer than the norm for where it stands."""
    late = Q(pk=None)
    for state, norm in NORMS.items():
        if norm is not None:
            late |= Q(state=state, state_since__date__lt=workdays_before(day, norm))
    return late


def due_date(knelpunt: Knelpunt) -> date | None:
    """The last working day on which it is not late where it stands; none where there is no norm."""
    days = knelpunt.standing.row.norm
    return workdays_after(clock.date_of(knelpunt.state_since), days) if days is not None else None


def is_late(knelpunt: Knelpunt) -> bool:
    """Whether it stands longer than the norm for where it stands."""
    days = knelpunt.standing.row.norm
    return days is not None and clock.date_of(knelpunt.state_since) < workdays_before(clock.today(), days)


def counts(user: Any) -> list[tuple[str, str, int]]:
    """For each part of the list its name in the address, what it is called and how many there are. One query."""
    wanted = {f"part_{place}": Count("pk", filter=_part(which)) for place, which in enumerate(CHOICES)}
    found = Knelpunt.objects.visible_to(user).aggregate(**wanted)
    return [(which, label, found[f"part_{place}"]) for place, (which, label) in enumerate(CHOICES.items())]
