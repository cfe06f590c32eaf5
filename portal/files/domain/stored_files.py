"""Keeping a file, reading it back and taking it away."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from typing import IO
from uuid import UUID

from django.db import transaction

from portal.accounts.actor import Actor
from portal.files import store
from portal.files.enums import Damage, Verb
from portal.files.inspection.inspection import inspect
from portal.files.inspection.names import harmless, stem_of
from portal.files.models import FileKept, StoredFile
from portal.history.domain.recording import record, redact
from portal.jobs.queue import put_off
from portal.kit import clock
from portal.kit.db import make_once

GROUND = "bestand weggehaald"


class FileDamaged(Exception):
    """The disk does not give back what was kept."""

    def __init__(self, damage: Damage) -> None:
        super().__init__(damage.value)
        self.damage = damage


@transaction.atomic
def keep(*, key: UUID, name: str, data: bytes, by: Actor) -> StoredFile:
    """Look into a file, take hidden names out and keep it. Raises FileRefused, NoRoom. Sent twice with one key, it is kept once.

    The bytes are whole and on disk before the row is; they get their place when the row is committed. What a failed
    transaction leaves in `incoming` goes with the tidying: nobody was ever told that it was kept.
    """
    inspected = inspect(data, title=stem_of(name))

    def make() -> StoredFile:
        with store.written(key, inspected.data) as arrive:
            made = StoredFile.objects.create(
                key=key, name=harmless(name, inspected.kind), kind=inspected.kind, size=len(inspected.data), kept_at=clock.now()
            )
            write_fact(made, sha256(inspected.data).hexdigest(), by=by)
            arrive()
        transaction.on_commit(partial(store.settle, key), robust=True)
        return made

    return make_once(StoredFile, key, make)


def write_fact(file: StoredFile, digest: str, *, by: Actor) -> FileKept:
    """Put on record which bytes were kept."""
    fact: FileKept = FileKept.objects.write(file=file, size=file.size, sha256=digest, kept_at=file.kept_at, by=by)
    record(file, Verb.FILE_KEPT, by=by, facts=[fact])
    return fact


def opened(file: StoredFile) -> IO[bytes]:
    """Its bytes, held against what was kept. Raises FileDamaged."""
    found = store.opened(file.key)
    if found is None:
        raise FileDamaged(Damage.MISSING)
    if store.digest_of(found) != file.fact.sha256:
        found.close()
        raise FileDamaged(Damage.DIFFERS)
    return found


def hold_back(files: list[int], *, held: bool = True) -> None:
    """Send these files to nobody, by their keys, until they are judged; or again to whoever may read them."""
    StoredFile.objects.filter(pk__in=files).update(withheld_at=clock.now() if held else None)


@transaction.atomic
def remove(*, file: StoredFile, by: Actor) -> None:
    """Take its bytes, its name and their digest away for good, once this transaction is done. That there was a file stays.

    The job erases what a crash between the two would leave.
    """
    if StoredFile.objects.filter(pk=file.pk, removed_at__isnull=True).update(removed_at=clock.now(), name="verwijderd"):
        redact(FileKept.objects.get(file=file), ground=GROUND, by=by)
        record(file, Verb.FILE_REMOVED, by=by)
        put_off("files.erase", key=str(file.key))
        transaction.on_commit(partial(store.erase, file.key), robust=True)
