"""The lists of a theme say of a knelpunt what its own page says: where it is, and what was answered last."""

from __future__ import annotations

import pytest

from portal.ui import chains
from tests import factories as make
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/themas/acute-onveiligheid/", "/themas/acute-onveiligheid/knelpuntenlijst/", "/knelpunten/"])
def test_lists_say_where_a_knelpunt_is_and_what_was_answered_last(path: str) -> None:
    knelpunt = make.knelpunt(make.S.OP_DE_LIJST)
    action = make.action(knelpunten=[knelpunt])
    knelpunt.refresh_from_db()
    reader = make.bureau()
    standing = chains.standings([knelpunt], reader.user)[knelpunt.pk]
    read = client_of(reader).get(path).content.decode()
    row = read.split(f">{knelpunt.title}<")[1].split("</li>\n</ul>")[0]
    assert [place.link.label for place in standing.places if place.link] == [action.title]
    assert standing.answer is not None
    for said in (standing.places[0].words, action.get_absolute_url(), standing.answer.words[:100]):
        assert said in row
