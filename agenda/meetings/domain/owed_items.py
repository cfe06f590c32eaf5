"""What a body has to speak about, whether anybody asks or not: actions without a
trekker, coalitions too small, hand-overs that no table took.

It stands on the next agenda of the body concerned from the moment that agenda is
sent, before the rondvraag. The meeting decides; nothing moves by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType

from agenda.decisions.enums import Serves
from agenda.lists.models import Action
from agenda.lists.queries import attention
from agenda.meetings.domain import agenda_items
from agenda.meetings.enums import ItemKind
from agenda.meetings.models import AgendaItem, Meeting
from portal.accounts.actor import Actor
from portal.network.enums import BodyKind

MINUTES = 10


@dataclass(frozen=True)
class Owed:
    """A subject that a body owes an answer, and what is asked about it."""

    action: Action
    title: str
    question: str


@dataclass(frozen=True)
class Kind:
    find: Callable[[], Any]
    title: str
    question: str


OWED_BY: dict[str, list[Kind]] = {
    BodyKind.STUURGROEP: [
        Kind(
            attention.without_trekker,
            "Een actie zonder trekker",
            "De zetel van de bestuurlijk trekker is beëindigd. Wie neemt het over?",
        ),
        Kind(
            attention.not_taken_over,
            "Een actie die niet is overgenomen",
            "De andere tafel heeft deze actie niet aanvaard. Wat doet de Stuurgroep?",
        ),
    ],
    BodyKind.KLANKBORDGROEP: [
        Kind(
            attention.without_coalition,
            "Een coalitie in vorming",
            "Er doen minder dan twee organisaties mee. Wie sluit aan, en met welke bijdrage?",
        ),
    ],
}


def owed_at(meeting: Meeting) -> list[Owed]:
    """What comes on this agenda by itself when it is sent, and does not stand on it yet.

    Nothing for a meeting that is not the next of its body.
    """
    kinds = OWED_BY.get(meeting.body.kind, [])
    if not kinds or not meeting.is_unsent or meeting.pk != Meeting.objects.next_unsent_of(meeting.body_id):
        return []
    about = AgendaItem.objects.filter(meeting=meeting, subject_type=ContentType.objects.get_for_model(Action))
    there = set(about.values_list("subject_id", flat=True))
    return [
        Owed(action, kind.title, kind.question)
        for kind in kinds
        for action in kind.find().order_by("theme__number", "title")
        if action.pk not in there
    ]


def put_on(meeting: Meeting, *, by: Actor) -> list[AgendaItem]:
    """Put what the body owes on the agenda that is being sent, before the rondvraag. For verbs of this package only."""
    owed = owed_at(meeting)
    if not owed:
        return []
    before = list(meeting.items.order_by("number"))
    place = next((at for at, item in enumerate(before) if item.kind == ItemKind.RONDVRAAG), len(before))
    made = [_put(meeting, each, by) for each in owed]
    order = [item.pk for item in [*before[:place], *made, *before[place:]]]
    agenda_items.arrange(meeting=meeting, order=order, by=by)
    return made


def _put(meeting: Meeting, owed: Owed, by: Actor) -> AgendaItem:
    return agenda_items.add(
        key=uuid4(),
        meeting=meeting,
        kind=ItemKind.BESPREKING,
        title=owed.title,
        question=owed.question,
        minutes=MINUTES,
        serves=Serves.VERBINDER,
        subject=owed.action,
        by=by,
    )
