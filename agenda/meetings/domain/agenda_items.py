"""Making an agenda: putting items on it, changing them, taking them off, and putting them in order.

What fewer may read stands further on, so that whoever may not read it sees no gap in the numbers.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import ProtectedError

from agenda.decisions.enums import Serves, Visibility
from agenda.meetings.enums import ItemKind, Verb
from agenda.meetings.models import AgendaItem, Meeting
from agenda.meetings.queries.subjects import KINDS
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused, Stale
from portal.privacy.domain import guard
from portal.privacy.models import Report

# What somebody writes or chooses about an item, and can change until the meeting opens.
TEXTS = ("title", "question", "advice", "costs", "risks")
CHANGEABLE = (*TEXTS, "kind", "minutes", "presenter", "serves", "visibility", "subject")


class MeetingRefused(Refused):
    pass


def blockers_for_item(
    *, meeting: Meeting, subject: models.Model | None = None, visibility: str = Visibility.OPEN
) -> list[Blocker]:
    """Why the agenda of this meeting cannot be changed, or not with this subject."""
    blockers = []
    if not meeting.is_ahead:
        blockers.append(
            Blocker("agenda-fixed", f"De agenda ligt vast: deze vergadering staat nu op “{meeting.get_state_display()}”.")
        )
    if subject is not None and type(subject) not in KINDS:
        kind = ContentType.objects.get_for_model(subject).name
        blockers.append(Blocker("no-subject", f"Een agendapunt kan niet over een {kind} gaan.", is_input=True))
    if subject is not None and Visibility(visibility).is_confidential:
        sentence = "Een vertrouwelijk punt gaat niet over iets op de lijsten: daar zou iedereen het besluit lezen."
        blockers.append(Blocker("confidential-subject", sentence, is_input=True))
    return blockers


@transaction.atomic
def add(
    *,
    key: UUID,
    meeting: Meeting,
    kind: ItemKind,
    title: str,
    minutes: int,
    serves: Serves,
    by: Actor,
    question: str = "",
    presenter: str = "",
    subject: models.Model | None = None,
    **more: Any,
) -> AgendaItem:
    """Put an item on the agenda, after those that as many people may read. `more` are other columns of it.

    Its subject is of a kind that decisions have effects on. Raises MeetingRefused and PersonalDataRefused.
    """
    guard.refuse_identifiers((title, question, *(more.get(name, "") for name in TEXTS)))
    meeting = Meeting.objects.lock(meeting)
    if meeting.is_confidential:
        more["visibility"] = Visibility.VERTROUWELIJK
    if blockers := blockers_for_item(meeting=meeting, subject=subject, visibility=more.get("visibility", Visibility.OPEN)):
        raise MeetingRefused(*blockers)
    columns = {
        "kind": kind,
        "title": title,
        "question": question,
        "minutes": minutes,
        "presenter": presenter,
        "serves": serves,
        "subject": subject,
        **more,
    }
    return make_once(AgendaItem, key, lambda: _make(meeting, key, columns, by))


def _make(meeting: Meeting, key: UUID, columns: dict[str, Any], by: Actor) -> AgendaItem:
    items = list(meeting.items.order_by("number"))
    item = AgendaItem.objects.create(key=key, meeting=meeting, number=len(items) + 1, **columns)
    _number([*items, item])
    record(item, Verb.ITEM_ADDED, by=by)
    Meeting.objects.touch(meeting)
    return AgendaItem.objects.get(pk=item.pk)


def _number(items: list[AgendaItem]) -> None:
    """Give these items the numbers of their order, those that fewer may read after the others."""
    for number, item in enumerate(sorted(items, key=lambda each: each.narrowness), 1):
        if item.number != number:
            AgendaItem.objects.filter(pk=item.pk).update(number=number)


@transaction.atomic
def change(*, item: AgendaItem, expected: int, by: Actor, **changes: Any) -> AgendaItem:
    """Write an item better while the meeting did not open. Raises Stale, MeetingRefused and PersonalDataRefused."""
    guard.refuse_identifiers(str(changes[name]) for name in TEXTS if name in changes)
    meeting = Meeting.objects.lock(item.meeting)
    item = AgendaItem.objects.lock(item)
    if item.version != expected:
        raise Stale
    if meeting.is_confidential:
        changes["visibility"] = Visibility.VERTROUWELIJK
    subject, visibility = changes.get("subject", item.subject), changes.get("visibility", item.visibility)
    blockers = blockers_for_item(meeting=meeting, subject=subject, visibility=visibility)
    if (
        _becomes_confidential(visibility, item.visibility)
        and item.papers.filter(removed_at__isnull=True).exclude(visibility=Visibility.VERTROUWELIJK).exists()
    ):
        blockers.append(Blocker("wider-papers", "Bij dit punt horen stukken die meer mensen lezen. Haal die eerst weg."))
    if _becomes_confidential(visibility, item.visibility) and item.mentions.exists():
        sentence = "Dit punt gaat ook over iets op de lijsten. Maak dat eerst los: een vertrouwelijk punt gaat daar niet over."
        blockers.append(Blocker("confidential-subject", sentence, is_input=True))
    if blockers:
        raise MeetingRefused(*blockers)
    for name in CHANGEABLE:
        if name in changes:
            setattr(item, name, changes[name])
    item.version += 1
    item.save()
    _number(list(meeting.items.order_by("number")))
    record(item, Verb.ITEM_CHANGED, by=by)
    Meeting.objects.touch(meeting)
    return AgendaItem.objects.get(pk=item.pk)


def _becomes_confidential(visibility: str, before: str) -> bool:
    return Visibility(visibility).is_confidential and not Visibility(before).is_confidential


@transaction.atomic
def remove(*, item: AgendaItem, by: Actor) -> None:
    """Take an item off an agenda; the items after it move up. What was sent before stays as it was sent."""
    meeting = Meeting.objects.lock(item.meeting)
    if not AgendaItem.objects.lock_all([item]):
        return
    if blockers := blockers_for_removing(item=item, meeting=meeting):
        raise MeetingRefused(*blockers)
    record(item, Verb.ITEM_REMOVED, by=by)
    try:
        with transaction.atomic():
            AgendaItem.objects.filter(pk=item.pk).delete()
    except ProtectedError as error:
        raise MeetingRefused(HOLDS_MORE) from error
    _number(list(meeting.items.order_by("number")))
    Meeting.objects.touch(meeting)


REPORTED = Blocker("reported", "In dit punt zijn persoonsgegevens gemeld. Haal het eraf als de privacybeoordelaar ernaar keek.")
HOLDS_MORE = Blocker(
    "holds-more", "Bij dit punt horen stukken of gasten, en die blijven bewaard. Laat het staan en behandel het niet."
)


def blockers_for_removing(*, item: AgendaItem, meeting: Meeting) -> list[Blocker]:
    """Why it cannot come off the agenda."""
    if blockers := blockers_for_item(meeting=meeting, subject=None):
        return blockers
    if Report.objects.about(item).waiting().exists():
        return [REPORTED]
    return [HOLDS_MORE] if item.papers.exists() or item.guests.exists() else []


@transaction.atomic
def arrange(*, meeting: Meeting, order: list[int], by: Actor) -> list[AgendaItem]:
    """Put the items in this order of their keys; what the order does not name stays behind it. Raises MeetingRefused."""
    meeting = Meeting.objects.lock(meeting)
    if blockers := blockers_for_item(meeting=meeting, subject=None):
        raise MeetingRefused(*blockers)
    places = {pk: place for place, pk in enumerate(order)}
    items = list(meeting.items.order_by("number"))
    _number(sorted(items, key=lambda item: places.get(item.pk, len(places))))
    record(meeting, Verb.ARRANGED, by=by)
    Meeting.objects.touch(meeting)
    return list(meeting.items.order_by("number"))
