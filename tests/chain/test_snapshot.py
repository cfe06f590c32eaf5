"""What `migrate` restores on an empty database is what the migrations make of it."""

from __future__ import annotations

from uuid import uuid4

import psycopg
import pytest
from django.core.management import call_command

from portal.run import snapshot
from portal.run.management.commands.write_snapshot import make, make_empty
from tests import databases


def test_snapshot_was_made_of_the_migrations_that_are_there() -> None:
    assert snapshot.fits(), "run `make snapshot`"


@pytest.mark.django_db
def test_nothing_is_left_to_migrate_after_the_snapshot() -> None:
    call_command("migrate", "--check", verbosity=0)


# Three minutes of a processor; `make snapshot`, the only one that writes the file,
# goes this way too, and the test above says of what it was made.
@pytest.mark.torture
@pytest.mark.django_db
def test_snapshot_and_migrations_make_the_same() -> None:
    long_way, again = f"long_way_{uuid4().hex[:8]}", f"again_{uuid4().hex[:8]}"
    try:
        make(long_way)
        make_empty(again)
        with psycopg.connect(databases.url(again), autocommit=True) as connection:
            connection.execute(snapshot.dump(long_way))  # PostgreSQL writes a constraint otherwise once it was dumped
        restored = databases.template(databases.EMPTY)
        assert snapshot.schema_of(restored) == snapshot.schema_of(again)
        assert _rows_of(restored) == _rows_of(long_way)
    finally:
        databases.drop(long_way)
        databases.drop(again)


def _rows_of(database: str) -> dict[str, int]:
    """How many rows each table has."""
    with psycopg.connect(databases.url(database)) as connection:
        tables = [row[0] for row in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        counted = {table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone() for table in tables}
    return {table: row[0] for table, row in counted.items() if row}
