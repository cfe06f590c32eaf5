"""A page about one thing has at most one filled button, whatever state it is in and whoever reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from agenda.lists.models import Action
from agenda.meetings.models import Meeting
from agenda.ratification.models import Agreement
from knelpunten.models import Knelpunt
from portal.accounts.models import User
from tests.house.test_offered_acts import ROLES, things
from tests.offering import BACKEND

pytestmark = pytest.mark.django_db
ABOUT_ONE_THING = (Action, Agreement, Knelpunt, Meeting)
FILLED = "main .utrecht-button--primary-action"
Walked = tuple[list[tuple[str, Any]], dict[str, int]]


@pytest.fixture(scope="module")
def walked(told_once: Callable[[], AbstractContextManager[None]]) -> Iterator[Walked]:
    with told_once():
        people = {name: find().user.pk for name, find in ROLES.items()}
        yield [(name, thing) for name, thing in things() if isinstance(thing, ABOUT_ONE_THING)], people


@pytest.mark.parametrize("role", ROLES)
def test_page_about_one_thing_has_one_filled_button_at_most(walked: Walked, role: str) -> None:
    made, people = walked
    client, user = Client(), User.objects.get(pk=people[role])
    client.force_login(user, BACKEND)
    wrong = []
    for name, thing in made:
        if not type(thing).objects.visible_to(user).filter(pk=thing.pk).exists():
            continue
        page = BeautifulSoup(client.get(thing.get_absolute_url()).content, "html.parser")
        filled = [button.get_text(strip=True) for button in page.select(FILLED)]
        wrong += [f"{name}: {', '.join(filled)}"] if len(filled) > 1 else []
    assert wrong == []
