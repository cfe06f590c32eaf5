"""The database of every test: a clone of a template. Tests that commit get a clone of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connections, transaction
from django.test import override_settings

from tests import databases

# Playwright keeps an event loop running in the thread of the tests; Django then refuses its database without this.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

ANEW_AFTER = 25  # tests that used the database
_used = 0

# What goes by everything there is, or kills and waits for other processes: longest first, for begun at the end
# of a run one of these keeps one processor busy while the other is idle. `make test-fast` leaves them out.
HEAVY = (
    "house/test_canary.py",
    "house/test_access.py",
    "house/test_poison.py",
    "house/test_oracle.py",
    "journeys/",
    "house/test_bad_input.py",
    "chain/test_query_counts_everywhere.py",
    "privacy/test_copies.py",
    "network/test_seats.py::test_every_seat",
    "lists/test_walks.py",
    "ratification/test_walks.py",
    "knelpunten/test_walks.py",
    "house/test_settings.py",
    "serving/",
    "localdb/",
    "chain/test_migrating.py",
    "meetings/test_failpoints.py",
    "ratification/test_rounds_at_once.py",
    "history/test_history.py::test_200_transactions",
    "notify/test_rescue.py",
    "demo/",
)

SOURCES = Path(__file__).resolve().parent.parent.parent / "shared" / "bronnen"


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    """One clone for this process; each test rolls back what it did."""
    name = databases.clone(databases.template(databases.EMPTY), _own_name())
    with django_db_blocker.unblock():
        _use(name)
        yield
        connections.close_all()
    databases.drop(name)


def _own_name() -> str:
    return f"test_{os.getpid()}"


@pytest.fixture(autouse=True)
def _no_flushing(request: pytest.FixtureRequest) -> None:
    marker = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction")):
        pytest.fail("Flushing wipes what migrations put there: use the fixture `committed_db`.")


@pytest.fixture(autouse=True)
def _uploads(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What tests upload goes where the rest of their files goes."""
    for name, folder in _folders(tmp_path_factory).items():
        setattr(settings, name, folder)


def _folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {"MEDIA_ROOT": tmp_path_factory.getbasetemp() / "media", "PRIVATE_ROOT": tmp_path_factory.getbasetemp() / "private"}


@pytest.fixture(scope="session")
def told_once(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], AbstractContextManager[None]]:
    """For a story that several tests begin from.

    What is told inside stays until the end of the block; each test takes back what it did itself.

        @pytest.fixture(scope="module")
        def story(told_once):
            with told_once():
                yield tell()

    The rows a test gets from it it may read; what it changes it loads anew, for the next test gets the same objects.
    """

    @contextmanager
    def block() -> Iterator[None]:
        with django_db_blocker.unblock(), transaction.atomic(), override_settings(**_folders(tmp_path_factory)):
            yield
            transaction.set_rollback(True)

    return block


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is heavy is marked so and comes first; the rest stays as it was."""

    def place(item: pytest.Item) -> int:
        name = item.nodeid.removeprefix("tests/")
        return next((number for number, heavy in enumerate(HEAVY) if name.startswith(heavy)), len(HEAVY))

    for item in items:
        if place(item) < len(HEAVY):
            item.add_marker("heavy")
    items.sort(key=place)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Take a new clone now and then: what tests rolled back stays in the tables, and after hundreds of tests every look at
    a small one wades through it. Sweeping makes it worse: a table that was found empty is planned for as an empty one, and
    one query over the hundred rows that the next story puts there took five minutes."""
    global _used
    _used += "db" in getattr(item, "fixturenames", ())
    usual = connections["default"]
    is_own = usual.settings_dict["NAME"] == _own_name() and not usual.in_atomic_block
    if _used >= ANEW_AFTER and is_own:
        _used = 0
        usual.close()
        databases.clone(databases.template(databases.EMPTY), _own_name())
        cache.clear()  # it knows rows by their keys, and the keys begin anew


@pytest.fixture
def committed_db(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """A database of one's own, for tests that commit, use threads or damage rows.

    What others are in the middle of waits on a connection of its own.
    """
    usual = connections["default"]
    before = usual.settings_dict["NAME"]
    name = databases.clone(databases.template(databases.EMPTY), f"own_{uuid4().hex[:12]}")
    with django_db_blocker.unblock():
        usual.settings_dict["NAME"] = name
        connections["default"] = connections.create_connection("default")
        yield name
        connections.close_all()
        connections["default"] = usual
        usual.settings_dict["NAME"] = before
    databases.drop(name)


def _use(name: str) -> None:
    connections["default"].close()
    connections["default"].settings_dict["NAME"] = name


@pytest.fixture(scope="module")
def demo_db(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """The demo as it is told, for the tests of one file, which only read it."""
    before = connections["default"].settings_dict["NAME"]
    name = databases.clone(databases.template(databases.DEMO), f"demo_{uuid4().hex[:12]}")
    with django_db_blocker.unblock():
        connections.close_all()
        _use(name)
        yield name
        connections.close_all()
        _use(before)
    databases.drop(name)


@pytest.fixture
def kader_source() -> Path:
    """The Landelijk Kader's text, beside the project. CI must have it; elsewhere the test says why it skips."""
    path = SOURCES / "landelijk-kader-2024.txt"
    if not path.exists():
        if os.environ.get("CI"):
            pytest.fail("The source documents are missing: CI needs them beside the project.")
        pytest.skip("The source documents are not beside the project.")
    return path


@pytest.fixture
def undone() -> Iterator[Callable[[Callable[[], None]], None]]:
    """Runs a history and takes back everything it did."""

    def run(act: Callable[[], None]) -> None:
        with transaction.atomic():
            act()
            transaction.set_rollback(True)

    yield run
