"""Telling people that something happened: written down with what happened, sent afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string

from portal.accounts.models import User
from portal.jobs.queue import put_off
from portal.kit import clock
from portal.kit.mail import MailKind, message
from portal.notify.enums import About
from portal.notify.models import Notification


def tell(*, users: Iterable[User], occasion: str, path: str, about: About) -> list[Notification]:
    """Have each of these people mailed about this occasion, once. Part of the transaction that calls it."""
    made = []
    for user in users:
        notification, is_new = Notification.objects.get_or_create(
            occasion=occasion, user=user, defaults={"path": path, "about": about, "made_at": clock.now()}
        )
        if is_new:
            put_off("notify.send", notification=notification.pk)
            made.append(notification)
    return made


def send(*, pk: int) -> None:
    """Send one mail unless it was sent. Counts the attempt even when the mail server fails, which raises.

    The row stays locked while the mail server answers, so that two workers cannot both send it.
    """
    Notification.objects.filter(pk=pk, sent_at__isnull=True).update(attempts=F("attempts") + 1)
    with transaction.atomic():
        notification = Notification.objects.lock(Notification.objects.get(pk=pk))
        if notification.sent_at is not None:
            return
        _message(notification).send()
        notification.sent_at = clock.now()
        notification.save(update_fields=["sent_at"])


def _message(notification: Notification) -> EmailMultiAlternatives:
    link = settings.WAGTAILADMIN_BASE_URL + notification.path
    about = About(notification.about)
    text = render_to_string("notify/step.txt", {"name": notification.user.name, "link": link, "sentence": about.sentence})
    return message(
        str(about.label),
        text,
        kind=MailKind.NEWS,
        to=[notification.user.email],
        key=notification.mail_key,
        thread=notification.thread,
    )
