"""One clock for every fact: Europe/Amsterdam, settable by demo, bench and tests, never in production."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

_set_moment: ContextVar[datetime | None] = ContextVar("set_moment", default=None)


def now() -> datetime:
    """The moment it is, aware and in the portal's own time zone."""
    return timezone.localtime(_set_moment.get() or timezone.now())


def today() -> date:
    """The day it is in Europe/Amsterdam."""
    return now().date()


def date_of(moment: datetime) -> date:
    """The day of a moment in Europe/Amsterdam."""
    return timezone.localtime(moment).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let it be another moment for a while. Raises ImproperlyConfigured in production."""
    if not settings.CLOCK_CAN_BE_SET:
        raise ImproperlyConfigured("The clock cannot be set in production.")
    token = _set_moment.set(moment if timezone.is_aware(moment) else timezone.make_aware(moment))
    try:
        yield
    finally:
        _set_moment.reset(token)
