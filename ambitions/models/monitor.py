"""What owners report of national lines, and the state of all lines as it was on a day."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from ambitions.enums import LineStatus
from ambitions.models.lines import ActionLine, PlanYear
from portal.history.evidence import Evidence, EvidenceQuerySet
from portal.history.triggers import append_only
from portal.kit.addresses import address_of
from portal.kit.fields import CodeField
from portal.kit.texts import FreeTexts
from portal.network.rules import member_seats


class NationalReport(Evidence):
    """How a national line stands in a half-year, as its owner says. The newest of a half-year counts."""

    TEXTS = ("text",)
    FREE_TEXTS = FreeTexts(columns=TEXTS, label="Halfjaarbericht, door {row.by_label}", of="line")

    line = models.ForeignKey(ActionLine, on_delete=models.PROTECT, related_name="reports", verbose_name="actielijn")
    year = models.PositiveSmallIntegerField("jaar")
    half = models.PositiveSmallIntegerField("halfjaar")
    status = CodeField("hoe het staat", max_length=14, choices=LineStatus)
    text = models.TextField("toelichting", null=True)
    reported_at = models.DateTimeField()

    class Meta:
        verbose_name = "halfjaarbericht"
        verbose_name_plural = "halfjaarberichten"
        ordering = ["pk"]
        constraints = [models.CheckConstraint(name="report_half_is_one_or_two", condition=Q(half__in=[1, 2]))]
        triggers = append_only(texts=("text",))

    @property
    def when(self) -> str:
        return f"{'eerste' if self.half == 1 else 'tweede'} helft van {self.year}"


class FreezeQuerySet(EvidenceQuerySet):
    def visible_to(self, user: Any) -> FreezeQuerySet:
        return self if member_seats(user) else self.none()


class Freeze(Evidence):
    """The state of every line at every house, as it was at a moment.

    `lines` is [[key, ambition's number, its name, title], …], `houses` [[key, name], …], and `cells` {line: {house:
    code}} with the codes of `queries.CODES`; `unsolved` names the explanations without an answer by their keys.
    """

    key = models.UUIDField(unique=True, editable=False)
    plan_year = models.ForeignKey(PlanYear, on_delete=models.PROTECT, related_name="freezes", verbose_name="jaar")
    lines = models.JSONField()
    houses = models.JSONField()
    cells = models.JSONField()
    unsolved = models.JSONField()
    frozen_at = models.DateTimeField("vastgelegd op")

    objects = FreezeQuerySet.as_manager()

    class Meta:
        verbose_name = "vastgelegde stand"
        verbose_name_plural = "vastgelegde standen"
        ordering = ["-frozen_at", "-pk"]
        triggers = append_only()

    def __str__(self) -> str:
        return f"Stand van de Samenwerkingsagenda {self.plan_year}"

    def get_absolute_url(self) -> str:
        return address_of("ambitions:report", self.pk)


class ReportOffer(Evidence):
    """A state that was kept is offered to the Stuurgroep, with what regions cannot solve themselves."""

    freeze = models.OneToOneField(Freeze, on_delete=models.PROTECT, related_name="offer", verbose_name="vastgelegde stand")
    offered_at = models.DateTimeField()

    class Meta:
        verbose_name = "aangeboden stand"
        verbose_name_plural = "aangeboden standen"
        triggers = append_only()
