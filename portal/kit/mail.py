"""Every mail of the portal is made here, so that each says what it is: to machines in its headers, to people in its subject."""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives


class MailKind(StrEnum):
    """What one can file mail by. The value is the first part of its List-Id (RFC 2919)."""

    NEWS = "meldingen"
    MEETINGS = "vergaderingen"
    ACCESS = "toegang"
    KEEPING = "beheer"


# Nobody reads what comes back: an absence that answers, answers nobody (RFC 3834), and Outlook asks for its own word.
OF_A_MACHINE = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def message(
    subject: str,
    text: str,
    *,
    kind: MailKind,
    to: list[str] | None = None,
    bcc: list[str] | None = None,
    key: str = "",
    thread: str = "",
) -> EmailMultiAlternatives:
    """A mail of the portal, not sent yet.

    key: makes one Message-ID of it, however often it is tried. thread: mails with the same one stand together.
    """
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    headers = OF_A_MACHINE | {"List-Id": f"Portaal Zorg en Veiligheid <{kind}.{host}>"}
    if key:
        headers["Message-ID"] = f"<{key}@portaal>"
    if thread:
        headers["References"] = f"<{thread}@portaal>"
    return EmailMultiAlternatives(subject, text, to=to, bcc=bcc, headers=headers)
