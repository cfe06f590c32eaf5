"""What a decision does: one table of (kind, model) to a function, filled at start-up by the rooms that own the effects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from agenda.decisions.enums import OF_ANY_BODY, DecisionKind
from agenda.decisions.models import Decision
from portal.accounts.actor import Actor
from portal.kit.refusals import Blocker
from portal.network.enums import BodyKind
from portal.network.models import Body

Apply = Callable[..., Any]
Blockers = Callable[..., list[Blocker]]


@dataclass(frozen=True)
class Effect:
    """One line of the table.

    `apply(subject, decision=…, by=…, **details)` writes it; `blockers(subject, **details)` says why it cannot be now;
    `sentence(subject)` spells it out before it is final; `asks` names the details the form must ask for.
    """

    apply: Apply
    blockers: Blockers
    sentence: Callable[[Any], str]
    asks: tuple[str, ...] = field(default=())


EFFECTS: dict[tuple[DecisionKind, type[Model] | None], Effect] = {}


def register(kind: DecisionKind, model: type[Model] | None, effect: Effect) -> None:
    EFFECTS[kind, model] = effect


def effect_for(kind: DecisionKind, subject: Model | None) -> Effect | None:
    """The effect of this kind of decision on this subject; a kind without a subject's own effect may have a general one."""
    return EFFECTS.get((kind, type(subject))) or EFFECTS.get((kind, None)) if subject else EFFECTS.get((kind, None))


def may_decide(body: Body, kind: DecisionKind) -> bool:
    """What changes the lists or the documents is decided by the Stuurgroep; another body advises."""
    return kind in OF_ANY_BODY or body.kind == BodyKind.STUURGROEP


def possible_kinds(subject: Model | None, body: Body) -> list[DecisionKind]:
    """The decisions that this body can take on this subject as it stands, before any detail is filled in."""
    kinds = []
    for kind in DecisionKind:
        effect = effect_for(kind, subject)
        if effect and may_decide(body, kind) and not effect.blockers(subject):
            kinds.append(kind)
    return kinds


def apply(kind: DecisionKind, subject: Model | None, *, decision: Decision, by: Actor, **details: Any) -> None:
    effect = effect_for(kind, subject)
    if effect:
        effect.apply(subject, decision=decision, by=by, **details)
