"""The agenda as it was sent: each version with its items, as they were worded and explained that day."""

from __future__ import annotations

import json
from typing import Any

from django.db import models

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
    """One item of an agenda that was sent. `words` holds its texts and its oplegger as JSON, so that they go together when they must."""

    TEXTS = ("words",)
    FREE_TEXTS = FreeTexts(columns=("words",), label="Zoals het verstuurd is")

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
    def said(self) -> dict[str, Any]:
        """The texts by their names; nothing when they were taken away, or are away."""
        said: dict[str, Any] = json.loads(self.words) if self.words and not self.withheld_at else {}
        return said


def sent_of(item: AgendaItem) -> Any:
    """Every time this item was sent, the oldest first."""
    return SentItem.objects.filter(item_key=item.pk).order_by("pk")
