"""The database as `migrate` leaves an empty one, kept as SQL: restored in a second or two where migrating takes two minutes.

Django draws its whole state of models again after each of some 250 operations; the SQL itself
is a second. The snapshot is written by `manage.py write_snapshot` and used by `migrate` on a
database with nothing in it, when it was made of the migrations that are there now.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import subprocess
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from portal.run import localdb

FILE = Path(__file__).resolve().parent / "snapshot.sql.gz"
# What an older PostgreSQL, or anything but psql, does not know.
NOT_SQL = ("\\", "-- Dumped", "SET transaction_timeout")
MARK = "-- made of: "


def fits() -> bool:
    """Whether the snapshot was made of these migrations."""
    return FILE.exists() and _read().startswith(f"{MARK}{digest_of_migrations()}\n")


def is_empty(connection: Any) -> bool:
    """Whether there is no table at all."""
    with connection.cursor() as cursor:
        return not connection.introspection.table_names(cursor)


def restore(connection: Any) -> None:
    """Make all of it, or nothing, on a connection of its own: a dump changes the settings of the one it runs on."""
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            cursor.execute(f"BEGIN;\n{_read()}\nCOMMIT")
    finally:
        own.close()


def dump(database: str) -> str:
    """The SQL that makes this database, without owners and rights."""
    return _of(database, "--rows-per-insert=500")


def schema_of(database: str) -> str:
    """The SQL of its tables, functions and triggers alone."""
    return _of(database, "--schema-only")


def write(database: str) -> None:
    """Keep this database as the snapshot of the migrations that are there now."""
    text = f"{MARK}{digest_of_migrations()}\n{dump(database)}"
    FILE.write_bytes(gzip.compress(text.encode(), mtime=0))


def digest_of_migrations() -> str:
    """Of every migration there is, ours and the libraries': their names and what they say."""
    migrations = MigrationLoader(None).disk_migrations
    digest = hashlib.sha256()
    for key in sorted(migrations):
        source = Path(import_module(migrations[key].__module__).__file__ or "")
        digest.update("/".join(key).encode() + source.read_bytes())
    return digest.hexdigest()[:16]


def _read() -> str:
    return gzip.decompress(FILE.read_bytes()).decode()


def _of(database: str, *options: str) -> str:
    place = settings.DATABASES["default"]
    command = [
        str(localdb.binaries() / "pg_dump"),
        "--no-owner",
        "--no-privileges",
        *options,
        f"--host={place['HOST']}",
        f"--port={place['PORT'] or localdb.PORT}",
        f"--username={place['USER']}",
        database,
    ]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "PGPASSWORD": place.get("PASSWORD") or ""}
    )
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith(NOT_SQL)]
    return "\n".join(lines) + "\n"
