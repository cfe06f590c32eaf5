"""What every response carries, whatever it answers."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from portal import urls
from portal.kit.access import public
from portal.kit.routes import routes
from tests import factories as make
from tests.house.addresses import filled

BACKEND = "portal.accounts.backends.SeatBackend"
POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "object-src 'none'",
)


@public
def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("op de test")


urlpatterns = [path("breekt/", breaks), *urls.urlpatterns]


def addresses() -> list[str]:
    """Every address of ours, with numbers that mostly do not exist, and those of Wagtail and allauth that anyone meets."""
    own = [filled(route.path, path="bestaat-niet.txt") if route.name == "media" else filled(route.path) for route in routes()]
    return [*own, "/", "/kader/", "/bestaat-niet/", "/admin/", "/account/login/", "/account/password/reset/", "/breekt/"]


def wrong_headers(answer: Any, *, signed_in: bool) -> list[str]:
    headers = answer.headers
    policy = headers.get("Content-Security-Policy", "")
    is_editor = answer.request["PATH_INFO"].startswith("/admin/")
    wrong = [rule for rule in POLICY if rule not in policy]
    wrong += [word for word in ("unsafe-eval", *([] if is_editor else ["unsafe-inline"])) if word in policy]
    wrong += [] if headers.get("X-Content-Type-Options") == "nosniff" else ["nosniff"]
    wrong += [] if headers.get("Referrer-Policy") == "same-origin" else ["referrer"]
    wrong += [] if headers.get("X-Frame-Options") == "SAMEORIGIN" else ["frame"]
    wrong += [] if "camera=()" in headers.get("Permissions-Policy", "") else ["permissions"]
    wrong += [] if headers.get("Strict-Transport-Security") else ["hsts"]
    if signed_in and "no-store" not in headers.get("Cache-Control", ""):
        wrong.append("no-store")
    return wrong


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="tests.house.test_responses", SECURE_HSTS_SECONDS=31536000)
@pytest.mark.parametrize("who", ["anonymous", "bureau", "secretaris", "redacteur"])
@pytest.mark.parametrize("method", ["get", "post", "put"])
def test_every_answer_carries_the_headers(who: str, method: str) -> None:
    client = Client(raise_request_exception=False)
    if who != "anonymous":
        actor = {"bureau": make.bureau, "secretaris": make.secretaris}.get(
            who, lambda: make.seat("landelijk-bureau", make.F.REDACTEUR).actor
        )()
        client.force_login(actor.user, backend=BACKEND)  # type: ignore[arg-type]
    answers = {address: getattr(client, method)(address, secure=True) for address in addresses()}
    wrong = {address: wrong_headers(answer, signed_in=who != "anonymous") for address, answer in answers.items()}
    assert {address: problems for address, problems in wrong.items() if problems} == {}
    statuses = {answer.status_code for answer in answers.values()}
    assert 500 in statuses or method == "put"


@pytest.mark.django_db
def test_strange_host_is_refused_with_the_headers() -> None:
    answer = Client(raise_request_exception=False).get("/themas/", headers={"host": "kwaad.example"}, secure=True)
    assert answer.status_code == 400
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="tests.house.test_responses")
def test_a_fault_says_so_in_words_and_nothing_of_itself() -> None:
    answer = Client(raise_request_exception=False).get("/breekt/")
    assert answer.status_code == 500
    assert "Dit ligt aan ons" in answer.content.decode()
    assert "op de test" not in answer.content.decode()
