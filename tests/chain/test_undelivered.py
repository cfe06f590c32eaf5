"""Mail that was given up after two days: the landelijk bureau is told, sees to whom, and has it sent again."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client
from django.urls import reverse

from portal.jobs.retries import TRIES
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.notify.models import Notification
from portal.overview.queries import given_up_mail
from portal.overview.queries.waiting import tasks_of
from tests import factories as make
from tests.notify.test_mail import serve, work  # noqa: F401

BACKEND = "portal.accounts.backends.SeatBackend"


def signed_in(actor: Any) -> Client:
    client = Client()
    client.force_login(actor.user, backend=BACKEND)
    return client


def titles(actor: Any) -> list[str]:
    return [task.title for task in tasks_of(type(actor.user).objects.get(pk=actor.user.pk))]


def last_try() -> None:
    """As after two days: of every job that waits, the next attempt is the last."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET attempts = %s, scheduled_at = NULL WHERE status = 'todo'", [TRIES])


def test_mail_that_is_given_up_is_told_and_sent_again(committed_db: str, serve: Any) -> None:  # noqa: F811
    server = serve("refuses", times=1)
    bureau, house = make.bureau(), make.employee()
    notifications.tell(users=[house.user], occasion="proef", path="/knelpunten/", about=About.KNELPUNT)
    work()
    assert titles(bureau) == [], "it is tried again by itself"

    server.left = 1
    last_try()
    work()
    client = signed_in(bureau)
    assert titles(bureau) == ["Niet verstuurde berichten"] and titles(house) == []
    shown = client.get(reverse("undelivered")).content.decode()
    assert "Er is nieuws over een knelpunt waar uw huis achter staat" in shown and house.user.email in shown
    assert signed_in(house).get(reverse("undelivered")).status_code == 403

    said = client.post(reverse("send_again"), follow=True).content.decode()
    assert "verstuurt nu opnieuw: 1 bericht." in said and "Elk bericht is verstuurd of wacht nog" in said
    work()
    assert [message["To"] for message in server.accepted] == [house.user.email]
    assert Notification.objects.get(occasion="proef").sent_at is not None
    assert titles(bureau) == [] and given_up_mail.read(list(given_up_mail.given_up())) == []


def test_what_fails_again_comes_back(committed_db: str, serve: Any) -> None:  # noqa: F811
    serve("refuses", times=99)
    bureau, house = make.bureau(), make.employee()
    notifications.tell(users=[house.user], occasion="proef", path="/knelpunten/", about=About.KNELPUNT)
    last_try()
    work()
    assert len(given_up_mail.read(list(given_up_mail.given_up()))) == 1
    signed_in(bureau).post(reverse("send_again"))
    work()
    assert [each.row.user for each in given_up_mail.read(list(given_up_mail.given_up()))] == [house.user]
    assert (given_up_mail.send_again(), given_up_mail.send_again()) == (1, 0), "of two who ask the second finds none"
