"""Meetings in people's own calendars: a feed for each person, and invitations by mail."""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from django.db import models

from agenda.meetings.models.meeting import Meeting


class CalendarFeed(models.Model):
    """An address at which somebody's calendar reads the meetings. Only a digest of its token is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feeds", verbose_name="persoon"
    )
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField("gemaakt op")
    revoked_at = models.DateTimeField("ingetrokken op", null=True)

    class Meta:
        verbose_name = "agenda-abonnement"
        verbose_name_plural = "agenda-abonnementen"
        ordering = ["-pk"]

    @staticmethod
    def new_token() -> str:
        return secrets.token_urlsafe(32)

    @staticmethod
    def digest(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()


class MeetingInvitation(models.Model):
    """A mail with the meeting for somebody's calendar: one for each change, so that a calendar follows it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="invitations", verbose_name="vergadering")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="persoon")
    sequence = models.PositiveIntegerField("volgnummer")
    is_cancelled = models.BooleanField("afgezegd", default=False)
    sent_at = models.DateTimeField("verstuurd op", null=True)

    class Meta:
        verbose_name = "uitnodiging voor een vergadering"
        verbose_name_plural = "uitnodigingen voor vergaderingen"
        constraints = [models.UniqueConstraint(fields=["meeting", "user", "sequence"], name="invitation_once_a_change")]


class AgendaSet(models.Model):
    """The agenda with its opleggers as one PDF, made in the background for one reader's rights."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="sets", verbose_name="vergadering")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="persoon")
    digest = models.CharField(max_length=64)  # of everything in it: other words or other rights make another set
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(null=True)
    done = models.PositiveSmallIntegerField(default=0)  # items typeset so far
    total = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=300, blank=True)
    content = models.BinaryField(null=True)

    class Meta:
        verbose_name = "vergaderset"
        verbose_name_plural = "vergadersets"
        constraints = [models.UniqueConstraint(fields=["meeting", "user"], name="one_set_a_reader")]
