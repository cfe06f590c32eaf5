"""Names in addresses that are no words of rows: a row by its public name, or one of a few words."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import NoReverseMatch, resolve, reverse
from django.urls.converters import get_converters

from portal.network.models import Theme
from tests import factories as make


def test_the_path_says_which_rows_and_which_words() -> None:
    assert get_converters()["theme_name"].model is Theme
    assert get_converters()["printed"].words == ["pdf", "docx"]


def test_another_word_has_no_address() -> None:
    assert resolve(reverse("besluitenlijsten:list_as", args=[1, "docx"])).kwargs["form"] == "docx"
    with pytest.raises(NoReverseMatch):
        reverse("besluitenlijsten:list_as", args=[1, "exe"])


@pytest.mark.django_db
def test_another_word_is_not_found_whoever_asks() -> None:
    address = reverse("meetings:decisions_as", args=[make.meeting().pk, "pdf"])
    member = Client()
    member.force_login(make.secretaris().user, backend="portal.accounts.backends.SeatBackend")  # type: ignore[arg-type]
    for client in (Client(), member):
        assert client.get(address.replace("/pdf/", "/exe/")).status_code == 404
