"""`make snapshot`: migrate an empty database by every migration, and keep what came of it beside them."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from psycopg import sql

from portal.run import localdb, snapshot

SCRATCH = "portal_snapshot"


class Command(BaseCommand):
    help = "Write the snapshot that `migrate` restores on an empty database."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--check", action="store_true", help="Only say whether it was made of the migrations that are there.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            if not snapshot.fits():
                raise CommandError(
                    "The snapshot is of other migrations, so that every new database takes minutes: run `make snapshot`."
                )
            return
        self.stdout.write("Every migration is run on an empty database; that takes some two minutes …")
        make(SCRATCH)
        snapshot.write(SCRATCH)
        _admin("DROP DATABASE {}", SCRATCH)
        self.stdout.write(f"{snapshot.FILE.name}: {snapshot.FILE.stat().st_size // 1024} kB.")


def make(database: str) -> None:
    """An empty database, migrated the long way."""
    make_empty(database)
    place = settings.DATABASES["default"]
    address = f"postgres://{place['USER']}@/{database}?host={place['HOST']}&port={place['PORT'] or localdb.PORT}"
    environment = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "portal.settings.local"}
    subprocess.run(
        [sys.executable, "-W", "ignore", "manage.py", "migrate", "--slowly", "--verbosity=0"],
        cwd=localdb.PROJECT,
        env=environment,
        check=True,
    )


def make_empty(database: str) -> None:
    _admin("DROP DATABASE IF EXISTS {}", database)
    _admin("CREATE DATABASE {}", database)


def _admin(statement: str, database: str) -> None:
    place = settings.DATABASES["default"]
    known = {"host": place["HOST"], "port": place["PORT"] or localdb.PORT, "user": place["USER"], "dbname": "postgres"}
    with psycopg.connect(**known, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(database)))
