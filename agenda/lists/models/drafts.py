"""What is somebody's own: a proposal that is not put forward yet, and filters kept under a name."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from portal.kit.db import LockingQuerySet


class OwnQuerySet(LockingQuerySet[Any]):
    def visible_to(self, user: Any) -> OwnQuerySet:
        """What is one's own is nobody else's."""
        return self.filter(owner=user) if user.is_authenticated else self.none()


class ProposalDraft(models.Model):
    """A proposal as far as its writer came; nobody else sees it. `answers` are the fields of the form, each a list of texts."""

    key = models.UUIDField(unique=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("titel", max_length=140)
    answers = models.JSONField("antwoorden")
    saved_at = models.DateTimeField()

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = "concept van een voorstel"
        verbose_name_plural = "concepten van voorstellen"
        ordering = ["-saved_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class SavedFilter(models.Model):
    """A choice of actions that somebody comes back to: the query of the address, under a name."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("naam", max_length=60)
    query = models.CharField("keuze", max_length=400)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = "bewaarde keuze"
        verbose_name_plural = "bewaarde keuzes"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="filter_name_once_a_person")]

    def __str__(self) -> str:
        return self.name
