"""Deciding in writing: only where the body agreed to, with a term, and never by silence."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.decisions.models import Decision
from agenda.meetings.domain import proposals, written_rounds
from agenda.meetings.domain.written_rounds import RoundRefused
from agenda.meetings.enums import MeetingState, WrittenAnswer
from agenda.meetings.models import BodyRules, Meeting, WrittenProcedure
from portal.kit import clock
from portal.network.models import Body
from portal.notify.models import Notification
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
A = WrittenAnswer


def over(asked: WrittenProcedure) -> WrittenProcedure:
    """Its term is over."""
    WrittenProcedure.objects.filter(pk=asked.pk).update(closes_date=clock.today() - timedelta(days=1))
    return WrittenProcedure.objects.get(pk=asked.pk)


def codes(asked: WrittenProcedure) -> list[str]:
    return [each.code for each in written_rounds.blockers_for_concluding(procedure=asked)]


def test_body_without_the_rule_is_not_asked_in_writing() -> None:
    body = Body.objects.get(slug="stuurgroep")
    for own in (None, False):
        if own is not None:
            BodyRules.objects.create(body=body, allows_written=own)
        with pytest.raises(RoundRefused) as refused:
            written_rounds.put(
                key=make.uuid4(),
                body=body,
                title="T",
                question="V?",
                closes_date=clock.today() + timedelta(days=5),
                by=make.secretaris(),
            )
        assert refused.value.codes == ["not-allowed"]
    assert "Dat kan niet" in client_of(make.secretaris()).get("/vergaderingen/schriftelijk/nieuw/").content.decode()


def test_silence_is_no_consent() -> None:
    asked = over(make.procedure())
    assert codes(asked) == ["nobody-answered"]
    with pytest.raises(RoundRefused):
        written_rounds.conclude(procedure=asked, key=make.uuid4(), wording="Akkoord.", by=make.secretaris())
    assert not Decision.objects.exists()


def test_those_who_answered_agree_and_the_silent_are_named() -> None:
    asked, member = make.procedure(), make.member()
    written_rounds.answer(procedure=asked, answer=A.AKKOORD, text="", by=member)
    assert codes(asked) == ["still-open"]
    key, by = make.uuid4(), make.secretaris()
    for _ in range(2):
        written_rounds.conclude(procedure=over(asked), key=key, wording="Wij doen het.", by=by)
    assert Decision.objects.count() == 1
    page = client_of(member).get(asked.get_absolute_url()).content.decode()
    assert "Zonder antwoord, dus zonder akkoord:" in page and "Wij doen het." in page
    assert "Wij doen het." in client_of(make.manager()).get("/vergaderingen/besluiten/").content.decode()
    assert client_of(make.manager()).get(asked.get_absolute_url()).status_code == 404


def test_one_objection_sends_it_to_an_agenda_and_the_newest_answer_counts() -> None:
    asked, member = make.procedure(), make.member()
    with pytest.raises(RoundRefused) as refused:
        written_rounds.answer(procedure=asked, answer=A.NIET_AKKOORD, text=" ", by=member)
    assert refused.value.codes == ["no-reason"]
    written_rounds.answer(procedure=asked, answer=A.NIET_AKKOORD, text="Te snel.", by=member)
    assert codes(asked) == ["objections"]
    meeting = Meeting.objects.select_related("body").get(pk=make.meeting(MeetingState.IN_VOORBEREIDING).pk)
    assert [each.pk for _, rows in proposals.proposals_for(meeting) for each in rows if each.source == "schriftelijk"] == [
        asked.pk
    ]
    written_rounds.answer(procedure=asked, answer=A.AKKOORD, text="", by=member)
    assert codes(over(asked)) == []
    written_rounds.answer(procedure=make.procedure(), answer=A.BESPREKEN, text="Samen.", by=member)


def test_answer_after_the_term_is_refused() -> None:
    asked = over(make.procedure())
    with pytest.raises(RoundRefused) as refused:
        written_rounds.answer(procedure=asked, answer=A.AKKOORD, text="", by=make.member())
    assert refused.value.codes == ["closed"]


def test_members_hear_of_it_and_its_decision_moves_nothing() -> None:
    member = make.member()
    asked = make.procedure()
    assert Notification.objects.filter(user=member.user, occasion=f"round:{asked.pk}").count() == 1
    written_rounds.answer(procedure=asked, answer=A.AKKOORD, text="", by=member)
    decision = written_rounds.conclude(procedure=over(asked), key=make.uuid4(), wording="Ja.", by=make.secretaris())
    assert (decision.kind, decision.subject) == ("ter_kennisgeving", None)
