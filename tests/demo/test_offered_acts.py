"""No act is offered that cannot be: every form that stands on a page of the demo is sent, by everybody it is shown to.

Once for each person, act and state of the thing: what is refused for a reason that was there when the page was drawn
should not have been offered. The states that the demo does not reach are walked to in tests/house/test_offered_acts.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from agenda.lists.models import Action
from agenda.meetings.models import AgendaItem, Issue, Meeting, WrittenProcedure
from agenda.ratification.models import Agreement
from ambitions.models import ActionLine, Explanation, RegionalPlan
from knelpunten.models import Inquiry, Knelpunt, Pattern
from portal.accounts.models import User
from tests.offering import Trying

# By everybody in the demo, three of each state: minutes.
pytestmark = [pytest.mark.usefixtures("demo_db"), pytest.mark.torture]

THINGS: tuple[tuple[Any, str], ...] = (
    (Knelpunt, "state"), (Pattern, ""), (Inquiry, ""), (Action, "list"), (Meeting, "state"), (AgendaItem, "kind"), (Issue, ""),
    (WrittenProcedure, ""), (Agreement, "state"), (ActionLine, "scope"), (RegionalPlan, "state"), (Explanation, ""),
)  # fmt: skip
EACH = 3  # things of one state that each person looks at


def things_for(user: User) -> Iterator[tuple[Any, str]]:
    """A few things of every kind and state that this person sees, with the state."""
    for model, column in THINGS:
        seen: dict[str, int] = {}
        for thing in model.objects.visible_to(user).order_by("-pk"):
            state = str(getattr(thing, column)) if column else ""
            seen[state] = seen.get(state, 0) + 1
            if seen[state] <= EACH:
                yield thing, f"{model.__name__} {state}"


def everybody() -> list[User]:
    """One person for each set of seats."""
    by_seats = {
        frozenset((seat.body_kind, seat.function, seat.is_deputy) for seat in user.seats_today): user
        for user in User.objects.order_by("-pk")
    }
    return [user for seats, user in by_seats.items() if seats]


def test_no_act_is_offered_that_cannot_be(monkeypatch: pytest.MonkeyPatch) -> None:
    trying = Trying(monkeypatch)
    for user in everybody():
        roles = ", ".join(sorted({f"{seat.function} {seat.body_kind}" for seat in user.seats_today}))
        for thing, state in things_for(user):
            trying.look(user, roles, thing.get_absolute_url(), state)
    assert not trying.wrong, trying.said()
    assert len(trying.tried) > 300, f"{len(trying.tried)} acts"
