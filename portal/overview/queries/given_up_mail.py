"""Mail that was given up: to whom and for which occasion, never what it was about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from procrastinate.contrib.django.models import ProcrastinateJob

from agenda.meetings.models import MeetingInvitation
from portal.jobs import giving_up
from portal.notify.models import Notification


@dataclass(frozen=True)
class Kind:
    """The rows that a job sends one of, and how such a mail is called."""

    model: type[Model]
    name: Callable[[Any], str]


@dataclass(frozen=True)
class Undelivered:
    what: str
    row: Any
    attempts: int


# By the name of the job. Letters are not among them: what lets somebody in says at the invitation that it was not sent.
KINDS = {
    "notify.send": Kind(Notification, lambda row: row.get_about_display()),
    "meetings.invite": Kind(MeetingInvitation, lambda row: "Uitnodiging voor een vergadering"),
}


def given_up() -> QuerySet[ProcrastinateJob]:
    """What was given up, oldest first."""
    return giving_up.given_up(KINDS)


def read(jobs: Sequence[ProcrastinateJob]) -> list[Undelivered]:
    """The mails that these jobs were to send. One query for each kind."""
    rows = {name: _rows(kind, [_key(job) for job in jobs if job.task_name == name]) for name, kind in KINDS.items()}
    found = [(KINDS[job.task_name], rows[job.task_name].get(_key(job)), job.attempts) for job in jobs]
    return [Undelivered(kind.name(row), row, attempts) for kind, row, attempts in found if row is not None]


def send_again() -> int:
    """Have all of it tried once more, now. Returns how many."""
    return giving_up.try_again(KINDS)


def _key(job: Any) -> int:
    """The row that a job is about: the one argument it has."""
    return int(next(iter(job.args.values())))


def _rows(kind: Kind, keys: Sequence[int]) -> dict[int, Any]:
    return kind.model._default_manager.select_related("user").in_bulk(keys) if keys else {}
