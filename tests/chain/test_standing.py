"""Where a knelpunt stands is read from what carries it on: the oracle here asks the
rows themselves, one by one, and never the reader."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agenda.decisions.enums import DecisionKind
from agenda.lists.enums import ActionList, Outcome
from agenda.lists.models import Action
from knelpunten.enums import KnelpuntState
from knelpunten.models import Knelpunt
from portal.accounts.models import User
from portal.ui import chains
from portal.ui.chains import Chain, Standing
from tests import factories as make

S, L = KnelpuntState, ActionList
FIRST = {S.CONCEPT, S.PRIVACYTOETS, S.INGEDIEND, S.IN_BEOORDELING, S.TERUG_NAAR_INDIENER, S.OP_DE_LIJST}


def states(chain: Chain) -> dict[str, str]:
    return {station.name: station.state for station in chain.stations}


def wrong_with_chain_of_action(action: Action, chain: Chain) -> list[str]:
    """What the chain of an action says that is not so."""
    said, last = states(chain), action.moves.latest("pk")  # type: ignore[attr-defined]
    expected = {
        L.VOORRAADLIJST: {"Actie": "present"},
        L.ACTIELIJST: {"Actie": "reached", "Besluit": "reached", "Uitvoering": "present"},
        L.GEREEDLIJST: {
            "Actie": "reached",
            "Besluit": "reached",
            "Uitvoering": "reached" if action.outcome == Outcome.AFGEROND else "skipped",
        },
    }[ActionList(action.list)]
    wrong = [f"{action}: {name} is {said[name]}" for name, state in expected.items() if said[name] != state]
    if last.to_list == L.VOORRAADLIJST and said["Besluit"] == "reached":
        wrong.append(f"{action}: decided, and on the voorraadlijst")
    if last.to_list == L.VOORRAADLIJST and action.trekker_id:
        wrong.append(f"{action}: has a trekker, and nobody works on it")
    return wrong


def wrong_with(knelpunt: Knelpunt, standing: Standing) -> list[str]:
    """What is said of a knelpunt that is not so, or missing."""
    said, wrong = states(standing.chain), []
    present = [name for name, state in said.items() if state == "present"]
    actions = list(Action.objects.filter(links__knelpunt=knelpunt))
    lists = {action.list for action in actions}
    if len(present) > 1:
        wrong.append(f"stands at {present}")
    if knelpunt.state in FIRST and present != ["Knelpunt"]:
        wrong.append(f"{knelpunt.state}, and stands at {present}")
    if knelpunt.state == S.GEKOPPELD:
        where = "Uitvoering" if L.ACTIELIJST in lists else "Actie" if L.VOORRAADLIJST in lists else "Antwoord"
        if present != [where]:
            wrong.append(f"its actions are on {lists}, and it stands at {present}")
        for action in actions:
            name = action.get_list_display() if action.list != L.GEREEDLIJST else Outcome(action.outcome).label
            if not any(name in place.words and place.link and place.link.pk == action.pk for place in standing.places):
                wrong.append(f"does not say that {action} is {name}")
    if knelpunt.state == S.BEANTWOORD and said["Antwoord"] != "reached":
        wrong.append("answered, and that is not said")
    moments = [told.at for told in standing.story]
    if moments != sorted(moments, reverse=True):
        wrong.append("the story is not in order")
    for action in actions:
        since = action.links.get(knelpunt=knelpunt).linked_at  # type: ignore[attr-defined]
        facts = [move.moved_at for move in action.moves.all() if move.from_list]  # type: ignore[attr-defined]
        facts += [update.release.released_at for update in action.updates.filter(release__isnull=False)]  # type: ignore[attr-defined]
        facts += [named.assigned_at for named in action.assignments.all()]  # type: ignore[attr-defined]
        wrong += [f"does not tell what happened to {action} on {at}" for at in facts if at >= since and at not in moments]
    return [f"{knelpunt}: {line}" for line in wrong]


def standing(knelpunt: Knelpunt, user: User) -> Standing:
    knelpunt.refresh_from_db()
    return chains.standings([knelpunt], user)[knelpunt.pk]


@pytest.mark.django_db
@pytest.mark.parametrize("state", list(KnelpuntState))
def test_every_state_stands_somewhere_and_says_so(state: KnelpuntState) -> None:
    knelpunt = make.knelpunt(state)
    found = standing(knelpunt, make.manager().user)
    assert wrong_with(knelpunt, found) == []
    assert found.places and found.chain.summary
    assert ("hier zijn we nu" in {station.words for station in found.chain.stations}) is False, "says what is there"


@pytest.mark.django_db
def test_the_story_goes_on_with_the_action_until_its_end_and_back() -> None:
    knelpunt, user = make.knelpunt(S.OP_DE_LIJST), make.manager().user
    action = make.action(knelpunten=[knelpunt])
    seen = [standing(knelpunt, user).places[0].words]
    for act in (
        lambda: make.put_on_actielijst(action),
        lambda: make.decide(action, DecisionKind.TERUG_NAAR_VOORRAAD, wording="Het kan nog niet."),
        lambda: make.put_on_actielijst(action),
        lambda: make.decide(
            action, DecisionKind.NAAR_GEREED, wording="Het werkt.", outcome=Outcome.AFGEROND, noticed="Regio's merken het."
        ),
    ):
        act()
        action.refresh_from_db()
        found = standing(knelpunt, user)
        assert wrong_with(knelpunt, found) == []
        seen.append(found.places[0].words)
    assert [words.split(",")[0] for words in seen] == [
        "Actie op de voorraadlijst",
        "Actie op de actielijst",
        "Actie op de voorraadlijst",
        "Actie op de actielijst",
        "Actie afgerond",
    ]
    assert found.answer is not None and found.answer.text == "Het werkt."
    assert states(found.chain)["Antwoord"] == "present"


@pytest.mark.django_db
def test_reading_many_costs_as_much_as_reading_few() -> None:
    user, counts = make.manager().user, []
    for number in (2, 9):
        while Knelpunt.objects.count() < number:
            knelpunt = make.knelpunt(S.OP_DE_LIJST, title=f"Knelpunt {Knelpunt.objects.count()}")
            make.put_on_actielijst(make.action(knelpunten=[knelpunt]))
        rows = list(Knelpunt.objects.visible_to(user))
        with CaptureQueriesContext(connection) as asked:
            chains.standings(rows, user)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 18
