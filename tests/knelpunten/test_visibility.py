"""Who sees a knelpunt in which state, by the rule and by the queryset: the two say the same."""

from __future__ import annotations

from typing import Any

import pytest

from knelpunten.enums import KnelpuntState, Permission
from knelpunten.models import Knelpunt
from tests import factories as make

pytestmark = pytest.mark.django_db


def readers() -> dict[str, Any]:
    return {
        "own house": make.manager("twente").user,
        "other house": make.manager("zeeland").user,
        "bureau": make.bureau().user,
        "stuurgroep": make.member().user,
        "redacteur": make.seat("landelijk-bureau", make.F.REDACTEUR).user,
        "privacybeoordelaar": make.seat("landelijk-bureau", make.F.PRIVACYBEOORDELAAR).user,
        "nobody": make.User.objects.create_user("niemand@example.nl", "Niemand"),
    }


EXPECTED = {
    make.S.CONCEPT: {"own house"},
    make.S.PRIVACYTOETS: {"own house", "privacybeoordelaar"},
    make.S.INGEDIEND: {"own house", "bureau"},
    make.S.IN_BEOORDELING: {"own house", "bureau"},
    make.S.TERUG_NAAR_INDIENER: {"own house", "bureau"},
    make.S.OP_DE_LIJST: {"own house", "other house", "bureau", "stuurgroep", "privacybeoordelaar"},
    make.S.GEKOPPELD: {"own house", "other house", "bureau", "stuurgroep", "privacybeoordelaar"},
    make.S.BEANTWOORD: {"own house", "other house", "bureau", "stuurgroep", "privacybeoordelaar"},
    make.S.ELDERS_BELEGD: {"own house", "other house", "bureau", "stuurgroep", "privacybeoordelaar"},
    make.S.HOORT_IN_DE_REGIO: {"own house", "bureau"},
    make.S.NIET_OPGENOMEN: {"own house", "bureau", "stuurgroep"},
    make.S.SAMENGEVOEGD: {"own house", "bureau"},
    make.S.NAAR_SAMENWERKINGSAGENDA: {"own house", "other house", "bureau", "stuurgroep", "privacybeoordelaar"},
    make.S.INGETROKKEN: {"own house"},
}


@pytest.mark.parametrize("state", list(KnelpuntState))
def test_rule_and_queryset_agree_on_who_sees(state: KnelpuntState) -> None:
    knelpunt = make.knelpunt(state)
    people = readers()
    by_rule = {name for name, user in people.items() if user.may(Permission.READ, knelpunt)}
    by_queryset = {name for name, user in people.items() if Knelpunt.objects.visible_to(user).filter(pk=knelpunt.pk).exists()}
    assert by_rule == by_queryset == EXPECTED[state]
