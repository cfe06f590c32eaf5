"""What people do in the same moment: an answer counts or comes too late, and there is nothing in between."""

from __future__ import annotations

import os
from collections import Counter
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest

from agenda.decisions.enums import DecisionKind
from agenda.meetings.domain import item_decisions
from agenda.ratification.domain import positions, rounds
from agenda.ratification.enums import AgreementState, Stance
from agenda.ratification.models import Agreement, Position, RoundEnd
from agenda.ratification.queries.agreements import round_of, tally
from portal.history.domain import verifying
from portal.kit import clock
from portal.network.models import House
from tests import factories as make
from tests.at_once import each_at_once
from tests.ratification.test_routes import fresh

pytestmark = pytest.mark.database
RACES = int(os.environ.get("RACES", "60"))


def few_houses() -> None:
    House.objects.exclude(slug__in=["twente", "zeeland"]).update(until_date=clock.today() - timedelta(days=1))


def race(manager: object, board: object) -> Counter[str]:
    """Everybody answered once; the round is put while one house answers anew. Says what came of both."""
    made = make.asked_agreement()
    make.all_agree(made)
    take = partial(
        positions.take_position,
        key=uuid4(),
        agreement=made,
        version=1,
        stance=Stance.NIET_AKKOORD,
        reason="Toch niet.",
        by=manager,
    )
    said = each_at_once(take, partial(rounds.put, agreement=made, by=board))
    newest = {each.asked.who.slug: each.position for each in tally(round_of(made)).standings}  # type: ignore[arg-type]
    counted = newest["twente"].stance == Stance.NIET_AKKOORD  # type: ignore[union-attr]
    assert counted == (said[0] == "done"), said
    is_put = fresh(made).state == AgreementState.VOORGELEGD
    assert is_put == (said[1] == "done") and is_put != counted, said
    assert RoundEnd.objects.filter(round__agreement=made).count() == (1 if is_put else 0)
    return Counter("answered first" if counted else "put first" for _ in "1")


def test_answer_and_end_of_the_round_in_the_same_moment(committed_db: str) -> None:
    few_houses()
    manager, board = make.manager(), make.board()
    outcomes = sum((race(manager, board) for _ in range(RACES)), Counter[str]())
    assert sum(outcomes.values()) == RACES
    assert list(verifying.findings()) == []


@pytest.mark.torture
def test_five_hundred_ends_against_answers(committed_db: str) -> None:
    few_houses()
    manager, board = make.manager(), make.board()
    outcomes = sum((race(manager, board) for _ in range(500)), Counter[str]())
    assert set(outcomes) == {"answered first", "put first"}, outcomes


def test_the_same_form_twice_at_once_is_one_position(committed_db: str) -> None:
    few_houses()
    made, manager, key = make.asked_agreement(), make.manager(), uuid4()
    take = partial(positions.take_position, key=key, agreement=made, version=1, stance=Stance.AKKOORD, reason="", by=manager)
    assert each_at_once(take, take) == ["done", "done"]
    assert Position.objects.filter(asked__round__agreement=made).count() == 1


def test_two_deputies_at_once_leave_two_answers_of_which_the_last_counts(committed_db: str) -> None:
    made = make.asked_agreement(make.Route.ACHTERAF)
    acts = [
        partial(
            positions.take_position,
            key=uuid4(),
            agreement=made,
            version=1,
            stance=stance,
            reason="Daarom.",
            by=make.seat("stuurgroep", organisation="om", is_deputy=True).actor,
        )
        for stance in (Stance.AKKOORD, Stance.NIET_AKKOORD)
    ]
    assert each_at_once(*acts) == ["done", "done"]
    rows = list(Position.objects.filter(asked__round__agreement=made).order_by("pk"))
    standing = next(each for each in tally(round_of(made)).standings if each.position)  # type: ignore[arg-type]
    assert (len(rows), standing.position) == (2, rows[-1])


def test_withdrawing_while_another_meeting_ratifies_does_one_of_the_two(committed_db: str) -> None:
    few_houses()
    made = make.put_agreement()
    items = [make.open_item(made), make.open_item(made)]
    kinds = (DecisionKind.BEKRACHTIGEN, DecisionKind.INTREKKEN)
    acts = [
        partial(item_decisions.take, item=item, key=uuid4(), kind=kind, wording="Aldus.", by=make.secretaris())
        for item, kind in zip(items, kinds, strict=True)
    ]
    said = each_at_once(*acts)
    assert said.count("done") == 1
    assert Agreement.objects.get(pk=made.pk).state in (AgreementState.BEKRACHTIGD, AgreementState.INGETROKKEN)
    assert list(verifying.findings()) == []
