"""Databases for the suite: one template migrated once, clones of it, and nothing that is ever flushed."""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import psycopg
from django.conf import settings
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
EMPTY, DEMO = "tpl_empty", "tpl_demo"
PATIENCE = 40  # quarters of a second


def server() -> dict[str, str]:
    """Where the suite's server is, from the settings."""
    database = settings.DATABASES["default"]
    return {
        "host": database["HOST"],
        "port": database["PORT"],
        "user": database["USER"],
        "password": database.get("PASSWORD", ""),
    }


@contextmanager
def admin() -> Iterator[psycopg.Connection]:
    with psycopg.connect(**{**server(), "dbname": "postgres"}, autocommit=True) as connection:
        yield connection


def url(name: str, user: str | None = None) -> str:
    place = server()
    return f"postgres://{user or place['user']}@/{name}?host={place['host']}" + (
        f"&port={place['port']}" if place["port"] else ""
    )


def template(kind: str) -> str:
    """The name of a ready template; made when the code or the data changed, by one process while the others wait."""
    name = f"{kind}_{fingerprint(kind)}"
    with (ROOT / ".local" / f"{kind}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if name not in names():
            _drop_old(kind)
            _build(kind, name)
    return name


def names() -> set[str]:
    with admin() as connection:
        return {row[0] for row in connection.execute("SELECT datname FROM pg_database")}


def clone(source: str, name: str) -> str:
    drop(name)
    with admin() as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(source)))
    return name


def drop(name: str) -> None:
    """Drop a database, whoever is in it. The server's own vacuum may be, and only the server may end that: then wait for it."""
    statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    with admin() as connection:
        for _ in range(PATIENCE):
            try:
                connection.execute(statement)
            except psycopg.errors.InsufficientPrivilege:
                time.sleep(0.25)
            else:
                return
    raise RuntimeError(f"The database {name} could not be dropped.")


def fingerprint(kind: str) -> str:
    """Changes with what makes the template: migrations, triggers and reference data; for the demo all code and the day."""
    sources = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/*/migrations/*.py"), *(ROOT / "portal/network/data").glob("*.yaml")]
    sources += [ROOT / "requirements/runtime.txt", ROOT / "portal/run/snapshot.sql.gz", Path(__file__)]
    if kind == DEMO:
        sources += [
            path for package in ("portal", "agenda", "knelpunten", "ambitions", "home") for path in (ROOT / package).rglob("*.py")
        ]
        sources += [*(ROOT / "portal/demo").rglob("*.*")]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(set(sources)) if path.is_file()))
    return f"{digest.hexdigest()[:12]}{date.today():_%Y%m%d}" if kind == DEMO else digest.hexdigest()[:12]


def _build(kind: str, name: str) -> None:
    building = f"{name}_b"
    if kind == DEMO:
        clone(template(EMPTY), building)
        manage(building, "demo")
        with psycopg.connect(url(building), autocommit=True) as connection:
            connection.execute("ANALYZE")
    else:
        drop(building)
        with admin() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(building)))
        manage(building, "migrate", "--verbosity=0")
        _keep_from_sweeping(building)
    with admin() as connection:
        connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(building), sql.Identifier(name)))


def _keep_from_sweeping(name: str) -> None:
    """What is swept while it is empty is planned for as empty, and stories only ever fill it: let the planner guess."""
    with psycopg.connect(url(name), autocommit=True) as connection:
        tables = connection.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
        for (table,) in tables.fetchall():
            connection.execute(sql.SQL("ALTER TABLE {} SET (autovacuum_enabled = false)").format(sql.Identifier(table)))


def manage(database: str, *command: str) -> None:
    """A management command on that database, as its owner."""
    environment = {**os.environ, "DATABASE_URL": url(database), "DJANGO_SETTINGS_MODULE": "portal.settings.local", "DEMO": "1"}
    done = subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(command)} failed: {done.stderr[-2000:]}")


def _drop_old(kind: str) -> None:
    for name in names():
        if name.startswith(f"{kind}_"):
            drop(name)
