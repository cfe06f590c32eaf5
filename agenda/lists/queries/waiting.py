"""What waits for somebody on the lists: trekkers and coalitions that owe a word,
what can be weighed, whom to ask at another table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import F
from django.urls import reverse

from agenda.lists.enums import ActionList, Permission
from agenda.lists.models import Action, Milestone, TrekkerRequest
from agenda.lists.queries import attention, weighings
from portal.kit import clock
from portal.network.queries.seats import seats_with
from portal.ui.waiting import Task, Waiting, counted, waiting


def waits_for(user: Any, most: int) -> Iterator[Waiting]:
    """Of each kind that this person may do something about."""
    visible = Action.objects.visible_to(user)
    if seats := seats_with(user, Permission.PULL):
        yield waiting("vragen om een actie te trekken", _asked([seat.pk for seat in seats], visible), _asked_to_pull, most)
    theirs = attention.worked_on_by(user)
    mine = {seat.pk for seat in user.seats_today}
    silent = attention.without_report().filter(theirs, pk__in=visible.values("pk"))
    yield waiting("acties die om een bericht vragen", silent, lambda row: _silent(row, row.trekker_id in mine), most)
    unreleased = attention.to_release().filter(attention.released_by(user), pk__in=visible.values("pk"))
    yield waiting("berichten om vrij te geven", unreleased, lambda row: _unreleased(row, row.trekker_id in mine), most)
    yield waiting("mijlpalen die voorbij zijn", _missed(visible.filter(theirs)), _milestone, most)
    for seat in {seat.membership_id: seat for seat in seats_with(user, Permission.WEIGH)}.values():
        yield _to_weigh(seat, user)
    if user.may(Permission.HAND_OVER):
        due = attention.to_ask_after().filter(pk__in=visible.values("pk"))
        yield waiting("acties om na te vragen", due, _to_ask_after, most)


def _asked(seats: list[int], visible: Any) -> Any:
    """Not answered: nobody said no, no offer was made, and no decision named this seat."""
    rows = TrekkerRequest.objects.filter(seat__in=seats, refusal__isnull=True, action__in=visible)
    still = rows.exclude(action__list=ActionList.GEREEDLIJST).exclude(action__offers__seat=F("seat"))
    return still.exclude(action__trekker=F("seat")).select_related("action").order_by("asked_at", "pk")


def _asked_to_pull(row: Any) -> Task:
    why = "U bent gevraagd om deze actie te trekken."
    return Task(
        title=row.action.title, url=row.action.get_absolute_url(), why=why, act="Antwoord", since=clock.date_of(row.asked_at)
    )


def _silent(row: Any, is_trekker: bool) -> Task:
    role = "U trekt deze actie." if is_trekker else "Uw organisatie zit in de coalitie."
    said = "Het laatste bericht is ouder dan drie maanden." if row.last_at else "Er is nog geen bericht over de voortgang."
    return Task(
        title=row.title,
        url=row.get_absolute_url(),
        why=f"{role} {said}",
        act="Schrijf een bericht",
        since=clock.date_of(row.silent_since),
    )


def _unreleased(row: Any, is_trekker: bool) -> Task:
    asked = "Geeft u het vrij voor de Stuurgroep?" if is_trekker else "Geef het vrij als de trekker dat zegt."
    why = f"De coalitie schreef een bericht. {asked}"
    return Task(title=row.title, url=row.get_absolute_url(), why=why, act="Lees en geef vrij", since=clock.date_of(row.last_at))


def _missed(actions: Any) -> Any:
    """Milestones whose day has passed, and nobody said what became of them."""
    rows = Milestone.objects.filter(
        action__in=actions.filter(list=ActionList.ACTIELIJST),
        due_date__lt=clock.today(),
        reached_date__isnull=True,
        dropped_date__isnull=True,
    )
    return rows.select_related("action").order_by("due_date", "pk")


def _milestone(row: Any) -> Task:
    why = f"De dag van deze mijlpaal van “{row.action.title}” is voorbij. Is zij gehaald?"
    return Task(title=row.title, url=row.action.get_absolute_url(), why=why, act="Zeg wat ervan werd", until=row.due_date)


def _to_weigh(seat: Any, user: Any) -> Waiting:
    """All of it as one line that begins with the first: one weighs them one after another."""
    rows = weighings.queue(seat.membership_id, user)
    title = "Eén actie om te wegen" if len(rows) == 1 else f"{len(rows)} acties om te wegen"
    why = "Uw organisatie woog ze nog niet. Wegen bereidt de vergadering voor."
    url = reverse("lists:weigh", args=[rows[0].pk]) if rows else ""
    return counted(
        f"wegen voor de {seat.membership.body.name}",
        [Task(title=title, url=url, why=why, act="Weeg")] if rows else [],
        1,
        more_url=url,
    )


def _to_ask_after(row: Any) -> Task:
    why = "Elders belegd en nog niet aanvaard: vraag na bij die tafel."
    return Task(title=row.title, url=row.get_absolute_url(), why=why, act="Vraag na", until=row.check_date)
