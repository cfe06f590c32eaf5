"""Rode draden, and which knelpunten are in them."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from knelpunten.models.knelpunt import Knelpunt
from portal.kit import clock
from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.kit.texts import FreeTexts
from portal.network.models import House, Theme
from portal.network.rules import member_seats
from portal.privacy.reportable import Reportable


class PatternQuerySet(LockingQuerySet["Pattern"]):
    def visible_to(self, user: Any) -> PatternQuerySet:
        """Members read every rode draad; of the knelpunten in it each sees what may be seen."""
        return self if member_seats(user) else self.none()

    def with_breadth(self) -> PatternQuerySet:
        """Adds `breadth`: how many houses of today stand behind the knelpunten in it."""
        behind = House.objects.valid_on(clock.today()).filter(
            Q(knelpunten__bundlings__pattern=OuterRef("pk"), knelpunten__bundlings__unbundled_at__isnull=True)
            | Q(
                recognitions__withdrawn_at__isnull=True,
                recognitions__knelpunt__bundlings__pattern=OuterRef("pk"),
                recognitions__knelpunt__bundlings__unbundled_at__isnull=True,
            )
        )
        counted = (
            behind.order_by().annotate(one=Value(1)).values("one").annotate(number=Count("pk", distinct=True)).values("number")
        )
        return self.annotate(breadth=Coalesce(Subquery(counted), 0))


class Pattern(Reportable):
    """A rode draad: knelpunten that show the same, bundled by the landelijk bureau. Each keeps its own words and history."""

    REPORT_VIEW, REVIEW_VIEW = "knelpunten:report_pattern", "knelpunten:review_pattern"
    FREE_TEXTS = FreeTexts(columns=("title", "analysis"), label="Titel en tekst van de rode draad")

    key = models.UUIDField(unique=True, editable=False)
    version = models.PositiveIntegerField(default=1)
    title = models.CharField("titel", max_length=140)
    analysis = models.TextField("wat we zien", max_length=3000)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, related_name="patterns", verbose_name="thema")
    begun_at = models.DateTimeField()
    found_by = models.GeneratedField(
        expression=SearchVector("title", "analysis", config="dutch"), output_field=SearchVectorField(), db_persist=True
    )

    objects = PatternQuerySet.as_manager()

    class Meta:
        verbose_name = "rode draad"
        verbose_name_plural = "rode draden"
        ordering = ["-begun_at", "-pk"]
        indexes = [GinIndex(fields=["found_by"], name="pattern_found_by")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("knelpunten:pattern", self.pk)


class Bundling(models.Model):
    """A knelpunt belongs to a rode draad, from when until when, and why no longer."""

    FREE_TEXTS = FreeTexts(columns=("unbundled_reason",), label="Waarom het uit een rode draad ging", of="knelpunt")

    pattern = models.ForeignKey(Pattern, on_delete=models.PROTECT, related_name="bundlings")
    knelpunt = models.ForeignKey(Knelpunt, on_delete=models.PROTECT, related_name="bundlings")
    bundled_at = models.DateTimeField()
    unbundled_at = models.DateTimeField(null=True)
    unbundled_reason = models.TextField("waarom niet meer", max_length=1000, blank=True)

    class Meta:
        verbose_name = "bundeling"
        verbose_name_plural = "bundelingen"
        ordering = ["bundled_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["knelpunt"], condition=Q(unbundled_at__isnull=True), name="knelpunt_in_one_pattern_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pattern_id}: {self.knelpunt_id}"
