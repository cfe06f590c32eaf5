"""What the pages about knelpunten read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knelpunten.enums import EDITABLE_STATES, STEPS, KnelpuntState, Permission
from knelpunten.models import Knelpunt, KnelpuntStep


@dataclass(frozen=True)
class Possible:
    """What this reader can do with a knelpunt now: state and rights together."""

    edit: bool
    submit: bool
    withdraw: bool
    start: bool
    conclude: bool
    propose_action: bool
    answer: bool
    say_unsolved: bool
    release: bool

    @property
    def anything(self) -> bool:
        return any(vars(self).values())


def possible(knelpunt: Knelpunt, user: Any) -> Possible:
    state = KnelpuntState(knelpunt.state)
    may_submit = user.may(Permission.SUBMIT, knelpunt)
    may_assess = user.may(Permission.ASSESS, knelpunt)
    is_listed = state in (KnelpuntState.OP_DE_LIJST, KnelpuntState.GEKOPPELD)
    return Possible(
        edit=state in EDITABLE_STATES and user.may(Permission.DRAFT, knelpunt),
        submit=KnelpuntState.INGEDIEND in STEPS[state] and may_submit,
        withdraw=KnelpuntState.INGETROKKEN in STEPS[state] and may_submit,
        start=state == KnelpuntState.INGEDIEND and may_assess,
        conclude=state == KnelpuntState.IN_BEOORDELING and may_assess,
        propose_action=is_listed and may_assess,
        answer=state == KnelpuntState.GEKOPPELD and may_assess,
        release=state == KnelpuntState.PRIVACYTOETS and user.may(Permission.RELEASE, knelpunt),
        say_unsolved=state == KnelpuntState.BEANTWOORD and user.may(Permission.SAY_UNSOLVED, knelpunt),
    )


def story(knelpunt: Knelpunt) -> list[KnelpuntStep]:
    """Its steps, newest first."""
    return list(knelpunt.steps.select_related("table").order_by("-pk"))
