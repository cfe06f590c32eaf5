"""The agenda as it was sent: each version with its items, as they were worded and explained that day."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from agenda.decisions.enums import Visibility
from agenda.meetings.models.items import AgendaItem
from agenda.meetings.models.meeting import Meeting
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit.texts import FreeTexts


class AgendaVersion(Evidence):
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="versions", verbose_name="vergadering")
    number = models.PositiveSmallIntegerField("versie")
    sent_at = models.DateTimeField("verstuurd op")

    class Meta:
        verbose_name = "versie van een agenda"
        verbose_name_plural = "versies van agenda's"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="agenda_version_in_meeting")]
        triggers = append_only()


class SentItem(Evidence):
    """One item of an agenda that was sent.

    `words` holds its texts and its oplegger as JSON, so that they go together when they must.

    What was decided before it names by key, and copies nothing of it.
    """

    TEXTS = ("words",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Zoals het verstuurd is")

    agenda = models.ForeignKey(AgendaVersion, on_delete=models.PROTECT, related_name="items", verbose_name="agenda")
    item_key = models.BigIntegerField("agendapunt")  # the item itself may be taken off the agenda later
    number = models.PositiveSmallIntegerField("nummer")
    visibility = models.CharField("wie het leest", max_length=14)
    words = models.TextField("teksten", null=True)

    class Meta:
        verbose_name = "verstuurd agendapunt"
        verbose_name_plural = "verstuurde agendapunten"
        ordering = ["number"]
        indexes = [models.Index(fields=["item_key"], name="sent_item_key")]
        triggers = append_only(texts=("words",))

    @property
    def is_confidential(self) -> bool:
        return Visibility(self.visibility).is_confidential

    @property
    def said(self) -> dict[str, Any]:
        """The texts by their names; nothing when they were taken away, or are away."""
        said: dict[str, Any] = json.loads(self.words) if self.words and not self.withheld_at else {}
        return said

    @property
    def sheet(self) -> tuple[list[tuple[str, str]], list[tuple[str, int | None]]]:
        """Its oplegger: the lines, and the meetings before with their decisions by key."""
        said = self.said
        return [(label, text) for label, text in said.get("sheet", [])], [(title, pk) for title, pk in said.get("earlier", [])]


class SentAbout(models.Model):
    """Something that a sent item tells of: when a text of that thing is removed, what was sent goes too."""

    sent = models.ForeignKey(SentItem, on_delete=models.PROTECT, related_name="about", verbose_name="verstuurd agendapunt")
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    subject_id = models.BigIntegerField()

    class Meta:
        verbose_name = "onderwerp van een verstuurd agendapunt"
        verbose_name_plural = "onderwerpen van verstuurde agendapunten"
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="sent_about_subject")]
        triggers = append_only()


def sent_of(item: AgendaItem) -> Any:
    """Every time this item was sent, the oldest first."""
    return SentItem.objects.filter(item_key=item.pk).order_by("pk")
