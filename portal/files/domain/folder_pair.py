"""Whether this database and this folder are a pair. Only then may anything be set aside.

Both hold the same random word; the folder holds besides which database wrote it down. A
dump that was restored elsewhere, a clone, a fresh database and a folder from somewhere
else all differ in one of the two, and a person then says that they are a pair.
"""

from __future__ import annotations

import json
from uuid import uuid4

from django.db import connection, transaction

from portal.files import store
from portal.files.models import Folder


def is_pair() -> bool:
    folder = Folder.objects.first()
    return folder is not None and _written() == _words(folder)


def is_untold() -> bool:
    """Neither says to whom it belongs."""
    return not Folder.objects.exists() and _written() is None


@transaction.atomic
def pair() -> None:
    """Write the same word in both."""
    folder, _ = Folder.objects.update_or_create(only=True, defaults={"word": uuid4()})
    store.write_note(json.dumps(_words(folder)))


def _written() -> dict[str, str] | None:
    note = store.note()
    found: dict[str, str] | None = json.loads(note) if note else None
    return found


def _words(folder: Folder) -> dict[str, str]:
    return {"word": str(folder.word), "database": _this_database()}


def _this_database() -> str:
    """The same after a restart; another for every copy of it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT system_identifier, (SELECT oid FROM pg_database WHERE datname = current_database()) FROM pg_control_system()"
        )
        server, database = cursor.fetchone()
    return f"{server}-{database}"
