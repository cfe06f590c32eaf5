"""Nobody is asked for what was done: publishing, planning a year, steering that was
given, weighing; nor, before its day, for opening a meeting."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agenda.decisions.enums import DecisionKind
from agenda.lists.domain import coalitions, progress, weighing
from agenda.lists.enums import ActionList, ProgressStatus
from agenda.lists.queries import weighings
from agenda.meetings.domain import meeting_steps, meeting_years, minutes
from agenda.meetings.domain.agenda_items import MeetingRefused
from agenda.meetings.domain.proposals import proposals_for
from agenda.meetings.models import Meeting
from portal.accounts.models import User
from portal.kit import clock
from portal.network.models import Theme
from tests import factories as make

pytestmark = pytest.mark.django_db
M = make.M


def read(by: Any, address: str) -> str:
    client = Client()
    client.force_login(by.user, "portal.accounts.backends.SeatBackend")
    return client.get(address).content.decode()


def test_what_is_public_is_not_asked_for_again() -> None:
    by = make.secretaris()
    wished = make.action()
    taken = make.decide_and_close(
        wished, DecisionKind.OP_DE_ACTIELIJST, trekker=make.seat("stuurgroep", organisation="vng"), accepted=True
    )
    meeting = Meeting.objects.get(pk=taken.taken_at_item.item.meeting_id)
    page = reverse("meetings:decisions", args=[meeting.pk])
    assert "Maak openbaar" in read(by, page)
    minutes.publish(meeting=meeting, lines={taken.pk: ("Het punt", "Aldus besloten.")}, by=by)
    assert minutes.not_yet_public(meeting) == []
    assert "Maak openbaar" not in read(by, page)
    assert "Alles wat openbaar kan zijn, is openbaar." in read(by, page)


def test_nothing_is_published_where_nothing_was_decided() -> None:
    meeting = make.meeting(M.GESLOTEN)
    with pytest.raises(minutes.MinutesRefused) as refused:
        minutes.publish(meeting=meeting, lines={}, by=make.secretaris())
    assert refused.value.codes == ["nothing-open"]
    assert "Maak openbaar" not in read(make.secretaris(), reverse("meetings:decisions", args=[meeting.pk]))


def plan(year: int, key: Any) -> list[Meeting]:
    return meeting_years.plan_year(
        key=key, rounds=meeting_years.proposal(year), starts=time(13), lasts=timedelta(hours=2), location="", by=make.secretaris()
    )


def test_a_year_is_planned_once() -> None:
    year, key, page = clock.today().year + 2, make.uuid4(), f"{reverse('meetings:year')}?jaar="
    assert "Plan dit jaar" in read(make.secretaris(), f"{page}{year}")
    plan(year, key)
    assert "Plan dit jaar" not in read(make.secretaris(), f"{page}{year}")
    assert len(plan(year, key)) == 12, "sent twice"
    with pytest.raises(MeetingRefused) as refused:
        plan(year, make.uuid4())
    assert refused.value.codes == ["year-planned"]
    assert [each.code for each in meeting_years.blockers_for_planning(year=clock.today().year - 1)] == ["year-over"]


def test_a_year_with_one_meeting_is_not_planned_yet() -> None:
    meeting = make.meeting(starts_at=clock.now() + timedelta(days=730))
    assert meeting_years.blockers_for_planning(year=meeting.starts_at.year) == []


def test_steering_that_was_decided_on_is_not_asked_for_again() -> None:
    action = make.action_on(ActionList.ACTIELIJST)
    member = make.member("klankbordgroep")
    coalitions.join(action=action, text="Cijfers", by=member)
    update = progress.report(
        key=make.uuid4(), action=action, status=ProgressStatus.AANDACHT, happened="Het stokt.", steering="Wie betaalt?", by=member
    )
    progress.release(update=update, by=make.secretaris())
    meeting = make.meeting(M.IN_VOORBEREIDING)
    asked = lambda: {name for name, rows in proposals_for(meeting) for row in rows if row.pk == action.pk}  # noqa: E731
    assert asked() == {"Vraagt bijsturing"}
    make.decide(action, DecisionKind.AANHOUDEN)
    assert asked() == {"Vraagt bijsturing"}, "held over is not decided"
    make.decide_and_close(action, DecisionKind.BIJSTUREN)
    assert asked() == set()


@pytest.mark.parametrize(("days", "is_early"), [(18, True), (1, True), (0, False), (-1, False)])
def test_a_meeting_is_opened_on_its_day(days: int, is_early: bool) -> None:
    meeting = make.meeting(M.STUKKEN_VERZONDEN)
    starts_at = clock.now() + timedelta(days=days)
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))
    assert meeting_steps.is_early(meeting=Meeting.objects.get(pk=meeting.pk), to=M.GEOPEND) is is_early
    assert ("Openen doet u op de dag zelf." in read(make.secretaris(), meeting.get_absolute_url())) is is_early


def test_weighing_walks_through_all_that_is_counted() -> None:
    """As many as are counted, of every theme, each once."""
    themes = list(Theme.objects.all()[:3])
    actions = [make.action(theme=theme) for theme in themes for _ in range(2)]
    by = make.member("stuurgroep", "vng")
    user = User.objects.get(pk=by.user.pk)
    (membership,) = {seat.membership_id for seat in user.seats_today}
    counted = len(weighings.queue(membership, user))
    walked, here = [], weighings.queue(membership, user)[2]
    while here:
        walked.append(here.pk)
        weighing.weigh(key=make.uuid4(), action=here, scores={}, argument="Bij ons elke week.", by=by)
        here = weighings.next_in_queue(here, membership, user)
    assert (len(walked), set(walked)) == (counted, {action.pk for action in actions})
