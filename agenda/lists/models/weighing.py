"""How organisations weigh what is wished for."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from agenda.lists.enums import Permission
from agenda.lists.models.action import Action
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit.texts import FreeTexts
from portal.network.models import Membership


class Weighing(Evidence):
    """How an organisation weighs an action that is wished for. Never changed: who weighs again adds one, and the newest counts."""

    TEXTS = ("argument",)
    FREE_TEXTS = FreeTexts(columns=("argument",), label="Argument van {row.by_label}", of="action", readers=Permission.WEIGH)

    key = models.UUIDField(unique=True, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="weighings")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    belang = models.PositiveSmallIntegerField("belang en urgentie", null=True)
    uitvoerbaarheid = models.PositiveSmallIntegerField("uitvoerbaarheid", null=True)
    impact = models.PositiveSmallIntegerField("impact op de praktijk", null=True)
    argument = models.TextField("argument", null=True)
    weighed_at = models.DateTimeField()

    class Meta:
        verbose_name = "weging"
        verbose_name_plural = "wegingen"
        ordering = ["pk"]
        indexes = [models.Index(fields=["action", "membership", "-id"], name="weighing_newest")]
        constraints = [
            models.CheckConstraint(
                name="weighing_scores_are_1_to_5",
                condition=Q(belang__range=(1, 5)) | Q(belang__isnull=True),
            ),
            models.CheckConstraint(
                name="weighing_feasibility_is_1_to_5",
                condition=Q(uitvoerbaarheid__range=(1, 5)) | Q(uitvoerbaarheid__isnull=True),
            ),
            models.CheckConstraint(name="weighing_impact_is_1_to_5", condition=Q(impact__range=(1, 5)) | Q(impact__isnull=True)),
        ]
        triggers = append_only(texts=("argument",))
