"""What is so from a date until a date; both days included."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from portal.kit.db import LockingQuerySet


def valid_on(day: date, prefix: str = "") -> Q:
    """The condition that a dated row, reached by `prefix`, is so on that day."""
    started = Q(**{f"{prefix}from_date__lte": day})
    return started & (Q(**{f"{prefix}until_date__isnull": True}) | Q(**{f"{prefix}until_date__gte": day}))


class DatedQuerySet(LockingQuerySet[Any]):
    def valid_on(self, day: date) -> Any:
        return self.filter(valid_on(day))


class Dated(models.Model):
    from_date = models.DateField("vanaf")
    until_date = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        abstract = True

    @staticmethod
    def ends_after_start(name: str) -> models.CheckConstraint:
        in_order = Q(until_date__isnull=True) | Q(until_date__gte=F("from_date"))
        return models.CheckConstraint(name=f"{name}_ends_after_start", condition=in_order)
