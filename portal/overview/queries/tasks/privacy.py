"""What waits for a reviewer, and for a second person when words are to be removed from what was decided."""

from __future__ import annotations

from typing import Any

from knelpunten.models import Knelpunt
from portal.overview.queries.tasks.task import Task
from portal.privacy.models import RemovalRequest
from portal.privacy.queries.reports import reported


def to_second(seat: Any, user: Any) -> list[Task]:
    """What another person wants to remove. Whoever asked is not the second."""
    waiting = RemovalRequest.objects.visible_to(user).waiting().exclude(by_user=user).order_by("pk")
    why = "Een privacybeoordelaar wil hier tekst uit verwijderen. Kijkt u mee?"
    return [Task(str(each.subject), each.get_absolute_url(), why, each.asked_at.date()) for each in waiting]


def to_review(seat: Any, user: Any) -> list[Task]:
    """Knelpunten in the privacytoets, and every thing in which something was reported."""
    held = Knelpunt.objects.visible_to(user).awaiting_release().order_by("state_since", "pk")
    tasks = [
        Task(each.title, each.get_absolute_url(), each.standing.row.asks.format(knelpunt=each), each.state_since.date())
        for each in held
    ]
    return tasks + [
        Task(each.title, each.address, "Hier zijn persoonsgegevens gemeld.", each.since.date()) for each in reported()
    ]
