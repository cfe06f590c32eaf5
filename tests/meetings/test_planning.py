"""A year of meetings: days in working days, deadlines that follow, what is odd, and calendars that hear of every change."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from agenda.meetings.domain import deadlines, meeting_steps, meeting_years
from agenda.meetings.domain.meeting_steps import MeetingRefused
from agenda.meetings.enums import DeadlineKind, MeetingState
from agenda.meetings.models import Deadline, Meeting, MeetingInvitation
from portal.kit.workdays import is_workday, workdays_before
from tests import factories as make

pytestmark = pytest.mark.django_db
M, K = MeetingState, DeadlineKind


def moment(year: int, month: int, day: int, hour: int = 13) -> datetime:
    return timezone.make_aware(datetime(year, month, day, hour))


def plan(year: int = 2028) -> list[Meeting]:
    return meeting_years.plan_year(
        key=make.uuid4(),
        rounds=meeting_years.proposal(year),
        starts=time(13),
        lasts=timedelta(hours=2),
        location="Utrecht",
        by=make.secretaris(),
    )


def test_a_year_is_four_rounds_of_three_with_all_their_deadlines() -> None:
    made = plan()
    assert len(made) == 12
    assert [meeting.body.slug for meeting in made[:3]] == ["stuurgroep", "klankbordgroep", "klankbordgroep"]
    assert made[1].prepares == made[0]
    assert Deadline.objects.filter(meeting__in=made).count() == 12 * len(K)
    assert all(is_workday(timezone.localtime(meeting.starts_at).date()) for meeting in made)
    assert meeting_years.conflicts(made) == []


def test_planned_twice_with_one_key_is_planned_once() -> None:
    key, by = make.uuid4(), make.secretaris()
    for _ in range(2):
        meeting_years.plan_year(
            key=key, rounds=meeting_years.proposal(2028), starts=time(13), lasts=timedelta(hours=2), location="", by=by
        )
    assert Meeting.objects.count() == 12


@pytest.mark.parametrize("year", [2027, 2028, 2029, 2030])
def test_proposed_days_are_working_days_in_their_order(year: int) -> None:
    for each in meeting_years.proposal(year):
        first, second = each.klankbordgroep
        assert first < second < each.stuurgroep
        assert all(map(is_workday, (first, second, each.stuurgroep)))


def test_round_in_the_wrong_order_or_in_the_past_is_refused() -> None:
    wrong = [
        meeting_years.Round(date(2028, 3, 9), (date(2028, 3, 10), date(2028, 2, 1))),
        meeting_years.Round(date(2020, 3, 9), (date(2020, 1, 9), date(2020, 2, 9))),
    ]
    with pytest.raises(MeetingRefused) as refused:
        meeting_years.plan_year(
            key=make.uuid4(), rounds=wrong, starts=time(13), lasts=timedelta(hours=1), location="", by=make.secretaris()
        )
    assert refused.value.codes == ["wrong-order", "in-the-past"]


def test_deadlines_move_with_the_meeting_and_one_set_by_hand_stays() -> None:
    meeting, by = make.meeting(starts_at=moment(2028, 9, 14)), make.secretaris()
    own = date(2028, 8, 1)
    deadlines.put(meeting=meeting, dates={K.INDIENEN: own}, by=by)
    meeting_years.move(meeting=meeting, starts_at=moment(2028, 9, 28), reason="De zaal was bezet.", by=by)
    dates = dict(Deadline.objects.filter(meeting=meeting).values_list("kind", "date"))
    assert dates[K.INDIENEN] == own
    assert dates[K.STUKKEN] == workdays_before(date(2028, 9, 28), 7)
    deadlines.put(meeting=meeting, dates={K.INDIENEN: None}, by=by)
    assert Deadline.objects.get(meeting=meeting, kind=K.INDIENEN).date == workdays_before(date(2028, 9, 28), 20)


def test_meetings_that_prepare_it_move_along_when_asked_and_end_on_no_holiday() -> None:
    stuurgroep = make.meeting(starts_at=moment(2028, 6, 15))
    prepares = make.meeting(body="klankbordgroep", prepares=stuurgroep, starts_at=moment(2028, 5, 24))
    meeting_years.move(
        meeting=stuurgroep, starts_at=moment(2028, 6, 16), reason="Feestdag ervoor.", by=make.secretaris(), along=True
    )
    moved = timezone.localtime(Meeting.objects.get(pk=prepares.pk).starts_at)
    assert (moved.date(), moved.hour) == (date(2028, 5, 24), 13), "25 mei 2028 is Hemelvaart: the working day before it"


@pytest.mark.parametrize(("day", "hour"), [((2028, 3, 26), 13), ((2028, 10, 29), 13), ((2028, 12, 31), 23)])
def test_time_of_day_stays_over_both_clock_changes_and_the_end_of_the_year(day: tuple[int, int, int], hour: int) -> None:
    meeting = make.meeting(starts_at=moment(2028, 3, 20, hour), ends_at=moment(2028, 3, 20, hour) + timedelta(hours=2))
    moved = meeting_years.move(meeting=meeting, starts_at=moment(*day, hour), reason="Anders.", by=make.secretaris())
    assert timezone.localtime(moved.starts_at).hour == hour
    assert moved.ends_at - moved.starts_at == timedelta(hours=2)  # type: ignore[operator]


def test_what_was_held_or_is_in_the_past_does_not_move() -> None:
    by, held, ahead = make.secretaris(), make.meeting(M.GESLOTEN), make.meeting()
    for meeting, to, code in (
        (held, moment(2030, 1, 7), "held"),
        (ahead, moment(2020, 1, 7), "in-the-past"),
        (ahead, ahead.starts_at, "same-moment"),
    ):
        with pytest.raises(MeetingRefused) as refused:
            meeting_years.move(meeting=meeting, starts_at=to, reason="Anders.", by=by)
        assert refused.value.codes == [code]


def test_conflicts_are_said_in_words() -> None:
    one = make.meeting(starts_at=moment(2028, 12, 25))
    same = make.meeting(body="klankbordgroep", starts_at=moment(2028, 12, 25, 9), prepares=one)
    close = make.meeting(starts_at=moment(2028, 12, 28))
    after = make.meeting(body="klankbordgroep", starts_at=moment(2028, 12, 27), prepares=one)
    said = meeting_years.conflicts([one, same, close, after])
    assert f"{one.title} valt op een dag waarop niet gewerkt wordt." in said
    assert f"{same.title} en {one.title} zijn op dezelfde dag." in said
    assert f"{after.title} komt na de vergadering die zij voorbereidt." in said


def test_members_get_one_invitation_for_every_change_and_a_cancellation() -> None:
    by, member = make.secretaris(), make.member("stuurgroep")
    meeting = make.meeting(starts_at=moment(2028, 9, 14))
    meeting_years.move(meeting=meeting, starts_at=moment(2028, 9, 21), reason="Anders.", by=by)
    meeting_steps.call_off(meeting=meeting, reason="Te weinig punten.", by=by)
    rows = MeetingInvitation.objects.filter(meeting=meeting, user=member.user).order_by("sequence")
    assert list(rows.values_list("sequence", "is_cancelled")) == [(0, False), (1, False), (2, True)]


def test_called_off_meeting_stands_nowhere_as_coming() -> None:
    from portal.overview.queries.overview import coming

    by = make.member()
    meeting = make.meeting(M.VERVALLEN)
    assert meeting not in coming(by.user)


def test_meeting_says_where_it_is_and_whether_it_is_behind_closed_doors() -> None:
    said = [Meeting(location=place, is_confidential=closed).where for place in ("Den Haag", "") for closed in (True, False)]
    assert said == ["Den Haag · vertrouwelijk", "Den Haag", "vertrouwelijk", ""]
