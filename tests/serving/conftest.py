"""A portal as it is served, on a PostgreSQL of its own that a test may stop, cut and start again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from portal.run.localdb import APP, DATABASE, OWNER, SUPERUSER, Cluster, binaries
from tests import databases
from tests.journeys.serving import free_port
from tests.serving.clients import visit

MAY_TAKE = 90  # seconds until a portal that starts answers, on a busy machine


@dataclass
class Served:
    """A portal under our own web server, and the database behind it."""

    port: int
    cluster: Cluster
    process: subprocess.Popen[bytes]
    temporary: Path

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def cut(self) -> int:
        """End every connection of the portal, while the server stays up."""
        with psycopg.connect(self.cluster.dsn(user=SUPERUSER), autocommit=True) as connection:
            ended = connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [APP])
            return len(ended.fetchall())

    def until_it_answers(self, path: str = "/themas/") -> float:
        started = time.monotonic()
        while time.monotonic() - started < MAY_TAKE:
            if visit(self.address(path), patience=5)[0] == 200:
                return time.monotonic() - started
            time.sleep(0.05)
        raise RuntimeError("the portal does not answer")


@pytest.fixture(scope="session")
def served(django_db_setup: None) -> Iterator[Served]:
    folder = Path(tempfile.mkdtemp(prefix="portal-serving-"))
    folder.chmod(0o755)
    cluster = Cluster(folder / "pg")
    cluster.ensure()
    _fill(cluster, folder)
    temporary = folder / "tmp"
    temporary.mkdir(mode=0o777)
    port = free_port()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "DEMO": "1",
        "TMPDIR": str(temporary),
        "DATABASE_URL": f"postgres://{APP}@/{DATABASE}?host={cluster.socket_folder}",
    }
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "gunicorn", "portal.wsgi", "--bind", f"127.0.0.1:{port}"],
        cwd=databases.ROOT,
        env=environment,
    )
    portal = Served(port, cluster, process, temporary)
    try:
        portal.until_it_answers()
        yield portal
    finally:
        process.terminate()
        process.wait(timeout=30)
        cluster.release()
        shutil.rmtree(folder, ignore_errors=True)


def _fill(cluster: Cluster, folder: Path) -> None:
    """The suite's template, carried over whole."""
    dump = folder / "dump"
    subprocess.run(
        [str(binaries() / "pg_dump"), "--format=custom", "--file", str(dump), databases.url(databases.template(databases.EMPTY))],
        check=True,
    )
    target = cluster.dsn(user=SUPERUSER)
    subprocess.run([str(binaries() / "pg_restore"), "--no-owner", "--role", OWNER, "--dbname", target, str(dump)], check=True)
