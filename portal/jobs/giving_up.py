"""Work that was given up: tried for two days, and kept until somebody has it tried again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Min, QuerySet
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from portal.kit import clock


def given_up(tasks: Iterable[str]) -> QuerySet[ProcrastinateJob]:
    """The jobs of these tasks that failed for the last time, oldest first."""
    return ProcrastinateJob.objects.filter(status="failed", task_name__in=list(tasks)).order_by("pk")


def since(tasks: Iterable[str]) -> datetime | None:
    """When the first of them was given up; none when none was. One query."""
    failures = ProcrastinateEvent.objects.filter(type="failed", job__in=given_up(tasks).order_by())
    moment: datetime | None = failures.aggregate(first=Min("at"))["first"]
    return moment


@transaction.atomic
def try_again(tasks: Iterable[str]) -> int:
    """Have each of these tried once more, now. Returns how many. Locked: of two who ask at once the second finds none."""
    waiting = [job.pk for job in given_up(tasks).select_for_update(no_key=True)]
    for pk in waiting:
        app.job_manager.retry_job_by_id(pk, retry_at=clock.now())
    return len(waiting)
