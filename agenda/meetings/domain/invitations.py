"""Telling the members of a body of its meetings: an invitation for their calendars,
which follows every change, and a mail when an agenda is sent."""

from __future__ import annotations

from email.mime.text import MIMEText
from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from agenda.meetings.enums import MeetingState
from agenda.meetings.models import AgendaVersion, Meeting, MeetingInvitation
from agenda.meetings.queries import calendars
from portal.accounts.models import User
from portal.jobs.queue import put_off
from portal.kit import clock
from portal.kit.opaque import of
from portal.network.models import Seat
from portal.notify.domain import notifications
from portal.notify.enums import About


def members_of(body: int) -> list[User]:
    """The persons who sit in this body today, each once."""
    seats: Any = Seat.objects.valid_on(clock.today()).of_members().filter(membership__body=body)
    return list(User.objects.filter(seats__in=seats, is_active=True).distinct().order_by("pk"))


def tell(meeting: Meeting) -> None:
    """Invite the members of the body, or send them what changed. Part of the transaction that calls it."""
    cancelled = meeting.state == MeetingState.VERVALLEN
    rows = [
        MeetingInvitation(meeting=meeting, user=user, sequence=meeting.sequence, is_cancelled=cancelled)
        for user in members_of(meeting.body_id)
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


def message_for(row: MeetingInvitation) -> EmailMessage:
    """The mail: words for who reads it, and a calendar part with its method, which is what a calendar acts on."""
    meeting, method = row.meeting, "CANCEL" if row.is_cancelled else "REQUEST"
    content = calendars.invitation(meeting, to=row.user.email, is_cancelled=row.is_cancelled, sequence=row.sequence)
    what = "Vervalt" if row.is_cancelled else "Gewijzigd" if row.sequence else "Uitnodiging"
    name = calendars.NAMELESS if meeting.is_confidential else meeting.title
    text = render_to_string("meetings/invitation.txt", {"name": row.user.name, "meeting": meeting, "title": name, "row": row})
    headers = {"Message-ID": f"<vergadering-{of(meeting)}-{of(row.user)}-{row.sequence}@portaal>"}
    message = EmailMessage(f"{what}: {name}", text, to=[row.user.email], headers=headers)
    part = MIMEText(content.decode(), "calendar", "utf-8")
    part.set_param("method", method)
    part.add_header("Content-Disposition", "inline", filename="uitnodiging.ics")
    message.attach(part)
    return message


def tell_of_agenda(version: int) -> None:
    """Mail the members that there is an agenda, or another version of it: a link and no content."""
    sent = AgendaVersion.objects.select_related("meeting").get(pk=version)
    about = About.AGENDA if sent.number == 1 else About.AGENDA_GEWIJZIGD
    users = members_of(sent.meeting.body_id)
    notifications.tell(users=users, occasion=f"agenda:{version}", path=sent.meeting.get_absolute_url(), about=about)
