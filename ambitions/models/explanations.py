"""Why a line is not (wholly) feasible somewhere: how long that holds, who offers help, and what was found together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pgtrigger
from django.db import models
from django.db.models import F, Q

from ambitions.models.lines import ActionLine
from ambitions.models.plans import LineAnswer
from knelpunten.models import Knelpunt
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit import clock
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.kit.texts import FreeTexts
from portal.network.models import House, Organisation
from portal.network.rules import member_seats
from portal.privacy.reportable import Reportable


class ExplanationQuerySet(LockingQuerySet["Explanation"]):
    def visible_to(self, user: Any) -> ExplanationQuerySet:
        """The whole network sees it, nobody else."""
        return self if member_seats(user) else self.none()

    def standing(self, day: date) -> ExplanationQuerySet:
        """Those that hold that day: not withdrawn, not past their day, and about the line as it reads now."""
        still = Q(holds_until__isnull=True) | Q(holds_until__gte=day)
        return self.filter(still, ended_at__isnull=True, line_number=F("line__version"))


class Explanation(Reportable):
    """A house says that a line is (partly) not feasible there, and why. It holds until a day or until the line changes."""

    REPORT_VIEW, REVIEW_VIEW = "ambitions:flag_explanation", "ambitions:review_explanation"
    FREE_TEXTS = FreeTexts(columns=("text", "ended_reason"), label="Toelichting")

    key = models.UUIDField(unique=True, editable=False)
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="explanations", verbose_name="huis")
    line = models.ForeignKey(ActionLine, on_delete=models.PROTECT, related_name="explanations", verbose_name="actielijn")
    line_number = models.PositiveIntegerField("nummer van de tekst")
    text = models.TextField("toelichting", max_length=3000)
    answer = models.ForeignKey(
        LineAnswer, on_delete=models.PROTECT, null=True, related_name="shared_as", verbose_name="uit jaarplan"
    )
    holds_until = models.DateField("geldt tot en met", null=True)
    shared_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.TextField("waarom niet meer", max_length=1000, blank=True)

    objects = ExplanationQuerySet.as_manager()

    class Meta:
        verbose_name = "toelichting bij een actielijn"
        verbose_name_plural = "toelichtingen bij actielijnen"
        ordering = ["-shared_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["house", "line"], condition=Q(ended_at__isnull=True), name="one_open_explanation_of_house_on_line"
            )
        ]
        triggers = [
            pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="stays", fields=["key", "house", "line", "line_number", "answer", "holds_until", "shared_at"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.house}: {self.line}"

    def get_absolute_url(self) -> str:
        return address_of("ambitions:explanation", self.pk)

    @property
    def standing(self) -> str:
        """Whether it holds today, in words."""
        if self.ended_at:
            return "ingetrokken"
        if self.line_number != self.line.version:
            return "de lijn is gewijzigd"
        return "verlopen" if self.holds_until and self.holds_until < clock.today() else "geldt"


class HelpOffer(Evidence):
    """Somebody in the network offers help."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Aanbod van hulp, door {row.by_label}", of="explanation")

    explanation = models.ForeignKey(Explanation, on_delete=models.PROTECT, related_name="offers", verbose_name="toelichting")
    house = models.ForeignKey(House, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="huis")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="organisatie"
    )
    text = models.TextField("wat wij bieden", null=True)
    offered_at = models.DateTimeField()

    class Meta:
        verbose_name = "aanbod van hulp"
        verbose_name_plural = "aanbiedingen van hulp"
        ordering = ["pk"]
        triggers = append_only(texts=("text",))

    @property
    def who(self) -> House | Organisation:
        return self.house or self.organisation  # type: ignore[return-value]


class Finding(Evidence):
    """What was found together. The newest counts."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Wat samen is gevonden, door {row.by_label}", of="explanation")

    explanation = models.ForeignKey(Explanation, on_delete=models.PROTECT, related_name="findings", verbose_name="toelichting")
    text = models.TextField("wat samen is gevonden", null=True)
    found_at = models.DateTimeField()

    class Meta:
        verbose_name = "antwoord op een toelichting"
        verbose_name_plural = "antwoorden op toelichtingen"
        ordering = ["pk"]
        triggers = append_only(texts=("text",))


class ExplanationKnelpunt(Evidence):
    """Which knelpunt an explanation became."""

    explanation = models.OneToOneField(Explanation, on_delete=models.PROTECT, related_name="became", verbose_name="toelichting")
    knelpunt = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="explained_by", verbose_name="knelpunt")
    linked_at = models.DateTimeField()

    class Meta:
        verbose_name = "knelpunt van een toelichting"
        verbose_name_plural = "knelpunten van toelichtingen"
        triggers = append_only()
