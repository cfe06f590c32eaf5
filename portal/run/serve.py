"""`make run`: everything the portal needs, brought up in order, supervised, and taken down again on SIGINT or SIGTERM."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import FrameType

HOST = "127.0.0.1"
STOP_SECONDS = 15
LOOK = 0.1  # seconds between two looks whether the web listens


def main(arguments: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.local")
    if arguments == ["fresh"]:
        return _tell_afresh()
    if arguments == ["prepare"]:
        prepare()
        return 0
    port = int(os.environ.get("PORT", "8000"))
    if not _is_free(port):
        print(f"Poort {port} is al in gebruik. Kies een andere, bijvoorbeeld: PORT={port + 1} make run", file=sys.stderr)
        return 1
    prepare()
    return _serve(port)


def prepare() -> None:
    """Have the database as this code makes it, and filled once.

    What is there stays; where nothing is to be done, Django is not even read.
    """
    from portal.run import localdb, prepared

    if not prepared.is_ready():
        print("De database wordt klaargezet …", flush=True)
        _bring_up_to_date()
        prepared.mark()
    if not os.environ.get("DATABASE_URL"):
        os.environ["PORTAL_DATABASE_ROLE"] = localdb.APP  # for the web and the worker


def _bring_up_to_date() -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    if settings.DEMO:
        call_command("demo", once=True)
    connections.close_all()


def _tell_afresh() -> int:
    """Empty the embedded database and tell the demo story again. Never touches a database named by DATABASE_URL."""
    from portal.run import localdb

    if os.environ.get("DATABASE_URL"):
        print("make demo werkt alleen met de ingebouwde database: haal DATABASE_URL weg.", file=sys.stderr)
        return 1
    localdb.ensure().recreate(localdb.DATABASE)
    shutil.rmtree(localdb.PROJECT / ".local" / "private", ignore_errors=True)  # the files were that database's
    prepare()
    return 0


def _serve(port: int) -> int:
    """Web and worker side by side. The worker is started again when it ends; when the web ends, everything does."""
    from portal.run import localdb

    web = _start(
        "gunicorn",
        "portal.wsgi",
        "--config",
        str(localdb.PROJECT / "gunicorn.conf.py"),
        "--bind",
        f"{HOST}:{port}",
    )
    stopping = threading.Event()

    def stop(signum: int, frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    while not stopping.is_set() and web.poll() is None and _is_free(port):
        time.sleep(LOOK)
    worker = _start_worker()  # after the web: the first page does not wait for what sends mail
    if not stopping.is_set() and web.poll() is None:
        _welcome(port)
    while not stopping.wait(0.5) and web.poll() is None:
        if worker.poll() is not None:
            worker = _start_worker()
    code = web.poll()
    for process in (web, worker):
        _end(process)
    print("Gestopt.", flush=True)
    return code or 0


def _start(*module: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", *module], start_new_session=True)


def _start_worker() -> subprocess.Popen[bytes]:
    """What sends the mail. It waits for work; nothing is lost while it is away."""
    return _start("portal.run.work")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _welcome(port: int) -> None:
    from django.conf import settings

    print(f"Het portaal staat op http://{HOST}:{port}/ (stoppen met Ctrl+C).", flush=True)
    if settings.DEMO:
        from portal.demo.rows import told

        roles = ", ".join(row["role"] for row in told("persons"))
        print(f"Kies een demopersoon op http://{HOST}:{port}/demo/: {roles}.", flush=True)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
