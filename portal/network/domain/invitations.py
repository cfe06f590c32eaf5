"""Invitations, by who looks after them: sent again, and withdrawn."""

from __future__ import annotations

from django.db import transaction

from portal.accounts.actor import Actor
from portal.accounts.domain import invitations
from portal.accounts.models import Invitation, User
from portal.history.domain.recording import record
from portal.network.enums import Verb


@transaction.atomic
def send(*, user: User, by: Actor) -> Invitation:
    """A fresh invitation for somebody who is not in yet; one sent before works no more."""
    fresh = invitations.send(user=user, by=by.user)
    record(fresh, Verb.INVITED_AGAIN, by=by)
    return fresh


@transaction.atomic
def withdraw(*, invitation: Invitation, by: Actor) -> None:
    """The link works no more, and a mail that still waits is not sent. A seat stays: that is ended elsewhere."""
    invitations.withdraw(invitation=invitation)
    record(invitation, Verb.INVITATION_WITHDRAWN, by=by)
