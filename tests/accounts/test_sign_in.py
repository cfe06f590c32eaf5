"""Signing in: a password, then always a code by mail; by invitation only."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from tests import factories as make
from tests.letters import code_in, deliver

pytestmark = pytest.mark.django_db
PASSWORD = "een lange zin om te onthouden"


@pytest.fixture
def user() -> object:
    user = make.seat("stuurgroep").user
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def test_password_alone_does_not_sign_in_and_the_code_does(client: Client, user: object) -> None:
    answer = client.post("/account/login/", {"login": user.email, "password": PASSWORD})  # type: ignore[attr-defined]
    assert answer.headers["Location"].startswith("/account/login/code/confirm/")
    assert client.get("/overzicht/").status_code == 302
    code = code_in(deliver()[0])
    assert client.post("/account/login/code/confirm/", {"code": code}).headers["Location"] == "/overzicht/"
    assert client.get("/overzicht/").status_code == 200


def test_wrong_password_and_unknown_address_answer_alike_and_send_nothing(client: Client, user: object) -> None:
    wrong = client.post("/account/login/", {"login": user.email, "password": "niet goed, helaas"})  # type: ignore[attr-defined]
    unknown = client.post("/account/login/", {"login": "wie@example.nl", "password": "niet goed, helaas"})
    assert (wrong.status_code, unknown.status_code, deliver()) == (200, 200, [])
    assert wrong.context["form"].errors == unknown.context["form"].errors


@pytest.mark.parametrize("path", ["/account/signup/", "/account/email/"])
def test_nobody_signs_up_or_changes_an_address(client: Client, user: object, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path, {"email": "x@example.nl"}).status_code == 404


def test_pages_behind_sign_in_are_not_kept_by_the_browser(client: Client, user: object) -> None:
    client.force_login(user, backend="portal.accounts.backends.SeatBackend")  # type: ignore[arg-type]
    assert client.get("/overzicht/").headers["Cache-Control"] == "no-store, private"
