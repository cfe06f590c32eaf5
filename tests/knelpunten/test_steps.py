"""Every step from every state is allowed or refused as the table says, and always with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from knelpunten.domain import assessments, hand_overs, steps, submissions
from knelpunten.enums import STEPS, KnelpuntState
from knelpunten.models import Knelpunt
from portal.kit.refusals import Stale
from portal.network.models import Ambition, PolicyTable
from tests import factories as make

pytestmark = pytest.mark.django_db
ALL = list(KnelpuntState)


@pytest.mark.parametrize("to", [make.S.ELDERS_BELEGD, make.S.SAMENGEVOEGD])
def test_step_that_carries_more_is_not_taken_with_a_reason_alone(to: KnelpuntState) -> None:
    knelpunt = make.knelpunt(make.S.IN_BEOORDELING)
    with pytest.raises(steps.StepRefused) as refused:
        steps.take(knelpunt=knelpunt, to=to, reason="Daarom.", by=make.bureau())
    assert refused.value.codes == ["asks-more"]


def test_step_without_a_reason_is_refused() -> None:
    knelpunt = make.knelpunt(make.S.IN_BEOORDELING)
    with pytest.raises(steps.StepRefused) as refused:
        assessments.conclude(knelpunt=knelpunt, outcome=make.S.NIET_OPGENOMEN, reason="  ", by=make.bureau())
    assert refused.value.codes == ["no-reason"]


def test_knelpunt_goes_on_the_list_only_when_it_is_placed() -> None:
    knelpunt = make.knelpunt(make.S.IN_BEOORDELING, theme=None)
    with pytest.raises(steps.StepRefused) as refused:
        assessments.conclude(knelpunt=knelpunt, outcome=make.S.OP_DE_LIJST, reason="Hoort hier.", by=make.bureau())
    assert refused.value.codes == ["not-placed"]
    assessments.conclude(
        knelpunt=knelpunt, outcome=make.S.OP_DE_LIJST, reason="Hoort hier.", theme=make.theme(), by=make.bureau()
    )
    assert Knelpunt.objects.on_list_of(make.theme()).get() == knelpunt


def test_elsewhere_names_the_table() -> None:
    knelpunt = make.knelpunt(make.S.IN_BEOORDELING)
    with pytest.raises(steps.StepRefused) as refused:
        assessments.conclude(knelpunt=knelpunt, outcome=make.S.ELDERS_BELEGD, reason="Ligt daar.", by=make.bureau())
    assert refused.value.codes == ["no-table"]


def test_drafting_twice_with_one_key_makes_one_knelpunt() -> None:
    by, key, house = make.manager(), make.uuid4(), make.House.objects.get(slug="twente")
    first = submissions.draft(key=key, house=house, kind="stelsel", title="Een", pattern="Patroon", by=by)
    second = submissions.draft(key=key, house=house, kind="stelsel", title="Twee", pattern="Patroon", by=by)
    assert (first.pk, second.title) == (second.pk, "Een")


def test_revising_an_older_version_is_stale_and_changes_nothing() -> None:
    knelpunt = make.knelpunt()
    submissions.revise(knelpunt=knelpunt, expected=1, title="Van een ander", by=make.employee())
    with pytest.raises(Stale):
        submissions.revise(knelpunt=knelpunt, expected=1, title="Van mij", by=make.manager())
    knelpunt.refresh_from_db()
    assert (knelpunt.title, knelpunt.version) == ("Van een ander", 2)


def test_submitted_knelpunt_is_no_longer_revised() -> None:
    knelpunt = make.knelpunt(make.S.INGEDIEND)
    with pytest.raises(submissions.DraftRefused):
        submissions.revise(knelpunt=knelpunt, expected=1, title="Anders", by=make.manager())


@pytest.fixture(scope="module")
def walked(
    request: pytest.FixtureRequest, told_once: Callable[[], AbstractContextManager[None]]
) -> Iterator[dict[bool, Knelpunt]]:
    """A knelpunt that walked to this state, with a theme and with an ambition."""
    with told_once():
        of_an_ambition = {"theme": None, "ambition": Ambition.objects.all()[0]}
        yield {False: make.knelpunt(request.param), True: make.knelpunt(request.param, **of_an_ambition)}


@pytest.mark.parametrize("walked", ALL, indirect=True)
@pytest.mark.parametrize("to", ALL)
def test_step_is_allowed_as_the_table_says(walked: dict[bool, Knelpunt], to: KnelpuntState) -> None:
    knelpunt = Knelpunt.objects.get(pk=walked[to == make.S.NAAR_SAMENWERKINGSAGENDA].pk)
    origin = knelpunt.state
    before = knelpunt.steps.count()
    if to in STEPS[origin]:
        _take(knelpunt, to)
        knelpunt.refresh_from_db()
        assert (knelpunt.state, knelpunt.steps.count()) == (to, before + 1)
    else:
        with pytest.raises(steps.StepRefused) as refused:
            steps.take(knelpunt=knelpunt, to=to, reason="Daarom.", by=make.bureau())
        assert refused.value.codes == ["no-such-step"]
        assert knelpunt.steps.count() == before


def _take(knelpunt: Knelpunt, to: KnelpuntState) -> None:
    """By the verb that this step has."""
    said = {"knelpunt": knelpunt, "reason": "Daarom.", "by": make.bureau()}
    if to == make.S.ELDERS_BELEGD:
        words = said.pop("reason")
        hand_overs.hand_over(table=PolicyTable.objects.get(slug="bo-wvggz"), words=words, **said)
    elif to == make.S.SAMENGEVOEGD:
        assessments.conclude(outcome=to, into=make.knelpunt(make.S.OP_DE_LIJST, house="zeeland"), **said)
    else:
        steps.take(to=to, **said)
