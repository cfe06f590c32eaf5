"""The embedded server: up for the first, down after the last, however they end; on long paths; with and without root."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from portal.run.localdb import LONGEST_SOCKET_FOLDER, PROJECT, Cluster

WAIT = 25


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder for a cluster of the test's own; whatever still runs there is stopped."""
    folder = Path(tempfile.mkdtemp(prefix="portal-localdb-"))
    folder.chmod(0o755)
    yield folder / "pg"
    cluster = Cluster(folder / "pg")
    if (pid := postmaster(cluster)) and alive(pid):
        os.kill(pid, signal.SIGQUIT)
        until(lambda: not alive(pid))
    shutil.rmtree(folder, ignore_errors=True)


def python_for_everyone() -> str:
    """An interpreter of our version that another account may run; root's own often lies where nobody else can go."""
    wanted = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for candidate in (sys.executable, f"/usr/local/bin/{wanted}", f"/usr/bin/{wanted}"):
        real = Path(candidate).resolve()
        if real.exists() and all(folder.stat().st_mode & 0o001 for folder in real.parents):
            return candidate
    pytest.skip("every interpreter of this version lies where only root can go")


def hold(home: Path, python: str = sys.executable, **options: object) -> subprocess.Popen[str]:
    """A process that uses the cluster until its input closes or it is killed."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path.endswith("site-packages"))}
    client = subprocess.Popen(
        [python, "-W", "ignore", "-m", "portal.run.localdb", "hold", str(home)],
        cwd=PROJECT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        **options,
    )  # type: ignore[call-overload]
    assert client.stdout.readline() == "up\n"
    return client


def let_go(client: subprocess.Popen[str]) -> None:
    client.stdin.close()  # type: ignore[union-attr]
    assert client.wait(timeout=WAIT) == 0


def postmaster(cluster: Cluster) -> int | None:
    try:
        return int((cluster.data / "postmaster.pid").read_text().splitlines()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z" if Path(f"/proc/{pid}").exists() else True


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WAIT
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def test_the_last_one_out_stops_the_server_before_it_ends(home: Path) -> None:
    cluster = Cluster(home)
    first, second = hold(home), hold(home)
    let_go(first)
    assert cluster.is_up()
    let_go(second)
    assert postmaster(cluster) is None


@pytest.mark.parametrize("ended_by", [signal.SIGKILL, signal.SIGTERM])
def test_a_client_that_is_ended_leaves_no_server_behind(home: Path, ended_by: signal.Signals) -> None:
    cluster = Cluster(home)
    client = hold(home)
    server = postmaster(cluster)
    client.send_signal(ended_by)
    until(lambda: not alive(server))  # type: ignore[arg-type]


def test_killing_one_client_leaves_the_other_its_server(home: Path) -> None:
    cluster = Cluster(home)
    stays, goes = hold(home), hold(home)
    goes.kill()
    goes.wait()
    time.sleep(2.5)
    assert cluster.is_up()
    let_go(stays)


def test_a_killed_postmaster_comes_back_for_who_still_uses_it(home: Path) -> None:
    cluster = Cluster(home)
    client = hold(home)
    os.kill(postmaster(cluster), signal.SIGKILL)  # type: ignore[arg-type]
    until(cluster.is_up)
    let_go(client)
    until(lambda: postmaster(cluster) is None)


def test_a_killed_postmaster_does_not_stop_the_next_client(home: Path) -> None:
    cluster = Cluster(home)
    client = hold(home)
    os.kill(postmaster(cluster), signal.SIGKILL)  # type: ignore[arg-type]
    other = hold(home)
    assert cluster.is_up()
    let_go(client)
    let_go(other)


def test_what_was_written_is_there_the_next_time(home: Path) -> None:
    cluster = Cluster(home)
    client = hold(home)
    with psycopg.connect(cluster.dsn()) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('één')")
    let_go(client)
    client = hold(home)
    with psycopg.connect(cluster.dsn()) as connection:
        assert connection.execute("SELECT upper(word) FROM kept").fetchone() == ("ÉÉN",)
    let_go(client)


def test_six_clients_at_once_make_one_cluster(home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-W", "ignore", "-m", "portal.run.localdb", "hold", str(home)]
    clients = [subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(6)]
    assert [client.stdout.readline() for client in clients] == ["up\n"] * 6  # type: ignore[union-attr]
    for client in clients:
        let_go(client)
    assert postmaster(Cluster(home)) is None


def test_two_clones_each_have_their_own_server(home: Path) -> None:
    first, second = hold(home), hold(home.parent / "other")
    assert postmaster(Cluster(home)) != postmaster(Cluster(home.parent / "other"))
    let_go(first)
    assert Cluster(home.parent / "other").is_up()
    let_go(second)


def test_a_long_path_gets_a_short_socket_folder(home: Path) -> None:
    far = home / "/".join(["a-rather-long-folder-name"] * 5)
    assert len(str(Cluster(far).socket_folder)) <= LONGEST_SOCKET_FOLDER
    client = hold(far)
    assert Cluster(far).is_up()
    let_go(client)


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_as_root_an_unprivileged_account_runs_the_server(home: Path) -> None:
    client = hold(home)
    pid = postmaster(Cluster(home))
    assert Path(f"/proc/{pid}").stat().st_uid != 0
    let_go(client)


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_without_root_one_runs_it_oneself(home: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    os.chown(home.parent, nobody.pw_uid, nobody.pw_gid)
    client = hold(home, python=python_for_everyone(), user=nobody.pw_uid, group=nobody.pw_gid, extra_groups=[])
    assert Path(f"/proc/{postmaster(Cluster(home))}").stat().st_uid == nobody.pw_uid
    let_go(client)


def test_the_server_listens_on_no_network_address(home: Path) -> None:
    client = hold(home)
    with psycopg.connect(Cluster(home).dsn()) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    let_go(client)
