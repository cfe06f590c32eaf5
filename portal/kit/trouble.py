"""When the database cannot answer: a page that says when to try again, and holds what was sent.

It asks nothing of the database itself.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.views.defaults import server_error

AGAIN = 5  # seconds until another try makes sense
TOO_MUCH_ASKED = "54"  # the class of what no waiting cures: a row or an index that would become too large
PASSING = (
    "25006",
    "25P03",
    "25P04",
)  # read only, and transactions that were ended for taking too long: internal errors to Django
SAID = "Het portaal kan even niet bij de gegevens."

logger = logging.getLogger("portal.trouble")


class CutShort(Exception):
    """An answer that had begun and cannot be finished: the server ends the connection, so that nobody takes it for whole."""


def is_trouble(error: BaseException) -> bool:
    """Whether this error, or one it came from, says that the database cannot answer now."""
    return any(_cannot_answer(each) for each in _line_of(error))


def _cannot_answer(error: BaseException) -> bool:
    state = getattr(error.__cause__, "sqlstate", None) or ""
    if isinstance(error, OperationalError):
        return not state.startswith(TOO_MUCH_ASKED)
    return isinstance(error, InterfaceError) or (isinstance(error, InternalError) and state in PASSING)


def _line_of(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def fault(request: HttpRequest) -> HttpResponse:
    """What Django calls for every error that nobody caught, in a view or in a
    middleware: 503 for trouble, else the page of a fault."""
    error = sys.exc_info()[1]
    return unavailable(request, error) if error and is_trouble(error) else server_error(request)


def unavailable(request: HttpRequest, error: BaseException) -> HttpResponse:
    """The page, or for htmx the one line of it, with what was sent."""
    logger.warning("The database cannot answer: %s", _names(error))
    request.user = AnonymousUser()  # who it is stands in the database: what still handles this answer must not ask
    is_fragment = bool(request.headers.get("HX-Request"))
    template = "errors/503_fragment.html" if is_fragment else "errors/503.html"
    answer = HttpResponse(render_to_string(template, _context(request, is_fragment)), status=503)
    answer["Retry-After"] = str(AGAIN)
    answer["Cache-Control"] = "no-store, private"
    answer["HX-Reswap"] = "none"  # a fragment never takes the place of what stands on the page
    answer._has_been_logged = True  # type: ignore[attr-defined]  # Django would write the address down, which may hold a key
    return answer


def _context(request: HttpRequest, is_fragment: bool) -> dict[str, Any]:
    context = {"seconds": AGAIN, "said": SAID, "address": request.get_full_path(), "is_form": request.method == "POST"}
    if is_fragment or request.method != "POST":
        return context
    return context | {"sent": list(_sent(request)), "csrf_token": get_token(request), "misses": _misses(request)}


def _sent(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """The fields that were sent, without secrets: they are typed again."""
    for name, values in request.POST.lists():
        if name != "csrfmiddlewaretoken" and not _is_secret(name):
            yield from ((name, value) for value in values)


def _misses(request: HttpRequest) -> bool:
    return bool(request.FILES) or any(map(_is_secret, request.POST))


def _is_secret(name: str) -> bool:
    return "password" in name.lower()


def _names(error: BaseException) -> str:
    """The kinds of error, without their texts: those may hold what somebody wrote."""
    kinds = (f"{type(each).__name__} {getattr(each, 'sqlstate', None) or ''}".strip() for each in _line_of(error))
    return " < ".join(dict.fromkeys(kinds))


class WholeStreams:
    """Middleware: an answer that comes in parts begins only when its first part is there, and says so where it breaks off."""

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if answer.streaming and not answer.is_async:
            parts = iter(answer.streaming_content)
            first = next(parts, b"")
            answer.streaming_content = _until_trouble(first, parts, is_page="text/html" in answer.get("Content-Type", ""))
        return answer


def _until_trouble(first: bytes, rest: Iterator[bytes], *, is_page: bool) -> Iterator[bytes]:
    yield first
    try:
        yield from rest
    except (OperationalError, InterfaceError, InternalError) as error:
        if not is_trouble(error):
            raise
        logger.warning("The database cannot answer: %s", _names(error))
        if not is_page:
            raise CutShort from None
        yield render_to_string("errors/503_fragment.html", {"seconds": AGAIN, "said": SAID, "is_broken_off": True}).encode()
