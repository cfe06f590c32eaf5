"""Which texts there are of a decision, and how each is taken away. What rests on a decision reads its words there, so they go everywhere at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from agenda.decisions.models import Decision
from portal.accounts.actor import Actor
from portal.history.domain.recording import redact
from portal.history.evidence import Evidence
from portal.privacy.domain.reporting import GROUND, Part

# What upper rooms keep of a decision in other words than its own. It goes with the decision, or by itself.
RETOLD: list[Callable[[Decision], list[Part]]] = []


def parts_of_decision(decision: Decision) -> list[Part]:
    """Its words, with which every other text of it goes; each of those by itself; and what was reserved."""
    retold = [part for tell in RETOLD for part in tell(decision)]

    def remove(by: Actor) -> None:
        for take in (redacting_once(decision), *(part.remove for part in retold)):
            take(by)

    own = Part(f"besluit-{decision.pk}", f"Tekst van {decision}", decision.wording or "", remove)
    return [own, *retold, *parts_of_facts("voorbehoud", "Voorbehoud, vastgelegd door", decision.reservations.all())]  # type: ignore[attr-defined]


def parts_of_decisions_about(subject: Model) -> list[Part]:
    return [part for decision in Decision.objects.about(subject) for part in parts_of_decision(decision)]


def parts_of_facts(code: str, label: str, facts: Any) -> list[Part]:
    """A part for each of these facts."""
    return [
        Part(f"{code}-{fact.pk}", f"{label} {fact.by_label}", "\n".join(filter(None, fact.texts)), redacting_once(fact))
        for fact in facts
    ]


def redacting_once(fact: Evidence) -> Callable[[Actor], None]:
    """How the text of a fact goes that may have gone with another."""

    def remove(by: Actor) -> None:
        if type(fact).objects.filter(pk=fact.pk, redacted_at__isnull=True).exists():
            redact(fact, ground=GROUND, by=by)

    return remove
