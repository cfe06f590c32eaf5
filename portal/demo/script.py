"""How a row of the story is found again by its name."""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5

from agenda.lists.models import Action
from agenda.meetings.models import Meeting
from agenda.ratification.models import Agreement
from knelpunten.models import Knelpunt


def key_of(kind: str, name: str) -> UUID:
    """The key of what the story calls so: the same in every telling, so that a test can find it."""
    return uuid5(NAMESPACE_URL, f"demo:{kind}:{name}")


def knelpunt(name: str) -> Knelpunt:
    return Knelpunt.objects.get(key=key_of("knelpunt", name))


def action(name: str) -> Action:
    return Action.objects.get(key=key_of("action", name))


def agreement(name: str) -> Agreement:
    return Agreement.objects.get(key=key_of("agreement", name))


def meeting(name: str) -> Meeting:
    return Meeting.objects.get(key=key_of("meeting", name))
