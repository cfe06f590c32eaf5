"""Telling the members of a body of its meetings: an invitation for their calendars,
which follows every change, and a mail when an agenda is sent."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.core.mail import EmailAlternative, EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import formats

from agenda.meetings.enums import MeetingState
from agenda.meetings.models import AgendaVersion, Meeting, MeetingInvitation
from agenda.meetings.queries import calendars
from portal.accounts.models import User
from portal.jobs.queue import put_off
from portal.kit import clock
from portal.kit.mail import MailKind, message
from portal.kit.opaque import of
from portal.network.models import Seat
from portal.notify.domain import notifications
from portal.notify.enums import About


def members_of(body: int, *, day: date | None = None) -> list[User]:
    """The persons who sit in this body today, each once; of them those who still do on this day."""
    seats: Any = Seat.objects.valid_on(clock.today()).of_members().filter(membership__body=body)
    if day:
        seats = seats.valid_on(day)
    return list(User.objects.filter(seats__in=seats, is_active=True).distinct().order_by("pk"))


def tell(meeting: Meeting) -> None:
    """Invite the members of the body, or send them what changed. Part of the transaction that calls it.

    A meeting that is entered afterwards is in nobody's calendar, and does not come into one.
    """
    if meeting.starts_at <= clock.now():
        return
    newest = _newest_of(meeting)
    if meeting.state == MeetingState.VERVALLEN:  # whoever has it in the calendar, also who left the body today
        _write(meeting, [row.user for row in newest.values() if not row.is_cancelled], newest, is_cancelled=True)
    else:
        _write(meeting, members_of(meeting.body_id, day=clock.date_of(meeting.starts_at)), newest, is_cancelled=False)


@transaction.atomic
def catch_up(meeting: Meeting) -> int:
    """Invite who came into the body since, and take the meeting from the calendars of who left. How many heard of it.

    Held by the meeting, so that it is told once.
    """
    meeting = Meeting.objects.lock(meeting)
    if not meeting.is_ahead or meeting.starts_at <= clock.now():
        return 0
    newest = _newest_of(meeting)
    members = {user.pk: user for user in members_of(meeting.body_id, day=clock.date_of(meeting.starts_at))}
    invited = {pk for pk, row in newest.items() if not row.is_cancelled}
    came = [user for pk, user in members.items() if pk not in invited]
    left = [newest[pk].user for pk in sorted(invited - set(members))]
    _write(meeting, came, newest, is_cancelled=False)
    _write(meeting, left, newest, is_cancelled=True)
    return len(came) + len(left)


def catch_up_all() -> None:
    """For every meeting that is ahead."""
    for meeting in Meeting.objects.filter(starts_at__gt=clock.now()).order_by("pk"):
        catch_up(meeting)


def _newest_of(meeting: Meeting) -> dict[int, MeetingInvitation]:
    """What was told last to each person."""
    rows = MeetingInvitation.objects.filter(meeting=meeting).select_related("user").order_by("sequence")
    return {row.user_id: row for row in rows}


def _write(meeting: Meeting, users: list[User], newest: dict[int, MeetingInvitation], *, is_cancelled: bool) -> None:
    """A row and a mail for each. The number rises for each person, also where one left and came back."""
    rows = [
        MeetingInvitation(
            meeting=meeting,
            user=user,
            sequence=max(meeting.sequence, newest[user.pk].sequence + 1 if user.pk in newest else 0),
            is_cancelled=is_cancelled,
        )
        for user in users
    ]
    for invitation in MeetingInvitation.objects.bulk_create(rows):
        put_off("meetings.invite", invitation=invitation.pk)


def send(*, pk: int) -> None:
    """Send one invitation unless it was sent. A newer one for the same calendar makes this one needless.

    Raises when the mail server fails.
    """
    with transaction.atomic():
        row = (
            MeetingInvitation.objects.select_for_update(no_key=True, of=("self",))
            .select_related("meeting__body", "user")
            .get(pk=pk)
        )
        newer = MeetingInvitation.objects.filter(meeting=row.meeting_id, user=row.user_id, sequence__gt=row.sequence)
        if row.sent_at is not None or newer.exists():
            return
        message_for(row).send()
        MeetingInvitation.objects.filter(pk=pk).update(sent_at=clock.now())


def message_for(row: MeetingInvitation) -> EmailMultiAlternatives:
    """The mail: words for who reads it, and the same as a calendar with its method, which is what a calendar acts on."""
    meeting, method = row.meeting, "CANCEL" if row.is_cancelled else "REQUEST"
    content = calendars.invitation(meeting, to=row.user.email, is_cancelled=row.is_cancelled, sequence=row.sequence)
    name = calendars.NAMELESS if meeting.is_confidential else meeting.title
    happened = _happened(row)
    context = {
        "name": row.user.name,
        "meeting": meeting,
        "title": name,
        "happened": SENTENCES[happened],
        "link": "" if meeting.is_confidential else settings.WAGTAILADMIN_BASE_URL + meeting.get_absolute_url(),
    }
    mail = message(
        f"{happened}: {name}, {_day_of(meeting)}",
        render_to_string("meetings/invitation.txt", context),
        kind=MailKind.MEETINGS,
        to=[row.user.email],
        key=f"vergadering-{of(meeting)}-{of(row.user)}-{row.sequence}",
        thread=f"vergadering-{of(meeting)}",
    )
    mail.alternatives.append(EmailAlternative(content.decode(), f"text/calendar; method={method}"))
    return mail


def _day_of(meeting: Meeting) -> str:
    return formats.date_format(clock.date_of(meeting.starts_at), "D j F").lower()


def _happened(row: MeetingInvitation) -> str:
    if row.is_cancelled:
        return "Vervalt" if row.meeting.state == MeetingState.VERVALLEN else "Uit uw agenda"
    before = MeetingInvitation.objects.filter(meeting=row.meeting_id, user=row.user_id, sequence__lt=row.sequence)
    last = before.order_by("-sequence").first()
    return "Gewijzigd" if last and not last.is_cancelled else "Uitnodiging"


SENTENCES = {
    "Vervalt": "Deze vergadering gaat niet door:",
    "Uit uw agenda": "U zit niet meer in dit gremium. Deze vergadering gaat uit uw agenda:",
    "Gewijzigd": "Deze vergadering is gewijzigd:",
    "Uitnodiging": "U bent uitgenodigd voor deze vergadering:",
}


def tell_of_agenda(version: int) -> None:
    """Mail the members that there is an agenda, or another version of it: a link and no content."""
    sent = AgendaVersion.objects.select_related("meeting").get(pk=version)
    about = About.AGENDA if sent.number == 1 else About.AGENDA_GEWIJZIGD
    users = members_of(sent.meeting.body_id)
    notifications.tell(users=users, occasion=f"agenda:{version}", path=sent.meeting.get_absolute_url(), about=about)
