"""What the Stuurgroep can decide about a knelpunt: that another table takes it up.

A rode draad it can speak about and take note of.
"""

from __future__ import annotations

from agenda.decisions.domain import decisions
from agenda.decisions.effects.table import Effect, register
from agenda.decisions.enums import DecisionKind
from agenda.decisions.models import Decision
from knelpunten.domain import hand_overs
from knelpunten.enums import KnelpuntState
from knelpunten.models import Knelpunt, Pattern
from portal.accounts.actor import Actor
from portal.kit.refusals import Blocker
from portal.network.models import PolicyTable


def can_go_elsewhere(knelpunt: Knelpunt) -> list[Blocker]:
    if KnelpuntState.ELDERS_BELEGD in knelpunt.standing.row.steps:
        return []
    return [Blocker("no-such-step", f"Dit knelpunt staat nu op “{knelpunt.get_state_display()}”.")]


def hand_over(knelpunt: Knelpunt, *, decision: Decision, by: Actor, table: PolicyTable | None) -> None:
    made = hand_overs.hand_over(knelpunt=knelpunt, table=table, words=decision.wording or "", by=by)
    decisions.rest(step=made.step, decision=decision, by=by)


def take_note(pattern: Pattern, *, decision: Decision, by: Actor) -> None:
    """The words are on record, and nothing moves."""


def nothing_against(pattern: Pattern) -> list[Blocker]:
    return []


def fill() -> None:
    """Enter the effect of this room in the table."""
    sentence = (
        "Het knelpunt gaat naar de tafel die u kiest, en staat daarna op de gereedlijst van zijn thema. "
        "De huizen lezen het besluit als reden."
    )
    register(
        DecisionKind.KNELPUNT_ELDERS, Knelpunt, Effect(hand_over, can_go_elsewhere, lambda knelpunt: sentence, asks=("table",))
    )
    register(
        DecisionKind.TER_KENNISGEVING,
        Pattern,
        Effect(take_note, nothing_against, lambda pattern: "Er verandert niets op de lijsten."),
    )
