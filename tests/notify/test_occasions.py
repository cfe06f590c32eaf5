"""What a mail says: one text for each occasion, chosen where it happens."""

from __future__ import annotations

import inspect

import pytest

from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.notify.models import Notification
from tests import factories as make
from tests.privacy.taking import reviewer


def test_nobody_is_told_without_saying_of_what() -> None:
    assert inspect.signature(notifications.tell).parameters["about"].default is inspect.Parameter.empty
    assert not Notification._meta.get_field("about").has_default()


def test_every_occasion_has_a_subject_and_a_sentence_of_its_own() -> None:
    assert len({about.label for about in About}) == len(About)
    assert len({about.sentence for about in About}) == len(About)


@pytest.mark.django_db
def test_a_reviewer_is_not_told_of_a_knelpunt_of_the_own_house() -> None:
    employee, judge = make.employee(), reviewer()
    make.knelpunt(make.S.PRIVACYTOETS)
    told = {(each.user, each.about) for each in Notification.objects.all()}
    assert (judge.user, About.PERSOONSGEGEVENS) in told and (judge.user, About.KNELPUNT) not in told
    assert (employee.user, About.KNELPUNT) not in told, "a house is not mailed about what it did itself"
