"""Which PostgreSQL, and how its connections are kept: from DATABASE_URL, or the embedded cluster where that is allowed."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import make_conninfo

from portal.run import localdb

FORM = "DATABASE_URL must name a PostgreSQL database, 15 or newer (postgres://user@host/name). SQLite is not supported."
OF_DJANGO = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
# A server that is gone is noticed in seconds, not in the quarter of an hour that TCP waits.
PATIENCE = {
    "connect_timeout": "2",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}
# No page takes half a minute for one statement: whoever waits that long has left.
OF_THE_WEB = "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"


def database_from(url: str) -> dict[str, Any]:
    """Django's settings for a DATABASE_URL of the form postgres://user:password@host:port/name?sslmode=verify-full.

    Whatever libpq knows may stand behind the question mark; what it does not know stops the start.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(FORM) from error
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    named = {
        "dbname": unquote(parts.path.lstrip("/")),
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "host": unquote(parts.hostname or ""),
        "port": str(port or ""),
    }
    named |= {name: asked.pop(name) for name in OF_DJANGO if name in asked}
    if parts.scheme not in ("postgres", "postgresql") or not named["dbname"] or not _is_port(named["port"]):
        raise ImproperlyConfigured(FORM)
    _refuse_unknown(asked)
    return {"ENGINE": "django.db.backends.postgresql", "OPTIONS": PATIENCE | asked} | {
        theirs: named[ours] for ours, theirs in OF_DJANGO.items()
    }


def _is_port(text: str) -> bool:
    return not text or (text.isdecimal() and 0 < int(text) < 65536)


def _refuse_unknown(asked: dict[str, str]) -> None:
    for name, value in asked.items():
        try:
            make_conninfo("", **{name: value})
        except ProgrammingError as error:
            raise ImproperlyConfigured(f"DATABASE_URL asks for '{name}', which PostgreSQL's libpq does not know.") from error


def embedded_database() -> dict[str, Any]:
    """The embedded cluster, started when this process is the first to need it.

    Commands run as its owner. The web runs as the role that owns nothing: PORTAL_DATABASE_ROLE.
    """
    cluster = localdb.ensure()
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": localdb.DATABASE,
        "USER": os.environ.get("PORTAL_DATABASE_ROLE", localdb.OWNER),
        "HOST": str(cluster.socket_folder),
        "PORT": str(localdb.PORT),
        "OPTIONS": dict(PATIENCE),
    }


def kept(database: dict[str, Any]) -> dict[str, Any]:
    """Each thread that answers requests keeps a connection of its own and looks at the
    start of each request whether it still works.

    There are as many threads as the server has, so there is nothing to share out; a connection that was cut is replaced at once.
    """
    database["CONN_HEALTH_CHECKS"] = True
    if os.environ.get("PORTAL_WEB"):
        options = database["OPTIONS"]
        options["options"] = f"{OF_THE_WEB} {options.get('options', '')}".strip()
        database["CONN_MAX_AGE"] = None
    return database
