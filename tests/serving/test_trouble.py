"""The database is cut off, away or unwilling: nobody gets a fault, everybody hears
when to try again, and nothing that was sent is lost."""

from __future__ import annotations

import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.db import InterfaceError, InternalError, OperationalError, connection
from django.test import Client
from django.urls import reverse
from psycopg import errors
from psycopg_pool import PoolTimeout

from portal.kit.routes import routes
from tests import factories as make
from tests.house.addresses import filled
from tests.serving.clients import visit
from tests.serving.conftest import Served

BACKEND = "portal.accounts.backends.SeatBackend"
KINDS: dict[str, tuple[type[Exception], Exception]] = {
    "connection lost": (OperationalError, psycopg.OperationalError("the connection is lost")),
    "cut by the administrator": (OperationalError, errors.AdminShutdown()),
    "starting or stopping": (OperationalError, errors.CannotConnectNow()),
    "too many connections": (OperationalError, errors.TooManyConnections()),
    "disk full": (OperationalError, errors.DiskFull()),
    "statement timeout": (OperationalError, errors.QueryCanceled()),
    "lock timeout": (OperationalError, errors.LockNotAvailable()),
    "deadlock": (OperationalError, errors.DeadlockDetected()),
    "serialization": (OperationalError, errors.SerializationFailure()),
    "pool timeout": (OperationalError, PoolTimeout()),
    "interface": (InterfaceError, psycopg.InterfaceError("the cursor is closed")),
    "read only": (InternalError, errors.ReadOnlySqlTransaction()),
    "transaction timeout": (InternalError, errors.IdleInTransactionSessionTimeout()),
}


@contextmanager
def trouble(kind: str, *, after: int = 0) -> Iterator[list[int]]:
    """Every query but the first so many fails in this way."""
    outer, inner = KINDS[kind]
    asked = [0]

    def fail(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        asked[0] += 1
        if asked[0] > after:
            raise outer(str(inner)) from inner
        return execute(sql, params, many, context)

    with connection.execute_wrapper(fail):
        yield asked


def visitor(actor: Any = None) -> Client:
    client = Client(raise_request_exception=False)
    if actor:
        client.force_login(actor.user, backend=BACKEND)
    return client


def wrong_with(answer: Any) -> str:
    text = b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()
    if answer.status_code != 503:
        return str(answer.status_code)
    if not answer.headers.get("Retry-After", "").isdecimal() or "no-store" not in answer.headers["Cache-Control"]:
        return "headers"
    return "" if "Probeer het over 5 seconden opnieuw" in text and "Traceback" not in text else "text"


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_every_address_says_when_to_try_again(kind: str) -> None:
    """Whatever the first query meets. An address that asks the database nothing answers as ever."""
    wrong, asking = {}, 0
    for who, client in {"nobody": visitor(), "secretaris": visitor(make.secretaris())}.items():
        for route in routes()[
            :: 1 if kind == "connection lost" else 9
        ]:  # the kinds differ in one function; one of them goes everywhere
            for method in ("get", "post"):
                address = filled(route.path)
                with trouble(kind) as asked:
                    answer = getattr(client, method)(address)
                asking += bool(asked[0])
                problem = wrong_with(answer) if asked[0] else ("500" if answer.status_code >= 500 else "")
                if problem:
                    wrong[who, method, route.path] = problem
    assert wrong == {}
    assert asking > len(routes()) // 9


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    ["/", "/admin/", "/admin/pages/", "/account/login/", "/account/password/reset/", "/kader/", "/overzicht/", "/werkagenda/"],
)
def test_whichever_query_fails_the_answer_is_the_same(path: str) -> None:
    client = visitor(make.seat("landelijk-bureau", make.F.REDACTEUR).actor)
    for after in range(60):
        with trouble("cut by the administrator", after=after) as asked:
            answer = client.get(path)
        if asked[0] <= after:
            break
        assert wrong_with(answer) == "", (path, after)
    assert after > 0


@pytest.mark.django_db
def test_work_put_off_into_a_database_in_trouble_is_trouble_too() -> None:
    """The queue wraps the errors of the database in its own."""
    client, knelpunt = visitor(make.manager()), make.knelpunt()
    make.employee()
    statuses = set()
    for after in range(1, 80):
        with trouble("connection lost", after=after) as asked:
            answer = client.post(reverse("knelpunten:submit", args=[knelpunt.pk]))
        if asked[0] <= after:
            break
        statuses.add(answer.status_code)
    assert statuses == {503}


@pytest.mark.django_db
def test_what_no_waiting_cures_stays_a_fault() -> None:
    client = visitor()
    for error in (OperationalError("x"), InternalError("y")):
        error.__cause__ = (
            errors.ProgramLimitExceeded() if isinstance(error, OperationalError) else errors.InFailedSqlTransaction()
        )

        def fail(*args: Any, error: Exception = error) -> Any:
            raise error

        with connection.execute_wrapper(fail):
            assert client.get("/themas/").status_code == 500


@pytest.mark.django_db
def test_a_form_sent_then_is_sent_again_with_one_button_and_without_secrets() -> None:
    import re
    from html import unescape

    client = visitor(make.manager())
    sent = {
        "key": str(make.uuid4()),
        "title": 'Een "titel" & <meer>',
        "pattern": "Regel één\nregel twee",
        "kind": "stelsel",
        "kinds": ["a", "b"],
        "password1": "geheim woord",
    }
    with trouble("connection lost"):
        answer = client.post(reverse("knelpunten:new") + "?van=ver", sent)
    text = answer.content.decode()
    assert (answer.status_code, "geheim woord" in text, "wachtwoord" in text) == (503, False, True)
    fields = [(name, unescape(value)) for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', text)]
    assert [field for field in fields if field[0] != "csrfmiddlewaretoken"] == [
        ("key", sent["key"]),
        ("title", sent["title"]),
        ("pattern", sent["pattern"]),
        ("kind", "stelsel"),
        ("kinds", "a"),
        ("kinds", "b"),
    ]
    assert 'action="/knelpunten/nieuw/?van=ver"' in text
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = client.cookies | answer.cookies
    again = strict.post("/knelpunten/nieuw/", dict(fields))
    assert again.status_code in (302, 422)


@pytest.mark.django_db
def test_a_fragment_leaves_the_page_as_it_is() -> None:
    client = visitor(make.manager())
    with trouble("connection lost"):
        answer = client.post(reverse("knelpunten:keep"), {"title": "T"}, headers={"HX-Request": "true"})
    text = answer.content.decode()
    assert (answer.status_code, answer.headers["HX-Reswap"], "<html" in text, "blijft staan" in text) == (
        503,
        "none",
        False,
        True,
    )


@pytest.mark.django_db
def test_nothing_of_what_was_sent_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    client = visitor(make.manager())
    with trouble("connection lost"):
        client.post("/uitnodiging/geheime-sleutel/", {"text": "geheime tekst"})
        client.get("/uitnodiging/geheime-sleutel/")
    said = "\n".join(f"{record.getMessage()} {record.exc_text or ''}" for record in caplog.records)
    assert "The database cannot answer: OperationalError" in said
    assert "geheim" not in said


@pytest.mark.django_db
def test_an_answer_in_parts_never_passes_for_whole() -> None:
    """Trouble at the first part is the page of trouble; later on the line is cut, so that no half table is kept as one."""
    from portal.kit.trouble import CutShort

    make.collected()
    client, whole = visitor(make.bureau()), 0
    address = reverse("knelpunten:all_csv")
    for after in range(60):
        with trouble("connection lost", after=after) as asked:
            answer = client.get(address)
            if answer.status_code == 200:
                try:
                    b"".join(answer.streaming_content)
                    whole += 1
                except CutShort:
                    pass
        if asked[0] <= after:
            break
        assert answer.status_code in (200, 503)
        assert whole == 0
    assert whole == 1


# --- for real: a PostgreSQL of its own behind the portal as it is served --------------------------------------


def ask(address: str, patience: float = 12) -> tuple[int, float, Any]:
    started = time.monotonic()
    try:
        with urllib.request.urlopen(address, timeout=patience) as answer:
            answer.read()
            return answer.status, time.monotonic() - started, answer.headers
    except urllib.error.HTTPError as refused:
        refused.read()
        return refused.code, time.monotonic() - started, refused.headers


def test_cutting_every_connection_under_load_is_over_within_a_second(served: Served) -> None:
    statuses: list[int] = []
    over = threading.Event()

    def load() -> None:
        while not over.is_set():
            statuses.append(ask(served.address("/themas/"))[0])

    threads = [threading.Thread(target=load) for _ in range(4)]
    for thread in threads:
        thread.start()
    recovered = []
    for _ in range(8):
        assert served.cut() > 0
        recovered.append(served.until_it_answers())
        time.sleep(0.5)
    over.set()
    for thread in threads:
        thread.join()
    assert set(statuses) <= {200, 503}
    assert statuses.count(200) > 20
    assert sorted(recovered)[len(recovered) // 2] < 1, recovered


def test_a_database_that_is_away_is_said_at_once_and_its_return_is_noticed(served: Served) -> None:
    with served.cluster._locked("start"):  # or its watcher would start it again
        served.cluster._stop()
        answers = [ask(served.address(path)) for path in ("/themas/", "/kader/", "/account/login/") for _ in range(4)]
        assert {(status, headers["Retry-After"]) for status, _, headers in answers if status != 200} == {(503, "5")}
        assert max(seconds for _, seconds, _ in answers) < 2
    served.until_it_answers()
    assert visit(served.address("/themas/"))[0] == 200


def test_a_database_without_a_free_connection_says_so_too(served: Served) -> None:
    with psycopg.connect(served.cluster.dsn(user="postgres", database="postgres"), autocommit=True) as by:
        by.execute("ALTER ROLE portal_app CONNECTION LIMIT 0")
        served.cut()
        assert ask(served.address("/themas/"))[0] == 503
        by.execute("ALTER ROLE portal_app CONNECTION LIMIT -1")
    assert served.until_it_answers() < 3
