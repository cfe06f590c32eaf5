"""The knelpunten that stand on an agenda for the Stuurgroep to take note of."""

from __future__ import annotations

from django.db import models

from agenda.meetings.models.meeting import Meeting
from knelpunten.models import Knelpunt
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit.texts import FreeTexts


class NotedKnelpunt(Evidence):
    """A knelpunt that ended elsewhere or was not taken up stands on the list ter kennisname of this meeting.

    Written when the agenda is sent.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="noted")
    knelpunt = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField()  # the end it is about: after another end it is noted again

    class Meta:
        verbose_name = "knelpunt ter kennisname"
        verbose_name_plural = "knelpunten ter kennisname"
        constraints = [models.UniqueConstraint(fields=["meeting", "knelpunt"], name="knelpunt_is_noted_once_a_meeting")]
        triggers = append_only()


class DiscussionRequest(Evidence):
    """A member of the Stuurgroep asks to discuss a knelpunt that stands ter kennisname."""

    TEXTS = ("reason",)
    FREE_TEXTS = FreeTexts(
        columns=("reason",), label="Verzoek om bespreking van {row.by_label}", of="meeting", seen_with="knelpunt"
    )

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="discussion_requests")
    knelpunt = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField("waarom", null=True)
    asked_at = models.DateTimeField()

    class Meta:
        verbose_name = "verzoek om bespreking"
        verbose_name_plural = "verzoeken om bespreking"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "knelpunt", "by_seat"], name="member_asks_once")]
        triggers = append_only(texts=("reason",))
