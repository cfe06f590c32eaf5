"""Meetings as calendars read them: RFC 5545, with times in Europe/Amsterdam.

A confidential meeting says that there is one, not what it is.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from agenda.meetings.enums import MeetingState
from agenda.meetings.models import Meeting
from portal.kit import clock

ZONE = "Europe/Amsterdam"
NAMELESS = "Vergadering (vertrouwelijk)"
# As the law says it, in two rules. Written out as sixty days without a rule it is a form that shifts Outlook by an hour.
AMSTERDAM = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def calendar_of(meetings: list[Meeting], *, method: str = "PUBLISH") -> bytes:
    """These meetings as one calendar."""
    made = _calendar(method)
    for meeting in meetings:
        made.add_component(event_of(meeting))
    return bytes(made.to_ical())


def invitation(meeting: Meeting, *, to: str, is_cancelled: bool, sequence: int) -> bytes:
    """One meeting as a request to somebody's calendar, or its cancellation. Outlook files it by UID and SEQUENCE."""
    from icalendar import vCalAddress, vText  # when it is used: it would slow every start

    made = _calendar("CANCEL" if is_cancelled else "REQUEST")
    event = event_of(meeting, sequence=sequence, is_cancelled=is_cancelled)
    organizer = vCalAddress(f"mailto:{settings.DEFAULT_FROM_EMAIL}")
    organizer.params["CN"] = vText(str(meeting.body))
    attendee = vCalAddress(f"mailto:{to}")
    attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
    attendee.params["RSVP"] = vText("FALSE")  # who cannot come tells the secretaris: nothing here reads an answer
    event["ORGANIZER"] = organizer
    event.add("attendee", attendee, encode=0)
    made.add_component(event)
    return bytes(made.to_ical())


def _calendar(method: str) -> Any:
    from icalendar import Calendar, Timezone

    made = Calendar()
    made.add("prodid", "-//Portaal Zorg en Veiligheid//NL")
    made.add("version", "2.0")
    made.add("method", method)
    made.add("x-wr-calname", "Zorg en Veiligheid")
    made.add_component(Timezone.from_ical(AMSTERDAM))
    return made


def event_of(meeting: Meeting, *, sequence: int | None = None, is_cancelled: bool | None = None) -> Any:
    from icalendar import Event

    cancelled = meeting.state == MeetingState.VERVALLEN if is_cancelled is None else is_cancelled
    event = Event()
    event.add("uid", f"vergadering-{meeting.key}@portaal")
    event.add("sequence", meeting.sequence if sequence is None else sequence)
    event.add("dtstamp", clock.now().astimezone(timezone.get_fixed_timezone(0)))
    event.add("dtstart", _local(meeting.starts_at))
    event.add("dtend", _local(meeting.ends_at or meeting.starts_at + timedelta(hours=2)))
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    if meeting.is_confidential:
        event.add("summary", NAMELESS)
        event.add("class", "CONFIDENTIAL")
        return event
    event.add("summary", meeting.title)
    event.add("url", settings.WAGTAILADMIN_BASE_URL + meeting.get_absolute_url())
    if meeting.location:
        event.add("location", meeting.location)
    return event


def _local(moment: Any) -> Any:
    return moment.astimezone(timezone.get_default_timezone())
