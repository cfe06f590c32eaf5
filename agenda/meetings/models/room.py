"""What is kept while a body meets: who is there, and what the secretaris writes down."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from agenda.meetings.enums import Permission, Presence
from agenda.meetings.models.items import AgendaItem
from agenda.meetings.models.meeting import Meeting
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.models import Body, Membership


class Attendance(models.Model):
    """Whether an organisation is there, and who speaks for it when that is somebody else."""

    FREE_TEXTS = FreeTexts(columns=("replaced_by",), label="Wie een ander verving", of="meeting")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances", verbose_name="vergadering")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", verbose_name="organisatie")
    presence = CodeField("aanwezigheid", max_length=10, choices=Presence)
    replaced_by = models.CharField("door wie vervangen", max_length=120, blank=True)

    class Meta:
        verbose_name = "presentie"
        verbose_name_plural = "presentie"
        constraints = [models.UniqueConstraint(fields=["meeting", "membership"], name="attendance_once_a_meeting")]


class BodyRules(models.Model):
    """What a body agreed about its own meetings. Without these there is no quorum and nothing is decided in writing."""

    body = models.OneToOneField(Body, on_delete=models.PROTECT, related_name="own_rules", verbose_name="gremium")
    quorum = models.PositiveSmallIntegerField("zoveel organisaties moeten er zijn", null=True, blank=True)
    allows_written = models.BooleanField("besluit ook schriftelijk", default=False)
    source = models.CharField("waar dat staat", max_length=140, blank=True)

    class Meta:
        verbose_name = "eigen regels van een gremium"
        verbose_name_plural = "eigen regels van gremia"


class ItemNotes(models.Model):
    """What the secretaris writes at an item while it is spoken about.

    Kept as it is typed; whoever was later sees the other's text first.
    """

    FREE_TEXTS = FreeTexts(
        columns=("text",), label="Aantekeningen in de vergadering", of="item", readers=Permission.TAKE_DECISION
    )

    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="notes", verbose_name="agendapunt")
    text = models.TextField("aantekeningen", max_length=8000, blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField("bewaard op", null=True)
    saved_by = models.CharField("door", max_length=200, blank=True)

    class Meta:
        verbose_name = "aantekeningen"
        verbose_name_plural = "aantekeningen"


class OwnNoteQuerySet(models.QuerySet["OwnNote"]):
    def visible_to(self, user: Any) -> OwnNoteQuerySet:
        """Who wrote it, and where it is shared the own organisation."""
        if not user.is_authenticated:
            return self.none()
        organisations = {seat.membership.organisation_id for seat in user.seats_today} - {None}
        return self.filter(Q(user=user) | Q(organisation__in=organisations))


class OwnNote(models.Model):
    """What somebody notes or marks at an item, for oneself or for one's own organisation."""

    FREE_TEXTS = FreeTexts(
        columns=("text",),
        label="Gedeelde notitie",
        of="item",
        few=True,
        only={"organisation__isnull": False},
    )

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="own_notes", verbose_name="agendapunt")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="persoon")
    organisation = models.ForeignKey(
        "network.Organisation", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="gedeeld met"
    )
    text = models.TextField("notitie", max_length=4000, blank=True)
    is_marked = models.BooleanField("gemarkeerd", default=False)
    saved_at = models.DateTimeField("bewaard op")

    objects = OwnNoteQuerySet.as_manager()

    class Meta:
        verbose_name = "eigen notitie"
        verbose_name_plural = "eigen notities"
        constraints = [models.UniqueConstraint(fields=["item", "user"], name="own_note_once_an_item")]


class Guest(Evidence):
    """Somebody from outside is invited to one item of one meeting, from when it is sent until the verslag is adopted."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="guests", verbose_name="agendapunt")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="guest_of", verbose_name="persoon")
    invited_at = models.DateTimeField("uitgenodigd op")

    class Meta:
        verbose_name = "gast"
        verbose_name_plural = "gasten"
        constraints = [models.UniqueConstraint(fields=["item", "user"], name="guest_once_an_item")]
        triggers = append_only()
