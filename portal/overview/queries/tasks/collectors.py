"""What asks something of somebody, by the seats that person fills today."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from agenda.lists.enums import NORM, OPEN_LISTS, ActionList
from agenda.lists.models import Action, ActionKnelpunt, ListMove, ProgressUpdate, TrekkerRequest, Weighing
from agenda.lists.queries import attention
from agenda.meetings.enums import AHEAD_STATES
from agenda.meetings.models import Meeting
from knelpunten.enums import WAITING_FOR, Acting, KnelpuntState
from knelpunten.models import Inquiry, Knelpunt
from portal.jobs import giving_up
from portal.kit import clock
from portal.network.domain import seat_proposals
from portal.network.enums import BodyKind, Permission, SeatFunction
from portal.network.models import SeatProposal
from portal.overview.queries import given_up_mail
from portal.overview.queries.tasks import plans, privacy
from portal.overview.queries.tasks.task import Task

SHOWN = 12
SUBMIT_IT = "Dit concept wacht op u om het in te dienen."  # to who can
MOST_WEIGHED = 99  # counted of what waits to be weighed


def tasks_for(user: Any) -> list[Task]:
    """Everything that waits for one of this person's seats of today, longest first."""
    tasks: list[Task] = []
    for seat in user.seats_today:
        for kind, functions, collect in COLLECTORS:
            if seat.body_kind == kind and (functions is None or seat.function in functions):
                tasks += collect(seat, user)
    tasks += _to_confirm(user)
    return sorted(dict.fromkeys(tasks), key=lambda task: task.since or date.max)


def _to_confirm(user: Any) -> list[Task]:
    """Seats that wait for a second person, which this person can be by one of the own seats."""
    waiting = SeatProposal.objects.visible_to(user).waiting().exclude(user=user).exclude(by_user=user).order_by("pk")
    why = "Deze zetel wacht op een tweede persoon. Bevestigt u haar?"
    mine = islice((each for each in waiting if _can_confirm(user, each)), SHOWN)
    return [Task(str(each), seat_proposals.address_of(each), why, _day(each.proposed_at)) for each in mine]


def _can_confirm(user: Any, proposal: SeatProposal) -> bool:
    actors = user.actors_for(Permission.CONFIRM_SEAT, proposal)
    return any(not seat_proposals.blockers_for_answer(proposal=proposal, by=actor) for actor in actors)


def _for_house(seat: Any, user: Any) -> list[Task]:
    own = (
        Knelpunt.objects.visible_to(user)
        .filter(house_id=seat.house_id, state__in=WAITING_FOR[Acting.HOUSE])
        .order_by("state_since", "pk")[:SHOWN]
    )
    said = {KnelpuntState.CONCEPT: SUBMIT_IT} if seat.function == SeatFunction.NETWERKMANAGER else {}
    tasks = [
        Task(k.title, k.get_absolute_url(), said.get(k.standing) or k.standing.row.asks.format(knelpunt=k), _day(k.state_since))
        for k in own
    ]
    asked = Inquiry.objects.visible_to(user).awaiting(seat.house_id, clock.today())
    return tasks + [Task(i.question, i.get_absolute_url(), "De Stuurgroep vraagt dit aan uw huis.", i.closes_date) for i in asked]


def _for_landelijk_bureau(seat: Any, user: Any) -> list[Task]:
    waiting = Knelpunt.objects.visible_to(user).awaiting_assessment().for_rows().order_by("state_since", "pk")[:SHOWN]
    tasks = [Task(k.title, k.get_absolute_url(), k.standing.row.asks.format(knelpunt=k), _day(k.state_since)) for k in waiting]
    linked = Knelpunt.objects.visible_to(user).filter(state=KnelpuntState.GEKOPPELD)
    is_open = ActionKnelpunt.objects.filter(knelpunt=OuterRef("pk"), action__list__in=OPEN_LISTS)
    done = linked.filter(~Exists(is_open)).for_rows().order_by("state_since", "pk")[:SHOWN]
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
    asked = TrekkerRequest.objects.filter(seat=seat.pk, refusal__isnull=True, action__in=Action.objects.visible_to(user))
    open_now = asked.exclude(action__list=ActionList.GEREEDLIJST).exclude(action__offers__seat=seat.pk).select_related("action")
    tasks = [
        Task(each.action.title, each.action.get_absolute_url(), "U bent gevraagd om deze actie te trekken.", _day(each.asked_at))
        for each in open_now[:SHOWN]
    ]
    last = ProgressUpdate.objects.filter(action=OuterRef("pk")).order_by("-pk")
    pulled = Action.objects.visible_to(user).filter(trekker_id=seat.pk, list=ActionList.ACTIELIJST)
    rows: Any = pulled.annotate(
        last_update=Subquery(last.values("pk")[:1]), last_release=Subquery(last.values("release")[:1]),
        last_at=Subquery(last.values("reported_at")[:1]),
    )  # fmt: skip
    for action in rows.order_by("list_since", "pk")[:SHOWN]:
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
        elif action.last_at < clock.now() - NORM:
            why = "U trekt deze actie. Het laatste bericht is ouder dan drie maanden."
            tasks.append(Task(action.title, action.get_absolute_url(), why, _day(action.last_at)))
    return tasks


def _for_secretaris(seat: Any, user: Any) -> list[Task]:
    own = Meeting.objects.visible_to(user).filter(body=seat.membership.body, state__in=AHEAD_STATES).order_by("starts_at", "pk")
    return [Task(m.title, m.get_absolute_url(), m.standing.row.asks, _day(m.starts_at)) for m in own]


def _for_coalition(seat: Any, user: Any) -> list[Task]:
    """Nobody wrote how it goes, or too long ago."""
    last = ProgressUpdate.objects.filter(action=OuterRef("pk")).order_by("-pk").values("reported_at")[:1]
    mine: Any = Action.objects.visible_to(user).filter(
        contributions__membership_id=seat.membership_id, contributions__left_at__isnull=True, list=ActionList.ACTIELIJST
    )
    silent = mine.annotate(last_at=Subquery(last)).filter(Q(last_at__isnull=True) | Q(last_at__lt=clock.now() - NORM))
    why = "Uw organisatie zit in de coalitie. Er is {} bericht over de voortgang."
    return [
        Task(
            a.title,
            a.get_absolute_url(),
            why.format("al drie maanden geen" if a.last_at else "nog geen"),
            _day(a.last_at or a.list_since),
        )
        for a in silent.order_by("list_since", "pk")[:SHOWN]
    ]


def _to_weigh(seat: Any, user: Any) -> list[Task]:
    """What the organisation of this seat did not weigh yet, as one task that begins with the first."""
    weighed = Weighing.objects.filter(action=OuterRef("pk"), membership=seat.membership_id)
    wished = Action.objects.visible_to(user).on_list(ActionList.VOORRAADLIJST).filter(~Exists(weighed))
    rows = list(wished.order_by("theme__number", "place", "pk").values_list("pk", flat=True)[:MOST_WEIGHED])
    if not rows:
        return []
    number = f"{len(rows)}{' of meer' if len(rows) == MOST_WEIGHED else ''}"
    title = "Eén actie om te wegen" if len(rows) == 1 else f"{number} acties om te wegen"
    return [
        Task(title, reverse("lists:weigh", args=[rows[0]]), "Uw organisatie woog ze nog niet. Wegen bereidt de vergadering voor.")
    ]


def _for_lists(seat: Any, user: Any) -> list[Task]:
    """Of what misses a trekker the secretaris of the Stuurgroep hears, of what misses a coalition that of the Klankbordgroep."""
    kinds: dict[str, Any] = {
        BodyKind.STUURGROEP: (attention.without_trekker, "De zetel van de trekker is beëindigd. Dit komt op de volgende agenda."),
        BodyKind.KLANKBORDGROEP: (attention.without_coalition, "De coalitie is in vorming. Dit komt op de volgende agenda."),
    }
    find, why = kinds[seat.body_kind]
    rows = find().filter(pk__in=Action.objects.visible_to(user).values("pk")).order_by("list_since", "pk")[:SHOWN]
    return [Task(action.title, action.get_absolute_url(), why) for action in rows]


def _to_ask_after(seat: Any, user: Any) -> list[Task]:
    """Actions at home elsewhere whose day to look back has come."""
    last: Any = ListMove.objects.filter(action=OuterRef("pk")).order_by("-pk").values("details__check_date")[:1]
    waiting: Any = Action.objects.visible_to(user).filter(pk__in=attention.not_taken_over().values("pk"))
    due = waiting.annotate(check_date=Subquery(last)).filter(check_date__lte=clock.today()).order_by("check_date", "pk")[:SHOWN]
    why = "Elders belegd en nog niet aanvaard: vraag na bij die tafel."
    return [Task(action.title, action.get_absolute_url(), why, action.check_date) for action in due]


def _to_send_again(seat: Any, user: Any) -> list[Task]:
    """Mail that was given up: one line, however much it is."""
    since = giving_up.since(given_up_mail.KINDS)
    why = "Berichten kwamen na twee dagen proberen niet aan. Kijk wat eraan schort en verstuur ze opnieuw."
    return [Task("Niet verstuurde berichten", reverse("undelivered"), why, _day(since))] if since else []


COLLECTORS: list[tuple[BodyKind, set[SeatFunction] | None, Any]] = [
    (BodyKind.LANDELIJK_BUREAU, {SeatFunction.PRIVACYBEOORDELAAR}, privacy.to_review),
    (BodyKind.LANDELIJK_BUREAU, {SeatFunction.PRIVACYBEOORDELAAR}, privacy.to_second),
    (BodyKind.BESTUUR_NZVH, None, privacy.to_second),
    (BodyKind.STUURGROEP, {SeatFunction.VOORZITTER, SeatFunction.SECRETARIS}, privacy.to_second),
    (BodyKind.REGIONAAL_BUREAU, None, _for_house),
    (BodyKind.REGIONAAL_BUREAU, None, plans.for_plan),
    (BodyKind.STUURGROEP, {SeatFunction.LID, SeatFunction.VOORZITTER}, plans.to_report),
    (BodyKind.LANDELIJK_BUREAU, {SeatFunction.MEDEWERKER, SeatFunction.SECRETARIS}, _for_landelijk_bureau),
    (BodyKind.LANDELIJK_BUREAU, {SeatFunction.MEDEWERKER, SeatFunction.SECRETARIS}, _to_ask_after),
    (BodyKind.LANDELIJK_BUREAU, {SeatFunction.MEDEWERKER, SeatFunction.SECRETARIS}, _to_send_again),
    (BodyKind.STUURGROEP, {SeatFunction.LID, SeatFunction.VOORZITTER}, _for_trekker),
    (BodyKind.STUURGROEP, {SeatFunction.SECRETARIS}, _for_secretaris),
    (BodyKind.KLANKBORDGROEP, {SeatFunction.SECRETARIS}, _for_secretaris),
    (BodyKind.KLANKBORDGROEP, {SeatFunction.LID, SeatFunction.VOORZITTER}, _for_coalition),
    (BodyKind.STUURGROEP, {SeatFunction.LID, SeatFunction.VOORZITTER}, _to_weigh),
    (BodyKind.KLANKBORDGROEP, {SeatFunction.LID, SeatFunction.VOORZITTER}, _to_weigh),
    (BodyKind.STUURGROEP, {SeatFunction.SECRETARIS}, _for_lists),
    (BodyKind.KLANKBORDGROEP, {SeatFunction.SECRETARIS}, _for_lists),
]


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
