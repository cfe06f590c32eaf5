"""Mail about seats: a sentence and a link, no names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.template.loader import render_to_string

from portal.accounts.domain import letters
from portal.accounts.enums import What
from portal.accounts.models import User

SENT_WITHIN = timedelta(days=2)


def tell(users: Iterable[User], *, subject: str, sentence: str, path: str) -> None:
    """Have each of these people mailed. Part of the transaction that calls it."""
    for user in users:
        link = settings.WAGTAILADMIN_BASE_URL + path
        text = render_to_string("network/mail/seat.txt", {"name": user.name, "sentence": sentence, "link": link})
        letters.write_to(user, what=What.SEAT, subject=subject, text=text, life=SENT_WITHIN)
