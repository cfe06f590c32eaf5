"""How organisations weigh what is wished for."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from agenda.lists.enums import ActionList, Permission
from agenda.lists.models.action import Action
from portal.history.evidence import Evidence, EvidenceQuerySet
from portal.history.triggers import append_only
from portal.kit.texts import FreeTexts
from portal.network.models import Membership
from portal.network.rules import is_landelijk_bureau, prepares_meetings


class WeighingQuerySet(EvidenceQuerySet):
    def visible_to(self, user: Any) -> WeighingQuerySet:
        """Who prepares meetings sees all.

        Others those of an action that they weighed themselves, so that nobody follows another, or that left the voorraadlijst.
        """
        if not user.is_authenticated:
            return self.none()
        if any(is_landelijk_bureau(seat) or prepares_meetings(seat) for seat in user.seats_today):
            return self
        places = {seat.membership_id for seat in user.seats_today} if user.may(Permission.WEIGH) else set()
        weighed = Exists(Weighing.objects.filter(action=OuterRef("action"), membership__in=places))
        return self.filter(~Q(action__list=ActionList.VOORRAADLIJST) | weighed)


class Weighing(Evidence):
    """How an organisation weighs an action that is wished for.

    Never changed: who weighs again adds one, and the newest counts.
    """

    TEXTS = ("argument",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Argument van {row.by_label}", of="action", few=True)

    key = models.UUIDField(unique=True, editable=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="weighings")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    belang = models.PositiveSmallIntegerField("belang en urgentie", null=True)
    uitvoerbaarheid = models.PositiveSmallIntegerField("uitvoerbaarheid", null=True)
    impact = models.PositiveSmallIntegerField("impact op de praktijk", null=True)
    argument = models.TextField("argument", null=True)
    weighed_at = models.DateTimeField()

    objects = WeighingQuerySet.as_manager()

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
