"""What a client may ask of the portal before anybody knows who it is, and what an address takes.

docs/limits.md says the same to the proxy.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user
from django.http import HttpRequest, HttpResponse, HttpResponseBase

View = Callable[..., HttpResponseBase]

MEGABYTE = 1024 * 1024
LARGEST_HEADER = 32 * 1024
LARGEST_FORM = 2 * MEGABYTE  # fields without a file: what Django keeps in memory
LARGEST_FILE = 26 * MEGABYTE  # a file of 25 MB and the fields beside it
SWALLOWED = 210 * MEGABYTE  # of who brings a session, so that the browser shows why it was refused
HEADER_SECONDS, BODY_SECONDS = 10, 120
SESSION = "sessionid"
TAKES_FILES = ("/admin/",)  # Wagtail's own addresses; those of ours say so with @takes_files
PAGES = Path(__file__).resolve().parent.parent.parent / "templates" / "errors"


def takes_files(view: View) -> View:
    """An address where who is signed in may send a file."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


@cache
def page_of(status: int) -> bytes:
    """The page of a refusal, as it stands in its file: nothing is looked up to say it."""
    path = PAGES / f"{status}.html"
    return (path if path.exists() else PAGES / "400.html").read_bytes()


def refusal(status: int) -> HttpResponse:
    return HttpResponse(page_of(status), status=status)


class Limits:
    """Middleware: a body that is larger than its address takes is refused before a byte of it is read.

    Stands before the CSRF check, which reads.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        size = _size(request)
        if size <= LARGEST_FORM:
            return None
        if size > LARGEST_FILE or not _takes_files(request, view) or not get_user(request).is_authenticated:
            return refusal(413)
        return None


def _size(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isdecimal() else 0


def _takes_files(request: HttpRequest, view: View) -> bool:
    return getattr(view, "takes_files", False) or request.path.startswith(TAKES_FILES)
