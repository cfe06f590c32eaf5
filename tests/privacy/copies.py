"""Where a text stands in the database: every column of every table, whoever wrote it there."""

from __future__ import annotations

from django.db import connection

# A row as text holds every column of it: texts, JSON, arrays, search vectors; and bytes as hexadecimal figures.
TABLES = "SELECT quote_ident(relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
# Only the rows that say it somewhere are taken apart.
COLUMNS = (
    "SELECT DISTINCT said.key FROM {table} t, jsonb_each_text(to_jsonb(t)) said "
    "WHERE (t::text ILIKE %s OR t::text LIKE %s) AND (said.value ILIKE %s OR said.value LIKE %s)"
)


def columns_with(words: str) -> set[str]:
    """The columns, by table, in which these words stand."""
    assert not set(words) & set('"\\'), "a row as text writes these twice"
    patterns = [f"%{words}%", f"%{words.encode().hex()}%"] * 2
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        found = set()
        for (table,) in cursor.fetchall():
            cursor.execute(COLUMNS.format(table=table), patterns)
            found |= {f"{table}.{column}" for (column,) in cursor.fetchall()}
    return found
