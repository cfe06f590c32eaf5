"""A request as every view of ours gets it: who asks is a person of ours, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from portal.accounts.models import User


class Request(HttpRequest):
    """For the types only: what our middleware puts on a request. On public pages ask `user.is_authenticated` first."""

    user: User
    htmx: HtmxDetails
    asks: int  # how much waits for this person, where the page counted it: the navigation says it too
