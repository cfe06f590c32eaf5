"""The lists as they stood on any moment are what a fresh reading of everything that happened gives."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agenda.decisions.enums import DecisionKind as D
from agenda.lists.enums import ActionList
from agenda.lists.models import Action
from agenda.lists.queries import as_of
from knelpunten.domain import hand_overs
from portal.kit import clock
from tests import factories as make
from tests.privacy.taking import hide
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
START = datetime(2026, 1, 5, 12)
POSSIBLE = {
    ActionList.VOORRAADLIJST: [(D.OP_DE_ACTIELIJST, ActionList.ACTIELIJST)],
    ActionList.ACTIELIJST: [(D.TERUG_NAAR_VOORRAAD, ActionList.VOORRAADLIJST), (D.NAAR_GEREED, ActionList.GEREEDLIJST)],
    ActionList.GEREEDLIJST: [(D.HEROPENEN, ActionList.ACTIELIJST)],
}


def standing(day: datetime, user: Any) -> dict[int, ActionList]:
    return {pk: each.list for pk, each in as_of.stood(make.theme(), as_of.end_of(day.date()), user).items()}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_moment_of_a_random_history_is_what_was_written_down_at_the_time(seed: int) -> None:
    chance, user = random.Random(seed), make.bureau().user
    now: dict[int, ActionList] = {}
    snapshots: list[tuple[datetime, dict[int, ActionList]]] = []
    for step in range(14):
        day = START + timedelta(days=3 * step)
        with clock.at(day):
            if not now or chance.random() < 0.4:
                now[make.action().pk] = ActionList.VOORRAADLIJST
            else:
                pk = chance.choice(list(now))
                kind, to = chance.choice(POSSIBLE[now[pk]])
                names = {D.OP_DE_ACTIELIJST, D.HEROPENEN}
                asked = {"trekker": make.seat("stuurgroep", organisation="vng"), "accepted": True} if kind in names else {}
                make.decide(Action.objects.get(pk=pk), kind, **(make.DONE if kind == D.NAAR_GEREED else asked))
                now[pk] = to
        snapshots.append((day, dict(now)))
    assert standing(START - timedelta(days=1), user) == {}
    for day, expected in snapshots:
        assert standing(day, user) == expected
        assert standing(day + timedelta(days=2), user) == expected


def test_what_changed_since_is_said_in_words() -> None:
    with clock.at(START):
        moved, stayed = make.action(title="Verhuisd"), make.action(title="Gebleven")
    with clock.at(START + timedelta(days=5)):
        make.put_on_actielijst(moved)
        make.action(title="Nieuw")
    moved.refresh_from_db()
    found = as_of.lists_as_of(make.theme(), as_of.end_of(START.date()), make.bureau().user)
    assert [(each.title, each.words) for each in found.changes] == [
        ("Nieuw", "kwam erbij, nu op de voorraadlijst"),
        ("Verhuisd", f"van de voorraadlijst naar de actielijst, trekker werd {moved.trekker.user.name}"),
    ]
    assert {each.pk for each in found.lists[ActionList.VOORRAADLIJST]} == {moved.pk, stayed.pk}


def test_knelpuntenlijst_of_that_day_is_what_stood_on_it() -> None:
    with clock.at(START):
        knelpunt = make.knelpunt(make.S.OP_DE_LIJST)
    with clock.at(START + timedelta(days=5)):
        hand_overs.hand_over(knelpunt=knelpunt, table=make.PolicyTable.objects.first(), words="Daar.", by=make.bureau())
    user = make.bureau().user
    listed = [
        as_of.knelpunten_listed(make.theme(), as_of.end_of(START.date() + timedelta(days=days)), user) for days in (-1, 1, 6)
    ]
    assert [[each.pk for each in found] for found in listed] == [[], [knelpunt.pk], []]


def test_it_costs_the_same_for_any_day_and_however_much_happened() -> None:
    user = make.bureau().user
    assert user.seats_today

    def cost(day: datetime) -> int:
        with CaptureQueriesContext(connection) as asked:
            as_of.lists_as_of(make.theme(), as_of.end_of(day.date()), user)
        return len(asked)

    with clock.at(START):
        make.action_on(ActionList.ACTIELIJST)
    few = cost(START)
    for _ in range(4):
        make.action_on(ActionList.GEREEDLIJST)
    assert few == cost(START) == cost(datetime(2031, 1, 1)) == 11


def test_page_takes_any_day_that_was_and_says_so_when_it_was_not() -> None:
    with clock.at(START):
        hidden = make.action(title="kanarie")
    hide(hidden)
    client = client_of(make.member())
    page = "/themas/acute-onveiligheid/terugkijken/"
    assert "De lijsten op ma 5 jan 2026" in client.get(page, {"op": "2026-01-05"}).content.decode()
    assert "kanarie" not in client.get(page, {"op": "2026-01-05"}).content.decode()
    for wrong in ("gisteren", "2026-13-45", "2999-01-01", "0001-01-01", "9" * 500, "-1"):
        answer = client.get(page, {"op": wrong})
        assert answer.status_code == 200 and "Kies een dag die geweest is" in answer.content.decode()
