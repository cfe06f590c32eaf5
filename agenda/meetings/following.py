"""Pages that follow a meeting: they ask every few seconds, and hear in two small queries that nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from agenda.meetings.models import Meeting
from portal.kit.access import guarded

View = Callable[..., HttpResponse]


def followed(permission: str) -> Callable[[View], View]:
    """Guard a page of a meeting that its readers follow. Whoever has the page as it is gets a 304, before anybody asks who may: that says nothing
    but that nothing changed. Everything else goes through the guard."""

    def decorate(view: View) -> View:
        guard = guarded(permission, Meeting)(_marked(view))

        @wraps(guard)
        def wrapper(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            unchanged = _unchanged(request, kwargs["pk"]) if "If-None-Match" in request.headers else None
            return unchanged or guard(request, **kwargs)

        return wrapper

    return decorate


def _unchanged(request: HttpRequest, pk: int) -> HttpResponse | None:
    revision = Meeting.objects.order_by().filter(pk=pk).values_list("revision", flat=True).first()
    answer: HttpResponse | None = get_conditional_response(request, etag=_etag(request, pk, revision))
    return answer if answer is not None and answer.status_code == 304 else None


def _marked(view: View) -> View:
    """The answer with the mark of the meeting as it was loaded: a change while the page is made is then seen the next time."""

    @wraps(view)
    def wrapper(request: HttpRequest, meeting: Meeting, **kwargs: Any) -> HttpResponse:
        etag = _etag(request, meeting.pk, meeting.revision)
        answer = view(request, meeting, **kwargs)
        if answer.status_code == 200 and request.method in ("GET", "HEAD"):
            answer["ETag"] = etag
        return answer

    return wrapper


def _etag(request: HttpRequest, pk: int, revision: int | None) -> str:
    """Of the meeting as it is, for this person."""
    return f'"{pk}-{revision}-{request.session.get(SESSION_KEY)}"'
