"""Inviting somebody from outside to one item of one meeting."""

from __future__ import annotations

from django.db import transaction

from agenda.meetings.enums import Verb
from agenda.meetings.models import AgendaItem, Guest, Meeting
from portal.accounts.actor import Actor
from portal.accounts.domain import invitations
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused


class GuestRefused(Refused):
    pass


@transaction.atomic
def invite(*, item: AgendaItem, email: str, name: str, by: Actor) -> Guest:
    """Let this person read the item and its papers from when they are sent until the verslag is adopted.

    Invited twice, invited once.
    """
    meeting = Meeting.objects.lock(item.meeting)
    if not meeting.standing.row.takes_papers:
        raise GuestRefused(Blocker("closed", f"Deze vergadering staat nu op “{meeting.get_state_display()}”."))
    user = invitations.invite(email=email, name=name, by=by.user)
    existing: Guest | None = Guest.objects.filter(item=item, user=user).first()
    if existing:
        return existing
    guest: Guest = Guest.objects.write(item=item, user=user, invited_at=clock.now(), by=by)
    record(item, Verb.GUEST_INVITED, by=by, facts=[guest])
    return guest
