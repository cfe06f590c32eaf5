"""What waits for somebody around national agreements: at those who are asked, at who
runs the route, at the owner, at the houses that work by them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from agenda.meetings.enums import AGENDA_STATES, MeetingState
from agenda.meetings.enums import Permission as Meetings
from agenda.meetings.models import AgendaItem
from agenda.ratification.enums import AgreementState as A
from agenda.ratification.enums import Channel, Permission, Route, Stance
from agenda.ratification.models import Agreement, Asked, Position, Round, RoundExtension, Uptake
from portal.kit import clock
from portal.network.enums import BodyKind
from portal.network.queries.seats import seats_with
from portal.network.rules import is_netwerkmanager, is_stuurgroep_member
from portal.ui.waiting import Task, Waiting, waiting


def waits_for(user: Any, most: int) -> Iterator[Waiting]:
    """Of each kind that this person may do something about."""
    if seats := seats_with(user, Permission.TAKE_POSITION):
        yield from _for_asked(user, spoken_for_by(seats), most)
    if routes := [route for route in Route if user.may(Permission.RUN, Agreement(route=route))]:
        yield from _for_runner(user, routes, most)
    if any(seat.body_kind == BodyKind.STUURGROEP for seat in seats_with(user, Meetings.PREPARE)):
        yield waiting("voorgelegde afspraken zonder agendapunt", _without_item(user), _to_put_on, most)
    organisations = {seat.membership.organisation_id for seat in seats_with(user, Permission.CARRY)} - {None}
    if routes or organisations:
        own = Q(owner__in=organisations) | Q(route__in=routes)
        yield waiting("afspraken om te evalueren", to_evaluate(user).filter(own), _to_evaluate, most)
    if houses := [seat.house_id for seat in seats_with(user, Permission.REPORT_UPTAKE) if seat.house_id]:
        yield waiting("afspraken waarvan uw huis nog niet zei hoe het ermee werkt", _without_uptake(user, houses), _uptake, most)


# ── Those who are asked


def spoken_for_by(seats: Any) -> Q:
    """Those asked for whom these seats answer. The twin of `agreements.speaks_for`."""
    houses = [seat.house_id for seat in seats if is_netwerkmanager(seat)]
    organisations = [seat.membership.organisation_id for seat in seats if is_stuurgroep_member(seat)]
    return Q(house__in=[pk for pk in houses if pk]) | Q(organisation__in=[pk for pk in organisations if pk])


def newest() -> Any:
    """The last round over each agreement that is asked about, with until when it runs or ran."""
    later = Round.objects.filter(agreement=OuterRef("agreement"), pk__gt=OuterRef("pk"))
    last = RoundExtension.objects.filter(round=OuterRef("pk")).order_by("-pk").values("closes_at")[:1]
    rows: Any = Round.objects.filter(~Exists(later), agreement__state=A.GEVRAAGD)
    return rows.annotate(term=Coalesce(Subquery(last), "first_term"))


def running() -> Any:
    """Those that nobody ended."""
    return newest().filter(end__isnull=True)


def _asked(user: Any) -> Any:
    """Everybody who is asked in a round that runs, with the keys of their newest position, of their agreement, and the term."""
    rounds = running().filter(term__gt=clock.now(), agreement__in=Agreement.objects.visible_to(user))
    last = Position.objects.filter(asked=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    term = Subquery(running().filter(pk=OuterRef("round")).values("term"))
    rows: Any = Asked.objects.filter(round__in=rounds.values("pk")).annotate(newest=Subquery(last), term=term)
    return rows.select_related("round__agreement").order_by("term", "pk")


def _with_newest(**conditions: Any) -> Any:
    return Exists(Position.objects.filter(pk=OuterRef("newest"), **conditions))


def _for_asked(user: Any, own: Q, most: int) -> Iterator[Waiting]:
    rows = _asked(user).filter(own)
    yield waiting("gevraagde standpunten", rows.filter(newest__isnull=True), _to_answer, most)
    on_behalf = _with_newest(confirmation__isnull=True) & ~_with_newest(channel=Channel.PORTAAL)
    yield waiting("standpunten om te bevestigen", rows.filter(on_behalf), _to_confirm, most)
    answered = _with_newest(stance=Stance.KANTTEKENING, answer__isnull=False, settlement__isnull=True)
    yield waiting("kanttekeningen om af te doen", rows.filter(answered), _to_settle, most)


def _to_answer(row: Any) -> Task:
    url = reverse("ratification:take_position", args=[row.round.agreement_id])
    return _of_round(row, "Er is nog geen standpunt. Wie niets zegt, is niet akkoord.", "Geef standpunt", url=url)


def _to_confirm(row: Any) -> Task:
    return _of_round(row, "Een ander legde namens u een standpunt vast. Klopt het?", "Lees en bevestig")


def _to_settle(row: Any) -> Task:
    return _of_round(row, "Uw kanttekening is beantwoord. Is zij daarmee afgedaan?", "Lees het antwoord")


def _of_round(row: Any, why: str, act: str, *, url: str = "") -> Task:
    agreement, since = row.round.agreement, clock.date_of(row.round.opened_at)
    until = clock.date_of(row.term - timedelta(seconds=1))
    return Task(title=agreement.title, url=url or agreement.get_absolute_url(), why=why, act=act, since=since, until=until)


# ── Who runs the route


def _for_runner(user: Any, routes: list[Route], most: int) -> Iterator[Waiting]:
    own = Agreement.objects.visible_to(user).filter(route__in=routes)
    yield waiting("kanttekeningen om te beantwoorden", _remarks(own), _remark, most)
    yield waiting("rondes die voorbij zijn", _over(own), _to_decide_on, most)
    begun = own.filter(state__in=[state for state in A if state.row.asks]).order_by("state_since", "pk")
    yield waiting("afspraken om verder te brengen", begun, _to_go_on, most)


def _remarks(own: Any) -> Any:
    """Kanttekeningen without an answer: the newest position of somebody asked in a round that nobody ended."""
    newer = Position.objects.filter(asked=OuterRef("asked"), pk__gt=OuterRef("pk"))
    rows = Position.objects.filter(~Exists(newer), stance=Stance.KANTTEKENING, answer__isnull=True)
    rounds = running().filter(agreement__in=own.values("pk"))
    places = ("asked__round__agreement", "asked__organisation", "asked__house")
    return rows.filter(asked__round__in=rounds.values("pk")).select_related(*places).order_by("given_at", "pk")


def _remark(row: Any) -> Task:
    agreement = row.asked.round.agreement
    url = reverse("ratification:answer_remark", args=[agreement.pk, row.asked_id])
    why = f"{row.asked} heeft een kanttekening die op antwoord wacht."
    return Task(title=agreement.title, url=url, why=why, act="Beantwoord", since=clock.date_of(row.given_at))


def _over(own: Any) -> Any:
    """Rounds that were ended, whose term has passed, or in which everybody answered,
    while the agreement was not put to the table yet."""
    given = Position.objects.filter(asked=OuterRef("pk"))
    silent = Asked.objects.filter(~Exists(given), round=OuterRef("pk"), via__isnull=True)
    is_over = Q(end__isnull=False) | Q(term__lte=clock.now()) | ~Exists(silent)
    return newest().filter(is_over, agreement__in=own.values("pk")).select_related("agreement").order_by("term", "pk")


def _to_decide_on(row: Any) -> Task:
    over = "De termijn is voorbij." if row.term <= clock.now() else "Iedereen heeft geantwoord."
    why = f"{over} Leg de afspraak voor aan de Stuurgroep, geef meer tijd of wijzig de tekst."
    until = clock.date_of(row.term - timedelta(seconds=1))
    return Task(title=row.agreement.title, url=row.agreement.get_absolute_url(), why=why, act="Rond de ronde af", until=until)


def _to_go_on(row: Any) -> Task:
    return Task(
        title=row.title,
        url=row.get_absolute_url(),
        why=row.standing.row.asks,
        act="Ga verder",
        since=clock.date_of(row.state_since),
    )


# ── The table, the owner and the houses


def _without_item(user: Any) -> Any:
    """Put to the Stuurgroep, and on no agenda that is still to come or open."""
    kind = ContentType.objects.get_for_model(Agreement)
    items = AgendaItem.objects.filter(subject_type=kind, subject_id=OuterRef("pk"), outcome__isnull=True, treatment__isnull=True)
    planned = items.filter(meeting__state__in=[*AGENDA_STATES, MeetingState.GEOPEND])
    rows = Agreement.objects.visible_to(user).filter(~Exists(planned), state=A.VOORGELEGD)
    return rows.order_by("state_since", "pk")


def _to_put_on(row: Any) -> Task:
    why = "Voorgelegd aan de Stuurgroep. Zet haar op de volgende agenda."
    return Task(
        title=row.title, url=row.get_absolute_url(), why=why, act="Zet op de agenda", since=clock.date_of(row.state_since)
    )


def to_evaluate(user: Any) -> Any:
    """In force, and the day to look at it again has come."""
    rows = Agreement.objects.visible_to(user).in_force().filter(evaluate_date__lte=clock.today())
    return rows.order_by("evaluate_date", "pk")


def _to_evaluate(row: Any) -> Task:
    why = "De dag van de evaluatie is er. Blijft de afspraak, of is zij uitgewerkt?"
    return Task(title=row.title, url=row.get_absolute_url(), why=why, act="Evalueer", until=row.evaluate_date)


def _without_uptake(user: Any, houses: list[int]) -> Any:
    """In force, while one of these houses did not say how it works with it."""
    rows = Agreement.objects.visible_to(user).in_force()
    silent = Q(pk=None)
    for house in houses:
        silent |= ~Q(Exists(Uptake.objects.filter(agreement=OuterRef("pk"), house=house)))
    return rows.filter(silent).order_by("state_since", "pk")


def _uptake(row: Any) -> Task:
    why = "De afspraak is bekrachtigd. Hoe werkt uw huis ermee?"
    return Task(
        title=row.title, url=row.get_absolute_url(), why=why, act="Zeg hoe het gaat", since=clock.date_of(row.state_since)
    )
