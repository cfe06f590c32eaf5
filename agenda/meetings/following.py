"""Pages that follow a meeting: they ask every few seconds, and hear in two small queries that nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from agenda.meetings.models import Meeting

View = Callable[..., HttpResponse]


def followed(view: View) -> View:
    """Put this around the guard of a page of a meeting. Whoever has the page as it is gets a 304, before anybody asks who may: that says nothing but
    that nothing changed. Everything else goes through the guard."""

    @wraps(view)
    def wrapper(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return view(request, **kwargs)
        etag = _etag(request, kwargs["pk"])
        unchanged = get_conditional_response(request, etag=etag) if "If-None-Match" in request.headers else None
        if unchanged is not None:
            return unchanged  # type: ignore[no-any-return]
        answer = view(request, **kwargs)
        if answer.status_code == 200:
            answer["ETag"] = etag
        return answer

    return wrapper


def _etag(request: HttpRequest, pk: int) -> str:
    """Of the meeting as it is, for this person. The revision is read before the page is made: a change in between is then seen the next time."""
    revision = Meeting.objects.order_by().filter(pk=pk).values_list("revision", flat=True).first()
    return f'"{pk}-{revision}-{request.session.get(SESSION_KEY)}"'
