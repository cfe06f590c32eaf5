"""What could stand on an agenda: one table of sources, each with what it finds for a meeting that is being prepared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, Model, OuterRef, Q, Subquery

from agenda.decisions.enums import LEAVES_OPEN, Serves, Visibility
from agenda.decisions.models import Decision
from agenda.lists.enums import ActionList
from agenda.lists.models import Action, ProgressUpdate, TrekkerOffer
from agenda.meetings.domain import agenda_items, carry_over
from agenda.meetings.domain.agenda_items import MeetingRefused
from agenda.meetings.enums import AHEAD_STATES, ItemKind, MeetingState, WrittenAnswer
from agenda.meetings.models import AgendaItem, DiscussionRequest, Issue, Meeting, ProcedureAnswer, WrittenProcedure
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.kit import clock
from portal.kit.opaque import write
from portal.kit.refusals import Blocker
from portal.network.enums import BodyKind

MOST = 12  # of one source on a page
BOTH = (BodyKind.STUURGROEP, BodyKind.KLANKBORDGROEP)
S, K = (BodyKind.STUURGROEP,), (BodyKind.KLANKBORDGROEP,)


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Something that could become an item: `source` and `pk` name it, the rest fills the item in."""

    source: str
    pk: int
    title: str
    why: str
    kind: ItemKind = ItemKind.BESPREKING
    question: str = ""
    minutes: int = 15
    subject: Model | None = None
    more: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def word(self) -> str:
        """What names it within its source, in a form."""
        return write(self.source, self.pk)


@dataclass(frozen=True)
class Source:
    """Where proposals come from, what that is called, and for which bodies."""

    name: str
    find: Callable[[Meeting], list[Proposal]]
    bodies: tuple[BodyKind, ...] = BOTH


def _carried(meeting: Meeting) -> list[Proposal]:
    rows = carry_over.waiting_for(meeting).select_related("meeting")[:MOST]
    return [
        Proposal(
            source="doorgeschoven",
            pk=row.pk,
            title=row.title,
            why=f"Stond op {row.meeting.title} en is niet afgerond.",
            kind=ItemKind(row.kind),
            question=row.question,
            minutes=row.minutes,
        )
        for row in rows
    ]


def _issues(meeting: Meeting) -> list[Proposal]:
    rows = Issue.objects.chosen().select_related("choice", "membership__organisation", "membership__house")[:MOST]
    return [
        Proposal(
            source="vraagstuk",
            pk=row.pk,
            title=row.title,
            why=f"{row.get_kind_display().capitalize()}, gekozen door de Klankbordgroep.",
            question=row.choice.wording or row.question,
        )
        for row in rows
    ]


def _raised(meeting: Meeting) -> list[Proposal]:
    rows = Issue.objects.waiting().select_related("membership__organisation", "membership__house").order_by("pk")
    if not rows.exists() or meeting.items.filter(title=CHOOSING).exists():
        return []
    return [
        Proposal(
            source="aangedragen",
            pk=0,
            title=CHOOSING,
            why=f"Er wachten {rows.count()} vraagstukken op een keuze.",
            question="Welke leggen wij voor, en in welke woorden?",
            minutes=30,
        )
    ]


CHOOSING = "Vraagstukken en dilemma's voor de Stuurgroep"


def _steering(meeting: Meeting) -> list[Proposal]:
    """Actions whose last report to the Stuurgroep asks for steering, about which it decided nothing since."""
    last = ProgressUpdate.objects.filter(action=OuterRef("pk"), release__isnull=False).order_by("-release__pk")
    rows: Any = _free(meeting, Action.objects.filter(list=ActionList.ACTIELIJST)).annotate(
        asks=Subquery(last.values("asks_steering")[:1]),
        steering=Subquery(last.values("steering")[:1]),
        asked_at=Subquery(last.values("release__released_at")[:1]),
    )
    rows = _undecided(meeting, rows.filter(asks=True), since="asked_at").order_by("theme__number", "title")[:MOST]
    return [
        Proposal(
            source="bijsturing",
            pk=row.pk,
            title=row.title,
            why="De trekker vraagt om bijsturing.",
            kind=ItemKind.BESLUITVORMING,
            question=row.steering or "",
            subject=row,
        )
        for row in rows
    ]


def _offered(meeting: Meeting) -> list[Proposal]:
    last = TrekkerOffer.objects.filter(action=OuterRef("pk")).order_by("-pk")
    wished = Action.objects.filter(list=ActionList.VOORRAADLIJST).annotate(asked_at=Subquery(last.values("offered_at")[:1]))
    offered = _undecided(meeting, wished.filter(asked_at__isnull=False), since="asked_at")
    rows = _free(meeting, offered).order_by("theme__number", "title")[:MOST]
    question = "Zetten wij deze actie op de actielijst?"
    return [
        Proposal(
            source="trekker",
            pk=row.pk,
            title=row.title,
            why="Een lid wil deze actie trekken.",
            kind=ItemKind.BESLUITVORMING,
            question=question,
            subject=row,
        )
        for row in rows
    ]


def _proposed(meeting: Meeting) -> list[Proposal]:
    wished = Action.objects.filter(list=ActionList.VOORRAADLIJST, found_desirable_by__isnull=True)
    rows = _free(meeting, wished.filter(offers__isnull=True)).order_by("place", "theme__number", "-proposed_at", "-pk")[:MOST]
    return [
        Proposal(
            source="voorgesteld",
            pk=row.pk,
            title=row.title,
            why="Voorgesteld, en nog niet wenselijk gevonden.",
            kind=ItemKind.BESLUITVORMING,
            question="Vinden wij deze actie wenselijk?",
            subject=row,
        )
        for row in rows
    ]


def _asked_for(meeting: Meeting) -> list[Proposal]:
    """Knelpunten ter kennisname that a member asks to discuss."""
    asked = DiscussionRequest.objects.filter(meeting=meeting).values("knelpunt")
    rows = _free(meeting, Knelpunt.objects.filter(pk__in=asked)).order_by("title")[:MOST]
    return [
        Proposal(source="verzoek", pk=row.pk, title=row.title, why="Een lid vraagt om dit knelpunt te bespreken.", subject=row)
        for row in rows
    ]


def _verslagen(meeting: Meeting) -> list[Proposal]:
    rows = _free(meeting, Meeting.objects.filter(body=meeting.body_id, state=MeetingState.VERSLAG_CONCEPT)).order_by(
        "starts_at", "pk"
    )[:MOST]
    question = "Klopt het verslag?"
    return [
        Proposal(
            source="verslag",
            pk=row.pk,
            title=f"Verslag van {row.title}",
            why="Het verslag is in concept klaar.",
            kind=ItemKind.BESLUITVORMING,
            question=question,
            minutes=5,
            subject=row,
            more={"serves": Serves.HUIZEN},
        )
        for row in rows
    ]


def _not_agreed(meeting: Meeting) -> list[Proposal]:
    """What was asked in writing and is not decided now that its term is over, or was objected to."""
    rows = WrittenProcedure.objects.filter(body=meeting.body_id, decision__isnull=True, item__isnull=True)
    objected = ProcedureAnswer.objects.filter(procedure=OuterRef("pk")).exclude(answer=WrittenAnswer.AKKOORD)
    rows = rows.filter(Q(closes_date__lt=clock.today()) | Exists(objected)).order_by("pk")[:MOST]
    why = "Schriftelijk gevraagd, en niet besloten."
    return [
        Proposal(
            source="schriftelijk", pk=row.pk, title=row.title, why=why, kind=ItemKind.BESLUITVORMING, question=row.question[:1000]
        )
        for row in rows
    ]


def _free(meeting: Meeting, rows: Any) -> Any:
    """What does not stand on an agenda of this body that is still to come."""
    kind = ContentType.objects.get_for_model(rows.model)
    planned = AgendaItem.objects.filter(
        meeting__body=meeting.body_id,
        meeting__state__in=AHEAD_STATES,
        outcome__isnull=True,
        treatment__isnull=True,
        subject_type=kind,
        subject_id=OuterRef("pk"),
    )
    return rows.filter(~Exists(planned))


def _undecided(meeting: Meeting, rows: Any, *, since: str) -> Any:
    """About what this body took no decision since the moment in that column; held over is not decided."""
    kind = ContentType.objects.get_for_model(rows.model)
    taken = Decision.objects.filter(
        taken_at_item__item__meeting__body=meeting.body_id,
        subject_type=kind,
        subject_id=OuterRef("pk"),
        taken_at__gt=OuterRef(since),
    )
    return rows.filter(~Exists(taken.exclude(kind__in=LEAVES_OPEN)))


SOURCES: dict[str, Source] = {
    "verslag": Source("Verslag van de vorige vergadering", _verslagen),
    "doorgeschoven": Source("Doorgeschoven of aangehouden", _carried),
    "vraagstuk": Source("Vraagstukken die de Klankbordgroep koos", _issues, S),
    "aangedragen": Source("Aangedragen vraagstukken", _raised, K),
    "bijsturing": Source("Vraagt bijsturing", _steering, S),
    "schriftelijk": Source("Schriftelijk niet besloten", _not_agreed),
    "verzoek": Source("Verzoek om te bespreken", _asked_for, S),
    "trekker": Source("Een trekker biedt zich aan", _offered, S),
    "voorgesteld": Source("Voorgestelde acties", _proposed, S),
}


def proposals_for(meeting: Meeting) -> list[tuple[str, list[Proposal]]]:
    """What could stand on this agenda, by source. Nothing once it was sent. Some ten queries, whatever there is."""
    if not meeting.is_unsent:
        return []
    found = [(source.name, source.find(meeting)) for source in SOURCES.values() if meeting.body.kind in source.bodies]
    return [(name, rows) for name, rows in found if rows]


@transaction.atomic
def take_up(*, meeting: Meeting, source: str, pk: int, by: Actor) -> AgendaItem:
    """Make an item of a proposal. Raises MeetingRefused when it is none (any more)."""
    meeting = Meeting.objects.select_related("body").get(pk=Meeting.objects.lock(meeting).pk)
    chosen = SOURCES.get(source)
    found = chosen.find(meeting) if chosen and meeting.is_unsent and meeting.body.kind in chosen.bodies else []
    proposal = next((each for each in found if each.pk == pk), None)
    if proposal is None:
        raise MeetingRefused(
            Blocker("no-proposal", "Dit voorstel is er niet meer: het staat al op een agenda, of de agenda is verstuurd.")
        )
    if source == "doorgeschoven":
        return carry_over.carry(AgendaItem.objects.get(pk=pk), to=meeting, by=by)
    more: dict[str, Any] = {"serves": Serves.VERBINDER, "visibility": Visibility.OPEN} | proposal.more
    item = agenda_items.add(
        key=uuid4(),
        meeting=meeting,
        kind=proposal.kind,
        title=proposal.title,
        question=proposal.question,
        minutes=proposal.minutes,
        subject=proposal.subject,
        by=by,
        **more,
    )
    if source == "schriftelijk":
        WrittenProcedure.objects.filter(pk=pk).update(item=item)
    if source == "vraagstuk":
        issue = Issue.objects.select_related("choice__meeting").get(pk=pk)
        Issue.objects.filter(pk=pk).update(item=item)
        AgendaItem.objects.filter(pk=item.pk).update(advice=issue.background)
    return item
