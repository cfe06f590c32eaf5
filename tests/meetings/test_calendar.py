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
    (zone,) = Calendar.from_ical(content).walk("VTIMEZONE")
    assert [(part.name, part["RRULE"].to_ical()) for part in zone.subcomponents] == [  # type: ignore[union-attr]
        ("DAYLIGHT", b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
        ("STANDARD", b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
    ]
    assert b"RDATE" not in content


@pytest.mark.parametrize("year", range(1997, 2100))
def test_the_two_rules_say_what_the_zone_does(year: int) -> None:
    """Every change of the clock, told by the rules that go out and by the zone that counts here."""
    zone = Calendar.from_ical(calendars.calendar_of([])).walk("VTIMEZONE")[0].to_tz()  # type: ignore[union-attr]
    for month, day in ((3, 24), (3, 25), (3, 31), (10, 24), (10, 25), (10, 31), (1, 1), (7, 1)):
        for hour in (1, 4):
            moment = datetime(year, month, day, hour)
            ours = timezone.make_aware(moment)
            assert moment.replace(tzinfo=zone).utcoffset() == ours.utcoffset(), moment


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


def test_a_mail_says_where_and_what_and_asks_for_no_answer() -> None:
    member = make.member()
    meeting = make.meeting(title="De winter", location="Utrecht", starts_at=clock.now() + timedelta(days=30))
    ((subject, calendar),) = deliver(member.user)
    (message,) = mail.outbox
    assert subject.startswith("Uitnodiging: De winter, ")
    assert "Utrecht" in message.body and meeting.get_absolute_url() in message.body and str(meeting.body) in message.body
    assert message.message().get_content_type() == "multipart/alternative", "one says the same as the other"
    assert calendar.walk("VEVENT")[0]["ATTENDEE"].params["RSVP"] == "FALSE"
    hidden = make.meeting(title="Opvolging", location="Geheime plek", is_confidential=True)
    deliver(member.user)
    said = mail.outbox[0].message().as_string()
    assert "Opvolging" not in said and "Geheime" not in said and hidden.get_absolute_url() not in said


def test_who_joins_or_leaves_a_body_has_what_lies_ahead_in_the_calendar() -> None:
    meeting = make.meeting(starts_at=clock.now() + timedelta(days=30))
    over = make.meeting(make.M.GESLOTEN)
    invitations.catch_up_all()
    newcomer = make.member("stuurgroep", "om")
    assert deliver(newcomer.user) == []
    invitations.catch_up_all()
    invitations.catch_up_all()
    assert [subject.split(":")[0] for subject, _ in deliver(newcomer.user)] == ["Uitnodiging"]
    Seat.objects.filter(pk=newcomer.seat_id).update(until_date=clock.today() + timedelta(days=10))
    invitations.catch_up_all()
    ((subject, gone),) = deliver(newcomer.user)
    assert (subject.split(":")[0], str(gone["METHOD"])) == ("Uit uw agenda", "CANCEL")
    assert "U zit niet meer in dit gremium" in mail.outbox[0].body
    meeting_years.move(meeting=meeting, starts_at=clock.now() + timedelta(days=5), reason="Anders.", by=make.secretaris())
    ((subject, back),) = deliver(newcomer.user)
    assert (subject.split(":")[0], int(back.walk("VEVENT")[0]["SEQUENCE"])) == ("Uitnodiging", 2), "before the last day again"
    assert not MeetingInvitation.objects.filter(meeting=over, user=newcomer.user).exists()


def test_a_meeting_that_is_called_off_leaves_the_calendar_of_who_left_today() -> None:
    leaver = make.member()
    meeting = make.meeting(starts_at=clock.now() + timedelta(days=30))
    deliver(leaver.user)
    Seat.objects.filter(pk=leaver.seat_id).update(until_date=clock.today() - timedelta(days=1))
    meeting_steps.call_off(meeting=meeting, reason="Te weinig punten.", by=make.secretaris())
    assert [str(each["METHOD"]) for _, each in deliver(leaver.user)] == ["CANCEL"]


def test_a_meeting_that_is_entered_afterwards_is_in_nobodys_calendar() -> None:
    make.member()
    meeting = make.meeting(starts_at=clock.now() - timedelta(days=3))
    assert not MeetingInvitation.objects.filter(meeting=meeting).exists()


def test_own_page_shows_the_address_once() -> None:
    client = client_of(make.member())
    page = client.post("/vergaderingen/agenda-abonnement/").content.decode()
    assert ".ics</code>" in page
    assert ".ics</code>" not in client.get("/vergaderingen/agenda-abonnement/").content.decode()
