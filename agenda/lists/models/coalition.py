"""The coalition of an action: who contributes what, who is still looked for, where it is tried, and what it says among itself."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from agenda.lists.enums import Permission
from agenda.lists.models.action import Action
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit.texts import FreeTexts
from portal.network.models import House, Membership, Seat


class Contribution(models.Model):
    """An organisation takes part in the coalition of an action, with what it contributes."""

    FREE_TEXTS = FreeTexts(columns=("text", "freed", "left_reason"), label="Bijdrage van {row.membership.member}", of="action")

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="contributions")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="contributions")
    text = models.TextField("bijdrage", max_length=1000)
    freed = models.CharField("wie daarvoor vrijgemaakt wordt", max_length=200, blank=True)
    contact = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="contactpersoon")
    version = models.PositiveIntegerField(default=1)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    left_reason = models.TextField("reden van vertrek", max_length=1000, blank=True)

    class Meta:
        verbose_name = "bijdrage"
        verbose_name_plural = "bijdragen"
        ordering = ["joined_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "membership"], condition=Q(left_at__isnull=True), name="organisation_contributes_once"
            )
        ]


class CoalitionCall(Evidence):
    """Who the coalition still looks for, until a day. The newest counts; one without a text closes the call."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Oproep van {row.by_label}", of="action")

    key = models.UUIDField(unique=True, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="calls")
    text = models.TextField("wie we zoeken", null=True)
    closes_date = models.DateField("tot wanneer")
    called_at = models.DateTimeField()

    class Meta:
        verbose_name = "oproep"
        verbose_name_plural = "oproepen"
        ordering = ["pk"]
        triggers = append_only(texts=("text",))


class Pilot(models.Model):
    """A house offers itself as pilotregio of an action."""

    FREE_TEXTS = FreeTexts(columns=("text", "ended_reason"), label="Pilotregio {row.house}", of="action")

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="pilots")
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="pilots", verbose_name="Zorg- en Veiligheidshuis")
    text = models.TextField("wat het huis wil beproeven", max_length=1000)
    offered_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.TextField("waarom het stopt", max_length=1000, blank=True)

    class Meta:
        verbose_name = "pilotregio"
        verbose_name_plural = "pilotregio's"
        ordering = ["offered_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["action", "house"], condition=Q(ended_at__isnull=True), name="house_pilots_once")
        ]


class Comment(Evidence):
    """What somebody of the coalition says to the others."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Overleg: bericht van {row.by_label}", of="action", readers=Permission.CONFER)

    key = models.UUIDField(unique=True, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="comments")
    text = models.TextField("bericht", null=True)
    said_at = models.DateTimeField()

    class Meta:
        verbose_name = "bericht in de coalitie"
        verbose_name_plural = "berichten in de coalitie"
        ordering = ["pk"]
        triggers = append_only(texts=("text",))
