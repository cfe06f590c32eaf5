"""A portal under gunicorn on a database of its own, for journeys and screenshots."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import psycopg

from portal.demo.script import key_of
from portal.kit.opaque import kind_of, write
from portal.urls import OURS
from tests import databases
from tests.databases import ROOT


@dataclass(frozen=True)
class Portal:
    """A portal that runs, and where in it the things are that the demo story names."""

    root: str
    keys: dict[UUID, str]
    database: str
    environment: dict[str, str]

    def delivers(self) -> None:
        """The worker sends the letters that wait, and stops."""
        command = [sys.executable, "-W", "ignore", "manage.py", "procrastinate", "worker", "--one-shot", "--queues", "letters"]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True, capture_output=True, timeout=120)

    def address(self, path: str) -> str:
        """The address of a path in which `{action:nacht}` stands for the word of what the story calls so."""
        return self.root + _addressed(path, self.keys)


def addresses_in(database: str) -> Callable[[str], str]:
    """The same without an answering portal: writes the address of a path in a database that holds the demo."""
    keys = _keys(database)
    return lambda path: _addressed(path, keys)


def _addressed(path: str, keys: dict[UUID, str]) -> str:
    return NAMED.sub(lambda found: keys[key_of(found[1], found[2])], path)


NAMED = re.compile(r"\{(\w+):([^}]+)\}")


def _keys(database: str) -> dict[UUID, str]:
    with psycopg.connect(databases.url(database)) as connection:
        keyed = {
            key: write(kind_of(model), pk)
            for model in OURS
            if any(field.name == "key" for field in model._meta.fields)
            for key, pk in connection.execute(f"SELECT key, id FROM {model._meta.db_table}")
        }
        editions = connection.execute(
            "SELECT d.slug || '-' || e.label, e.id FROM documents_edition e JOIN documents_document d ON d.id = e.document_id"
        )
        texts = connection.execute("SELECT title, id FROM knelpunten_reasontext")
        tables = connection.execute("SELECT slug, id FROM network_policytable")
        seats = connection.execute(
            "SELECT split_part(u.email, '@', 1), s.id FROM network_seat s JOIN accounts_user u ON u.id = s.user_id"
        )
        reports = connection.execute("SELECT id FROM privacy_report")
        removals = connection.execute("SELECT id FROM privacy_removalrequest")
        return (
            keyed
            | {key_of("edition", name): write("edition", pk) for name, pk in editions}
            | {key_of("text", title): write("reasontext", pk) for title, pk in texts}
            | {key_of("table", slug): write("policytable", pk) for slug, pk in tables}
            | {key_of("seat", name): write("seat", pk) for name, pk in seats}
            | {key_of("report", "gemeld"): write("report", pk) for (pk,) in reports}
            | {key_of("removal", "standpunt"): write("removalrequest", pk) for (pk,) in removals}
        )


@contextmanager
def running_portal(mail_folder: Path, *, is_told: bool = True) -> Iterator[Portal]:
    """A portal that serves a clone of the demo, as the database role that owns nothing; or one on its first day."""
    template = databases.template(databases.DEMO if is_told else databases.EMPTY)
    name = databases.clone(template, f"journey_{uuid4().hex[:10]}")
    if not is_told:
        databases.manage(name, "shell", "-c", "from portal.demo.people import seat_everybody; seat_everybody()")
    keys, port = _keys(name), free_port()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "DATABASE_URL": databases.url(name, user="portal_app"),
        "DEMO": "1",
        "PORT": str(port),
        "PORTAL_MAIL_FOLDER": str(mail_folder),
    }
    command = [sys.executable, "-W", "ignore", "-m", "gunicorn", "portal.wsgi", "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen([*command, "--threads", "4", "--log-level", "warning"], cwd=ROOT, env=environment)
    try:
        _wait_for(f"http://127.0.0.1:{port}/themas/", server)
        yield Portal(f"http://127.0.0.1:{port}", keys, name, environment)
    finally:
        server.terminate()
        server.wait(timeout=20)
        databases.drop(name)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(150):
        if server.poll() is not None:
            raise RuntimeError("the portal did not start")
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the portal did not answer in time")
