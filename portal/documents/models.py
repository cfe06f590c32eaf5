"""Editions and sections as plain rows: what everything else refers to. The CMS writes them when it publishes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from portal.documents.enums import EditionStatus
from portal.kit.db import LockingQuerySet


class Document(models.Model):
    """A document with editions, such as the Landelijk Kader."""

    slug = models.SlugField(unique=True)
    title = models.CharField("titel", max_length=160)

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"

    def __str__(self) -> str:
        return self.title


class EditionQuerySet(LockingQuerySet["Edition"]):
    def in_force(self) -> EditionQuerySet:
        return self.filter(status=EditionStatus.GELDEND)


class Edition(models.Model):
    """One edition. It is in force from a date; editions older than the portal are entered with theirs."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="editions")
    label = models.CharField("editie", max_length=20)
    title = models.CharField("titel", max_length=160)
    status = models.CharField("status", max_length=12, choices=EditionStatus, default=EditionStatus.CONCEPT)
    in_force_date = models.DateField("geldend vanaf", null=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = "editie"
        verbose_name_plural = "edities"
        constraints = [
            models.UniqueConstraint(fields=["document", "label"], name="edition_label_in_document"),
            models.UniqueConstraint(fields=["document"], condition=Q(status="geldend"), name="one_edition_in_force"),
            models.CheckConstraint(
                name="edition_in_force_has_date", condition=~Q(status="geldend") | Q(in_force_date__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.label}"


class Section(models.Model):
    """A numbered paragraph, or a chapter's own text. Its anchor outlives edits."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="sections")
    chapter = models.SlugField("hoofdstuk", max_length=80)
    number = models.CharField("nummer", max_length=12, blank=True)
    anchor = models.SlugField("anker", max_length=80)
    title = models.CharField("titel", max_length=200)
    level = models.PositiveSmallIntegerField("niveau")
    order = models.PositiveIntegerField("volgorde")
    text = models.TextField("tekst")
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = "paragraaf"
        verbose_name_plural = "paragrafen"
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["edition", "anchor"], name="section_anchor_in_edition")]

    def __str__(self) -> str:
        return self.citation

    @property
    def citation(self) -> str:
        """A paragraph is always cited with its edition."""
        number = f"§ {self.number}" if "." in self.number else f"hoofdstuk {self.number}" if self.number else self.title
        return f"{self.edition}, {number}"
