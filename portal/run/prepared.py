"""Whether the embedded database is what this code makes of it: a mark in the
database says so, and a start with nothing to do does nothing.

Any change of the code, the reference data or the libraries gives another mark; then
`serve` migrates and looks again, as it did at first.
"""

from __future__ import annotations

import hashlib
import os
from typing import Any

import psycopg

from portal.run import localdb

PARTS = ("portal", "agenda", "knelpunten", "ambitions", "home")
MAKES_IT = (".py", ".yaml", ".gz")


def is_ready() -> bool:
    """Whether this code made the database that is there.

    Starts the embedded server; never true of a database named by DATABASE_URL.
    """
    return not os.environ.get("DATABASE_URL") and _read() == fingerprint()


def mark() -> None:
    """Say in the embedded database that this code made it."""
    if os.environ.get("DATABASE_URL"):
        return
    with _connection() as connection:
        connection.execute(f"COMMENT ON DATABASE {localdb.DATABASE} IS '{fingerprint()}'")


def fingerprint() -> str:
    """Of all that decides what is in the database: the code, the data it brings, the libraries, and whether the demo is told."""
    found = [path for part in PARTS for path in (localdb.PROJECT / part).rglob("*") if path.suffix in MAKES_IT]
    digest = hashlib.sha256(os.environ.get("DEMO", "").encode())
    for path in sorted([*found, localdb.PROJECT / "requirements" / "runtime.txt"]):
        digest.update(str(path.relative_to(localdb.PROJECT)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _read() -> str:
    with _connection() as connection:
        row = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [localdb.DATABASE]
        ).fetchone()
    return str(row[0]) if row else ""


def _connection() -> psycopg.Connection[Any]:
    return psycopg.connect(localdb.ensure().dsn(), autocommit=True)
