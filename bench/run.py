"""`make bench`: every page beside its floor, in the same server and the same run, so that only ratios count."""

from __future__ import annotations

import gzip
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import django

ROOT = Path(__file__).resolve().parent.parent
SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "100,1000,10000").split(",")]
ROUNDS, REQUESTS = 5, 12
RESULT = ROOT / ".local" / "bench.json"


@dataclass(frozen=True)
class Page:
    """A page of the bench: who opens it, and where it is once the data is loaded."""

    name: str
    who: str | None
    path: str
    is_write: bool = False


class Visitor:
    """One connection to the server, kept open, with somebody's session."""

    def __init__(self, port: int, session: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {"Cookie": f"sessionid={session}; csrftoken={'c' * 32}", "X-Forwarded-Proto": "https", "Host": "127.0.0.1"}

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, sent: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        from urllib.parse import urlencode

        form = urlencode({**sent, "csrfmiddlewaretoken": "c" * 32})
        return self._ask(
            "POST", path, form, {"Content-Type": "application/x-www-form-urlencoded", "Referer": "https://127.0.0.1/"}
        )

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        self.connection.request(method, path, body=body, headers={**self.headers, **headers})
        answer = self.connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()


def main() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
    django.setup()
    from tests import databases

    results: list[dict[str, Any]] = []
    _collect_static()
    for size in SIZES:
        name = databases.clone(databases.template(databases.DEMO), f"bench_{size}")
        try:
            results += _bench(name, size)
        finally:
            databases.drop(name)
    RESULT.write_text(json.dumps(results, indent=1))
    print(f"Written to {RESULT.relative_to(ROOT)}.")
    return 0


def _collect_static() -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "bench.settings", "DATABASE_URL": "postgres://nobody@/nothing"}
    subprocess.run(
        [sys.executable, "-W", "ignore", "manage.py", "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=environment, check=True
    )


def _bench(name: str, size: int) -> list[dict[str, Any]]:
    from bench import load
    from portal import localdb
    from tests import databases

    place = databases.server()
    started = time.monotonic()
    load.fill(f"host={place['host']} port={place['port']} dbname={name} user={localdb.SUPERUSER}", size)
    print(f"--- {size} actions, {10 * size} knelpunten, loaded in {time.monotonic() - started:.0f} s", flush=True)
    sessions, pages = _sessions_and_pages(name)
    with _server(name) as port:
        visitors = {who: Visitor(port, session) for who, session in sessions.items()}
        facts = {page.name: _facts(page, visitors[page.who or ""]) for page in pages}
        _write_floors(pages, facts)
        for page in pages:
            facts[page.name]["floor_queries"] = _floor_queries(page, visitors[page.who or ""])
        measured = {page.name: _measure(page, visitors[page.who or ""]) for page in pages}
    rows = [_row(page, size, facts[page.name], measured[page.name]) for page in pages]
    for row in rows:
        print(
            "{page:<14}{ratio_p50:>6.2f} ×   page {page_ms:>7.2f} ms   floor {floor_ms:>6.2f} ms   {queries:>2} queries (floor {floor_queries})   {html_gz_bytes:>6} B".format(
                **row
            ),
            flush=True,
        )
    return rows


def _sessions_and_pages(name: str) -> tuple[dict[str, str], list[Page]]:
    """Sign the visitors in, in the database of this run, and find the addresses to visit."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.db import connection

    from agenda.lists.models import Action
    from agenda.meetings.models import Meeting
    from portal.accounts.models import User

    connection.close()
    connection.settings_dict["NAME"] = name
    sessions = {"": "none"}
    for who in ("bureau", "netwerkmanager", "secretaris"):
        user = User.objects.get(email=f"{who}@demo.example.nl")
        store = SessionStore()
        store.update(
            {
                SESSION_KEY: str(user.pk),
                BACKEND_SESSION_KEY: "portal.accounts.backends.SeatBackend",
                HASH_SESSION_KEY: user.get_session_auth_hash(),
            }
        )
        store.create()
        sessions[who] = str(store.session_key)
    action, meeting = Action.objects.filter(list="actielijst").latest("pk"), Meeting.objects.filter(state="gesloten").latest("pk")
    connection.close()
    return sessions, [
        Page("yardstick", "bureau", "/themas/acute-onveiligheid/actielijst/"),
        Page("theme", "bureau", "/themas/acute-onveiligheid/"),
        Page("overzicht", "bureau", "/overzicht/"),
        Page("action", "bureau", f"/acties/{action.pk}/"),
        Page("onze-inbreng", "netwerkmanager", "/onze-inbreng/"),
        Page("meeting", "secretaris", f"/vergaderingen/{meeting.pk - 1}/"),
        Page("kader", None, "/kader/2024/focus-en-scope/"),
        Page("submit", "netwerkmanager", "/knelpunten/nieuw/", is_write=True),
    ]


class _server:  # noqa: N801  reads as what it is: with _server(name) as port
    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> int:
        from django.conf import settings

        from tests import databases
        from tests.journeys.serving import _free_port

        port = _free_port()
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "DATABASE_URL": databases.url(self.name, user="portal_app"),
        }
        environment["SECRET_KEY"] = settings.SECRET_KEY  # that which signed the visitors' sessions
        environment.pop("DEMO", None)
        command = [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "gunicorn",
            "portal.wsgi",
            "--bind",
            f"127.0.0.1:{port}",
            "--threads",
            "8",
            "--keep-alive",
            "600",
            "--log-level",
            "warning",
        ]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment)
        for _ in range(200):
            try:
                visitor = Visitor(port, "none")
                if visitor.get("/themas/")[0] == 200:
                    return port
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the portal did not answer")

    def __exit__(self, *error: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


def _facts(page: Page, visitor: Visitor) -> dict[str, Any]:
    """What one visit says: its bytes and its queries."""
    if page.is_write:
        return {"status": _submit(page, visitor), "queries": [], "body": b""}
    visitor.get(page.path)
    status, headers, body = visitor.get(page.path, **{"X-Count": "1"})
    if status != 200:
        raise RuntimeError(f"{page.name} answered {status}")
    asked = json.loads(headers["X-Queries"])
    return {"status": status, "queries": asked, "body": body}


def _submit(page: Page, visitor: Visitor, path: str | None = None) -> int:
    sent = {
        "key": str(uuid4()),
        "title": "Een knelpunt van de bench",
        "pattern": "Het loopt steeds weer vast.",
        "kind": "stelsel",
        "submit": "1",
    }
    status, _, body = visitor.post(path or page.path, sent)
    if status != 302:
        raise RuntimeError(f"{path or page.path} answered {status}: {body[:300]!r}")
    return status


def _write_floors(pages: list[Page], facts: dict[str, dict[str, Any]]) -> None:
    floors = {
        page.name: {"signed_in": page.who is not None, "path": page.path, "bytes": len(facts[page.name]["body"])}
        for page in pages
    }
    (ROOT / ".local" / "bench-floor.json").write_text(json.dumps(floors))


def _floor_queries(page: Page, visitor: Visitor) -> int:
    """How many queries the floor takes; a write's floor is counted by the statements it is written with."""
    if page.is_write:
        return 6
    _, headers, _ = visitor.get(f"/floor/{page.name}/", **{"X-Count": "1"})
    return len(json.loads(headers["X-Queries"]))


def _measure(page: Page, visitor: Visitor) -> dict[str, float]:
    """The median over the rounds of each round's medians, page and floor asked in turn."""
    ratios, pages_ms, floors_ms = [], [], []
    for _ in range(ROUNDS):
        timed: dict[str, list[float]] = {"page": [], "floor": []}
        for _ in range(REQUESTS):
            for which in ("page", "floor"):
                started = time.perf_counter()
                _visit(page, visitor, which)
                timed[which].append((time.perf_counter() - started) * 1000)
        page_ms, floor_ms = statistics.median(timed["page"]), statistics.median(timed["floor"])
        ratios.append(page_ms / floor_ms)
        pages_ms.append(page_ms)
        floors_ms.append(floor_ms)
    return {"ratio": statistics.median(ratios), "page": statistics.median(pages_ms), "floor": statistics.median(floors_ms)}


def _visit(page: Page, visitor: Visitor, which: str) -> None:
    if page.is_write:
        _submit(page, visitor, "/floor/write/" if which == "floor" else None)
        return
    status, _, _ = visitor.get(page.path if which == "page" else f"/floor/{page.name}/")
    if status != 200:
        raise RuntimeError(f"{which} of {page.name} answered {status}")


def _row(page: Page, size: int, facts: dict[str, Any], measured: dict[str, float]) -> dict[str, Any]:
    return {
        "page": page.name,
        "n": size,
        "ratio_p50": round(measured["ratio"], 2),
        "page_ms": round(measured["page"], 2),
        "floor_ms": round(measured["floor"], 2),
        "queries": len(facts["queries"]),
        "floor_queries": facts["floor_queries"],
        "html_gz_bytes": len(gzip.compress(facts["body"])) if facts["body"] else 0,
        "assets_gz_bytes": _assets(facts["body"].decode(errors="replace")),
    }


def _assets(html: str) -> int:
    """Style sheet compressed, and the fonts its text asks for: the serif only where there is something to read."""
    folder = ROOT / ".local" / "assets" / "portal"
    fonts = ["source-sans-3.woff2"] + (
        ["source-serif-4.woff2"] if re.search(r'class="(document|question|decision-text)', html) else []
    )
    return (
        len(gzip.compress((folder / "portal.css").read_bytes())) + sum((folder / font).stat().st_size for font in fonts)
        if html
        else 0
    )


if __name__ == "__main__":
    sys.exit(main())
