"""Words for the numbers of rows: read back by us alone, and told apart by kind."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from portal.kit import opaque

NUMBERS = st.integers(0, 2**48 - 1)
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"


@given(NUMBERS)
def test_a_word_is_read_back(number: int) -> None:
    assert opaque.read("action", opaque.write("action", number)) == number


@given(NUMBERS, st.integers(0, 23), st.sampled_from(ALPHABET))
def test_a_word_with_another_letter_is_no_word(number: int, place: int, letter: str) -> None:
    word = opaque.write("action", number)
    forged = word[:place] + letter + word[place + 1 :]
    if forged != word:
        with pytest.raises(ValueError, match="no word of ours"):
            opaque.read("action", forged)


@pytest.mark.parametrize("made_up", ["", "1", "41", "a" * 24, "A" * 24, "a" * 23, "é" * 24, "\0" * 24, "a" * 16, "=" * 24])
def test_what_is_made_up_is_no_word(made_up: str) -> None:
    with pytest.raises(ValueError, match="no word of ours"):
        opaque.read("action", made_up)


@pytest.mark.parametrize("number", [-1, 2**48])
def test_what_no_row_has_has_no_word(number: int) -> None:
    with pytest.raises(ValueError, match="no number of a row"):
        opaque.write("action", number)


def test_words_of_two_kinds_and_of_neighbours_share_nothing() -> None:
    words = [opaque.write(kind, number) for kind in ("action", "knelpunt", "agendaitem") for number in range(1, 200)]
    assert len({word[place : place + 8] for word in words for place in (0, 8, 16)}) == 3 * len(words)
    with pytest.raises(ValueError, match="no word of ours"):
        opaque.read("knelpunt", opaque.write("action", 7))


def test_a_new_key_makes_other_words_and_reads_the_old() -> None:
    before, key = opaque.write("action", 7), settings.ADDRESS_KEYS[0]
    with override_settings(ADDRESS_KEYS=["a newer one", key]):
        assert opaque.write("action", 7) != before
        assert opaque.read("action", before) == opaque.read("action", opaque.write("action", 7)) == 7
    with override_settings(ADDRESS_KEYS=["a newer one"]), pytest.raises(ValueError, match="no word of ours"):
        opaque.read("action", before)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", [f"/acties/{'a' * 24}/", "/acties/1/", "/vergaderingen/punten/41/", f"/knelpunten/{opaque.write('action', 1)}/"]
)
def test_a_made_up_word_is_not_found_without_looking_for_it(path: str) -> None:
    with CaptureQueriesContext(connection) as seen:
        assert Client().get(path).status_code == 404
    looked_in = [
        table for table in ("lists_action", "meetings_agendaitem", "knelpunten_knelpunt") if table in str(seen.captured_queries)
    ]
    assert looked_in == []


def test_reverse_takes_a_number_and_nothing_else() -> None:
    assert reverse("lists:action", args=[7]) == f"/acties/{opaque.write('action', 7)}/"
    assert reverse("lists:action", args=["7"]) == reverse("lists:action", args=[7])
