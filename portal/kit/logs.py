"""What no log may hold: addresses that let somebody in. Whoever writes them, wherever they go."""

from __future__ import annotations

import logging
import re
import traceback
from typing import Any

# The part of an address after these is a secret: an invitation, a link to a new password, somebody's calendar.
BEFORE = (
    "/uitnodiging/",
    "/account/password/reset/key/",
    "/account/confirm-email/",
    "/agenda/",
    r"/admin/password_reset/confirm/[^/\s]+/",
)
SECRET = re.compile(rf"({'|'.join(BEFORE)})[^/\s\"'?&>]+")
HIDDEN = r"\1[verborgen]"


class Discreet(logging.LogRecord):
    """A line of a log without secrets: in its words and in the traceback that goes with it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info and self.exc_info[0] is not None:
            self.exc_text = without_secrets("".join(traceback.format_exception(*self.exc_info)).rstrip())

    def getMessage(self) -> str:  # noqa: N802 - logging's own name
        return without_secrets(super().getMessage())


def without_secrets(text: str) -> str:
    return SECRET.sub(HIDDEN, text)


def keep_secrets_out() -> None:
    """From now on every logger in this process makes discreet records: ours, Django's, gunicorn's and the queue's."""
    logging.setLogRecordFactory(Discreet)
