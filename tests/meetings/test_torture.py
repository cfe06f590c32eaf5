"""A hundred times PostgreSQL and the worker are killed with -9 while somebody writes: nothing that was acknowledged is lost.

A negative control lets PostgreSQL acknowledge before it wrote, and must then see loss: a test that cannot see it proves nothing.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from portal.run.localdb import Cluster
from tests.databases import ROOT

pytestmark = pytest.mark.torture
KILLS = int(os.environ.get("KILLS", "100"))
PATIENCE = 60  # seconds for a server to come back


@pytest.fixture
def home() -> Iterator[Path]:
    """A place for a server of its own."""
    place = Path(tempfile.mkdtemp(prefix="portal-torture-"))
    place.chmod(0o755)
    yield place
    shutil.rmtree(place, ignore_errors=True)


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    chosen = {
        "PORTAL_POSTGRES_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "PORTAL_MAIL_FOLDER": str(home / "mail"),
    }
    return {**kept, **chosen, **more}


def surviving(home: Path, *what: str, **more: str) -> Any:
    """The answer of one command of `surviving`."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.meetings.surviving", *what]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(home, **more), capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])[1]


def acknowledged(said: Path) -> int:
    return said.read_text().count('["note"') if said.exists() else 0


def wait_for_more(said: Path, than: int) -> None:
    for _ in range(PATIENCE * 20):
        if acknowledged(said) > than + 2:
            return
        time.sleep(0.05)
    raise AssertionError(f"nothing was acknowledged any more: {said.read_text()[-500:]}")


def worker(home: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-W", "ignore", "-m", "portal.run.work"]
    return subprocess.Popen(command, cwd=ROOT, env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill_under_load(home: Path, kills: int, *, with_worker: bool, **more: str) -> Path:
    """Kill PostgreSQL so many times while somebody writes, and the worker with it. Returns what the writer said."""
    said, cluster, chance = home / "said.jsonl", Cluster(home), random.Random(20261126)  # noqa: S311
    command = [sys.executable, "-W", "ignore", "-m", "tests.meetings.surviving", "write"]
    with said.open("w") as out:
        writer = subprocess.Popen(command, cwd=ROOT, env=environment(home, **more), stdout=out, stderr=subprocess.STDOUT)
        working = worker(home) if with_worker else None
        try:
            for _ in range(kills):
                wait_for_more(said, acknowledged(said))
                time.sleep(chance.uniform(0.05, 0.4))
                os.kill(int((cluster.data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
                if working:
                    working.kill()
                    working.wait()
                    working = worker(home)
            wait_for_more(said, acknowledged(said))
        finally:
            writer.kill()
            writer.wait()
            if working:
                working.terminate()
                working.wait(timeout=30)
    return said


def test_nothing_acknowledged_is_lost_when_servers_are_killed_a_hundred_times(home: Path) -> None:
    keeper = Cluster(home)
    surviving(home, "prepare")
    keeper.ensure()  # so that the server is not stopped between two commands
    try:
        said = kill_under_load(home, KILLS, with_worker=True)
        drain(home, str(said))
        found = surviving(home, "verify", str(said))
    finally:
        keeper.release()
    print(json.dumps(found))
    assert found["notes"] > KILLS
    assert (found["lost_decisions"], found["lost_notes"], found["lost_on_the_way"], found["findings"]) == (0, 0, [], [])
    assert found["unsent"] == 0, "work that a killed worker had taken is given back"


def drain(home: Path, said: str) -> None:
    """Let a worker that nobody kills do what is left."""
    working = worker(home)
    try:
        for _ in range(20):
            if surviving(home, "verify", said)["unsent"] == 0:
                return
            time.sleep(10)
    finally:
        working.terminate()
        working.wait(timeout=30)


def test_a_server_that_acknowledges_too_early_is_seen_to_lose(home: Path) -> None:
    keeper = Cluster(home)
    surviving(home, "prepare")
    keeper.ensure()
    try:
        said = kill_under_load(home, 12, with_worker=False, PGOPTIONS="-c synchronous_commit=off")
        found = surviving(home, "verify", str(said))
    finally:
        keeper.release()
    print(json.dumps(found))
    assert found["lost_on_the_way"] or found["lost_decisions"], "the control must see loss"
