"""How an assessment ends, and what is owed after the end: hand-overs that are
checked back, mergers that can be undone, answers, notes, claims."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from agenda.lists.enums import ActionList
from knelpunten.domain import assessments, hand_overs, mergers, notes, recognitions, steps
from knelpunten.domain.hand_overs import HandOverRefused
from knelpunten.models import Knelpunt
from knelpunten.queries.knelpunten import breadth, hand_over_of, merged_into, merger_of
from knelpunten.queries.worklist import Asked
from portal.history.domain.verifying import findings
from portal.kit import clock
from portal.kit.opaque import of, write
from portal.kit.refusals import Refused
from portal.kit.workdays import workdays_after
from portal.network.models import PolicyTable
from portal.network.queries.landscape import tables_like
from portal.notify.models import Notification
from portal.ui import chains
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
S = make.S


def assessed(outcome: Any, **details: Any) -> Knelpunt:
    knelpunt = make.knelpunt(S.IN_BEOORDELING)
    assessments.conclude(knelpunt=knelpunt, outcome=outcome, reason="Daarom.", by=make.bureau(), **details)
    return Knelpunt.objects.get(pk=knelpunt.pk)


def part(which: str) -> list[int]:
    return [row.pk for row in Asked(which).rows(make.bureau().user)]


def test_hand_over_takes_the_contact_of_the_table_and_thirty_working_days() -> None:
    table = PolicyTable.objects.get(slug="bo-wvggz")
    table.contact = "secretariaat, VWS"
    table.save()
    hand_over = hand_over_of(assessed(S.ELDERS_BELEGD, table=table))
    assert hand_over and hand_over.whom_to_ask == "secretariaat, VWS"
    assert hand_over.check_back_date == workdays_after(clock.today(), 30)


def test_hand_over_comes_back_on_the_list_on_its_day_until_it_is_confirmed() -> None:
    knelpunt = assessed(S.ELDERS_BELEGD, table=PolicyTable.objects.first(), check_back_date=clock.today() + timedelta(days=3))
    assert part("navragen") == []
    with clock.at(clock.now() + timedelta(days=3)):
        assert part("navragen") == [knelpunt.pk]
        hand_overs.check_back_later(knelpunt=knelpunt, check_back_date=clock.today() + timedelta(days=9), by=make.bureau())
        assert part("navragen") == []
        assert part("antwoord") == [], "an answer is owed once the table took it over"
        hand_overs.confirm(knelpunt=knelpunt, by=make.bureau())
        assert part("antwoord") == [knelpunt.pk]
    with clock.at(clock.now() + timedelta(days=20)):
        assert part("navragen") == []
    with pytest.raises(HandOverRefused) as refused:
        hand_overs.confirm(knelpunt=knelpunt, by=make.bureau())
    assert refused.value.codes == ["confirmed"]


def test_hand_over_that_is_not_accepted_comes_before_the_bureau_again_and_can_be_handed_over_anew() -> None:
    knelpunt = assessed(S.ELDERS_BELEGD, table=PolicyTable.objects.first())
    hand_overs.take_back(knelpunt=knelpunt, reason="Die tafel pakt het niet op.", by=make.bureau())
    knelpunt.refresh_from_db()
    assert knelpunt.state == S.IN_BEOORDELING
    with pytest.raises(HandOverRefused) as refused:
        hand_overs.confirm(knelpunt=knelpunt, by=make.bureau())
    assert refused.value.codes == ["not-elsewhere"]
    other = PolicyTable.objects.get(slug="aanpak-femicide")
    assessments.conclude(knelpunt=knelpunt, outcome=S.ELDERS_BELEGD, reason="Daar wel.", table=other, by=make.bureau())
    hand_overs.confirm(knelpunt=knelpunt, by=make.bureau())
    knelpunt.refresh_from_db()
    hand_over = hand_over_of(knelpunt)
    assert hand_over and hand_over.step.table == other and hand_over.confirmed_at
    assert part("antwoord") == [knelpunt.pk], "the hand-over that was taken back no longer counts"


def test_check_back_is_on_a_day_to_come() -> None:
    with pytest.raises(steps.StepRefused) as refused:
        assessed(S.ELDERS_BELEGD, table=PolicyTable.objects.first(), check_back_date=clock.today())
    assert refused.value.codes == ["check-back-past"]


def test_merged_knelpunt_keeps_its_words_and_its_house_stands_behind_the_other() -> None:
    other = make.knelpunt(S.OP_DE_LIJST, house="drenthe")
    knelpunt = assessed(S.SAMENGEVOEGD, into=other)
    assert (knelpunt.state, knelpunt.pattern) == (S.SAMENGEVOEGD, "Steeds weer hetzelfde.")
    assert merger_of(knelpunt).into == other  # type: ignore[union-attr]
    assert list(merged_into(other)) == [knelpunt]
    assert breadth(other).count == 2
    assert Knelpunt.objects.visible_to(make.manager("twente").user).recognised_by(knelpunt.house).get() == other  # type: ignore[arg-type]


def test_merger_is_undone_with_a_reason_and_can_be_done_again() -> None:
    other = make.knelpunt(S.OP_DE_LIJST, house="drenthe")
    knelpunt = assessed(S.SAMENGEVOEGD, into=other)
    mergers.undo(knelpunt=knelpunt, reason="Dit speelt in de zorg, dat in de wijk.", by=make.bureau())
    knelpunt.refresh_from_db()
    assert (knelpunt.state, list(merged_into(other)), breadth(other).count) == (S.IN_BEOORDELING, [], 1)
    assessments.conclude(knelpunt=knelpunt, outcome=S.SAMENGEVOEGD, reason="Toch hetzelfde.", into=other, by=make.bureau())
    assert list(merged_into(other)) == [Knelpunt.objects.get(pk=knelpunt.pk)]
    assert breadth(other).count == 2
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert list(findings()) == []


def test_a_house_that_recognised_it_already_still_does_after_a_merger_is_undone() -> None:
    other = make.knelpunt(S.OP_DE_LIJST, house="drenthe")
    recognitions.recognise(knelpunt=other, note="Ook hier.", by=make.manager("twente"))
    knelpunt = assessed(S.SAMENGEVOEGD, into=other)
    mergers.undo(knelpunt=knelpunt, reason="Anders.", by=make.bureau())
    assert breadth(other).count == 2


@pytest.mark.parametrize(("which", "code"), [("itself", "no-such-step"), ("draft", "other-not-listed"), ("none", "no-other")])
def test_merging_with_what_it_cannot_merge_with_says_why(which: str, code: str) -> None:
    knelpunt = make.knelpunt(S.IN_BEOORDELING)
    into = {"itself": knelpunt, "draft": make.knelpunt(S.INGEDIEND, house="drenthe"), "none": None}[which]
    with pytest.raises(steps.StepRefused) as refused:
        assessments.conclude(knelpunt=knelpunt, outcome=S.SAMENGEVOEGD, reason="Hetzelfde.", into=into, by=make.bureau())
    assert refused.value.codes == [code if which != "itself" else "itself"]


def test_to_the_samenwerkingsagenda_names_an_ambition() -> None:
    with pytest.raises(steps.StepRefused) as refused:
        assessed(S.NAAR_SAMENWERKINGSAGENDA)
    assert refused.value.codes == ["no-ambition"]


@pytest.mark.parametrize("state", [S.NIET_OPGENOMEN, S.HOORT_IN_DE_REGIO, S.NAAR_SAMENWERKINGSAGENDA])
def test_what_ended_owes_an_answer_until_one_is_written(state: Any) -> None:
    knelpunt = make.knelpunt(state)
    make.manager("twente")
    assert part("antwoord") == [knelpunt.pk]
    notes.answer(key=make.uuid4(), knelpunt=knelpunt, text="Dit is ervan gekomen.", by=make.bureau())
    assert part("antwoord") == []
    assert chains.standings([knelpunt], make.bureau().user)[knelpunt.pk].story[0].text == "Dit is ervan gekomen."
    assert Notification.objects.filter(occasion__startswith="knelpunt-answer").exists()


def test_what_was_solved_owes_an_answer_when_every_action_is_done() -> None:
    knelpunt = make.knelpunt(S.OP_DE_LIJST)
    action = make.action(knelpunten=[knelpunt])
    assert part("antwoord") == []
    make.put_on_actielijst(action)
    make.decide(action, make.DecisionKind.NAAR_GEREED, **make.DONE)
    assert action.__class__.objects.get().list == ActionList.GEREEDLIJST
    assert part("antwoord") == [knelpunt.pk]


def test_house_adds_to_what_is_being_assessed_and_not_to_its_draft() -> None:
    by = make.manager("twente")
    knelpunt = make.knelpunt(S.IN_BEOORDELING)
    notes.add(key=make.uuid4(), knelpunt=knelpunt, text="Het speelt nu ook in de wijkteams.", by=by)
    assert chains.standings([knelpunt], make.bureau().user)[knelpunt.pk].story[0].text == "Het speelt nu ook in de wijkteams."
    with pytest.raises(Refused) as refused:
        notes.add(key=make.uuid4(), knelpunt=make.knelpunt(S.CONCEPT), text="Meer.", by=by)
    assert refused.value.codes == ["not-submitted"]


def test_collected_knelpunt_is_claimed_by_one_house_which_then_gets_the_answers() -> None:
    knelpunt = make.collected()
    recognitions.recognise(knelpunt=knelpunt, note="", by=make.manager("twente"))
    recognitions.claim(knelpunt=knelpunt, by=make.manager("twente"))
    with pytest.raises(Refused) as refused:
        recognitions.claim(knelpunt=knelpunt, by=make.manager("zeeland"))
    assert refused.value.codes == ["has-house"]
    knelpunt.refresh_from_db()
    assert knelpunt.house and knelpunt.house.slug == "twente"
    assert breadth(knelpunt).count == 1, "a house counts once"


def test_tables_are_found_by_what_they_are_about() -> None:
    found = tables_like("De zorgmachtiging en de crisismaatregel lopen vast in de uitvoering van de Wvggz.")
    assert found[0].slug == "bo-wvggz"
    assert tables_like("en de het") == []


def test_bureau_assesses_on_the_page_with_tables_look_alikes_and_a_text() -> None:
    other = make.knelpunt(
        S.OP_DE_LIJST,
        house="drenthe",
        title="De zorgmachtiging duurt te lang",
        pattern="De crisismaatregel loopt af voor de zorgmachtiging er is.",
    )
    knelpunt = make.knelpunt(
        S.IN_BEOORDELING, title="Zorgmachtiging te laat", pattern="De crisismaatregel loopt af en de zorgmachtiging is er niet."
    )
    client = client_of(make.bureau())
    client.post(
        "/knelpunten/vaste-teksten/", {"title": "Al bekend", "outcome": "samengevoegd", "text": "Dit staat al op de lijst."}
    )
    page = client.get(knelpunt.get_absolute_url()).content.decode()
    assert "Ligt dit al elders?" in page and "Bestuurlijk overleg Wvggz" in page
    assert other.title in page and "Al bekend" in page
    from knelpunten.models import ReasonText

    begun = client.get(knelpunt.get_absolute_url(), {"tekst": of(ReasonText.objects.get())}).content.decode()
    assert "Dit staat al op de lijst." in begun
    sent = {
        "outcome": "samengevoegd",
        "other": f"https://portaal.example.nl/knelpunten/{of(other)}/",
        "reason": "Dit is hetzelfde knelpunt.",
    }
    assert client.post(f"/knelpunten/{of(knelpunt)}/uitkomst/", sent).status_code == 302
    knelpunt.refresh_from_db()
    assert knelpunt.state == S.SAMENGEVOEGD
    assert "Hiermee samengevoegd" in client.get(other.get_absolute_url()).content.decode()
    member = client_of(make.member()).get(other.get_absolute_url()).content.decode()
    assert "Hiermee samengevoegd" not in member, "who may not read the merged one is not told of it"


@pytest.mark.parametrize("other", ["999999", "onzin", f"/knelpunten/{write('knelpunt', 999999)}/", "9" * 40])
def test_merging_with_a_number_that_is_not_there_is_refused_in_words(other: str) -> None:
    knelpunt = make.knelpunt(S.IN_BEOORDELING)
    sent = {"outcome": "samengevoegd", "other": other, "reason": "Dit is hetzelfde knelpunt."}
    answer = client_of(make.bureau()).post(f"/knelpunten/{of(knelpunt)}/uitkomst/", sent)
    assert answer.status_code == 422
    assert "Er is geen knelpunt met dit adres" in answer.content.decode()
