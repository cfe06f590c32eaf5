"""The application role: it reads and writes, but of facts and history it can change nothing but what redaction empties."""

from typing import Any

from django.db import connection

from portal.history.evidence import REDACTION_COLUMNS, evidence_models
from portal.history.models import Event, HistoryLink


def grant(role: str) -> None:
    """Give a role of the database what the web and the workers need, and no more."""
    quoted = connection.ops.quote_name(role)
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {quoted}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quoted}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {quoted}")
        kept: list[Any] = [Event, HistoryLink, *evidence_models()]
        for model in kept:
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {quoted}")
            if texts := getattr(model, "TEXTS", ()):
                columns = ", ".join(connection.ops.quote_name(name) for name in (*texts, *REDACTION_COLUMNS))
                cursor.execute(f"GRANT UPDATE ({columns}) ON {table} TO {quoted}")
        cursor.execute(f"REVOKE INSERT ON {connection.ops.quote_name(HistoryLink._meta.db_table)} FROM {quoted}")
        _let_chain_write_itself(cursor)


def exists(role: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)", [role])
        return bool(cursor.fetchone()[0])


def has_evidence() -> bool:
    """Whether every table is there whose rights are narrower: after all migrations, not after a part of them."""
    kept: list[Any] = [Event, HistoryLink, *evidence_models()]
    tables = {model._meta.db_table for model in kept}
    return tables <= set(connection.introspection.table_names())


def _let_chain_write_itself(cursor: Any) -> None:
    """The trigger that writes the chain runs with its owner's rights: the application cannot write links by hand."""
    cursor.execute(
        "SELECT p.oid::regprocedure::text FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
        "WHERE t.tgrelid = %s::regclass AND p.proname LIKE 'pgtrigger_write_link%%'",
        [Event._meta.db_table],
    )
    for (function,) in cursor.fetchall():
        cursor.execute(f"ALTER FUNCTION {function} SECURITY DEFINER SET search_path = public, pg_temp")
