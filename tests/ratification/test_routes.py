"""The two routes: who is asked, what the gate says, and what a meeting makes of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from agenda.decisions.enums import DecisionKind
from agenda.meetings.domain import item_decisions
from agenda.meetings.domain.item_decisions import DecisionRefused
from agenda.meetings.models import AgendaItem, Meeting
from agenda.meetings.queries.subjects import token
from agenda.ratification.domain import agreements, positions, rounds, uptake
from agenda.ratification.domain.steps import AgreementRefused
from agenda.ratification.enums import AgreementState, RoundOutcome, Route, Stance, UptakeStatus
from agenda.ratification.models import Agreement, Asked, Position, Round
from agenda.ratification.queries.agreements import gate, round_of, tally
from portal.kit import clock
from portal.kit.opaque import of
from portal.kit.refusals import Stale
from portal.network.models import House, Membership, Seat
from portal.notify.models import Notification
from portal.privacy.domain.guard import PersonalDataRefused
from portal.ui.chains import read
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
A, R = AgreementState, Route


def say(made: Agreement, by: Any, stance: Stance = Stance.AKKOORD, reason: str = "", version: int = 0) -> Position:
    number = version or round_of(made).version.number  # type: ignore[union-attr]
    return positions.take_position(key=uuid4(), agreement=made, version=number, stance=stance, reason=reason, by=by)


def fresh(made: Agreement) -> Agreement:
    return Agreement.objects.get(pk=made.pk)


def says(made: Agreement) -> list[str]:
    """The codes of what holds the gate closed."""
    round = round_of(made)
    return [each.code for each in gate(made, round, tally(round) if round else None).blockers]


def test_route_one_asks_every_house_of_today_and_mails_who_can_answer() -> None:
    manager = make.manager()
    made = make.asked_agreement()
    asked = Asked.objects.filter(round__agreement=made)
    assert {each.house_id for each in asked} == set(House.objects.valid_on(clock.today()).values_list("pk", flat=True))
    assert list(Notification.objects.filter(about="standpunt").values_list("user", flat=True)) == [manager.user.pk]


def test_route_two_asks_every_organisation_in_the_stuurgroep_and_the_houses_of_nzvh() -> None:
    made = make.asked_agreement(R.ACHTERAF)
    asked = Asked.objects.filter(round__agreement=made)
    places = Membership.objects.valid_on(clock.today()).filter(body__slug="stuurgroep")
    main = asked.filter(via__isnull=True)
    assert set(main.values_list("organisation", flat=True)) == set(places.values_list("organisation", flat=True))
    houses = asked.exclude(via__isnull=True)
    assert {each.via.organisation.slug for each in houses} == {"nzvh"}  # type: ignore[union-attr]
    assert houses.count() == House.objects.valid_on(clock.today()).count()


def test_those_asked_stay_those_asked_when_the_network_changes() -> None:
    made = make.asked_agreement()
    number = Asked.objects.filter(round__agreement=made).count()
    House.objects.filter(slug="zeeland").update(until_date=clock.today() - timedelta(days=1))
    rounds.change_text(
        key=uuid4(),
        agreement=made,
        expected=made.version,
        note="Scherper.",
        closes_date=clock.today() + timedelta(days=20),
        text="Wij kijken binnen een week.",
        by=make.board(),
    )
    assert Asked.objects.filter(round=round_of(made)).count() == number


def test_every_house_must_agree_before_nzvh_puts_it() -> None:
    made = make.asked_agreement()
    assert says(made) == ["silent"]
    make.all_agree(made, but=("twente",))
    assert says(made) == ["silent"]
    say(made, make.manager(), Stance.NIET_AKKOORD, "Wij hebben er de mensen niet voor.")
    assert says(made) == ["objection"]
    with pytest.raises(AgreementRefused):
        rounds.put(agreement=made, by=make.board())
    say(made, make.manager(), Stance.AKKOORD)
    assert says(made) == []
    assert rounds.put(agreement=made, by=make.board()).state == A.VOORGELEGD


def test_a_kanttekening_counts_when_the_house_itself_says_so_after_the_answer() -> None:
    made, manager = make.asked_agreement(), make.manager()
    make.all_agree(made, but=("twente",))
    position = say(made, manager, Stance.KANTTEKENING, "Graag met een half jaar om te beginnen.")
    with pytest.raises(AgreementRefused) as refused:
        positions.settle(position=position, by=manager)
    assert refused.value.codes == ["not-answered"]
    positions.answer_remark(position=position, text="Dat half jaar staat in de planning.", by=make.board())
    assert says(made) == ["objection"]
    with pytest.raises(AgreementRefused) as refused:
        positions.settle(position=position, by=make.manager("zeeland"))
    assert refused.value.codes == ["not-own"]
    positions.settle(position=position, by=manager)
    assert says(made) == []


def test_silence_never_counts_as_agreement_also_after_the_term() -> None:
    made = make.asked_agreement()
    with clock.at(clock.now() + timedelta(days=60)):
        assert says(made) == ["silent"]
        with pytest.raises(AgreementRefused) as refused:
            say(made, make.manager())
        assert refused.value.codes == ["term-over"]


def test_route_two_names_the_silent_and_does_not_wait_for_them_after_the_term() -> None:
    made = make.asked_agreement(R.ACHTERAF)
    say(made, make.member())
    assert says(made) == ["still-open"]
    with clock.at(clock.now() + timedelta(days=31)):
        assert says(made) == []
        notes = gate(made, round_of(made), tally(round_of(made))).notes  # type: ignore[arg-type]
        assert any(note.startswith("Zonder antwoord, dus zonder akkoord") for note in notes)


def test_round_without_any_answer_does_not_reach_the_table() -> None:
    made = make.asked_agreement(R.ACHTERAF)
    with clock.at(clock.now() + timedelta(days=31)):
        assert says(made) == ["nobody-answered"]


def test_route_two_waits_for_the_stuurgroep_to_agree_the_concept() -> None:
    made = make.agreement(R.ACHTERAF)
    with pytest.raises(AgreementRefused) as refused:
        rounds.open_round(
            key=uuid4(),
            agreement=made,
            closes_date=clock.today() + timedelta(days=30),
            shows_positions=True,
            by=make.secretaris(),
        )
    assert refused.value.codes == ["not-agreed"]
    make.decide_and_close(made, DecisionKind.CONCEPT_OVEREENKOMEN)
    assert fresh(made).state == A.OVEREENGEKOMEN


def test_concept_is_not_ratified_in_the_meeting_that_agreed_it() -> None:
    made = make.agreement(R.ACHTERAF)
    first = make.open_item(made)
    second = _second_item(first.meeting, made)
    item_decisions.take(
        item=first, key=uuid4(), kind=DecisionKind.CONCEPT_OVEREENKOMEN, wording="Akkoord als concept.", by=make.secretaris()
    )
    rounds.open_round(
        key=uuid4(), agreement=made, closes_date=clock.today() + timedelta(days=30), shows_positions=True, by=make.secretaris()
    )
    make.all_agree(made)
    rounds.put(agreement=fresh(made), by=make.secretaris())
    with pytest.raises(DecisionRefused) as refused:
        item_decisions.take(
            item=second, key=uuid4(), kind=DecisionKind.BEKRACHTIGEN, wording="Bekrachtigd.", by=make.secretaris()
        )
    assert refused.value.codes == ["same-meeting"]
    make.closed(Meeting.objects.get(pk=first.meeting_id))
    make.decide_and_close(made, DecisionKind.BEKRACHTIGEN)
    assert fresh(made).state == A.BEKRACHTIGD


def _second_item(meeting: Meeting, subject: Any) -> AgendaItem:
    """Another item about the same, as it was put on the agenda before the meeting opened."""
    first = meeting.items.get(number=1)  # type: ignore[attr-defined]
    columns = {name: getattr(first, name) for name in ("kind", "title", "minutes", "serves")}
    return AgendaItem.objects.create(key=uuid4(), meeting=meeting, number=9, subject=subject, **columns)


def test_changed_text_keeps_the_round_and_asks_again_with_one_click_to_confirm() -> None:
    made, manager = make.asked_agreement(), make.manager()
    say(made, manager)
    rounds.change_text(
        key=uuid4(),
        agreement=made,
        expected=made.version,
        note="Vier weken in plaats van twee.",
        closes_date=clock.today() + timedelta(days=20),
        text="Wij kijken binnen vier weken samen naar wie vastloopt.",
        by=make.board(),
    )
    before, now = Round.objects.filter(agreement=made).order_by("pk")
    assert (before.end.outcome, now.version.number) == (RoundOutcome.GEWIJZIGD, 2)  # type: ignore[attr-defined]
    assert tally(now).answered == 0 and tally(before).answered == 1
    positions.reaffirm(key=uuid4(), agreement=fresh(made), version=2, by=manager)
    assert tally(now).answered == 1


def test_answer_to_an_older_version_is_refused() -> None:
    made, manager = make.asked_agreement(), make.manager()
    rounds.change_text(
        key=uuid4(),
        agreement=made,
        expected=made.version,
        note="Anders.",
        closes_date=clock.today() + timedelta(days=20),
        text="Anders.",
        by=make.board(),
    )
    with pytest.raises(AgreementRefused) as refused:
        say(fresh(made), manager, version=1)
    assert refused.value.codes == ["other-version"]


@pytest.mark.parametrize(("by", "code"), [("zeeland", "not-asked"), ("ended", "no-mandate"), ("bureau", "not-asked")])
def test_only_who_holds_the_mandate_now_answers(by: str, code: str) -> None:
    made = make.asked_agreement(R.ACHTERAF if by == "zeeland" else R.VOORAF)
    if by == "zeeland":
        Asked.objects.filter(pk=0)
        actor = make.member("klankbordgroep", "aedes")
    elif by == "bureau":
        actor = make.bureau()
    else:
        actor = make.manager()
        Seat.objects.filter(pk=actor.seat_id).update(until_date=clock.today() - timedelta(days=1))
    with pytest.raises(AgreementRefused) as refused:
        say(made, actor)
    assert refused.value.codes == [code]


def test_two_deputies_answer_and_the_newest_counts_as_the_one_position() -> None:
    made = make.asked_agreement(R.ACHTERAF)
    deputies = [make.seat("stuurgroep", organisation="om", is_deputy=True).actor for _ in range(2)]
    say(made, deputies[0], Stance.NIET_AKKOORD, "Nog niet.")
    say(made, deputies[1])
    standing = next(
        each for each in tally(round_of(made)).standings if each.asked.organisation and each.asked.organisation.slug == "om"
    )  # type: ignore[arg-type]
    assert standing.position and standing.position.stance == Stance.AKKOORD


def test_recorded_on_behalf_is_marked_until_the_member_confirms() -> None:
    made, manager = make.asked_agreement(), make.manager()
    make.all_agree(made)
    position = Position.objects.get(asked__house__slug="twente", asked__round__agreement=made)
    assert position.awaits_confirmation
    positions.confirm(position=position, by=manager)
    assert not Position.objects.get(pk=position.pk).awaits_confirmation
    say(made, manager)
    with pytest.raises(AgreementRefused) as refused:
        positions.confirm(position=position, by=manager)
    assert refused.value.codes == ["older"]


def test_term_ends_at_midnight_in_amsterdam_in_the_night_the_clock_changes() -> None:
    with clock.at(datetime(2026, 10, 1, 10)):
        made = make.asked_agreement(days=24)  # 25 October 2026: the hour from two to three comes twice
        manager = make.manager()
    with clock.at(datetime(2026, 10, 25, 23, 59)):
        say(made, manager)
    with clock.at(datetime(2026, 10, 26, 0, 0)), pytest.raises(AgreementRefused):
        say(made, manager)


def test_more_time_is_given_with_a_reason_and_only_forwards() -> None:
    made = make.asked_agreement()
    with pytest.raises(AgreementRefused):
        rounds.extend(agreement=made, closes_date=clock.today() + timedelta(days=30), reason="Te kort.", by=make.board())
    rounds.extend(
        agreement=made, closes_date=clock.today() + timedelta(days=50), reason="De zomer valt ertussen.", by=make.board()
    )
    with clock.at(clock.now() + timedelta(days=45)):
        say(made, make.manager())


def test_round_ends_early_only_when_all_answered_and_ends_once() -> None:
    made = make.asked_agreement()
    with pytest.raises(AgreementRefused) as refused:
        rounds.end_early(agreement=made, by=make.board())
    assert refused.value.codes == ["silent"]
    make.all_agree(made)
    assert rounds.end_early(agreement=made, by=make.board()).outcome == RoundOutcome.ALLEN
    with pytest.raises(AgreementRefused):
        rounds.end_early(agreement=made, by=make.board())
    with pytest.raises(AgreementRefused):
        say(made, make.manager())


def test_nobody_to_ask_is_said_and_refused() -> None:
    House.objects.update(until_date=clock.today() - timedelta(days=1))
    with pytest.raises(AgreementRefused) as refused:
        make.asked_agreement()
    assert refused.value.codes == ["nobody"]


def test_put_back_with_a_question_it_is_written_anew_and_asked_again() -> None:
    made = make.put_agreement()
    make.decide_and_close(made, DecisionKind.TERUGLEGGEN)
    made = agreements.rewrite(agreement=fresh(made), expected=fresh(made).version, text="Korter en helderder.", by=make.board())
    rounds.open_round(
        key=uuid4(), agreement=made, closes_date=clock.today() + timedelta(days=20), shows_positions=True, by=make.board()
    )
    assert round_of(made).version.number == 2  # type: ignore[union-attr]


def test_withdrawn_in_a_meeting_ends_the_round() -> None:
    made = make.asked_agreement()
    make.decide_and_close(made, DecisionKind.INTREKKEN)
    assert fresh(made).state == A.INGETROKKEN
    assert round_of(made).ended.outcome == RoundOutcome.INGETROKKEN  # type: ignore[union-attr]


def test_text_that_is_asked_about_does_not_change_under_those_asked() -> None:
    made = make.asked_agreement()
    with pytest.raises(AgreementRefused) as refused:
        agreements.rewrite(agreement=made, expected=made.version, text="Stil veranderd.", by=make.board())
    assert refused.value.codes == ["text-fixed"]


def test_of_two_writers_the_second_hears_of_the_first() -> None:
    made = make.agreement()
    agreements.rewrite(agreement=made, expected=1, text="De eerste.", by=make.board())
    with pytest.raises(Stale):
        agreements.rewrite(agreement=made, expected=1, text="De tweede.", by=make.board())


@pytest.mark.parametrize("text", ["Bel 06-12345678", "BSN 111222333"])
def test_identifiers_are_kept_nowhere(text: str) -> None:
    with pytest.raises(PersonalDataRefused):
        make.agreement(text=text)
    made = make.asked_agreement()
    with pytest.raises(PersonalDataRefused):
        say(made, make.manager(), Stance.NIET_AKKOORD, text)


def test_ratified_replaces_the_one_before_and_is_carried_out() -> None:
    old = make.ratified()
    new = make.ratified(replaces=old)
    assert (fresh(old).state, fresh(new).state) == (A.VERVANGEN, A.BEKRACHTIGD)
    uptake.carry(agreement=new, text="In de ledenbrief.", by=make.member())
    with pytest.raises(AgreementRefused):
        uptake.report_uptake(agreement=new, status=UptakeStatus.KAN_NIET, text="", by=make.manager())
    assert uptake.report_uptake(agreement=new, status=UptakeStatus.WERKT, text="", by=make.manager()).house.slug == "twente"
    with pytest.raises(AgreementRefused):
        uptake.report_uptake(agreement=old, status=UptakeStatus.WERKT, text="", by=make.manager())


def test_chain_of_action_and_knelpunt_shows_the_agreement_and_when_it_was_ratified() -> None:
    knelpunt = make.knelpunt(make.S.OP_DE_LIJST)
    action, user = make.action(knelpunten=[knelpunt]), make.member().user
    before = read([action], user)[action.pk]
    assert [station.state for station in before.stations if station.name == "Afspraak"] == ["skipped"]
    made = make.put_agreement()
    agreements.refer(agreement=made, subject=action, by=make.board())
    under_way = read([action], user)[action.pk]
    assert [link.label for link in under_way.links("Afspraak")] == [made.title]
    make.decide_and_close(made, DecisionKind.BEKRACHTIGEN)
    for subject in (action, type(knelpunt).objects.get(pk=knelpunt.pk)):
        station = next(each for each in read([subject], user)[subject.pk].stations if each.name == "Afspraak")
        assert (station.state, station.date) == ("reached", clock.today())


def test_nzvh_finds_what_it_is_about_puts_it_with_it_and_takes_it_off() -> None:
    made, action, board = make.agreement(), make.action(title="Een snelle overdracht"), make.board()
    client, page = client_of(board), f"/afspraken/{of(made)}/waarover/"
    assert f'value="{token(action)}"' in client.get(page, {"zoek": "snelle overdracht"}).content.decode()
    client.post(page, {"subject": token(action)})
    client.post(page, {"subject": token(action)})
    assert [each.subject for each in made.references.all()] == [action]  # type: ignore[attr-defined]
    client.post(page, {"subject": token(action), "part": "ja"})
    assert not made.references.exists()  # type: ignore[attr-defined]
    assert client.post(page, {"subject": "user:1"}).status_code == 404


def test_changed_text_too_is_evaluated_after_it_begins() -> None:
    made = make.asked_agreement()
    with pytest.raises(AgreementRefused) as refused:
        rounds.change_text(
            key=uuid4(),
            agreement=made,
            expected=made.version,
            note="Eerder.",
            closes_date=clock.today() + timedelta(days=20),
            from_date=clock.today() + timedelta(days=9),
            evaluate_date=clock.today(),
            by=make.board(),
        )
    assert refused.value.codes == ["evaluated-before"]
