"""Meetings in people's own calendars: what a program reads, what Outlook acts on, and what stays unsaid."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from agenda.meetings.domain import calendar_feed, invitations, meeting_steps, meeting_years
from agenda.meetings.models import CalendarFeed, MeetingInvitation
from agenda.meetings.queries import calendars
from portal.accounts.models import User
from portal.kit import clock
from portal.network.models import Seat
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db


def events(content: bytes) -> list[object]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_feed_holds_the_meetings_of_ones_own_bodies_and_of_no_other() -> None:
    by = make.member("klankbordgroep")
    make.meeting(body="klankbordgroep", title="Van ons")
    make.meeting(title="Van de Stuurgroep")
    token = calendar_feed.make(by=by)
    answer = Client().get(f"/agenda/{token}.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    assert [str(event["SUMMARY"]) for event in events(answer.content)] == ["Van ons"]  # type: ignore[index]


def test_confidential_meeting_says_only_that_it_is() -> None:
    by = make.member()
    make.meeting(title="Opvolging van de voorzitter", location="Geheime plek", is_confidential=True)
    content = Client().get(f"/agenda/{calendar_feed.make(by=by)}.ics").content.decode()
    assert "vertrouwelijk" in content
    assert "Opvolging" not in content and "Geheime" not in content and "/vergaderingen/" not in content


def test_token_is_kept_as_a_digest_works_until_revoked_and_a_new_one_ends_the_old() -> None:
    by = make.member()
    first = calendar_feed.make(by=by)
    assert not CalendarFeed.objects.filter(token_digest=first).exists()
    second = calendar_feed.make(by=by)
    assert Client().get(f"/agenda/{first}.ics").status_code == 404
    assert Client().get(f"/agenda/{second}.ics").status_code == 200
    calendar_feed.revoke(by=by)
    assert Client().get(f"/agenda/{second}.ics").status_code == 404


def test_seat_that_ended_empties_the_feed_at_once() -> None:
    by = make.member()
    make.meeting(title="Van ons")
    token = calendar_feed.make(by=by)
    Seat.objects.filter(pk=by.seat_id).update(until_date=clock.today() - timedelta(days=1))
    assert events(Client().get(f"/agenda/{token}.ics").content) == []
    User.objects.filter(pk=by.user.pk).update(is_active=False)  # type: ignore[union-attr]
    assert Client().get(f"/agenda/{token}.ics").status_code == 404


@pytest.mark.parametrize(
    ("day", "offset"),
    [((2028, 3, 24), "+01:00"), ((2028, 3, 27), "+02:00"), ((2028, 10, 27), "+02:00"), ((2028, 10, 30), "+01:00")],
)
def test_times_are_those_of_amsterdam_on_both_sides_of_a_clock_change(day: tuple[int, int, int], offset: str) -> None:
    meeting = make.meeting(starts_at=timezone.make_aware(datetime(*day, 13)))
    content = calendars.calendar_of([meeting])
    (event,) = events(content)
    start = event["DTSTART"]  # type: ignore[index]
    assert start.params["TZID"] == "Europe/Amsterdam"
    assert start.dt.isoformat().endswith(f"13:00:00{offset}")
    assert b"BEGIN:VTIMEZONE" in content


def deliver(user: User | None) -> list[tuple[str, Calendar]]:
    """Send what waits for this person; the subject and the calendar of each mail that went."""
    mail.outbox.clear()
    for row in MeetingInvitation.objects.filter(user=user, sent_at__isnull=True).order_by("pk"):
        invitations.send(pk=row.pk)
    found = []
    for message in mail.outbox:
        (part,) = [part for part in message.message().walk() if part.get_content_type() == "text/calendar"]
        found.append((message.subject, Calendar.from_ical(part.get_payload(decode=True))))
        assert part.get_param("method") == str(found[-1][1]["METHOD"]), "Outlook reads the method of the part"
    return found


def test_invitation_carries_method_sequence_and_one_uid_through_every_change() -> None:
    by, member = make.secretaris(), make.member()
    meeting = make.meeting(starts_at=clock.now() + timedelta(days=30))
    ((first, invited),) = deliver(member.user)
    meeting_years.move(meeting=meeting, starts_at=clock.now() + timedelta(days=37), reason="Anders.", by=by)
    ((second, changed),) = deliver(member.user)
    meeting_steps.call_off(meeting=meeting, reason="Te weinig punten.", by=by)
    ((third, cancelled),) = deliver(member.user)
    assert [first.split(":")[0], second.split(":")[0], third.split(":")[0]] == ["Uitnodiging", "Gewijzigd", "Vervalt"]
    said = [
        (str(each["METHOD"]), int(each.walk("VEVENT")[0]["SEQUENCE"]), str(each.walk("VEVENT")[0]["STATUS"]))
        for each in (invited, changed, cancelled)
    ]
    assert said == [("REQUEST", 0, "CONFIRMED"), ("REQUEST", 1, "CONFIRMED"), ("CANCEL", 2, "CANCELLED")]
    assert len({str(each.walk("VEVENT")[0]["UID"]) for each in (invited, changed, cancelled)}) == 1


def test_invitation_that_a_newer_one_overtook_is_not_sent() -> None:
    by, member = make.secretaris(), make.member()
    meeting = make.meeting(starts_at=clock.now() + timedelta(days=30))
    meeting_years.move(meeting=meeting, starts_at=clock.now() + timedelta(days=37), reason="Anders.", by=by)
    assert [subject.split(":")[0] for subject, _ in deliver(member.user)] == ["Gewijzigd"]
    assert deliver(member.user) == [], "nothing is sent twice"


def test_own_page_shows_the_address_once() -> None:
    client = client_of(make.member())
    page = client.post("/vergaderingen/agenda-abonnement/").content.decode()
    assert ".ics</code>" in page
    assert ".ics</code>" not in client.get("/vergaderingen/agenda-abonnement/").content.decode()
