"""What every response carries: nothing behind sign-in is kept by a browser, and the editor's looser style policy."""

from collections.abc import Callable
from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from django.http import HttpRequest, HttpResponse

EDITOR_PREFIX = "/admin/"


class PrivateResponses:
    """Middleware: `no-store` for whoever is signed in; inline styles only in Wagtail's editor, which needs them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            response["Cache-Control"] = "no-store, private"
        if request.path.startswith(EDITOR_PREFIX):
            response._csp_replace = {"style-src": [SELF, UNSAFE_INLINE]}  # type: ignore[attr-defined]
        return response


def nonce(request: HttpRequest) -> dict[str, Any]:
    """Context processor: django-htmx reads `csp_nonce`, django-csp offers the request attribute of that name."""
    return {"csp_nonce": getattr(request, "csp_nonce", None)}
