"""Items that stand on every agenda of a body: kept as a list, put on a new agenda when it is begun."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from agenda.decisions.enums import Serves
from agenda.meetings.enums import ItemKind, Verb
from agenda.meetings.models import AgendaItem, Meeting, StandingItem
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.network.models import Body
from portal.privacy.domain import guard


def put_on(meeting: Meeting, *, by: Actor) -> list[AgendaItem]:
    """The standing items of the body, in their order, on an agenda that is still empty. For verbs of this package only."""
    if meeting.items.exists():
        return []
    rows = StandingItem.objects.filter(body=meeting.body_id)
    items = [
        AgendaItem.objects.create(
            key=uuid4(), meeting=meeting, number=number, kind=row.kind, title=row.title, minutes=row.minutes, serves=row.serves
        )
        for number, row in enumerate(rows, 1)
    ]
    for item in items:
        record(item, Verb.ITEM_ADDED, by=by)
    return items


@transaction.atomic
def keep(*, body: Body, kind: ItemKind, title: str, minutes: int, serves: Serves, by: Actor) -> StandingItem:
    """Put an item on every new agenda of this body from now on, after the others. Raises PersonalDataRefused."""
    guard.refuse_identifiers([title])
    body = Body.objects.lock(body)
    rows = StandingItem.objects.filter(body=body)
    if existing := rows.filter(title=title).first():
        return existing
    return StandingItem.objects.create(body=body, place=rows.count() + 1, kind=kind, title=title, minutes=minutes, serves=serves)


@transaction.atomic
def drop(*, item: StandingItem, by: Actor) -> None:
    """Put it on no new agenda any more. Agendas that have it keep it."""
    StandingItem.objects.filter(pk=item.pk).delete()


@transaction.atomic
def raise_up(*, item: StandingItem, by: Actor) -> None:
    """Put it one place earlier."""
    rows = list(StandingItem.objects.filter(body=item.body_id))
    at = rows.index(item)
    if at > 0:
        rows[at - 1], rows[at] = rows[at], rows[at - 1]
    for place, row in enumerate(rows, 1):
        StandingItem.objects.filter(pk=row.pk).update(place=place)
