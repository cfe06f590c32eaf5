"""`make run`, as a process: it says where to go, keeps what is there, and takes everything down again."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.run.localdb import PROJECT, Cluster
from tests.localdb.test_localdb import until

WAIT = 300  # the first start migrates and tells the whole demo; beside a busy suite that takes minutes


@pytest.fixture
def surroundings() -> Iterator[dict[str, str]]:
    """An environment with a database folder and a port of its own, and no database named from outside."""
    folder = Path(tempfile.mkdtemp(prefix="portal-serve-"))
    folder.chmod(0o755)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    yield environment | {"PORTAL_POSTGRES_HOME": str(folder / "pg"), "PORT": str(port), "DEMO": "1"}
    shutil.rmtree(folder, ignore_errors=True)


def start(environment: dict[str, str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "ignore", "-m", "portal.run.serve"]
    return subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def read_until(server: subprocess.Popen[str], words: str) -> str:
    deadline = time.monotonic() + WAIT
    while time.monotonic() < deadline:
        line = server.stdout.readline()  # type: ignore[union-attr]
        if words in line:
            return line
        if not line and server.poll() is not None:
            pytest.fail(f"it ended: {server.stderr.read()}")  # type: ignore[union-attr]
    pytest.fail("it did not say so in time")


def answers(port: str) -> bool:
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/themas/", timeout=5) as response:
                return bool(response.status == 200)
        except OSError:
            time.sleep(0.2)
    return False


def test_run_serves_keeps_what_is_there_and_takes_everything_down_again(surroundings: dict[str, str]) -> None:
    """The first start fills the database; the second finds it filled, and each of the two signals ends all of it."""
    postmaster = Cluster(Path(surroundings["PORTAL_POSTGRES_HOME"])).data / "postmaster.pid"
    for stop, first_words in ((signal.SIGINT, "De database wordt klaargezet"), (signal.SIGTERM, "Het portaal staat op")):
        server = start(surroundings)
        first_line = server.stdout.readline()  # type: ignore[union-attr]
        assert first_line.startswith(first_words), "a start that finds all as it left it prepares nothing"
        address = first_line if "Het portaal" in first_line else read_until(server, "Het portaal staat op")
        assert f":{surroundings['PORT']}/" in address
        assert "netwerkmanager" in read_until(server, "Kies een demopersoon")
        assert answers(surroundings["PORT"])
        second = start(surroundings)
        assert second.wait(timeout=WAIT) == 1
        assert f"Poort {surroundings['PORT']} is al in gebruik" in second.stderr.read()  # type: ignore[union-attr]
        server.send_signal(stop)
        assert server.wait(timeout=60) == 0
        until(lambda: not postmaster.exists())
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", int(surroundings["PORT"]))) != 0
