"""The address at which somebody's own calendar reads the meetings."""

from __future__ import annotations

from django.db import transaction

from agenda.meetings.enums import Verb
from agenda.meetings.models import CalendarFeed
from portal.accounts.actor import Actor
from portal.accounts.models import User
from portal.history.domain.recording import record
from portal.kit import clock


@transaction.atomic
def make(*, by: Actor) -> str:
    """A new address for this person; an older one stops working. Returns the token, which is shown once and kept nowhere."""
    revoke(by=by)
    assert by.user is not None  # noqa: S101 - whoever makes one is signed in
    token = CalendarFeed.new_token()
    feed = CalendarFeed.objects.create(user=by.user, token_digest=CalendarFeed.digest(token), made_at=clock.now())
    record(feed, Verb.FEED_MADE, by=by)
    return token


@transaction.atomic
def revoke(*, by: Actor) -> None:
    """The address stops working."""
    for feed in CalendarFeed.objects.filter(user=by.user, revoked_at__isnull=True):
        CalendarFeed.objects.filter(pk=feed.pk).update(revoked_at=clock.now())
        record(feed, Verb.FEED_ENDED, by=by)


def reader_of(token: str) -> User | None:
    """Whose address this is, while it works and the person does."""
    feed = (
        CalendarFeed.objects.filter(token_digest=CalendarFeed.digest(token), revoked_at__isnull=True)
        .select_related("user")
        .first()
    )
    return feed.user if feed and feed.user.is_active else None
