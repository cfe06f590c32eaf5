"""The outbox for what is secret: written in the transaction that calls for it, mailed by the worker, and emptied after that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F

from portal.accounts.enums import What
from portal.accounts.models import Letter, User
from portal.accounts.sealing import Unreadable, seal, unseal
from portal.jobs.queue import put_off
from portal.kit import clock
from portal.kit.mail import MailKind, message

PRIORITY = {What.CODE: 30, What.RESET: 20, What.INVITATION: 10, What.SEAT: 0}  # what lets somebody in now goes first
Writer = Callable[[Letter, dict[str, Any]], "EmailMultiAlternatives | None"]


class NotSent(Exception):
    """The mail server did not take it. Says how, and neither to whom nor what: this is logged."""


def written(letter: Letter, content: dict[str, Any]) -> EmailMultiAlternatives:
    """A mail whose words were known when it was put in the outbox."""
    key = f"brief-{letter.pk}-{letter.made_at:%Y%m%d%H%M%S}"
    return message(content["subject"], content["text"], kind=MailKind.ACCESS, to=[content["to"]], key=key)


# What is only known when it is sent has a writer of its own.
WRITERS: dict[str, Writer] = {}


@transaction.atomic
def post(*, what: What, content: dict[str, Any], life: timedelta, user: User | None = None) -> Letter:
    """Put a letter in the outbox, to be sent within its life or not at all."""
    now = clock.now()
    letter = Letter.objects.create(what=what, user=user, sealed=seal(content), made_at=now, expires_at=now + life)
    put_off("accounts.post", priority=PRIORITY[what], letter=letter.pk)
    return letter


def write_to(user: User, *, what: What, subject: str, text: str, life: timedelta) -> Letter:
    """A letter to one person, in words that are known now."""
    return post(what=what, content={"to": user.email, "subject": subject, "text": text}, life=life, user=user)


def send(*, pk: int) -> None:
    """Send a letter unless it was sent or its time is over. Counts the attempt; raises NotSent when the mail server fails.

    The row stays locked while the mail server answers, so that two workers cannot both send it.
    """
    Letter.objects.waiting().filter(pk=pk).update(attempts=F("attempts") + 1)
    with transaction.atomic():
        letter = Letter.objects.lock(Letter.objects.get(pk=pk))
        if not letter.sealed:
            return
        if letter.expires_at >= clock.now():
            letter.sent_at = clock.now() if _mail(letter) else None
        letter.sealed = ""
        letter.save(update_fields=["sealed", "sent_at"])


def _mail(letter: Letter) -> bool:
    """Whether it could be read, and so went out."""
    try:
        content = unseal(letter.sealed)
    except Unreadable:
        return False
    mail = WRITERS.get(letter.what, written)(letter, content)
    try:
        if mail:
            mail.send()
    except (SMTPException, OSError) as failure:
        raise NotSent(f"{type(failure).__name__} {getattr(failure, 'smtp_code', '')}".strip()) from None
    return True


def empty_expired() -> int:
    """Empty what can no longer be sent. Returns how many there were."""
    return Letter.objects.waiting().filter(expires_at__lt=clock.now()).update(sealed="")


def withdraw(letter: Letter) -> None:
    """Keep a letter from being sent, when it was not yet."""
    Letter.objects.filter(pk=letter.pk, sent_at__isnull=True).update(sealed="")
