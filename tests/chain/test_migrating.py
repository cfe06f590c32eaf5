"""Migrating is done by one at a time, whoever starts it: two real processes on one real database."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from portal.run.management.commands.migrate import ONE_AT_A_TIME
from tests import databases

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 120  # seconds


@pytest.fixture
def database() -> Iterator[str]:
    """A database whose tables are there, with the cache table and the network still to be made."""
    name = databases.clone(databases.template(databases.EMPTY), f"migrating_{uuid4().hex[:10]}")
    with psycopg.connect(databases.url(name), autocommit=True) as connection:
        connection.execute("DROP TABLE kit_cache")
    yield name
    databases.drop(name)


def migrate(name: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "DATABASE_URL": databases.url(name), "DJANGO_SETTINGS_MODULE": "portal.settings.local"}
    command = [sys.executable, "-W", "ignore", "manage.py", "migrate", "--verbosity=0"]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_who_comes_second_says_so_and_waits(database: str) -> None:
    with psycopg.connect(databases.url(database), autocommit=True) as first:
        first.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        second = migrate(database)
        assert second.stderr is not None
        assert "Another migration is under way" in next(line for line in second.stderr if "migration" in line)
        assert second.poll() is None and not _has_cache_table(database)
        first.execute("SELECT pg_advisory_unlock(%s)", [ONE_AT_A_TIME])
        assert second.wait(PATIENCE) == 0
    assert _has_cache_table(database)


def test_two_at_once_both_succeed(database: str) -> None:
    both = [migrate(database), migrate(database)]
    said = [each.communicate(timeout=PATIENCE) for each in both]
    assert [each.returncode for each in both] == [0, 0], said
    assert _has_cache_table(database)


def _has_cache_table(name: str) -> bool:
    with psycopg.connect(databases.url(name)) as connection:
        found = connection.execute("SELECT to_regclass('kit_cache') IS NOT NULL").fetchone()
    return bool(found and found[0])
