"""Organisations weigh what is wished for: the newest counts, the spread is shown, and nobody follows another."""

from __future__ import annotations

from datetime import timedelta
from statistics import median
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.lists.domain import weighing
from agenda.lists.domain.weighing import WeighingRefused
from agenda.lists.enums import ANCHORS, ActionList, Criterion
from agenda.lists.models import Action, Weighing
from agenda.lists.queries import weighings
from agenda.meetings.domain import meeting_steps
from agenda.meetings.enums import MeetingState
from portal.kit import clock
from portal.kit.opaque import of
from tests import factories as make
from tests.at_once import each_at_once
from tests.figures import text_of
from tests.privacy.test_writing import client_of

C = Criterion


def scores(belang: int | None = 3, uitvoerbaarheid: int | None = 3, impact: int | None = 3) -> dict[Criterion, int | None]:
    return {C.BELANG: belang, C.UITVOERBAARHEID: uitvoerbaarheid, C.IMPACT: impact}


def weigh(action: Action, by: Any, given: dict[Criterion, int | None] | None = None, argument: str = "Daarom.") -> Weighing:
    return weighing.weigh(key=make.uuid4(), action=action, scores=given or scores(), argument=argument, by=by)


@pytest.mark.django_db
def test_newest_weighing_of_an_organisation_counts_and_the_old_one_stays() -> None:
    action, by = make.action(), make.member("stuurgroep", "valente")
    weigh(action, by, scores(1, 1, 1))
    weigh(action, by, scores(5, 4, None))
    stuurgroep, _ = weighings.results(action)
    assert [spread.scores for spread in stuurgroep.spreads] == [(5,), (4,), ()]
    assert (action.weighings.count(), len(stuurgroep.weighed)) == (2, 1)


@pytest.mark.django_db
def test_two_persons_of_one_organisation_weigh_as_one() -> None:
    action = make.action()
    weigh(action, make.member("stuurgroep", "valente"), scores(1))
    weigh(action, make.seat("stuurgroep", organisation="valente", is_deputy=True).actor, scores(4))
    assert weighings.results(action)[0].spreads[0].scores == (4,)


@pytest.mark.django_db
def test_klankbordgroep_stands_apart_as_advice() -> None:
    action = make.action()
    weigh(action, make.member("stuurgroep", "valente"), scores(5))
    weigh(action, make.member("klankbordgroep", "valente"), scores(1))
    stuurgroep, klankbordgroep = weighings.results(action)
    assert (stuurgroep.spreads[0].scores, klankbordgroep.spreads[0].scores) == ((5,), (1,))
    assert "advies" in klankbordgroep.name


@pytest.mark.django_db
def test_who_differs_is_named_first_with_its_argument() -> None:
    action = make.action()
    for organisation, belang in (("vng", 4), ("om", 4), ("valente", 1)):
        weigh(action, make.member("stuurgroep", organisation), scores(belang), argument=f"Wij van {organisation}.")
    first, *others = weighings.results(action)[0].weighed
    assert (first.organisation.slug, first.differs_on, first.weighing.argument) == (
        "valente",
        ("belang en urgentie",),
        "Wij van valente.",
    )
    assert all(not each.differs_on for each in others)
    assert weighings.results(action)[0].spreads[0].words == "midden 4, van 1 tot 4"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(st.none(), st.integers(1, 5)), max_size=12))
def test_spread_is_what_a_fresh_count_gives(given: list[int | None]) -> None:
    kept = [score for score in given if score is not None]
    spread = weighings.Spread(C.BELANG, tuple(sorted(kept)))
    assert spread.median == (median(kept) if kept else None)
    assert spread.counts == [kept.count(step) for step in range(1, 6)]


@pytest.mark.django_db
@pytest.mark.parametrize("which", [ActionList.ACTIELIJST, ActionList.GEREEDLIJST])
def test_only_what_is_wished_for_is_weighed(which: ActionList) -> None:
    with pytest.raises(WeighingRefused) as refused:
        weigh(make.action_on(which), make.member())
    assert refused.value.codes == ["not-in-voorraad"]


@pytest.mark.django_db
def test_nothing_said_is_no_weighing_and_an_argument_alone_is() -> None:
    action, by = make.action(), make.member()
    with pytest.raises(WeighingRefused) as refused:
        weigh(action, by, scores(None, None, None), argument=" ")
    assert refused.value.codes == ["empty"]
    weigh(action, by, scores(None, None, None), argument="Dit hoort bij de gemeenten.")


@pytest.mark.django_db
def test_while_the_stuurgroep_has_it_on_the_table_the_round_is_closed_and_open_again_after() -> None:
    action, by = make.action(), make.member()
    item = make.open_item(action)
    with pytest.raises(WeighingRefused) as refused:
        weigh(action, by)
    assert refused.value.codes == ["on-the-table"]
    make.item_decisions.take(
        item=item, key=make.uuid4(), kind=make.DecisionKind.AANHOUDEN, wording="Later.", by=make.secretaris()
    )
    make.closed(item.meeting)
    weigh(action, by)


@pytest.mark.django_db
def test_others_are_seen_after_weighing_oneself_or_when_the_round_is_closed() -> None:
    action = make.action()
    weigh(action, make.member("stuurgroep", "vng"), argument="kanarie")
    other, house = make.member("stuurgroep", "om"), make.manager()
    page = action.get_absolute_url()
    assert "kanarie" not in client_of(other).get(page).content.decode()
    assert "kanarie" not in client_of(house).get(page).content.decode()
    assert "kanarie" in client_of(make.bureau()).get(page).content.decode()
    weigh(action, other)
    assert "kanarie" in client_of(other).get(page).content.decode()
    make.put_on_actielijst(action)
    assert "kanarie" in client_of(house).get(page).content.decode()


@pytest.mark.django_db
def test_trend_says_what_it_was_at_each_meeting() -> None:
    action, by = make.action(), make.member("stuurgroep", "valente")
    weigh(action, by, scores(2))
    first = make.meeting(MeetingState.GESLOTEN)
    first.__class__.objects.filter(pk=first.pk).update(starts_at=clock.now(), title="eerst")
    with clock.at(clock.now() + timedelta(days=10)):
        weigh(action, by, scores(5))
        second = make.meeting(MeetingState.GESLOTEN)
        second.__class__.objects.filter(pk=second.pk).update(starts_at=clock.now(), title="later")
    with clock.at(clock.now() + timedelta(days=11)):
        found = [(each.name, each.spreads[0].scores) for each in weighings.trend(action)]
    assert found == [("eerst", (2,)), ("later", (5,))]


@pytest.mark.django_db
def test_database_refuses_other_scores_and_changes() -> None:
    made = weigh(make.action(), make.member())
    for change in ({"belang": 6}, {"impact": 0}, {"belang": 4}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Weighing.objects.filter(pk=made.pk).update(**change)
    assert Weighing.objects.get().belang == 3


@pytest.mark.django_db
def test_weighing_one_after_another_on_the_page() -> None:
    first, second = make.action(title="De eerste"), make.action(title="De tweede")
    client = client_of(make.member())
    page = client.get(f"/acties/{of(first)}/wegen/").content.decode()
    assert "De tweede →" in page and ANCHORS[C.IMPACT][4] in page
    sent = {"key": str(make.uuid4()), "belang": "4", "impact": "", "argument": "Bij ons elke week.", "next": ""}
    assert client.post(f"/acties/{of(first)}/wegen/", sent).headers["Location"] == f"/acties/{of(second)}/wegen/"
    again = client.post(f"/acties/{of(first)}/wegen/", sent)
    assert (again.status_code, first.weighings.count()) == (302, 1)
    for bad in ({"belang": "6"}, {"belang": "x"}, {"key": "x"}, {"argument": "a" * 1501}, {"belang": "", "argument": ""}):
        assert client.post(f"/acties/{of(first)}/wegen/", {**sent, "key": str(make.uuid4()), **bad}).status_code == 422


@pytest.mark.django_db
def test_matrix_shows_what_this_reader_may_see_with_the_table_beside() -> None:
    seen, unseen = make.action(title="Gewogen"), make.action(title="Nog niet")
    weigh(seen, by := make.member("stuurgroep", "vng"), scores(4, 2, 5))
    weigh(unseen, make.member("stuurgroep", "om"), scores(1, 1, 1))
    page = client_of(by).get("/themas/acute-onveiligheid/weging/").content.decode()
    assert "Gewogen: Uitvoerbaarheid 2,0, Impact 5,0" in page
    assert "Nog niet" not in page
    assert "1 actie ziet u hier nog niet" in text_of(client_of(by).get("/themas/acute-onveiligheid/weging/"))


@pytest.mark.django_db
def test_matrix_costs_the_same_for_many_actions() -> None:
    client, by = client_of(make.member("stuurgroep", "vng")), make.member("stuurgroep", "om")

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/themas/acute-onveiligheid/weging/")
        return len(asked)

    weigh(make.action(), by)
    cost()
    few = cost()
    for _ in range(6):
        weigh(make.action(), by)
    assert cost() == few


@pytest.mark.database
def test_weighing_and_opening_the_meeting_at_once_has_one_outcome(committed_db: str) -> None:
    action, by, secretaris = make.action(), make.member(), make.secretaris()
    meeting = make.meeting(MeetingState.STUKKEN_VERZONDEN, subject=action)

    said = each_at_once(
        lambda: weigh(action, by), lambda: meeting_steps.advance(meeting=meeting, to=MeetingState.GEOPEND, by=secretaris)
    )
    assert said[1] == "done"
    assert (said[0], Weighing.objects.count()) in {("done", 1), ("on-the-table", 0)}
