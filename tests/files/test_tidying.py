"""The nightly tidying never makes a loss: whatever database stands beside whatever folder, and whatever the clock says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import connections, transaction

from portal.files import store
from portal.files.domain import folder_pair, stored_files, tidyings
from portal.files.enums import Outcome
from portal.files.models import StoredFile, Tidying
from portal.history.domain import verifying
from portal.kit import clock
from tests import databases
from tests import factories as make

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.PRIVATE_ROOT = tmp_path / "private"
    return Path(settings.PRIVATE_ROOT)


@pytest.fixture
def beside(committed_db: str, folder: Path) -> Iterator[Callable[[str], None]]:
    """Puts another database beside the same folder: a clone of the given one."""
    made: list[str] = []
    connection = connections["default"]

    def use(name: str) -> None:
        connection.close()
        connection.settings_dict["NAME"] = name

    def switch(source: str) -> None:
        name = f"beside_{uuid4().hex[:10]}"
        made.append(name)
        connection.close()
        use(databases.clone(source, name))

    yield switch
    use(committed_db)
    for name in made:
        databases.drop(name)


def kept(number: int) -> list[StoredFile]:
    by = make.bureau()
    return [stored_files.keep(key=uuid4(), name=f"{each}.txt", data=f"Tekst {each}.".encode(), by=by) for each in range(number)]


def contents(folder: Path) -> dict[str, bytes]:
    """What can be read back in any way: by name, wherever it lies."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file() and store.KEPT.match(path.name)}


def test_own_folder_is_found_to_belong_on_the_first_night(committed_db: str, folder: Path) -> None:
    kept(3)
    assert folder_pair.is_untold()
    made = tidyings.tidy()
    assert (made.outcome, made.set_aside, made.strangers, made.damaged) == (Outcome.DONE, 0, 0, 0)
    assert folder_pair.is_pair() and len(store.kept()) == 3


def test_empty_folder_of_a_fresh_portal_belongs(committed_db: str, folder: Path) -> None:
    assert tidyings.tidy().outcome == Outcome.DONE and folder_pair.is_pair()


def test_fresh_database_beside_a_used_folder_loses_nothing(committed_db: str, folder: Path, beside: Any) -> None:
    kept(21)
    tidyings.tidy()
    before = contents(folder)
    beside(databases.template(databases.EMPTY))
    made = tidyings.tidy()
    assert (made.outcome, made.strangers, made.set_aside) == (Outcome.OTHER_FOLDER, 21, 0)
    assert contents(folder) == before and len(before) == 21


def test_fresh_database_beside_a_folder_that_says_nothing_loses_nothing(committed_db: str, folder: Path, beside: Any) -> None:
    kept(4)
    before = contents(folder)
    beside(databases.template(databases.EMPTY))
    assert tidyings.tidy().outcome == Outcome.OTHER_FOLDER
    assert contents(folder) == before


def test_older_database_loses_none_of_the_newest_files(committed_db: str, folder: Path, beside: Any) -> None:
    kept(16)
    tidyings.tidy()
    older = databases.clone(committed_db_closed(committed_db), f"older_{uuid4().hex[:8]}")
    try:
        kept(5)
        before = contents(folder)
        beside(older)
        assert tidyings.tidy().outcome == Outcome.OTHER_FOLDER, "a copy of the database is another database"
        call_command("tidy_files", "--pair", stdout=StringIO())
        assert folder_pair.is_pair()
        made = Tidying.objects.latest("pk")
        assert (made.outcome, made.strangers, made.set_aside) == (Outcome.STRANGERS, 5, 0)
        assert contents(folder) == before and len(before) == 21
    finally:
        databases.drop(older)


def committed_db_closed(name: str) -> str:
    """A database can be cloned when nobody is in it."""
    connections["default"].close()
    return name


def test_newer_database_beside_an_older_folder_sets_aside_what_was_let_go_and_keeps_it_in_the_bin(
    committed_db: str, folder: Path, tmp_path: Path
) -> None:
    files = kept(40)
    tidyings.tidy()
    shutil.copytree(folder, tmp_path / "backup")
    stored_files.remove(file=files[0], by=make.bureau())
    assert not store.place_of(files[0].key).exists()
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "backup", folder)
    made = tidyings.tidy()
    assert (made.outcome, made.set_aside) == (Outcome.DONE, 1)
    assert (folder / "bin" / clock.today().isoformat() / files[0].key.hex).read_bytes() == b"Tekst 0."
    assert len(store.kept()) == 39


def test_empty_folder_beside_a_full_database_is_told_and_nothing_is_written_off(committed_db: str, folder: Path) -> None:
    files = kept(6)
    tidyings.tidy()
    shutil.rmtree(folder)
    made = tidyings.tidy()
    assert (made.outcome, made.damaged, made.set_aside) == (Outcome.OTHER_FOLDER, 6, 0)
    assert StoredFile.objects.filter(removed_at__isnull=True).count() == 6
    said = list(verifying.findings())
    assert said == [f"the file of files.storedfile {file.pk} is missing" for file in files]


def test_more_than_a_nights_share_waits_for_a_persons_word(committed_db: str, folder: Path) -> None:
    files = kept(20)
    tidyings.tidy()
    backup = contents(folder)
    for file in files[:5]:
        stored_files.remove(file=file, by=make.bureau())
        store.place_of(file.key).write_bytes(backup[file.key.hex])
    made = tidyings.tidy()
    assert (made.outcome, made.set_aside, len(store.kept())) == (Outcome.TOO_MANY, 0, 20)
    call_command("tidy_files", "--agreed", stdout=StringIO())
    assert len(store.kept()) == 15 and contents(folder).keys() == backup.keys()


def test_stranger_goes_to_the_bin_only_on_a_persons_word(committed_db: str, folder: Path) -> None:
    kept(2)
    tidyings.tidy()
    stranger = uuid4()
    store.place_of(stranger).parent.mkdir(exist_ok=True)
    store.place_of(stranger).write_bytes(b"van niemand")
    assert tidyings.tidy().outcome == Outcome.STRANGERS
    assert store.place_of(stranger).exists()
    said = StringIO()
    call_command("tidy_files", "--dry-run", stdout=said)
    assert "1 that no row names" in said.getvalue() and store.place_of(stranger).exists()
    call_command("tidy_files", "--agreed", stdout=StringIO())
    assert contents(folder)[stranger.hex] == b"van niemand" and not store.place_of(stranger).exists()


def test_bin_is_kept_ninety_days_and_a_clock_that_jumps_makes_no_nights(committed_db: str, folder: Path) -> None:
    kept(1)
    tidyings.tidy()
    day = clock.today()
    binned = folder / "bin" / day.isoformat() / uuid4().hex
    binned.parent.mkdir(parents=True)
    binned.write_bytes(b"opzij")
    now = clock.now()
    for jump in (timedelta(days=400), timedelta(days=-400), timedelta(days=4000)):
        with clock.at(now + jump):
            assert tidyings.tidy().thrown_away == 0
        assert binned.exists()
    for night in range(1, 95):
        with clock.at(now + timedelta(days=night)):
            thrown = tidyings.tidy().thrown_away
        assert (thrown == 1) == (night == 91), night
    assert not binned.exists() and len(store.kept()) == 1


def test_what_a_failed_transaction_left_goes_after_a_day_and_its_key_can_be_sent_again(committed_db: str, folder: Path) -> None:
    key, by = uuid4(), make.bureau()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        stored_files.keep(key=key, name="wees.txt", data=b"Eerst.", by=by)
        raise ZeroDivisionError
    path = folder / "incoming" / key.hex
    assert path.exists() and store.kept() == set()
    tidyings.tidy()
    assert path.exists(), "it may be on its way"
    old = time.time() - timedelta(days=2).total_seconds()
    os.utime(path, (old, old))
    tidyings.tidy()
    assert not path.exists()
    again = stored_files.keep(key=key, name="wees.txt", data=b"Daarna.", by=by)
    assert stored_files.opened(again).read() == b"Daarna."


CRASH = """
import os, sys, uuid
import django; django.setup()
from django.db import transaction
from portal.accounts.actor import operator
from portal.files.domain import stored_files as keeping
from portal.files.models import StoredFile
key = uuid.UUID(sys.argv[2])
with transaction.atomic():
    transaction.on_commit(lambda: os._exit(9))
    if sys.argv[1] == "keep":
        keeping.keep(key=key, name="a.txt", data=b"Tekst.", by=operator("proef"))
    else:
        keeping.remove(file=StoredFile.objects.get(key=key), by=operator("proef"))
"""


def killed_after_commit(database: str, folder: Path, act: str, key: UUID) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": databases.url(database),
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "PORTAL_PRIVATE_ROOT": str(folder),
    }
    done = subprocess.run([sys.executable, "-c", CRASH, act, str(key)], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 9, done.stderr


def test_process_killed_right_after_the_commit_leaves_a_file_that_is_read_and_gets_its_place(
    committed_db: str, folder: Path
) -> None:
    key = uuid4()
    killed_after_commit(committed_db, folder, "keep", key)
    file = StoredFile.objects.get(key=key)
    assert store.kept() == set() and stored_files.opened(file).read() == b"Tekst."
    old = time.time() - timedelta(days=9).total_seconds()
    os.utime(folder / "incoming" / key.hex, (old, old))
    assert tidyings.tidy().outcome == Outcome.DONE
    assert store.kept() == {key.hex} and stored_files.opened(file).read() == b"Tekst."


def test_process_killed_right_after_a_removal_leaves_a_job_that_erases_everywhere(committed_db: str, folder: Path) -> None:
    from portal.files.tasks import erase

    file = kept(1)[0]
    killed_after_commit(committed_db, folder, "remove", file.key)
    assert store.place_of(file.key).exists()
    assert any("was removed and is there yet" in line for line in verifying.findings())
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT args->>'key' FROM procrastinate_jobs WHERE task_name = 'files.erase'")
        assert cursor.fetchall() == [(str(file.key),)]
    binned = folder / "bin" / "2026-01-01" / file.key.hex
    binned.parent.mkdir(parents=True)
    shutil.copy(store.place_of(file.key), binned)
    erase(key=str(file.key))
    assert contents(folder) == {} and list(verifying.findings()) == []


def test_removed_file_is_gone_at_once_and_that_it_was_there_stays(committed_db: str, folder: Path) -> None:
    file = kept(1)[0]
    stored_files.remove(file=file, by=make.bureau())
    file = StoredFile.objects.get()
    assert contents(folder) == {} and (file.name, file.fact.sha256, file.fact.text_salt) == ("verwijderd", None, None)
    assert list(verifying.findings()) == []
    stored_files.remove(file=file, by=make.bureau())
    assert list(verifying.findings()) == []


def test_two_databases_beside_one_folder_do_not_touch_one_anothers_files(committed_db: str, folder: Path, beside: Any) -> None:
    kept(3)
    tidyings.tidy()
    beside(databases.template(databases.EMPTY))
    kept(3)
    before = contents(folder)
    for _ in range(3):
        assert tidyings.tidy().outcome == Outcome.OTHER_FOLDER
    assert contents(folder) == before and len(before) == 6
