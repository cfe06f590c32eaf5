"""Every closed end is contested once: each conclusion may be, and one that confirms what was contested is not contested again."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from knelpunten.domain import assessments, hand_overs, submissions
from knelpunten.domain.steps import StepRefused
from knelpunten.enums import STATES, Answering, KnelpuntState
from knelpunten.models import Knelpunt
from portal.kit.refusals import Refused
from portal.network.models import PolicyTable
from tests import factories as make

pytestmark = pytest.mark.django_db
S = KnelpuntState
ENDS = (S.NIET_OPGENOMEN, S.HOORT_IN_DE_REGIO, S.ELDERS_BELEGD, S.NAAR_SAMENWERKINGSAGENDA, S.BEANTWOORD)
WHY = "Het speelt in onze regio nog elke week."
OFFERED = "niet-opgelost/"


def contest(knelpunt: Knelpunt) -> Any:
    return submissions.say_unsolved(knelpunt=knelpunt, reason=WHY, by=make.manager())


def ended_again(knelpunt: Knelpunt, state: KnelpuntState) -> Knelpunt:
    """The assessment came to this end; by way of an action where it was answered."""
    if state != S.BEANTWOORD:
        return make.concluded(knelpunt, state)
    make._answer(make.concluded(knelpunt, S.OP_DE_LIJST), "Nu is er wel een rooster.")
    return make._fresh(knelpunt)


def page_of(knelpunt: Knelpunt) -> str:
    client = Client()
    client.force_login(make.manager().user, "portal.accounts.backends.SeatBackend")
    return client.get(knelpunt.get_absolute_url()).content.decode()


def test_these_are_the_closed_ends() -> None:
    """Whatever answers the houses, or owes them an answer, is an end that they can contest."""
    assert set(ENDS) == {state for state, row in STATES.items() if row.answering is not Answering.NOT_YET}
    assert set(ENDS) == {state for state, row in STATES.items() if row.is_contestable}
    assert all(S.IN_BEOORDELING in STATES[state].steps for state in ENDS)


@pytest.mark.parametrize("state", ENDS)
def test_a_closed_end_is_contested_with_a_reason_and_assessed_anew(state: KnelpuntState) -> None:
    knelpunt = make.knelpunt(state)
    assert OFFERED in page_of(knelpunt)
    with pytest.raises(StepRefused):
        submissions.say_unsolved(knelpunt=knelpunt, reason=" ", by=make.manager())
    step = contest(knelpunt)
    assert (step.to_state, step.reason) == (S.IN_BEOORDELING, WHY)


@pytest.mark.parametrize("state", [state for state in ENDS if state != S.BEANTWOORD])
def test_the_same_end_again_stands_and_the_page_says_whom_to_ask(state: KnelpuntState) -> None:
    knelpunt = make.knelpunt(state)
    contest(knelpunt)
    knelpunt = make.concluded(knelpunt, state)
    with pytest.raises(StepRefused) as refused:
        contest(knelpunt)
    assert refused.value.codes == ["confirmed"]
    read = page_of(knelpunt)
    assert submissions.CONFIRMED in read
    assert f"De uitkomst is van {knelpunt.steps.latest('pk').by_label}" in read
    assert "/niet-opgelost/" not in read


PAIRS = [(first, second) for first in ENDS for second in ENDS if first != second or first == S.BEANTWOORD]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_another_end_is_contested_in_its_turn(first: KnelpuntState, second: KnelpuntState) -> None:
    knelpunt = make.knelpunt(first)
    contest(knelpunt)
    knelpunt = ended_again(knelpunt, second)
    contest(knelpunt)
    assert make._fresh(knelpunt).state == S.IN_BEOORDELING


def test_another_table_is_another_end() -> None:
    knelpunt = make.knelpunt(S.ELDERS_BELEGD)
    contest(knelpunt)
    other = PolicyTable.objects.exclude(pk=knelpunt.steps.get(to_state=S.ELDERS_BELEGD).table_id)[0]
    assessments.conclude(
        knelpunt=knelpunt, outcome=S.ELDERS_BELEGD, reason="Dan hoort het aan die tafel.", table=other, by=make.bureau()
    )
    contest(knelpunt)


def test_what_the_bureau_took_back_was_not_contested() -> None:
    """The landelijk bureau fetched it back from the other table and handed it over again: the house said nothing yet."""
    knelpunt = make.knelpunt(S.ELDERS_BELEGD)
    hand_overs.take_back(knelpunt=knelpunt, reason="Die tafel was er nog niet aan toe.", by=make.bureau())
    contest(make.concluded(knelpunt, S.ELDERS_BELEGD))


@pytest.mark.parametrize("state", [state for state in S if state not in ENDS])
def test_nothing_else_is_contested(state: KnelpuntState) -> None:
    with pytest.raises(Refused):
        contest(make.knelpunt(state))
