"""What `manage.py check` says about the database."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection

OLDEST = 150000


@register(Tags.database)
def postgresql_is_new_enough(**kwargs: Any) -> list[CheckMessage]:
    if connection.vendor != "postgresql":
        return [Error("The portal needs PostgreSQL 15 or newer; SQLite and others are not supported.", id="portal.E001")]
    if connection.pg_version < OLDEST:  # type: ignore[attr-defined]
        return [Error("The portal needs PostgreSQL 15 or newer.", id="portal.E002")]
    return []
