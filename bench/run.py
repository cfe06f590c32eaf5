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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import django

from portal.kit.opaque import of, write

ROOT = Path(__file__).resolve().parent.parent
SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "100,1000,10000").split(",")]
ROUNDS, REQUESTS = 5, 12
LOOKED_FOR = (
    ("title", "De wachtlijst bij de overdracht"),
    (
        "pattern",
        "Na ontslag uit detentie loopt de inschrijving vast op regiobinding, en daarmee de dagbesteding en de schuldhulp.",
    ),
)
DRAFTED = (("title", "Een knelpunt van de bench"), ("pattern", "Het loopt steeds weer vast."), ("kind", "stelsel"), ("save", "1"))
WEIGHED = (("belang", "4"), ("uitvoerbaarheid", "2"), ("impact", "3"), ("argument", "Dit kost onze mensen nu elke week tijd."))
JOINED = (("text", "Wij leveren een projectleider."), ("freed", "een adviseur, een dag per week"))
RESULT = ROOT / ".local" / "bench.json"


@dataclass(frozen=True)
class Page:
    """A page of the bench: who opens it, and where it is once the data is loaded."""

    name: str
    who: str | None
    path: str
    writes: tuple[str, ...] = ()  # where it writes, in turn; none for a page that is only read
    is_once: bool = False  # each address can be written to once
    sent: tuple[tuple[str, str], ...] = ()  # what a form sends that changes nothing


class Visitor:
    """One connection to the server, kept open, with somebody's session."""

    def __init__(self, port: int, session: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {"Cookie": f"sessionid={session}; csrftoken={'c' * 32}", "X-Forwarded-Proto": "https", "Host": "127.0.0.1"}

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        return self._ask("GET", path, None, headers)

    def ask(self, path: str) -> bytes:
        """The body of an answer that must be there."""
        status, _, body = self.get(path)
        if status != 200:
            raise RuntimeError(f"{path} answered {status}")
        return body

    def post(self, path: str, sent: dict[str, str], **headers: str) -> tuple[int, dict[str, str], bytes]:
        form = urlencode({**sent, "csrfmiddlewaretoken": "c" * 32})
        sending = {"Content-Type": "application/x-www-form-urlencoded", "Referer": "https://127.0.0.1/"}
        return self._ask("POST", path, form, {**sending, **headers})

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        self.connection.request(method, path, body=body, headers={**self.headers, **headers})
        answer = self.connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()


def main() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
    django.setup()
    from bench import peer
    from tests import databases

    results: list[dict[str, Any]] = []
    _collect_static()
    for size in SIZES:
        name = databases.clone(databases.template(databases.DEMO), f"bench_{size}")
        try:
            results += _bench(name, size)
        finally:
            databases.drop(name)
            peer.drop()
    RESULT.write_text(json.dumps(results, indent=1))
    print(f"Written to {RESULT.relative_to(ROOT)}.")
    return 0


def _collect_static() -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "bench.settings", "DATABASE_URL": "postgres://nobody@/nothing"}
    subprocess.run(
        [sys.executable, "-W", "ignore", "manage.py", "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=environment, check=True
    )


def _bench(name: str, size: int) -> list[dict[str, Any]]:
    from bench import agreements, editions, load, paint, plans, polling
    from portal.run import localdb
    from tests import databases

    place = databases.server()
    started = time.monotonic()
    load.fill(f"host={place['host']} port={place['port']} dbname={name} user={localdb.SUPERUSER}", size)
    editions.fill(name)
    agreements.fill(name)
    plans.fill(name)
    print(f"--- {size} actions, {10 * size} knelpunten, loaded in {time.monotonic() - started:.0f} s", flush=True)
    sessions, pages = _sessions_and_pages(name)
    with _portal(name) as port:
        visitors = {who: Visitor(port, session) for who, session in sessions.items()}
        facts = {page.name: _facts(page, visitors[page.who or ""]) for page in pages}
        _write_floors(pages, facts)
        for page in pages:
            facts[page.name]["floor_queries"] = _floor_queries(page, visitors[page.who or ""])
        rows = []
        for page in pages:
            visitor = visitors[page.who or ""]
            most = (len(page.writes) - 2) // (2 * ROUNDS) if page.is_once else REQUESTS
            measured = _measure(
                partial(_visit, page, visitor, "page"), partial(_visit, page, visitor, "floor"), min(most, REQUESTS)
            )
            rows.append(_row(page, size, facts[page.name], measured))
            _print(rows[-1])
            if page.name == "kader":
                rows.append(_beside_wagtail_start(page, size, visitor, facts[page.name]))
                _print(rows[-1])
        print(polling.words(visitors["stuurgroep"], port, name), flush=True)
        painted = paint.beside_floor(port, sessions["bureau"], "/themas/acute-onveiligheid/", "/floor/theme/")
        print(
            "{page:<20}{ratio:>6.2f} ×   page {page_ms:>7} ms   floor {floor_ms:>6} ms   layout shift {shift}".format(**painted),
            flush=True,
        )
    return rows


def _print(row: dict[str, Any]) -> None:
    shape = (
        "{page:<20}{ratio_p50:>6.2f} ×   page {page_ms:>7.2f} ms   floor {floor_ms:>6.2f} "
        "ms   {queries:>2} queries (floor {floor_queries})   {html_gz_bytes:>6} B"
    )
    print(shape.format(**row), flush=True)


def _sessions_and_pages(name: str) -> tuple[dict[str, str], list[Page]]:
    """Sign the visitors in, in the database of this run, and find the addresses to visit."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.db import connection

    from agenda.lists.models import Action, Contribution
    from agenda.meetings.models import Meeting
    from agenda.ratification.models import Agreement
    from bench.agreements import TITLE
    from portal.accounts.models import User
    from portal.kit import clock

    connection.close()
    connection.settings_dict["NAME"] = name
    sessions = {"": "none"}
    for who in ("bureau", "netwerkmanager", "secretaris", "stuurgroep", "klankbordgroep"):
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
    wished = list(Action.objects.filter(list="voorraadlijst").values_list("pk", flat=True)[:40])
    mine = Contribution.objects.filter(membership__organisation__slug="valente", left_at__isnull=True)
    joinable = list(
        Action.objects.exclude(list="gereedlijst").exclude(pk__in=mine.values("action")).values_list("pk", flat=True)[:70]
    )
    agreement = Agreement.objects.get(title=TITLE)
    action, meeting = (
        Action.objects.filter(list="actielijst").latest("pk"),
        Meeting.objects.filter(items__papers__title="Stuk 0").get(),
    )
    connection.close()
    return sessions, [
        Page("yardstick", "bureau", "/themas/acute-onveiligheid/actielijst/"),
        Page("theme", "bureau", "/themas/acute-onveiligheid/"),
        Page("werkagenda", "bureau", "/acties/"),
        Page("as-of", "bureau", "/themas/acute-onveiligheid/terugkijken/?op=2021-11-24"),
        Page("brief", "stuurgroep", "/sinds-de-vorige/"),
        Page("overzicht", "bureau", "/overzicht/"),
        Page("action", "bureau", f"/acties/{of(action)}/"),
        Page("onze-inbreng", "netwerkmanager", "/onze-inbreng/"),
        Page("meeting", "secretaris", f"/vergaderingen/{of(meeting)}/"),
        Page("agreement", "stuurgroep", f"/afspraken/{of(agreement)}/"),
        Page("monitor", "bureau", f"/samenwerkingsagenda/monitor/?jaar={clock.today().year}"),
        Page("kader", None, "/kader/2024/focus-en-scope/"),
        Page("kader-whole", None, "/bench-kader/e1/hele-tekst/"),
        Page("kader-compare", None, "/bench-kader/e2/vergelijk/e1/"),
        Page("kader-search", None, "/bench-kader/zoeken/?q=overlast+regio"),
        Page("knelpunten", "bureau", "/knelpunten/"),
        Page("search", "bureau", "/knelpunten/?q=wachtlijst+overdracht"),
        Page("look-alikes", "netwerkmanager", "/knelpunten/lijkt-op/", sent=LOOKED_FOR),
        Page("worklist", "bureau", "/knelpunten/beoordelen/"),
        Page("radar", "bureau", "/knelpunten/radar/"),
        Page("radar-house", "netwerkmanager", "/knelpunten/radar/"),
        Page("draft", "netwerkmanager", "/knelpunten/nieuw/", writes=("/knelpunten/nieuw/",), sent=DRAFTED),
        Page("weigh", "stuurgroep", "", writes=tuple(f"/acties/{write('action', pk)}/wegen/" for pk in wished), sent=WEIGHED),
        Page(
            "join",
            "klankbordgroep",
            "",
            writes=tuple(f"/acties/{write('action', pk)}/meedoen/" for pk in joinable),
            sent=JOINED,
            is_once=True,
        ),
    ]


@contextmanager
def _serving(application: str, folder: Path, environment: dict[str, str], ready: str) -> Iterator[int]:
    """The port of this application under gunicorn, once it answers."""
    from tests.journeys.serving import free_port

    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}"]
    command += ["--threads", "8", "--keep-alive", "600", "--log-level", "warning"]
    process = subprocess.Popen(command, cwd=folder, env=environment)
    try:
        _wait_for(Visitor(port, "none"), ready)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(visitor: Visitor, path: str) -> None:
    for _ in range(200):
        try:
            if visitor.get(path)[0] == 200:
                return
        except OSError:
            visitor.connection.close()
        time.sleep(0.1)
    raise RuntimeError(f"{path} did not answer")


def _portal(name: str) -> Any:
    from django.conf import settings

    from tests import databases

    # The key is the one that signed the visitors' sessions.
    chosen = {
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "DATABASE_URL": databases.url(name, user="portal_app"),
        "SECRET_KEY": settings.SECRET_KEY,
    }
    environment = {key: value for key, value in os.environ.items() if key != "DEMO"} | chosen
    return _serving("portal.wsgi", ROOT, environment, "/themas/")


def _beside_wagtail_start(page: Page, size: int, visitor: Visitor, facts: dict[str, Any]) -> dict[str, Any]:
    """The anonymous chapter beside a page with the same words on a site made by `wagtail start`."""
    from bench import peer

    words = re.search(r'<div class="document">(.*)</div>\s*<nav class="prev-next', facts["body"].decode(), re.S)
    peer.make(words[1] if words else "")
    with _serving("peer.wsgi", peer.FOLDER, peer.environment(), "/focus-en-scope/") as port:
        other = Visitor(port, "none")
        measured = _measure(lambda: visitor.ask(page.path), lambda: other.ask("/focus-en-scope/"))
    return {**_row(page, size, facts, measured), "page": "kader-wagtail-start", "floor_queries": 0}


def _facts(page: Page, visitor: Visitor) -> dict[str, Any]:
    """What one visit says: its bytes and its queries."""
    if page.writes:
        return {"queries": _queries(_write(page, visitor, "page", counted=True)), "body": b""}
    _answer(page, visitor)
    status, headers, body = _answer(page, visitor, **{"X-Count": "1"})
    if status != 200:
        raise RuntimeError(f"{page.name} answered {status}")
    return {"queries": _queries(headers), "body": body}


def _answer(page: Page, visitor: Visitor, **headers: str) -> tuple[int, dict[str, str], bytes]:
    return visitor.post(page.path, dict(page.sent), **headers) if page.sent else visitor.get(page.path, **headers)


def _queries(headers: dict[str, str]) -> list[str]:
    """What was asked of the database, savepoints and the like left out."""
    return [sql for sql in json.loads(headers["X-Queries"]) if not sql.startswith(("SAVEPOINT", "RELEASE"))]


WRITTEN: dict[str, int] = {}  # how often each page wrote, so that each goes on where it was


def _write(page: Page, visitor: Visitor, which: str, *, counted: bool = False) -> dict[str, str]:
    """Send the form, at the next address of its row, as htmx would; beside it the same inserts for the same thing."""
    turn = WRITTEN[page.name] = WRITTEN.get(page.name, -1) + 1
    path = page.writes[turn % len(page.writes)]
    sent = {**dict(page.sent), "key": str(uuid4())}
    if which == "floor":
        sent, path = {**sent, "pk": re.sub(r"\D", "", path) or "0"}, f"/floor/write/{page.name}/"
    status, headers, body = visitor.post(path, sent, **{"HX-Request": "true"}, **({"X-Count": "1"} if counted else {}))
    if status != 302:
        raise RuntimeError(f"{path} answered {status}: {body[:300]!r}")
    return headers


def _write_floors(pages: list[Page], facts: dict[str, dict[str, Any]]) -> None:
    floors = {
        page.name: {"signed_in": page.who is not None, "path": page.path, "bytes": len(facts[page.name]["body"])}
        for page in pages
    }
    (ROOT / ".local" / "bench-floor.json").write_text(json.dumps(floors))


def _floor_queries(page: Page, visitor: Visitor) -> int:
    if page.writes:
        return len(_queries(_write(page, visitor, "floor", counted=True)))
    _, headers, _ = visitor.get(f"/floor/{page.name}/", **{"X-Count": "1"})
    return len(_queries(headers))


def _measure(page: Callable[[], Any], floor: Callable[[], Any], requests: int = REQUESTS) -> dict[str, float]:
    """The median over the rounds of each round's medians, page and floor asked in turn."""
    ratios, pages_ms, floors_ms = [], [], []
    for _ in range(ROUNDS):
        timed: tuple[list[float], list[float]] = ([], [])
        for _ in range(requests):
            for times, ask in zip(timed, (page, floor), strict=True):
                started = time.perf_counter()
                ask()
                times.append((time.perf_counter() - started) * 1000)
        page_ms, floor_ms = statistics.median(timed[0]), statistics.median(timed[1])
        ratios.append(page_ms / floor_ms)
        pages_ms.append(page_ms)
        floors_ms.append(floor_ms)
    return {"ratio": statistics.median(ratios), "page": statistics.median(pages_ms), "floor": statistics.median(floors_ms)}


def _visit(page: Page, visitor: Visitor, which: str) -> None:
    if page.writes:
        _write(page, visitor, which)
        return
    if which == "floor":
        visitor.ask(f"/floor/{page.name}/")
    elif (status := _answer(page, visitor)[0]) != 200:
        raise RuntimeError(f"{page.path} answered {status}")


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
