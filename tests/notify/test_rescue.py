"""What a killed worker had begun is taken up by another: a real worker, and the rows that a killed one leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection, transaction

from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.notify.models import Notification
from tests import databases
from tests import factories as make

ROOT = Path(__file__).resolve().parent.parent.parent
WITHIN = 15  # seconds after the last sign of life
STARTS = 30  # seconds that a worker may take to start on a busy machine
LAST_SIGN = "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now()) RETURNING id"
BEGUN = "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE status = 'todo' AND task_name = 'notify.send'"
STARTED = "SELECT count(*) FROM procrastinate_workers WHERE id <> %s"


def _ask(sql: str, *given: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return int(cursor.fetchone()[0]) if cursor.description else 0


@pytest.fixture
def worker(committed_db: str, tmp_path: Path) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "DATABASE_URL": databases.url(committed_db),
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "PORTAL_MAIL_FOLDER": str(tmp_path / "mail"),
    }
    process = subprocess.Popen([sys.executable, "-W", "ignore", "-m", "portal.run.work"], cwd=ROOT, env=environment)
    yield process  # type: ignore[misc]
    process.kill()
    process.wait()


def test_work_of_a_killed_worker_is_taken_up_within_fifteen_seconds(committed_db: str, worker: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTS
    while not _ask(STARTED, 0):
        assert time.monotonic() < until and worker.poll() is None, "the worker did not start"
        time.sleep(0.1)
    with transaction.atomic():  # the living worker sees it only as something that another has begun
        notifications.tell(users=[make.employee().user], occasion="proef", path="/knelpunten/", about=About.KNELPUNT)
        _ask(BEGUN, _ask(LAST_SIGN))
    killed = time.monotonic()
    while not Notification.objects.filter(sent_at__isnull=False).exists():
        assert time.monotonic() - killed < WITHIN + 5, "nobody took it up"
        time.sleep(0.1)
    print(f"taken up {time.monotonic() - killed:.1f} s after the last sign of life")
