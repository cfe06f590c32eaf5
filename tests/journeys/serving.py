"""A portal under gunicorn on a database of its own, for journeys and screenshots."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from tests import databases
from tests.databases import ROOT


@contextmanager
def running_portal(mail_folder: Path) -> Iterator[str]:
    """The address of a portal that serves a clone of the demo, as the database role that owns nothing."""
    name = databases.clone(databases.template(databases.DEMO), f"journey_{uuid4().hex[:10]}")
    port = _free_port()
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
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)
        databases.drop(name)


def _free_port() -> int:
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
