"""What waits for somebody among knelpunten and uitvragen: at a house, at the privacybeoordelaar, at the landelijk bureau."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import reverse

from knelpunten.enums import KnelpuntState as S
from knelpunten.enums import Permission
from knelpunten.models import Inquiry, Knelpunt
from knelpunten.queries import worklist
from portal.kit import clock
from portal.network.queries.seats import seats_with
from portal.ui.waiting import Task, Waiting, waiting

SUBMIT_IT = "Dit concept is nog niet ingediend. Dat kunt u doen."  # to who can


def waits_for(user: Any, most: int) -> Iterator[Waiting]:
    """Of each kind that this person may do something about."""
    if user.may(Permission.RELEASE):
        yield _in_privacytoets(user, most)
    if houses := _houses(user, Permission.DRAFT):
        yield _concepts(user, houses, most)
        yield _sent_back(user, houses, most)
    if houses := _houses(user, Permission.ANSWER_INQUIRY):
        asked = Inquiry.objects.visible_to(user).awaiting(houses, clock.today()).order_by("closes_date", "pk")
        yield waiting("vragen aan uw huis", asked, _inquiry, most)
    if user.may(Permission.ASSESS):
        yield from _at_the_bureau(user, most)


def _houses(user: Any, permission: Permission) -> list[int]:
    return [seat.house_id for seat in seats_with(user, permission) if seat.house_id]


def _inquiry(inquiry: Inquiry) -> Task:
    why = "De Stuurgroep vraagt dit aan uw huis."
    return Task(title=inquiry.question, url=inquiry.get_absolute_url(), why=why, act="Geef antwoord", until=inquiry.closes_date)


def _told(why: Callable[[Knelpunt], str], act: str) -> Callable[[Knelpunt], Task]:
    """A knelpunt with why it waits and what one does then, since it stands where it stands and until it is late there."""

    def task(row: Knelpunt) -> Task:
        since, until = clock.date_of(row.state_since), worklist.due_date(row)
        return Task(title=row.title, url=row.get_absolute_url(), why=why(row), act=act, since=since, until=until)

    return task


def _asks(row: Knelpunt) -> str:
    return row.standing.row.asks.format(knelpunt=row)


def _in_privacytoets(user: Any, most: int) -> Waiting:
    held = Knelpunt.objects.visible_to(user).awaiting_release().order_by("state_since", "pk")
    return waiting(
        "knelpunten in de privacytoets", held, _told(_asks, "Lees en beslis"), most, more_url=reverse("knelpunten:reviews")
    )


def _concepts(user: Any, houses: list[int], most: int) -> Waiting:
    """For who submits: to submit. For who may only write: to finish."""
    own = Knelpunt.objects.visible_to(user).filter(house__in=houses, state=S.CONCEPT).order_by("state_since", "pk")
    submits = set(_houses(user, Permission.SUBMIT))
    return waiting(
        "concepten van knelpunten",
        own,
        _told(lambda row: SUBMIT_IT if row.house_id in submits else _asks(row), "Lees en dien in" if submits else "Werk het af"),
        most,
    )


def _sent_back(user: Any, houses: list[int], most: int) -> Waiting:
    own = Knelpunt.objects.visible_to(user).filter(house__in=houses, state=S.TERUG_NAAR_INDIENER).order_by("state_since", "pk")
    return waiting("knelpunten om aan te vullen", own, _told(_asks, "Vul aan"), most)


def _at_the_bureau(user: Any, most: int) -> Iterator[Waiting]:
    """The parts of its work list that ask for an act of its own."""
    address = reverse("knelpunten:worklist")
    for which, kind in (("nieuw", "nieuwe knelpunten"), ("bezig", "knelpunten in beoordeling")):
        yield waiting(
            kind, worklist.Asked(which).rows(user), _told(_asks, "Beoordeel"), most, more_url=f"{address}?welke={which}"
        )
    due = worklist.Asked("navragen").rows(user).annotate(check_back=worklist.check_back_dates()).order_by("check_back", "pk")
    yield waiting("knelpunten om na te vragen", due, _to_check_back, most, more_url=f"{address}?welke=navragen")
    owed = worklist.Asked("antwoord").rows(user)
    yield waiting("knelpunten die op een antwoord wachten", owed, _owed, most, more_url=f"{address}?welke=antwoord")


def _to_check_back(row: Any) -> Task:
    why = "Elders belegd en nog niet aanvaard: vraag na bij die tafel."
    return Task(title=row.title, url=row.get_absolute_url(), why=why, act="Vraag na", until=row.check_back)


def _owed(row: Knelpunt) -> Task:
    """What is linked is answered on the page of the answer, the rest on its own."""
    is_linked = row.state == S.GEKOPPELD
    url = reverse("lists:answer", args=[row.pk]) if is_linked else row.get_absolute_url()
    ended = "Alle acties zijn gereed" if is_linked else str(S(row.state).label).capitalize()
    why = f"{ended}: wacht op een antwoord, {row.origin}."
    return Task(title=row.title, url=url, why=why, act="Schrijf het antwoord", since=clock.date_of(row.state_since))
