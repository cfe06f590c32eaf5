"""Files that people send: outside the web root and the CMS, under a key that says nothing."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models

from portal.files.enums import FileKind


def private_storage() -> FileSystemStorage:
    """Where they lie: a folder that no web server looks into, readable by the portal alone."""
    return FileSystemStorage(location=settings.PRIVATE_ROOT, file_permissions_mode=0o600, directory_permissions_mode=0o700)


class StoredFile(models.Model):
    """A file that was looked into and kept. Who may read it is said by what it belongs to."""

    key = models.UUIDField(unique=True, editable=False)
    name = models.CharField("naam", max_length=120)
    kind = models.CharField("soort", max_length=8, choices=FileKind)
    size = models.PositiveIntegerField("grootte")  # bytes
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField("bewaard op")
    removed_at = models.DateTimeField("verwijderd op", null=True)
    withheld_at = models.DateTimeField("verborgen sinds", null=True)  # while somebody judges what stands in it

    class Meta:
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> str:
        """Where it lies in the private storage."""
        return f"{self.key.hex[:2]}/{self.key.hex}"
