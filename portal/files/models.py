"""Files that people send: outside the web root and the CMS, under a key that says nothing. What they were is a fact."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from portal.files.enums import FileKind, Outcome
from portal.history.evidence import Evidence
from portal.history.triggers import append_only
from portal.kit.fields import CodeField


class StoredFile(models.Model):
    """A file that was looked into and kept. Who may read it is said by what it belongs to."""

    key = models.UUIDField(unique=True, editable=False)
    name = models.CharField("naam", max_length=120)
    kind = CodeField("soort", max_length=8, choices=FileKind)
    size = models.PositiveIntegerField("grootte")  # bytes
    kept_at = models.DateTimeField("bewaard op")
    removed_at = models.DateTimeField("verwijderd op", null=True)
    withheld_at = models.DateTimeField("verborgen sinds", null=True)  # while somebody judges what stands in it
    damage_seen_at = models.DateTimeField("beschadigd gevonden op", null=True)

    class Meta:
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"

    def __str__(self) -> str:
        return self.name


class FileKept(Evidence):
    """That these bytes were kept, and which: whatever lies on disk later is held against it.

    Removal empties the digest, and the fact stays.
    """

    TEXTS: ClassVar[tuple[str, ...]] = ("sha256",)

    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="fact", verbose_name="bestand")
    size = models.PositiveIntegerField("grootte")  # bytes
    sha256 = models.CharField(max_length=64, null=True)
    kept_at = models.DateTimeField()

    class Meta:
        verbose_name = "bewaring van een bestand"
        verbose_name_plural = "bewaringen van bestanden"
        triggers = append_only(texts=("sha256",))


class Folder(models.Model):
    """The folder of files that belongs to this database: both hold the same word, chosen
    at random when they were found to agree."""

    only = models.BooleanField(primary_key=True, default=True)
    word = models.UUIDField()

    class Meta:
        verbose_name = "map met bestanden"
        verbose_name_plural = "mappen met bestanden"
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="one_folder")]


class Tidying(models.Model):
    """One night's tidying: what was found, and what was done about it."""

    ran_at = models.DateTimeField("wanneer")
    outcome = CodeField("uitkomst", max_length=20, choices=Outcome)
    set_aside = models.PositiveIntegerField("opzij gelegd", default=0)
    thrown_away = models.PositiveIntegerField("weggegooid", default=0)
    strangers = models.PositiveIntegerField("van niemand", default=0)
    damaged = models.PositiveIntegerField("beschadigd of weg", default=0)

    class Meta:
        verbose_name = "opruimbeurt"
        verbose_name_plural = "opruimbeurten"
        ordering = ["-pk"]
