"""Mail to a house, against a real mail server that refuses, hangs and drops: once per step and person, however often it takes."""

from __future__ import annotations

import asyncio
import email
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.db import connection, connections
from django.test import override_settings
from procrastinate.contrib.django import app

from knelpunten.domain import assessments, submissions
from portal.kit.opaque import of
from portal.notify.models import Notification
from tests import factories as make


class MailServer:
    """Takes mail after a number of failures of one kind; keeps what it accepted."""

    def __init__(self, failure: str = "", times: int = 0) -> None:
        self.failure, self.left = failure, times
        self.accepted: list[email.message.Message] = []

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.failure == "refuses" and self._fails():
            return "451 niet nu"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.failure == "hangs" and self._fails():
            await asyncio.sleep(3)
            return "451 te laat"
        if self.failure == "drops" and self._fails():
            server.transport.close()
            return "451 weg"
        self.accepted.append(email.message_from_bytes(envelope.content))
        return "250 OK"

    def _fails(self) -> bool:
        self.left -= 1
        return self.left >= 0


@pytest.fixture
def serve() -> Iterator[Any]:
    """Starts a mail server of ours and points Django at it."""
    running: list[Controller] = []

    def start(failure: str = "", times: int = 0) -> MailServer:
        handler = MailServer(failure, times)
        port = _free_port()
        controller = Controller(handler, hostname="127.0.0.1", port=port)
        controller.start()
        running.append(controller)
        settings.options.update(EMAIL_PORT=port)
        settings.enable()
        return handler

    settings = override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_TIMEOUT=1
    )
    yield start
    settings.disable()
    for controller in running:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def work() -> None:
    """Let a worker do everything that is due, and make what it put off due at once.

    In a thread of its own: where journeys ran before, this one has Playwright's event loop.
    """
    worker = threading.Thread(target=_work)
    worker.start()
    worker.join(timeout=60)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'")


def _work() -> None:
    with app.replace_connector(app.connector.get_worker_connector()) as worker:  # type: ignore[attr-defined]
        worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False, concurrency=2)
    connections.close_all()


def work_until_done() -> None:
    for _ in range(12):
        work()
        if not Notification.objects.filter(sent_at__isnull=True).exists():
            return
    pytest.fail(f"unsent: {list(Notification.objects.filter(sent_at__isnull=True).values_list('occasion', 'attempts'))}")


def test_house_hears_of_each_step_of_others_by_link_and_without_content(committed_db: str, serve: Any) -> None:
    server = serve()
    manager, employee = make.manager(), make.employee()
    knelpunt = submissions.draft(
        key=make.uuid4(),
        house=make.House.objects.get(slug="twente"),
        kind="stelsel",
        title="Geheime titel",
        pattern="Geheim patroon",
        by=employee,
    )
    submissions.submit(knelpunt=knelpunt, by=manager)
    assessments.start(knelpunt=knelpunt, by=make.bureau())
    assessments.conclude(knelpunt=knelpunt, outcome=make.S.NIET_OPGENOMEN, reason="Geheime reden", by=make.bureau())
    work_until_done()
    to = Counter(message["To"] for message in server.accepted)
    assert to == {employee.user.email: 2, manager.user.email: 2}  # type: ignore[union-attr]
    for message in server.accepted:
        text = message.get_payload(decode=True).decode()  # type: ignore[union-attr]
        assert f"/knelpunten/{of(knelpunt)}/" in text
        assert "eheim" not in text + message["Subject"]


@pytest.mark.parametrize("failure", ["refuses", "hangs", "drops"])
def test_mail_goes_out_once_after_a_server_that_fails(committed_db: str, serve: Any, failure: str) -> None:
    server = serve(failure, times=3)
    make.employee(), make.manager()
    make.knelpunt(make.S.OP_DE_LIJST)
    work_until_done()
    ids = Counter(message["Message-ID"] for message in server.accepted)
    assert set(ids.values()) == {1}
    assert len(ids) == Notification.objects.count() > 3
    assert sum(Notification.objects.values_list("attempts", flat=True)) == len(ids) + 3
    assert not Notification.objects.filter(sent_at__isnull=True).exists()


def test_nobody_is_mailed_about_a_step_that_was_rolled_back(committed_db: str, serve: Any) -> None:
    from django.db import transaction

    server = serve()
    make.employee()
    knelpunt = make.knelpunt()
    with pytest.raises(RuntimeError), transaction.atomic():
        submissions.submit(knelpunt=knelpunt, by=make.manager())
        raise RuntimeError
    work()
    assert (Notification.objects.count(), server.accepted) == (0, [])


def test_work_twice_sends_once(committed_db: str, serve: Any) -> None:
    from portal.notify.domain import notifications

    server = serve()
    make.employee()
    make.knelpunt(make.S.INGEDIEND)
    work_until_done()
    sent = len(server.accepted)
    for notification in Notification.objects.all():
        notifications.send(pk=notification.pk)
    assert len(server.accepted) == sent


def test_a_server_that_hangs_does_not_hold_the_house_up(committed_db: str, serve: Any) -> None:
    serve("hangs", times=99)
    make.employee()
    knelpunt = make.knelpunt()
    started = time.monotonic()
    submissions.submit(knelpunt=knelpunt, by=make.manager())
    assert time.monotonic() - started < 0.9
