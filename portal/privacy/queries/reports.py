"""What was reported and waits for a reviewer, what waits for a second person, and what readers are told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

import rules
from django.contrib.contenttypes.models import ContentType

from portal.accounts.models import User
from portal.kit import clock
from portal.network.models import Seat
from portal.privacy.enums import Ground, Permission
from portal.privacy.models import Removal, RemovalRequest, Report
from portal.privacy.queries.parts import THINGS

SERIES_FROM = 3  # reports of one person …
SERIES_GAP = timedelta(hours=1)  # … with less than this between them are a series


@dataclass(frozen=True, kw_only=True)
class Reported:
    """A thing about which reports wait."""

    kind: str
    title: str
    address: str
    since: datetime
    number: int


@dataclass(frozen=True, kw_only=True)
class Series:
    """What one person reported in a row."""

    reports: list[Report]

    @property
    def first(self) -> Report:
        return self.reports[0]

    @property
    def last(self) -> Report:
        return self.reports[-1]


def reported() -> list[Reported]:
    """Every thing about which reports wait, the longest first. One query for every kind of thing."""
    waiting = list(Report.objects.waiting().order_by("subject_type", "subject_id", "pk").prefetch_related("subject"))
    grouped = [list(group) for _, group in groupby(waiting, lambda each: (each.subject_type_id, each.subject_id))]
    found = [
        Reported(
            kind=str(group[0].subject._meta.verbose_name),
            title=str(group[0].subject),
            address=group[0].subject.review_address,
            since=group[0].reported_at,
            number=len(group),
        )
        for group in grouped
    ]
    return sorted(found, key=lambda each: each.since)


def series() -> list[Series]:
    """Reports of one person that came in a row and wait, to be put back in one act when they are nonsense."""
    found: list[Series] = []
    rows = Report.objects.waiting().order_by("by_user", "reported_at", "pk").prefetch_related("subject")
    for _, own in groupby(rows, lambda each: each.by_user_id):
        run: list[Report] = []
        for each in own:
            if run and each.reported_at - run[-1].reported_at > SERIES_GAP:
                found.append(Series(reports=run))
                run = []
            run.append(each)
        found.append(Series(reports=run))
    return [each for each in found if len(each.reports) >= SERIES_FROM]


def second_persons() -> list[User]:
    """Who may be the second person when words are removed from what was decided. One query."""
    seats = Seat.objects.valid_on(clock.today()).with_places().select_related("user")
    users = {seat.user for seat in seats if rules.has_perm(Permission.SECOND, seat)}
    return sorted(users, key=lambda user: user.pk)


@dataclass(frozen=True, kw_only=True)
class Removed:
    """Words that were taken away on a day, and why."""

    day: datetime
    ground: str
    number: int

    @property
    def parts(self) -> str:
        return "één deel" if self.number == 1 else f"{self.number} delen"


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What a reader of a page is told: that something on it was reported, is away, or was removed."""

    report_address: str
    review_address: str
    is_reported: bool
    is_reviewer: bool
    removed: list[Removed]


def marks_of(subject: Any, user: Any) -> Marks:
    """What the page of this thing says about reports and removals. Two queries."""
    reads = bool(user.is_authenticated and user.may(THINGS[type(subject)].read, subject))
    is_reviewer = bool(user.is_authenticated and user.may(Permission.REVIEW))
    return Marks(
        report_address=subject.report_address if reads else "",
        review_address=subject.review_address if is_reviewer else "",
        is_reported=Report.objects.about(subject).waiting().exists(),
        is_reviewer=is_reviewer,
        removed=removals_about([subject]),
    )


def removals_about(subjects: list[Any]) -> list[Removed]:
    """What was removed from these things, all of one kind: a line for each day and ground. One query."""
    if not subjects:
        return []
    kind = ContentType.objects.get_for_model(subjects[0])
    rows = Removal.objects.filter(subject_type=kind, subject_id__in=[each.pk for each in subjects]).order_by("removed_at", "pk")
    grouped = groupby(rows, lambda each: (each.removed_at.date(), each.ground))
    return [
        Removed(day=group[0].removed_at, ground=Ground(ground).label, number=len(group))
        for (_, ground), group in ((key, list(group)) for key, group in grouped)
    ]


def requests_for(user: Any) -> Any:
    """What waits for this person as the second one: what another asked for."""
    return RemovalRequest.objects.visible_to(user).waiting().exclude(by_user=user).order_by("pk")
