"""Two people at the same moment, on a database that commits: exactly one outcome, and versions that only go up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.decisions.enums import DecisionKind as D
from agenda.lists.domain import coalitions, list_orders, proposals
from agenda.lists.enums import ActionList as L
from agenda.lists.models import Action, ActionRevision, Contribution, ListMove, ListOrder
from agenda.lists.queries.coalition import standing as standing_contributions
from agenda.meetings.domain import item_decisions
from portal.accounts.actor import operator
from portal.history.domain.verifying import findings
from portal.kit import clock
from portal.network.domain import seats
from portal.network.models import Seat
from tests import factories as make
from tests.at_once import at_once, each_at_once

pytestmark = pytest.mark.database


def test_two_moves_of_one_action_have_one_outcome(committed_db: str) -> None:
    action = make.action_on(L.ACTIELIJST)
    one, other, by = make.open_item(action), make.open_item(action), make.secretaris()
    said = at_once(
        lambda: item_decisions.take(item=one, key=make.uuid4(), kind=D.NAAR_GEREED, wording="Klaar.", by=by, **make.DONE),
        lambda: item_decisions.take(item=other, key=make.uuid4(), kind=D.TERUG_NAAR_VOORRAAD, wording="Terug.", by=by),
    )
    assert said[0] == "done" and said[1] in ("no-such-move", "other-list", "hand-over-stands", "not-begun")
    steps = list(ListMove.objects.filter(action=action).order_by("pk").values_list("from_list", "to_list"))
    assert len(steps) == 3
    assert steps[-1] == (L.ACTIELIJST, Action.objects.get(pk=action.pk).list)
    assert list(findings()) == []


@pytest.mark.parametrize("time", range(4))
def test_joining_while_the_seat_ends_has_one_outcome(time: int, committed_db: str) -> None:
    action, by = make.action_on(L.ACTIELIJST), make.member("klankbordgroep", "aedes")  # whose place nobody else fills
    seat = Seat.objects.get(pk=by.seat_id)
    yesterday = clock.today() - timedelta(days=1)
    joined, ended = each_at_once(
        lambda: coalitions.join(action=action, text="Wij doen mee.", by=by),
        lambda: seats.end(seat=seat, last_day=yesterday, by=operator("test")),
    )
    assert ended == "done"
    assert (joined, Contribution.objects.count()) in {("done", 1), ("seat-ended", 0)}
    assert not standing_contributions(clock.today()).exists(), "whoever was first: an empty place counts for nothing"


def test_two_colleagues_who_join_make_one_contribution(committed_db: str) -> None:
    action, one, other = make.action(), make.member("klankbordgroep"), make.member("klankbordgroep")
    assert at_once(
        lambda: coalitions.join(action=action, text="Eén.", by=one),
        lambda: coalitions.join(action=action, text="Twee.", by=other),
    ) == ["done", "done"]
    assert Contribution.objects.count() == 1


def test_versions_go_up_by_one_however_many_write_at_once(committed_db: str) -> None:
    by = [make.member("klankbordgroep") for _ in range(4)]
    action = make.action(by=by[0])

    def write(number: int) -> object:
        texts = {"title": f"Titel {number}", "goal": "Doel", "intended_result": "Resultaat"}
        return proposals.revise(action=action, expected=1, by=by[number], **texts)

    said = at_once(*(lambda number=number: write(number) for number in range(4)))  # type: ignore[misc]
    assert said == ["done", "stale", "stale", "stale"]
    assert (Action.objects.get(pk=action.pk).version, ActionRevision.objects.count()) == (2, 1)


def test_an_order_proposed_while_an_action_leaves_names_what_is_there(committed_db: str) -> None:
    staying, leaving = make.action(), make.action()
    item, by = make.open_item(leaving), make.secretaris()
    trekker = make.seat("stuurgroep", organisation="vng")
    ordered, moved = each_at_once(
        lambda: list_orders.propose(theme=make.theme(), actions=[leaving.pk, staying.pk], by=by),
        lambda: item_decisions.take(
            item=item, key=make.uuid4(), kind=D.OP_DE_ACTIELIJST, wording="Doen.", by=by, trekker=trekker, accepted=True
        ),
    )
    assert moved == "done"
    assert (ordered, ListOrder.objects.count()) in {("done", 1), ("list-changed", 0)}
    assert Action.objects.get(pk=leaving.pk).place is None
