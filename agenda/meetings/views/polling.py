"""Pages that follow a meeting: they ask every few seconds, and hear in a few small queries that nothing changed.

What a reader gets as ETag is made of the page as that reader sees it: it stays the same when something changed that this
reader may not see.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.cache import get_conditional_response

from agenda.meetings.models import Meeting
from portal.kit.access import View, guarded

KEPT = 15 * 60  # seconds
# New in every answer, whatever it says: tokens against forgery, nonces, and the keys of empty forms.
EVER_NEW = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')


def followed(permission: str) -> Callable[[View], View]:
    """Guard a page of a meeting that its readers follow.

    Whoever was given the page as it is gets a 304, before anybody asks who may: that says nothing but that nothing changed.
    Everything else goes through the guard.
    """

    def decorate(view: View) -> View:
        guard = guarded(permission, Meeting)(view)

        @wraps(guard)
        def wrapper(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            asked = request.headers.get("If-None-Match")
            # before the page is made: what changes meanwhile is seen the next time
            state = (asked, _revision(kwargs["pk"])) if asked else None
            if state and cache.get(_name(request)) == state:
                return HttpResponseNotModified(headers={"ETag": asked})
            answer = guard(request, **kwargs)
            if isinstance(answer, HttpResponse) and answer.status_code == 200 and request.method in ("GET", "HEAD"):
                return _marked(request, answer, state)
            return answer

        return wrapper

    return decorate


def _revision(pk: int) -> int | None:
    return Meeting.objects.order_by().filter(pk=pk).values_list("revision", flat=True).first()


def _marked(request: HttpRequest, answer: HttpResponse, state: tuple[str, int | None] | None) -> Any:
    """The page with its ETag; remembered for whoever follows it."""
    seen = EVER_NEW.sub(b"", answer.content)
    answer["ETag"] = etag = f'"{blake2b(seen, digest_size=16, person=_reader(request)).hexdigest()}"'
    if state:
        cache.set(_name(request), (etag, state[1]), KEPT)
    return get_conditional_response(request, etag=etag, response=answer)


def _name(request: HttpRequest) -> str:
    return f"followed-{blake2b(request.get_full_path().encode(), digest_size=16, person=_reader(request)).hexdigest()}"


def _reader(request: HttpRequest) -> bytes:
    return str(request.session.get(SESSION_KEY)).encode()[:16]
