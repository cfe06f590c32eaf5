"""What waits for who looks after personal data, for the second person, and for who reported something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from portal.kit import clock
from portal.privacy.enums import Permission
from portal.privacy.models import Enquiry
from portal.privacy.queries.reports import Reported, reported, requests_for
from portal.ui.waiting import Task, Waiting, counted, waiting


def waits_for(user: Any, most: int) -> Iterator[Waiting]:
    """Of each kind that this person may do something about."""
    if user.may(Permission.REVIEW):
        found = [_reported(each) for each in reported()]
        yield counted("meldingen van persoonsgegevens", found, most, more_url=reverse("knelpunten:reviews"))
    if user.may(Permission.SECOND):
        rows = requests_for(user).prefetch_related("subject")
        yield waiting("verzoeken om tekst te verwijderen", rows, _to_second, most, more_url=reverse("privacy:seconds"))
    if user.may(Permission.REPORTED):
        yield waiting("vragen over uw meldingen", _asked(user), _to_clarify, most)


def _reported(each: Reported) -> Task:
    why = "Hier zijn persoonsgegevens gemeld."
    return Task(title=each.title, url=each.address, why=why, act="Beoordeel", since=clock.date_of(each.since))


def _to_second(row: Any) -> Task:
    why = "Een privacybeoordelaar wil hier tekst uit verwijderen. Kijkt u mee?"
    return Task(title=str(row.subject), url=row.get_absolute_url(), why=why, act="Lees mee", since=clock.date_of(row.asked_at))


def _asked(user: Any) -> Any:
    """Questions about this person's own reports that wait for an answer while nobody judged the report."""
    rows = Enquiry.objects.filter(report__by_user=user, report__verdict__isnull=True, clarification__isnull=True)
    return rows.select_related("report").order_by("asked_at", "pk")


def _to_clarify(row: Any) -> Task:
    why = "De privacybeoordelaar wil iets weten over wat u meldde."
    title = "Een vraag over uw melding"
    return Task(title=title, url=row.report.get_absolute_url(), why=why, act="Geef antwoord", since=clock.date_of(row.asked_at))
