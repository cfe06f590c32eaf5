"""What the pages that cross rooms read: what asks something of somebody, what changed, what is coming."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from agenda.decisions.models import Decision
from agenda.lists.enums import ActionList
from agenda.lists.models import Action, ActionKnelpunt, ListMove, ProgressUpdate
from agenda.meetings.enums import HELD_STATES, MeetingState
from agenda.meetings.models import Meeting
from knelpunten.enums import KnelpuntState, NoteKind
from knelpunten.models import Inquiry, Knelpunt, KnelpuntNote, KnelpuntStep
from portal.kit import clock
from portal.network.enums import BodyKind, SeatFunction
from portal.network.models import House

SHOWN = 12


@dataclass(frozen=True)
class Task:
    """Something that asks something of somebody, and where to do it."""

    title: str
    url: str
    why: str
    since: date | None = None


@dataclass(frozen=True)
class Change:
    title: str
    url: str
    what: str
    at: datetime


@dataclass(frozen=True)
class Overview:
    tasks: list[Task]
    changes: list[Change]
    changes_since: datetime
    coming: list[Meeting]


def overview(user: Any, since: datetime) -> Overview:
    """The three questions of the overzicht, for whoever asks."""
    return Overview(
        tasks=tasks_for(user)[:SHOWN],
        changes=changes_for(user, since)[:SHOWN],
        changes_since=since,
        coming=list(Meeting.objects.visible_to(user).exclude(state__in=HELD_STATES).order_by("starts_at")[:4]),
    )


def changes_since() -> datetime:
    """The moment of the last Stuurgroep; a month ago when there was none yet."""
    held = Meeting.objects.filter(body__kind=BodyKind.STUURGROEP, state__in=HELD_STATES).order_by("-starts_at").first()
    return held.starts_at if held else clock.now() - timedelta(days=30)


def tasks_for(user: Any) -> list[Task]:
    """Everything that waits for one of this person's seats of today, longest first."""
    tasks: list[Task] = []
    for seat in user.seats_today:
        for kind, functions, collect in COLLECTORS:
            if seat.body_kind == kind and (functions is None or seat.function in functions):
                tasks += collect(seat, user)
    return sorted(dict.fromkeys(tasks), key=lambda task: task.since or date.max)


def _for_house(seat: Any, user: Any) -> list[Task]:
    open_states = (KnelpuntState.CONCEPT, KnelpuntState.TERUG_NAAR_INDIENER)
    own = Knelpunt.objects.visible_to(user).filter(house_id=seat.house_id, state__in=open_states).order_by("state_since")[:SHOWN]
    may_submit = seat.function == SeatFunction.NETWERKMANAGER
    why = {
        KnelpuntState.CONCEPT: "Dit concept wacht op u om het in te dienen."
        if may_submit
        else "Dit concept is nog niet ingediend.",
        KnelpuntState.TERUG_NAAR_INDIENER: "Het landelijk bureau vraagt om aanvulling.",
    }
    tasks = [Task(k.title, k.get_absolute_url(), why[KnelpuntState(k.state)], _day(k.state_since)) for k in own]
    asked = Inquiry.objects.visible_to(user).awaiting(seat.house_id, clock.today())
    return tasks + [Task(i.question, i.get_absolute_url(), "De Stuurgroep vraagt dit aan uw huis.", i.closes_date) for i in asked]


def _for_landelijk_bureau(seat: Any, user: Any) -> list[Task]:
    waiting = Knelpunt.objects.visible_to(user).awaiting_assessment().for_rows().order_by("state_since")[:SHOWN]
    tasks = [
        Task(k.title, k.get_absolute_url(), f"{k.raised_by} wacht op een beoordeling.", _day(k.state_since)) for k in waiting
    ]
    linked = Knelpunt.objects.visible_to(user).filter(state=KnelpuntState.GEKOPPELD)
    open_lists = [ActionList.VOORRAADLIJST, ActionList.ACTIELIJST]
    is_open = ActionKnelpunt.objects.filter(knelpunt=OuterRef("pk"), action__list__in=open_lists)
    done = linked.filter(~Exists(is_open)).for_rows().order_by("state_since")[:SHOWN]
    return tasks + [
        Task(
            k.title,
            reverse("lists:answer", args=[k.pk]),
            f"Alle acties zijn gereed: {k.raised_by} wacht op een antwoord.",
            _day(k.state_since),
        )
        for k in done
    ]


def _for_trekker(seat: Any, user: Any) -> list[Task]:
    last = ProgressUpdate.objects.filter(action=OuterRef("pk")).order_by("-pk")
    pulled = Action.objects.visible_to(user).filter(trekker_id=seat.pk, list=ActionList.ACTIELIJST)
    rows: Any = pulled.annotate(last_update=Subquery(last.values("pk")[:1]), last_release=Subquery(last.values("release")[:1]))
    tasks = []
    for action in rows.order_by("list_since")[:SHOWN]:
        if action.last_update is None:
            tasks.append(
                Task(
                    action.title,
                    action.get_absolute_url(),
                    "U trekt deze actie. Er is nog geen bericht over de voortgang.",
                    _day(action.list_since),
                )
            )
        elif action.last_release is None:
            tasks.append(
                Task(
                    action.title,
                    action.get_absolute_url(),
                    "De coalitie schreef een bericht. Geeft u het vrij voor de Stuurgroep?",
                )
            )
    return tasks


def _for_secretaris(seat: Any, user: Any) -> list[Task]:
    why = {
        MeetingState.GEPLAND: "Begin met de agenda.",
        MeetingState.IN_VOORBEREIDING: "De agenda is nog niet verstuurd.",
        MeetingState.STUKKEN_VERZONDEN: "Open de vergadering als het zover is.",
        MeetingState.GEOPEND: "De vergadering is open: leg de besluiten vast en sluit haar.",
    }
    own = Meeting.objects.visible_to(user).filter(body=seat.membership.body, state__in=list(why)).order_by("starts_at")
    return [Task(m.title, m.get_absolute_url(), why[MeetingState(m.state)], _day(m.starts_at)) for m in own]


def _for_coalition(seat: Any, user: Any) -> list[Task]:
    mine = Action.objects.visible_to(user).filter(
        contributions__membership_id=seat.membership_id, contributions__left_at__isnull=True, list=ActionList.ACTIELIJST
    )
    silent = mine.filter(~Exists(ProgressUpdate.objects.filter(action=OuterRef("pk")))).order_by("list_since")[:SHOWN]
    why = "Uw organisatie zit in de coalitie. Er is nog geen bericht over de voortgang."
    return [Task(a.title, a.get_absolute_url(), why, _day(a.list_since)) for a in silent]


COLLECTORS: list[tuple[BodyKind, set[SeatFunction] | None, Any]] = [
    (BodyKind.REGIONAAL_BUREAU, None, _for_house),
    (BodyKind.LANDELIJK_BUREAU, {SeatFunction.MEDEWERKER, SeatFunction.SECRETARIS}, _for_landelijk_bureau),
    (BodyKind.STUURGROEP, {SeatFunction.LID, SeatFunction.VOORZITTER}, _for_trekker),
    (BodyKind.STUURGROEP, {SeatFunction.SECRETARIS}, _for_secretaris),
    (BodyKind.KLANKBORDGROEP, {SeatFunction.SECRETARIS}, _for_secretaris),
    (BodyKind.KLANKBORDGROEP, {SeatFunction.LID, SeatFunction.VOORZITTER}, _for_coalition),
]


def changes_for(user: Any, since: datetime) -> list[Change]:
    """Moves, decisions and own knelpunten's steps since then, newest first."""
    own_houses = [seat.house_id for seat in user.seats_today if seat.house_id]
    moves = ListMove.objects.filter(moved_at__gte=since, action__in=Action.objects.visible_to(user)).select_related("action")
    readable = Decision.objects.filter(taken_at_item__item__hidden_at__isnull=True)
    decisions = readable.filter(taken_at__gte=since).select_related("taken_at_item__item__meeting")
    steps = KnelpuntStep.objects.filter(
        taken_at__gte=since, knelpunt__house__in=own_houses, knelpunt__in=Knelpunt.objects.visible_to(user)
    ).select_related("knelpunt")
    changes = [
        Change(m.action.title, m.action.get_absolute_url(), f"nu op de {m.get_to_list_display()}", m.moved_at)
        for m in moves.order_by("-pk")[:SHOWN]
    ]
    changes += [
        Change(d.taken_at_item.item.title, d.taken_at_item.item.get_absolute_url(), f"{d}: {d.get_kind_display()}", d.taken_at)
        for d in decisions.order_by("-pk")[:SHOWN]
    ]
    changes += [
        Change(s.knelpunt.title, s.knelpunt.get_absolute_url(), f"nu {s.get_to_state_display()}", s.taken_at)
        for s in steps.order_by("-pk")[:SHOWN]
    ]
    return sorted(changes, key=lambda change: change.at, reverse=True)


def contributions_of(house: House, user: Any) -> Any:
    """Everything a house raised, newest step first, each with the last reason it was given as `last_reason`."""
    return _with_last_reason(Knelpunt.objects.visible_to(user).of_house(house))


def recognised_by(house: House, user: Any) -> Any:
    """What a house recognises of others, with the last reason each was given."""
    return _with_last_reason(Knelpunt.objects.visible_to(user).recognised_by(house))


def _with_last_reason(knelpunten: Any) -> Any:
    last = KnelpuntStep.objects.filter(knelpunt=OuterRef("pk")).order_by("-pk")
    since = KnelpuntNote.objects.filter(knelpunt=OuterRef("pk"), kind=NoteKind.ANTWOORD, written_at__gte=OuterRef("state_since"))
    answer = Subquery(since.order_by("-pk").values("text")[:1])
    return knelpunten.for_rows().annotate(last_reason=Coalesce(answer, Subquery(last.values("reason")[:1])))


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
