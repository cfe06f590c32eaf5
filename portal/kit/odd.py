"""What no text of a person holds and PostgreSQL does not keep: refused once, for every address, field, file name and cookie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

from django.http import Http404, HttpRequest, HttpResponse

from portal.kit.limits import refusal

LARGEST_KEY = 2**63 - 1
FORM = "application/x-www-form-urlencoded"


class NoOddities:
    """Middleware: 400 for NUL, half characters and what is not UTF-8; 404 for a number in an address that no row can have.

    Stands before the sessions, which look up what a cookie says; what was sent is read
    after the limits and the CSRF check allowed it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_utf8(request.META.get("QUERY_STRING", "").encode("latin-1", "replace")) or any(map(is_odd, _before(request))):
            return refusal(400)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        if any(isinstance(each, int) and each > LARGEST_KEY for each in kwargs.values()):
            raise Http404
        return None


class NoOddFields:
    """Middleware, after the CSRF check: the same for what a form brings."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        if request.method != "POST":
            return None
        is_broken = request.content_type == FORM and not _is_utf8(request.body)
        return refusal(400) if is_broken or any(map(is_odd, _sent(request))) else None


def is_odd(text: str) -> bool:
    """Whether a text holds NUL, or half of a character."""
    return "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text)


def _before(request: HttpRequest) -> Iterator[str]:
    yield request.path_info
    for name, value in request.COOKIES.items():
        yield from (name, value)
    yield from _lists(request.GET.lists())


def _sent(request: HttpRequest) -> Iterator[str]:
    yield from _lists(request.POST.lists())
    for name, files in request.FILES.lists():
        yield name
        for file in files:
            yield from (file.name or "", file.content_type or "")


def _lists(fields: Iterable[tuple[Any, list[Any]]]) -> Iterator[str]:
    for name, values in fields:
        yield name
        yield from values


def _is_utf8(encoded: bytes) -> bool:
    try:
        unquote_to_bytes(encoded.replace(b"+", b" ")).decode()
    except UnicodeDecodeError:
        return False
    return True
