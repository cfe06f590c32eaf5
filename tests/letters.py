"""The outbox of what is secret, emptied as the worker does."""

from __future__ import annotations

import re
from typing import Any

from django.core import mail

from portal.accounts.domain import letters
from portal.accounts.models import Letter

ADDRESS = re.compile(r"https?://[^/\s]+(/\S+)")


def deliver() -> list[Any]:
    """Send every letter that waits, and return the mails that went out now."""
    before = len(mail.outbox)
    for pk in Letter.objects.waiting().values_list("pk", flat=True):
        letters.send(pk=pk)
    return mail.outbox[before:]


def link_in(message: Any) -> str:
    """The path that a mail leads to."""
    found = ADDRESS.search(message.body)
    assert found, message.body
    return found[1]


def code_in(message: Any) -> str:
    return str(message.body.split("is:")[1].split()[0])
