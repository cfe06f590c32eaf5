"""How a theme flows, beside a plain reading of the same moves."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

import pytest
from django.utils import timezone

from agenda.lists.domain import coalitions
from agenda.lists.enums import MOVES, ActionList
from agenda.lists.models import Action
from agenda.lists.queries import flow as flows
from portal.kit import clock
from tests import factories as make
from tests.privacy.test_writing import client_of

L = ActionList
START = datetime(2025, 1, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize("seed", range(8))
def test_figures_are_those_of_a_plain_count(seed: int) -> None:
    """Random moves of thirty actions; each figure counted again day by day."""
    chance = random.Random(seed)
    moves: list[tuple[int, str, datetime]] = []
    for action in range(30):
        at, where = START + timedelta(days=chance.randrange(600)), None
        for _ in range(chance.randrange(1, 6)):
            where = chance.choice(sorted(MOVES[where]))
            moves.append((action, where, at))
            at += timedelta(days=chance.randrange(1, 90))
    now = START + timedelta(days=1100)
    found = flows.stays(moves)

    def on(moment: datetime) -> dict[int, str]:
        return {action: to for action, to, at in moves if at <= moment}

    ends = [timezone.make_aware(datetime(2024 + place // 12, place % 12 + 1, 1)) for place in range(60)]  # noqa: DTZ001
    ends = [*[end for end in ends if end < now][-23:], now]
    for month, end in zip(flows.months(found, now), ends, strict=True):
        assert month.counts == {which: list(on(end).values()).count(which) for which in L}, month.label
    for which in L:
        pace = flows.pace(found, which, now)
        there = [action for action, where in on(now).items() if where == which]
        assert pace.there == len(there)
        last = {action: at for action, _, at in moves}
        assert pace.median_there == (median((now - last[action]).days for action in there) if there else None)
        following = [(one, other) for one, other in zip(moves, moves[1:], strict=False) if one[0] == other[0] and one[1] == which]
        assert pace.left == len(following)
        assert pace.median_left == (median((other[2] - one[2]).days for one, other in following) if following else None)


@pytest.mark.django_db
def test_page_says_who_carries_what_and_what_is_covered() -> None:
    covered, uncovered = make.knelpunt(make.S.OP_DE_LIJST), make.knelpunt(make.S.OP_DE_LIJST, title="Nog niets aan gedaan")
    action = make.action_on(L.ACTIELIJST, knelpunten=[covered])
    coalitions.join(action=action, text="Wij.", by=make.member("klankbordgroep", "aedes"))
    found = flows.flow(make.theme(), make.bureau().user)
    assert (found.covered, found.uncovered) == (1, [uncovered])
    assert {(load.name, load.pulls, load.joins) for load in found.loads} == {("VNG", 1, 0), ("Aedes", 0, 1)}
    client = client_of(make.member())
    page = client.get("/themas/acute-onveiligheid/doorloop/").content.decode()
    assert "Nog niets aan gedaan" in page and "Aedes" in page and "<svg" in page
    text = b"".join(client.get("/themas/acute-onveiligheid/doorloop.csv").streaming_content).decode()
    assert "Wie draagt wat;Aedes;0;1" in text
    assert client.get("/themas/acute-onveiligheid/doorloop.xlsx").content.startswith(b"PK")


@pytest.mark.django_db
def test_discussed_three_times_without_a_decision_is_said_until_one_is_taken() -> None:
    action = make.action()

    def discussed() -> list[tuple[Any, int]]:
        return [(each.action, each.times) for each in flows.flow(make.theme(), make.bureau().user).often]

    for number in range(3):
        with clock.at(START + timedelta(days=100 * number)):
            item = make.open_item(action)
            item.__class__.objects.filter(pk=item.pk).update(kind="bespreking")
            make.closed(item.meeting)
        assert discussed() == ([(action, 3)] if number == 2 else [])
    make.decide(Action.objects.get(pk=action.pk), make.DecisionKind.WENSELIJK)
    assert discussed() == []
