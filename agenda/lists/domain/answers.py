"""The landelijk bureau answers a knelpunt: what its actions brought, in words for the house."""

from __future__ import annotations

from django.db import transaction

from agenda.lists.enums import ActionList
from knelpunten.domain import steps
from knelpunten.enums import KnelpuntState
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.accounts.actor import Actor
from portal.kit.refusals import Blocker, Refused


class AnswerRefused(Refused):
    pass


def blockers_for_answer(*, knelpunt: Knelpunt) -> list[Blocker]:
    """A knelpunt is answered when everything that was to be done about it stands on the gereedlijst."""
    return [
        Blocker("action-open", f"De actie “{action}” staat nog op de {action.get_list_display()}.")
        for action in knelpunt.actions.exclude(list=ActionList.GEREEDLIJST)
    ]


@transaction.atomic
def answer(*, knelpunt: Knelpunt, text: str, by: Actor) -> KnelpuntStep:
    """Write the answer to the house; with it the knelpunt is answered."""
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if blockers := blockers_for_answer(knelpunt=knelpunt):
        raise AnswerRefused(*blockers)
    return steps.take(knelpunt=knelpunt, to=KnelpuntState.BEANTWOORD, reason=text, by=by)
