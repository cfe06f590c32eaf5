"""Holding every file against what was kept."""

from __future__ import annotations

from collections.abc import Iterator

from portal.files import store
from portal.files.domain import stored_files
from portal.files.enums import Damage
from portal.files.models import StoredFile


def damaged() -> Iterator[tuple[StoredFile, Damage]]:
    """Every file whose bytes are not there, or are not the ones that were kept. Reads them all."""
    for file in StoredFile.objects.filter(removed_at__isnull=True).select_related("fact").order_by("pk").iterator(500):
        try:
            stored_files.opened(file).close()
        except stored_files.FileDamaged as found:
            if StoredFile.objects.filter(pk=file.pk, removed_at__isnull=True).exists():  # else it was removed meanwhile
                yield file, found.damage


def findings() -> Iterator[str]:
    """For `verify_history`: a sentence for each file that is not as it was kept, or that was removed and lies there yet."""
    sentences = {Damage.MISSING: "is missing", Damage.DIFFERS: "is not what was kept"}
    for file, damage in damaged():
        yield f"the file of files.storedfile {file.pk} {sentences[damage]}"
    lying = store.kept()
    for pk, key in StoredFile.objects.filter(removed_at__isnull=False).order_by("pk").values_list("pk", "key"):
        if key.hex in lying:
            yield f"the file of files.storedfile {pk} was removed and is there yet"
