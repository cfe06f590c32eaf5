"""Fixing an agenda as it is sent, and sending it again when it changed."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from agenda.decisions.enums import Serves
from agenda.meetings.domain.agenda_items import MeetingRefused
from agenda.meetings.enums import ItemKind, MeetingState, Verb
from agenda.meetings.models import AgendaItem, AgendaVersion, Meeting, SentAbout, SentItem
from agenda.meetings.queries import opleggers
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.jobs.queue import put_off
from portal.kit import clock
from portal.kit.refusals import Blocker

OPLEGGER = {"sheet", "earlier"}  # what goes with the words of an item and makes no other version


def words_of(item: AgendaItem) -> dict[str, Any]:
    """What an item says on the agenda, apart from its number: what makes another version when it changes."""
    also = [str(each) for each in item.also]
    words = {
        "title": item.title,
        "kind": ItemKind(item.kind).label,
        "question": item.question,
        "minutes": item.minutes,
        "presenter": item.presenter,
        "serves": Serves(item.serves).label,
        "advice": item.advice,
        "costs": item.costs,
        "risks": item.risks,
        "about": str(item.subject) if item.subject else "",
        "visibility": item.visibility,
        "papers": sorted(paper.title for paper in item.papers.all() if paper.removed_at is None),
    }
    return {**words, "also": also} if also else words


def _items(meeting: Meeting) -> list[AgendaItem]:
    """All items with what `words_of` reads, in a query for each kind of it."""
    return list(meeting.items.order_by("number").prefetch_related("papers", "subject", "mentions__subject"))  # type: ignore[attr-defined]


def freeze(meeting: Meeting, *, by: Actor) -> AgendaVersion:
    """The next version of this agenda, each item with its oplegger. For verbs of this package only."""
    last = meeting.versions.last()
    version: AgendaVersion = AgendaVersion.objects.write(
        meeting=meeting, number=last.number + 1 if last else 1, sent_at=clock.now(), by=by
    )
    items = _items(meeting)
    rows = [
        {
            "agenda": version,
            "item_key": item.pk,
            "number": item.number,
            "visibility": item.visibility,
            "words": json.dumps(
                {**words_of(item), "sheet": opleggers.own_lines(item), "earlier": opleggers.earlier(item)}, ensure_ascii=False
            ),
        }
        for item in items
    ]
    sent = SentItem.objects.write_all(rows, by=by)
    SentAbout.objects.bulk_create(
        SentAbout(sent=made, subject_type=ContentType.objects.get_for_model(thing), subject_id=thing.pk)
        for made, item in zip(sent, items, strict=True)
        for thing in opleggers.told_of(item)
    )
    record(meeting, Verb.SENT, by=by, facts=[version, *sent])
    put_off("meetings.tell_of_agenda", version=version.pk)
    return version


def is_changed(meeting: Meeting) -> bool:
    """Whether the agenda is another than the one that was last sent."""
    last = meeting.versions.last()
    if last is None:
        return False
    now = [(item.pk, item.number, words_of(item)) for item in _items(meeting)]
    sent = [
        (row.item_key, row.number, {name: text for name, text in row.said.items() if name not in OPLEGGER})
        for row in last.items.all()
    ]
    return now != sent


@transaction.atomic
def send_again(*, meeting: Meeting, by: Actor) -> AgendaVersion:
    """Send the agenda as it became. Members hear of it and can read the changes alone."""
    meeting = Meeting.objects.lock(meeting)
    if blockers := blockers_for_sending_again(meeting=meeting):
        raise MeetingRefused(*blockers)
    Meeting.objects.touch(meeting)
    return freeze(meeting, by=by)


def blockers_for_sending_again(*, meeting: Meeting) -> list[Blocker]:
    if meeting.state != MeetingState.STUKKEN_VERZONDEN:
        return [Blocker("not-sent", f"Deze vergadering staat nu op “{meeting.get_state_display()}”.")]
    return [] if is_changed(meeting) else [Blocker("same", "De agenda is nog zoals zij verstuurd is.")]


def sheets_about(subject: Any) -> list[SentItem]:
    """What was sent of every item that told of this subject. It goes where the subject's words go."""
    told = SentAbout.objects.filter(subject_type=ContentType.objects.get_for_model(subject), subject_id=subject.pk)
    return list(SentItem.objects.filter(pk__in=told.values("sent"), redacted_at__isnull=True).order_by("pk"))
