"""Keeping a file, reading it back and taking it away."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import IO
from uuid import UUID

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from portal.files.inspecting import inspect
from portal.files.models import StoredFile, private_storage
from portal.files.naming import harmless
from portal.kit import clock
from portal.kit.db import make_once

ORPHANED = timedelta(days=1)  # after which bytes without a row go


@transaction.atomic
def keep(*, key: UUID, name: str, data: bytes) -> StoredFile:
    """Look into a file and keep it. Raises FileRefused. Sent twice with one key, it is kept once.

    The bytes are written before the row: what a failed transaction leaves behind goes with `sweep`.
    """
    inspected = inspect(data)

    def make() -> StoredFile:
        made = StoredFile(
            key=key, name=harmless(name, inspected.kind), kind=inspected.kind, size=len(inspected.data),
            sha256=sha256(inspected.data).hexdigest(), kept_at=clock.now(),
        )  # fmt: skip
        private_storage().save(made.place, ContentFile(inspected.data))
        made.save()
        return made

    return make_once(StoredFile, key, make)


def opened(file: StoredFile) -> IO[bytes]:
    """Its bytes, to be read."""
    return private_storage().open(file.place)


@transaction.atomic
def remove(*, file: StoredFile) -> None:
    """Take its bytes and its name away for good, once this transaction is done. That there was a file stays."""
    StoredFile.objects.filter(pk=file.pk).update(removed_at=clock.now(), name="verwijderd", sha256="")
    transaction.on_commit(lambda: private_storage().delete(file.place))


def hold_back(files: list[int], *, held: bool = True) -> None:
    """Send these files to nobody, by their keys, until they are judged; or again to whoever may read them."""
    StoredFile.objects.filter(pk__in=files).update(withheld_at=clock.now() if held else None)


def sweep() -> int:
    """Delete bytes that no row speaks of and that are older than a day. Returns how many."""
    known = {key.hex for key in StoredFile.objects.filter(removed_at__isnull=True).values_list("key", flat=True)}
    old = (clock.now() - ORPHANED).timestamp()
    root = Path(settings.PRIVATE_ROOT)
    found = [path for path in root.glob("??/*") if path.name[:32] not in known and path.stat().st_mtime < old]
    for path in found:
        path.unlink()
    return len(found)
