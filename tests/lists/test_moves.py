"""The moves between the lists: allowed as the table says, each on a decision, and with what it needs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from agenda.decisions.enums import DecisionKind
from agenda.lists.domain import answers, coalitions, moves, progress, proposals, trekkers
from agenda.lists.domain.moves import Ending
from agenda.lists.enums import MOVES, ActionList, Outcome, ProgressStatus
from agenda.lists.models import Action, ListMove
from agenda.meetings.domain import item_decisions
from knelpunten.models import Knelpunt
from portal.kit import clock
from portal.network.models import PolicyTable
from tests import factories as make

pytestmark = pytest.mark.django_db
L, D = ActionList, DecisionKind


def table() -> PolicyTable:
    return PolicyTable.objects.get(slug="zorg-en-dwang")


@pytest.mark.parametrize("origin", list(L))
@pytest.mark.parametrize("to", list(L))
def test_move_is_possible_as_the_table_says(origin: ActionList, to: ActionList) -> None:
    action = make.action_on(origin)
    codes = {
        b.code
        for b in moves.blockers_for_move(
            action=action, to=to, decision=None, ending=Ending(outcome=Outcome.ELDERS_BELEGD, table=table(), is_accepted=True)
        )
    }
    assert ("no-such-move" not in codes) == (to in MOVES[origin])


def test_new_action_needs_a_knelpunt_or_a_reason() -> None:
    with pytest.raises(proposals.ProposalRefused) as refused:
        proposals.propose(
            key=make.uuid4(), theme=make.theme(), title="T", goal="G", intended_result="R", kind="kennis", by=make.bureau()
        )
    assert refused.value.codes == ["no-knelpunt"]


def test_proposing_links_the_knelpunt_and_the_house_reads_it() -> None:
    knelpunt = make.knelpunt(make.S.OP_DE_LIJST)
    action = make.action(knelpunten=[knelpunt])
    knelpunt.refresh_from_db()
    assert (knelpunt.state, list(action.knelpunten.all())) == (make.S.GEKOPPELD, [knelpunt])
    assert knelpunt.steps.last().reason == "Dit knelpunt hoort nu bij een actie op de voorraadlijst."


def test_knelpunt_that_is_not_listed_cannot_be_linked() -> None:
    with pytest.raises(proposals.ProposalRefused) as refused:
        make.action(knelpunten=[make.knelpunt(make.S.INGEDIEND)])
    assert refused.value.codes == ["not-listed"]


def test_action_goes_on_the_actielijst_with_a_trekker_who_accepts() -> None:
    action = make.action()
    seat = make.seat("stuurgroep", organisation="om")
    with pytest.raises(trekkers.PullRefused) as refused:
        make.decide(action, D.OP_DE_ACTIELIJST, trekker=seat, accepted=False)
    assert refused.value.codes == ["not-accepted"]
    trekkers.offer(action=action, by=seat.actor)
    make.decide(action, D.OP_DE_ACTIELIJST, trekker=seat, accepted=False)
    action.refresh_from_db()
    assert (action.list, action.trekker_id) == (L.ACTIELIJST, seat.pk)


@pytest.mark.parametrize(
    ("body", "extra", "code"),
    [
        ("stuurgroep", {"is_deputy": True}, "no-member"),
        ("klankbordgroep", {}, "no-member"),
        ("stuurgroep", {"until_date": clock.today() - timedelta(days=1)}, "seat-ended"),
    ],
)
def test_trekker_is_a_member_of_today_and_no_deputy(body: str, extra: dict[str, object], code: str) -> None:
    action = make.action()
    seat = make.seat(body, organisation="om", **extra)
    with pytest.raises(trekkers.PullRefused) as refused:
        make.decide(action, D.OP_DE_ACTIELIJST, trekker=seat, accepted=True)
    assert refused.value.codes == [code]


def test_decision_and_effect_are_stored_together_or_not_at_all() -> None:
    action = make.action()
    item = make.open_item(action)
    with pytest.raises(trekkers.PullRefused), transaction.atomic():
        item_decisions.take(
            item=item, key=make.uuid4(), kind=D.OP_DE_ACTIELIJST, wording="x", by=make.secretaris(), trekker=None, accepted=True
        )
    item = type(item).objects.get(pk=item.pk)
    assert (item.decision, action.moves.count()) == (None, 1)


def test_from_voorraad_an_action_goes_to_gereed_only_elsewhere() -> None:
    action = make.action()
    with pytest.raises(moves.MoveRefused) as refused:
        make.decide(action, D.NAAR_GEREED, **make.DONE)
    assert refused.value.codes == ["not-begun"]
    make.decide(action, D.NAAR_GEREED, **make.elsewhere())
    assert Action.objects.get(pk=action.pk).outcome == Outcome.ELDERS_BELEGD


def test_elsewhere_names_the_table_and_whether_it_accepted() -> None:
    action = make.action()
    with pytest.raises(moves.MoveRefused) as refused:
        make.decide(action, D.NAAR_GEREED, outcome=Outcome.ELDERS_BELEGD)
    assert refused.value.codes == ["no-table"]


def test_hand_over_that_is_not_accepted_can_come_back_to_voorraad() -> None:
    action = make.action()
    make.decide(action, D.NAAR_GEREED, **make.elsewhere())
    make.decide(action, D.TERUG_NAAR_VOORRAAD)
    assert Action.objects.get(pk=action.pk).list == L.VOORRAADLIJST


def test_finished_action_does_not_come_back_to_voorraad_but_can_be_reopened() -> None:
    action = make.action_on(L.GEREEDLIJST)
    with pytest.raises(item_decisions.DecisionRefused) as refused:
        make.decide(action, D.TERUG_NAAR_VOORRAAD)
    assert refused.value.codes == ["hand-over-stands"]
    make.decide(action, D.HEROPENEN, trekker=make.seat("stuurgroep", organisation="om"), accepted=True)
    assert Action.objects.get(pk=action.pk).list == L.ACTIELIJST


def test_database_refuses_a_move_without_a_decision() -> None:
    action = make.action()
    with pytest.raises(IntegrityError), transaction.atomic():
        ListMove.objects.write(
            action=action, from_list=L.VOORRAADLIJST, to_list=L.ACTIELIJST, moved_at=clock.now(), by=make.bureau()
        )


def test_database_refuses_an_action_on_the_actielijst_without_a_trekker() -> None:
    action = make.action()
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.filter(pk=action.pk).update(list=L.ACTIELIJST)


def test_wenselijk_is_found_once_and_shows() -> None:
    action = make.action()
    make.decide(action, D.WENSELIJK)
    assert Action.objects.get(pk=action.pk).standing == "wenselijk"
    with pytest.raises(item_decisions.DecisionRefused):
        make.decide(action, D.WENSELIJK)


def test_knelpunt_is_answered_when_all_its_actions_are_gereed() -> None:
    knelpunt = make.knelpunt(make.S.OP_DE_LIJST)
    action = make.action(knelpunten=[knelpunt])
    with pytest.raises(answers.AnswerRefused) as refused:
        answers.answer(knelpunt=knelpunt, text="Klaar.", by=make.bureau())
    assert refused.value.codes == ["action-open"]
    make.decide(action, D.NAAR_GEREED, **make.elsewhere())
    answers.answer(knelpunt=knelpunt, text="Klaar.", by=make.bureau())
    assert Knelpunt.objects.get(pk=knelpunt.pk).state == make.S.BEANTWOORD


def test_coalition_joins_once_leaves_with_a_reason_and_can_join_again() -> None:
    action, by = make.action(), make.member("klankbordgroep", "aedes")
    first = coalitions.join(action=action, text="Woningen", by=by)
    assert coalitions.join(action=action, text="Nog een keer", by=by).pk == first.pk
    assert coalitions.leave(action=action, reason="Geen tijd", by=by).left_reason == "Geen tijd"
    with pytest.raises(coalitions.CoalitionRefused):
        coalitions.leave(action=action, reason="Nog een keer", by=by)
    assert coalitions.join(action=action, text="Toch wel", by=by).pk != first.pk


def test_progress_is_for_actions_under_way_and_released_once() -> None:
    waiting, going, by = make.action(), make.action_on(L.ACTIELIJST), make.member("klankbordgroep")
    with pytest.raises(progress.ProgressRefused):
        progress.report(key=make.uuid4(), action=waiting, status=ProgressStatus.OP_KOERS, happened="Niets", by=by)
    update = progress.report(key=make.uuid4(), action=going, status=ProgressStatus.OP_KOERS, happened="Iets", by=by)
    assert progress.release(update=update, by=by).pk == progress.release(update=update, by=by).pk


def test_knelpunten_join_an_action_that_is_there_and_once_is_enough() -> None:
    action = make.action()
    first, second = make.knelpunt(make.S.OP_DE_LIJST), make.knelpunt(make.S.OP_DE_LIJST, house="zeeland")
    by = make.bureau()
    assert len(proposals.link_all(action=action, knelpunten=[first, second], by=by)) == 2
    assert proposals.link_all(action=action, knelpunten=[second], by=by) == []
    first.refresh_from_db()
    assert (first.state, action.knelpunten.count()) == (make.S.GEKOPPELD, 2)


def test_what_is_done_serves_no_new_knelpunt() -> None:
    done = make.action_on(ActionList.GEREEDLIJST)
    with pytest.raises(proposals.ProposalRefused) as refused:
        proposals.link_all(action=done, knelpunten=[make.knelpunt(make.S.OP_DE_LIJST)], by=make.bureau())
    assert refused.value.codes == ["done"]
