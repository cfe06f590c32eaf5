"""The demo as every person in it reads it: nothing that stands anywhere is not so."""

from __future__ import annotations

import pytest

from agenda.lists.models import Action
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import Knelpunt, Merger
from portal.accounts.models import User
from portal.ui import chains
from portal.ui.chains import STATIONS
from tests.chain.test_standing import states, wrong_with, wrong_with_chain_of_action

pytestmark = pytest.mark.usefixtures("demo_db")


def readers() -> list[User]:
    return [user for user in User.objects.order_by("pk") if user.seats_today]


def test_no_chain_and_no_story_of_the_demo_says_what_is_not_so() -> None:
    """For every reader there is, every knelpunt and every action that this one may see."""
    wrong: list[str] = []
    read_in_all = 0
    for user in readers():
        knelpunten = list(Knelpunt.objects.visible_to(user).order_by("pk"))
        read = chains.standings(knelpunten, user)
        assert read.keys() == {knelpunt.pk for knelpunt in knelpunten}
        wrong += [line for knelpunt in knelpunten for line in wrong_with(knelpunt, read[knelpunt.pk])]
        actions = list(Action.objects.visible_to(user).order_by("pk"))
        by_action = chains.read(actions, user)
        wrong += [line for action in actions for line in wrong_with_chain_of_action(action, by_action[action.pk])]
        read_in_all += len(knelpunten) + len(actions)
    assert wrong == [] and read_in_all > 500


def test_what_was_merged_stands_where_the_one_it_joined_stands() -> None:
    user = next(user for user in readers() if Knelpunt.objects.visible_to(user).filter(state=S.SAMENGEVOEGD).exists())
    merged = list(Knelpunt.objects.visible_to(user).filter(state=S.SAMENGEVOEGD))
    read = chains.standings(merged, user)
    for knelpunt in merged:
        other = Merger.objects.filter(step__knelpunt=knelpunt).latest("pk").into
        its = states(chains.read([other], user)[other.pk])
        assert {name: states(read[knelpunt.pk].chain)[name] for name in STATIONS[1:]} == {
            name: its[name] for name in STATIONS[1:]
        }
        assert read[knelpunt.pk].places[0].link.pk == other.pk  # type: ignore[union-attr]
