"""One thing is one number, whatever happened: the figures on the pages after random histories of knelpunten and actions."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.network.models import Theme
from tests.figures import BACKEND, Compared, Reader
from tests.knelpunten.test_walks import BESIDE, LEADS
from tests.knelpunten.test_walks import Walk as OfKnelpunt
from tests.lists.test_walks import STEPS, History, people

__all__ = ["people"]  # the fixture

pytestmark = pytest.mark.django_db
ACTS = st.one_of(STEPS, st.sampled_from([*LEADS, *BESIDE]))
Suppressed = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
FOR_ALL = (
    "/",
    "/themas/",
    "/knelpunten/",
    "/knelpunten/radar/",
    "/knelpunten/beoordelen/",
    "/knelpunten/rode-draden/",
    "/acties/",
)


def play(people: dict[str, Any], acts: list[Any]) -> None:
    """Let it all happen, and read the pages as who did it and as who did not sign in."""
    about_actions, about_knelpunt = History(people), OfKnelpunt()
    for act in acts:
        if isinstance(act, str):
            about_knelpunt.does(act)
        else:
            about_actions.does(*act)
    themes = [f"/themas/{slug}/" for slug in Theme.objects.values_list("slug", flat=True)]
    pages = [*FOR_ALL, *themes, f"{themes[0]}doorloop/", about_knelpunt.knelpunt.get_absolute_url()]
    pages += [action.get_absolute_url() for action in about_actions.actions]
    found = Compared()
    for user in (None, about_knelpunt.bureau.user, about_knelpunt.house.user, about_knelpunt.member.user):
        reader = Reader(str(user), Client())
        if user:
            reader.client.force_login(user, backend=BACKEND)
        for page in pages:
            reader.read(page)
        found.read(reader)
    assert "\n".join(found.wrong) == ""
    assert found.kinds.keys() >= {"thema", "knelpunt", "knelpunten", "werkvoorraad"}, found.kinds


@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=Suppressed)
@given(acts=st.lists(ACTS, min_size=30, max_size=40))
def test_one_thing_is_one_number_after_a_random_history(people: Any, undone: Any, acts: list[Any]) -> None:
    undone(lambda: play(people, acts))


@pytest.mark.torture
@settings(max_examples=300, deadline=None, suppress_health_check=Suppressed)
@given(acts=st.lists(ACTS, min_size=60, max_size=60))
def test_one_thing_is_one_number_after_three_hundred(people: Any, undone: Any, acts: list[Any]) -> None:
    undone(lambda: play(people, acts))
