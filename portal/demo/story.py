"""The demo story: two years, told through the same verbs the people of the network use, on a clock of its own."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from agenda.meetings.models import MeetingInvitation
from portal.demo import agreeing, handing_in, meeting, planning, preparing, protecting, working_on
from portal.demo.calendar import day, play
from portal.demo.kader import publish_kader
from portal.demo.people import propose_seat, seat_everybody
from portal.notify.models import Notification

MAIL_WAITS = 7  # days: what was told earlier reached people at the time


@transaction.atomic
def tell() -> None:
    """The whole story, once, into a database that holds the reference data."""
    seat_everybody()
    propose_seat()
    publish_kader()
    play(
        [
            *handing_in.scenes(),
            *working_on.scenes(),
            *meeting.scenes(),
            *preparing.scenes(),
            *agreeing.scenes(),
            *planning.scenes(),
            *protecting.scenes(),
        ]
    )
    MeetingInvitation.objects.filter(meeting__starts_at__lt=timezone.make_aware(day(0))).update(
        sent_at=timezone.make_aware(day(-MAIL_WAITS))
    )
    Notification.objects.filter(made_at__lt=timezone.make_aware(day(-MAIL_WAITS))).update(sent_at=F("made_at"), attempts=1)
