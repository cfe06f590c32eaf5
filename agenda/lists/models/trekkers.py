"""Who pulls an action: asked, offered, accepted, named by a decision."""

from __future__ import annotations

from django.db import models

from agenda.decisions.models import Decision
from agenda.lists.models.action import Action
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit.texts import FreeTexts
from portal.network.models import Seat


class TrekkerOffer(Evidence):
    """A member of the Stuurgroep offers to pull an action; the Stuurgroep decides."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="offers")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()

    class Meta:
        verbose_name = "aanbod om te trekken"
        verbose_name_plural = "aanbiedingen om te trekken"
        constraints = [models.UniqueConstraint(fields=["action", "seat"], name="trekker_offers_once")]
        triggers = append_only()


class TrekkerAssignment(Evidence):
    """A decision named the bestuurlijk trekker, who accepted."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="assignments")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField()

    class Meta:
        verbose_name = "aanwijzing van de trekker"
        verbose_name_plural = "aanwijzingen van de trekker"
        triggers = append_only()


class TrekkerRequest(Evidence):
    """Somebody proposes a member of the Stuurgroep as trekker, who is asked."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="trekker_requests")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="trekker_requests")
    asked_at = models.DateTimeField()

    class Meta:
        verbose_name = "vraag om te trekken"
        verbose_name_plural = "vragen om te trekken"
        ordering = ["pk"]
        triggers = append_only()


class TrekkerRefusal(Evidence):
    """The member who was asked does not pull it, with the reason. Who accepts makes an offer."""

    TEXTS = ("reason",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Waarom niet getrokken door {row.by_label}", of="request__action")

    request = models.OneToOneField(TrekkerRequest, on_delete=models.PROTECT, related_name="refusal")
    reason = models.TextField("waarom niet", null=True)
    refused_at = models.DateTimeField()

    class Meta:
        verbose_name = "afgeslagen vraag"
        verbose_name_plural = "afgeslagen vragen"
        triggers = append_only(texts=("reason",))
