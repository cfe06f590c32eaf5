"""Which settings a program runs with. Nobody falls back to those of one's own machine without saying so."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connections

NAME = "DJANGO_SETTINGS_MODULE"
LOCAL, PRODUCTION = "portal.settings.local", "portal.settings.production"
OF_PRODUCTION = ("SECRET_KEY", "ALLOWED_HOSTS", "DEFAULT_FROM_EMAIL", "EMAIL_HOST")


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """What cannot be honoured stops the start with its sentence; a trace says nothing to who runs the portal."""
    try:
        yield
    except ImproperlyConfigured as error:
        sys.exit(f"The portal does not start: {error}")
    except OperationalError as error:
        if connections["default"].connection is not None:
            raise
        sys.exit(f"The portal does not start: the database does not answer ({str(error).strip().splitlines()[0]}).")


def demand() -> None:
    """For what serves and works: the settings are named, or it does not start."""
    if not os.environ.get(NAME):
        sys.exit(f"{NAME} is not set: choose {PRODUCTION}, or {LOCAL} on your own machine (`make run` does).")


def choose() -> None:
    """For commands: the settings that are named; else those of one's own machine, which
    is said, and never where production is set up."""
    if os.environ.get(NAME):
        return
    if found := [name for name in OF_PRODUCTION if name in os.environ]:
        sys.exit(f"{NAME} is not set, but {', '.join(found)} is: choose {PRODUCTION}, or {LOCAL} on your own machine.")
    print(f"({NAME} is not set: {LOCAL})", file=sys.stderr)
    os.environ[NAME] = LOCAL
