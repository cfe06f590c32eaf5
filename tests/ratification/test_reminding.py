"""Who is silent is asked again, further and further apart, and never by two mails on one day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.ratification.domain import reminders, rounds
from agenda.ratification.models import Round
from portal.kit import clock
from portal.notify.models import Notification
from tests import factories as make
from tests.ratification.test_routes import say

pytestmark = pytest.mark.django_db


def mails_by_day(days: int) -> list[int]:
    """On which days of the next ones the job mails anybody."""
    start, found = clock.now(), []
    for day in range(1, days + 1):
        before = Notification.objects.count()
        with clock.at(start + timedelta(days=day)):
            reminders.remind()
            reminders.remind()
        if Notification.objects.count() > before:
            assert Notification.objects.count() == before + 1
            found.append(day)
    return found


def test_silent_house_hears_again_further_and_further_apart_and_just_before_the_end() -> None:
    make.manager()
    make.asked_agreement(days=30)
    assert mails_by_day(40) == [5, 10, 20, 28]


def test_who_answered_hears_nothing_more() -> None:
    manager = make.manager()
    made = make.asked_agreement()
    say(made, manager)
    assert mails_by_day(35) == []


def test_ended_round_is_silent_and_an_extended_one_has_another_last_call() -> None:
    make.manager()
    made = make.asked_agreement(days=8)
    assert mails_by_day(6) == [5, 6]
    rounds.extend(agreement=made, closes_date=clock.today() + timedelta(days=20), reason="Te kort.", by=make.board())
    assert mails_by_day(19)[-1] == 18
    make.all_agree(made)
    rounds.end_early(agreement=made, by=make.board())
    assert Round.objects.get(agreement=made).ended
    assert mails_by_day(10) == []
