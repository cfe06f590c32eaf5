"""What waits for somebody around meetings: the agenda, the meeting itself and what
is written after it; questions in writing, papers, promises, vraagstukken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse

from agenda.decisions.enums import Visibility
from agenda.lists.models import Action
from agenda.lists.queries import attention
from agenda.meetings.enums import CLOSED_TO_PAPERS, HELD_STATES, UNSENT_STATES, ArrangementKind, DeadlineKind, Permission
from agenda.meetings.enums import MeetingState as M
from agenda.meetings.models import (
    AgendaItem,
    Arrangement,
    Deadline,
    Issue,
    Meeting,
    Paper,
    PaperWidening,
    ProcedureAnswer,
    PublicLine,
    PublicList,
    WrittenProcedure,
)
from portal.kit import clock
from portal.network.enums import BodyKind
from portal.network.models import Membership
from portal.network.queries.seats import seats_with
from portal.ui.waiting import Task, Waiting, waiting


def waits_for(user: Any, most: int) -> Iterator[Waiting]:
    """Of each kind that this person may do something about."""
    if bodies := _bodies(user, Permission.PREPARE):
        yield from _preparing(user, bodies, most)
    if bodies := _bodies(user, Permission.TAKE_DECISION):
        yield from _recording(user, bodies, most)
    if seats := seats_with(user, Permission.ANSWER):
        yield waiting("schriftelijke rondes om te beantwoorden", _unanswered(user, seats), _round_to_answer, most)
        yield waiting("toezeggingen en afspraken van uw organisatie", _of_own(user, seats), _promised, most)


def _bodies(user: Any, permission: Permission) -> dict[int, str]:
    """The bodies for which this person may, with their kinds."""
    return {seat.membership.body_id: seat.body_kind for seat in seats_with(user, permission)}


# ── Preparing


def _preparing(user: Any, bodies: dict[int, str], most: int) -> Iterator[Waiting]:
    meetings = Meeting.objects.visible_to(user).filter(body__in=bodies)
    yield waiting("agenda's om te maken en te versturen", to_send(meetings), _to_send, most)
    yield waiting("vergaderingen om te openen en te sluiten", to_hold(meetings), _to_hold, most)
    yield waiting("stukken die op een tweede persoon wachten", to_widen(user, bodies), _paper, most)
    visible = Action.objects.visible_to(user).values("pk")
    if BodyKind.STUURGROEP in bodies.values():
        yield waiting("gekozen vraagstukken zonder agendapunt", _chosen(user), _to_put, most)
        rows = attention.without_trekker().filter(pk__in=visible).order_by("list_since", "pk")
        yield waiting("acties zonder trekker", rows, _without_trekker, most)
    if BodyKind.KLANKBORDGROEP in bodies.values():
        rows = attention.without_coalition().filter(pk__in=visible).order_by("list_since", "pk")
        yield waiting("acties zonder coalitie", rows, _without_coalition, most)


def due(kind: DeadlineKind) -> Any:
    """Of each meeting the day by which something has to be ready."""
    return Subquery(Deadline.objects.filter(meeting=OuterRef("pk"), kind=kind).values("date")[:1])


def to_send(meetings: Any) -> Any:
    """Whose agenda is being made; of those that are only planned the next of their body, and what has to be handed in by now.

    What was to be is over.
    """
    ahead = Meeting.objects.filter(body=OuterRef("body"), state__in=UNSENT_STATES, starts_at__gte=clock.now())
    rows = meetings.filter(state__in=UNSENT_STATES).annotate(
        hand_in=due(DeadlineKind.INDIENEN), send_by=due(DeadlineKind.STUKKEN)
    )
    is_next = Q(pk=Subquery(ahead.order_by("starts_at", "pk").values("pk")[:1]))
    is_time = Q(hand_in__lte=clock.today()) | Q(starts_at__lt=clock.now())
    return rows.filter(Q(state=M.IN_VOORBEREIDING) | is_next | is_time).order_by("send_by", "starts_at", "pk")


def _to_send(row: Any) -> Task:
    why, act = row.standing.row.asks, "Maak de agenda"
    if row.starts_at < clock.now():
        why, act = "De dag is voorbij en de agenda is nooit verstuurd. Verzet de vergadering of zeg haar af.", "Verzet of zeg af"
    return Task(title=row.title, url=row.get_absolute_url(), why=why, act=act, until=row.send_by)


def to_hold(meetings: Any) -> Any:
    """What is open, and what can be opened because its day has come."""
    rows = meetings.filter(Q(state=M.GEOPEND) | Q(state=M.STUKKEN_VERZONDEN, starts_at__date__lte=clock.today()))
    return rows.order_by("starts_at", "pk")


def _to_hold(row: Any) -> Task:
    is_open, day = row.state == M.GEOPEND, clock.date_of(row.starts_at)
    why = row.standing.row.asks
    if not is_open and day < clock.today():
        why = "De dag is voorbij en de vergadering is niet geopend. Open haar alsnog, verzet haar of zeg haar af."
    return Task(title=row.title, url=row.get_absolute_url(), why=why, act="Ga naar de vergadering", until=day)


def to_widen(user: Any, bodies: Any) -> Any:
    """Papers that somebody else wants to be for more readers, with since when: the last question about each."""
    asked = PaperWidening.objects.filter(paper=OuterRef("pk")).order_by("-pk")
    mine = (
        Paper.objects.visible_to(user).filter(item__meeting__body__in=bodies).exclude(item__meeting__state__in=CLOSED_TO_PAPERS)
    )
    rows = mine.annotate(last=Subquery(asked.values("pk")[:1]), asked_at=Subquery(asked.values("asked_at")[:1]))
    waits = PaperWidening.objects.filter(pk=OuterRef("last"), confirmation__isnull=True).exclude(by_user=user)
    return rows.filter(Exists(waits)).order_by("asked_at", "pk")


def _paper(row: Any) -> Task:
    why = f"Bij “{row.item.title}” wil een ander dit stuk voor meer lezers. Geeft u het als tweede persoon vrij?"
    return Task(title=row.title, url=row.item.page_address, why=why, act="Lees en geef vrij", since=clock.date_of(row.asked_at))


def _chosen(user: Any) -> Any:
    return Issue.objects.visible_to(user).chosen().select_related("choice").order_by("choice__chosen_at", "pk")


def _to_put(row: Any) -> Task:
    why = "De Klankbordgroep koos dit voor de Stuurgroep. Zet het op de volgende agenda."
    return Task(
        title=row.title, url=row.get_absolute_url(), why=why, act="Zet op de agenda", since=clock.date_of(row.choice.chosen_at)
    )


def _without_trekker(row: Any) -> Task:
    why = "De zetel van de trekker is beëindigd. Dit komt op de volgende agenda."
    return Task(title=row.title, url=row.get_absolute_url(), why=why, act="Zoek een trekker", since=clock.date_of(row.list_since))


def _without_coalition(row: Any) -> Task:
    why = "De coalitie is in vorming. Dit komt op de volgende agenda."
    return Task(
        title=row.title, url=row.get_absolute_url(), why=why, act="Zoek een coalitie", since=clock.date_of(row.list_since)
    )


# ── Recording


def _recording(user: Any, bodies: dict[int, str], most: int) -> Iterator[Waiting]:
    meetings = Meeting.objects.visible_to(user).filter(body__in=bodies)
    written = meetings.filter(state=M.GESLOTEN).annotate(write_by=due(DeadlineKind.VERSLAG)).order_by("write_by", "pk")
    yield waiting("verslagen om te schrijven", written, _to_write, most)
    yield waiting("besluitenlijsten om openbaar te maken", to_publish(meetings), _to_publish, most)
    yield waiting("schriftelijke rondes om af te ronden", to_conclude(user, bodies), _to_conclude, most)
    over = Arrangement.objects.visible_to(user).standing().filter(item__meeting__body__in=bodies, due_date__lt=clock.today())
    yield waiting("toezeggingen waarvan de dag voorbij is", over.order_by("due_date", "pk"), _to_end, most)
    if BodyKind.KLANKBORDGROEP in bodies.values():
        raised = Issue.objects.visible_to(user).waiting().order_by("raised_at", "pk")
        yield waiting("vraagstukken om uit te kiezen", raised, _to_choose, most)


def _to_write(row: Any) -> Task:
    url = reverse("meetings:write_verslag", args=[row.pk])
    return Task(
        title=row.title, url=url, why="Het verslag is nog niet geschreven.", act="Schrijf het verslag", until=row.write_by
    )


def publishable() -> Any:
    """Items whose decisions anybody may read, once the secretaris read them again."""
    return AgendaItem.objects.filter(
        visibility=Visibility.OPEN,
        outcome__decision__redacted_at__isnull=True,
        outcome__decision__seal__visibility=Visibility.OPEN,
    )


def unpublished() -> Any:
    """Of those the ones that do not stand on the newest public list of their meeting."""
    newest = PublicList.objects.filter(meeting=OuterRef("meeting")).order_by("-number").values("pk")[:1]
    public = PublicLine.objects.filter(decision=OuterRef("outcome__decision"), list=OuterRef("newest_list"))
    return publishable().annotate(newest_list=Subquery(newest)).filter(~Exists(public))


def to_publish(meetings: Any) -> Any:
    """Held, while a decision that anybody may read does not stand on its newest public list."""
    inside = unpublished().filter(meeting=OuterRef("pk"))
    return meetings.filter(Exists(inside), state__in=HELD_STATES).order_by("starts_at", "pk")


def _to_publish(row: Any) -> Task:
    why = "Er zijn besluiten die iedereen mag lezen, en die nog niet openbaar zijn."
    return Task(
        title=row.title,
        url=reverse("meetings:publish", args=[row.pk]),
        why=why,
        act="Maak openbaar",
        since=clock.date_of(row.starts_at),
    )


def to_conclude(user: Any, bodies: Any) -> Any:
    """Rounds that are over, by their term or because everybody answered, and of which nobody said what they came to."""
    answered = ProcedureAnswer.objects.filter(procedure=OuterRef(OuterRef("pk")), membership=OuterRef("pk"))
    silent = Membership.objects.valid_on(clock.today()).filter(~Exists(answered), body=OuterRef("body"))
    rows = WrittenProcedure.objects.visible_to(user).filter(body__in=bodies, decision__isnull=True, item__isnull=True)
    return rows.filter(Q(closes_date__lt=clock.today()) | ~Exists(silent)).order_by("closes_date", "pk")


def _to_conclude(row: Any) -> Task:
    over = "De termijn is voorbij." if row.closes_date < clock.today() else "Iedereen heeft geantwoord."
    why = f"{over} Leg de uitkomst vast, of zet het op een agenda."
    return Task(title=row.title, url=row.get_absolute_url(), why=why, act="Leg de uitkomst vast", until=row.closes_date)


def _to_end(row: Any) -> Task:
    who = row.membership.member if row.membership else row.item.meeting.body
    why = f"De dag van deze {row.get_kind_display()} is voorbij. Wat is ervan geworden?"
    url = reverse("meetings:end_arrangement", args=[row.pk])
    return Task(title=_in_short(row, who), url=url, why=why, act="Sluit af", until=row.due_date)


def _to_choose(row: Any) -> Task:
    why = "De Klankbordgroep kiest in haar vergadering of zij dit voorlegt."
    return Task(title=row.title, url=row.get_absolute_url(), why=why, act="Bekijk en kies", since=clock.date_of(row.raised_at))


# ── For members


def _unanswered(user: Any, seats: list[Any]) -> Any:
    """Rounds that run, in which one of the organisations that this person speaks for said nothing."""
    asked = Q(pk=None)
    for seat in seats:
        given = ProcedureAnswer.objects.filter(procedure=OuterRef("pk"), membership=seat.membership_id)
        asked |= Q(body=seat.membership.body_id) & ~Q(Exists(given))
    running = WrittenProcedure.objects.visible_to(user).filter(decision__isnull=True, closes_date__gte=clock.today())
    return running.filter(asked).order_by("closes_date", "pk")


def _round_to_answer(row: Any) -> Task:
    why = f"De {row.body} vraagt dit schriftelijk. Wie niets zegt, is niet akkoord."
    return Task(title=row.title, url=row.get_absolute_url(), why=why, act="Geef antwoord", until=row.closes_date)


def _of_own(user: Any, seats: list[Any]) -> Any:
    """What an organisation that this person speaks for promised, or is to do, and nobody called done."""
    organisations = {seat.membership.organisation_id for seat in seats} - {None}
    own = Q(membership__in=[seat.membership_id for seat in seats]) | Q(membership__organisation__in=organisations)
    return Arrangement.objects.visible_to(user).standing().filter(own).order_by(F("due_date").asc(nulls_last=True), "pk")


def _promised(row: Any) -> Task:
    is_promise = row.kind == ArrangementKind.TOEZEGGING
    said = "Uw organisatie zegde dit toe" if is_promise else "Uw organisatie sprak dit af"
    why = f"{said} in {row.item.meeting}. De secretaris sluit het af."
    title, since = _in_short(row, row.membership.member), clock.date_of(row.made_at)
    return Task(title=title, url=row.item.page_address, why=why, act="Bekijk", since=since, until=row.due_date)


LENGTH = 140  # of a title


def _in_short(row: Any, who: Any) -> str:
    """What was agreed, in the length of a title; its text may be gone."""
    text = row.text or f"{row.get_kind_display()} van {who}".capitalize()
    return text if len(text) <= LENGTH else f"{text[: LENGTH - 1].rstrip()}…"
