"""Lists of knelpunten that were kept elsewhere."""

from __future__ import annotations

from typing import Any

from django.db import models

from portal.kit.addresses import address_of
from portal.kit.db import LockingQuerySet
from portal.network.rules import is_landelijk_bureau


class KnelpuntListQuerySet(LockingQuerySet["KnelpuntList"]):
    def visible_to(self, user: Any) -> KnelpuntListQuerySet:
        """The landelijk bureau takes lists over together."""
        is_bureau = user.is_authenticated and any(is_landelijk_bureau(seat) for seat in user.seats_today)
        return self if is_bureau else self.none()

    def read(self) -> KnelpuntListQuerySet:
        return self.filter(sealed__isnull=True)


class KnelpuntList(models.Model):
    """A list that was kept elsewhere and is taken over. `rows` never holds a text that was refused."""

    key = models.UUIDField(unique=True, editable=False)
    file_name = models.CharField("bestand", max_length=200)
    digest = models.CharField(max_length=64)
    columns = models.JSONField()
    rows = models.JSONField()
    read_at = models.DateTimeField("gelezen op")
    sealed = models.BinaryField(
        null=True, editable=False
    )  # the file, until somebody said how it is read; the key is in their page
    taken_over_at = models.DateTimeField("overgenomen op", null=True)

    objects = KnelpuntListQuerySet.as_manager()

    class Meta:
        verbose_name = "overgenomen lijst"
        verbose_name_plural = "overgenomen lijsten"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return address_of("knelpunten:list", self.pk)
