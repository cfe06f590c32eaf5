"""What the Stuurgroep can decide about an edition of a document: to adopt it, from a date on."""

from __future__ import annotations

from datetime import date

from agenda.decisions.effects.table import Effect, register
from agenda.decisions.enums import DecisionKind, Verb
from agenda.decisions.models import Decision, EditionAdoption
from portal.accounts.actor import Actor
from portal.documents.domain import editions
from portal.documents.models import Edition
from portal.history.domain.recording import record
from portal.kit.refusals import Blocker, of_the_state


def can_adopt(edition: Edition) -> list[Blocker]:
    return of_the_state(editions.blockers_for_force(edition=edition))


def adopt(edition: Edition, *, decision: Decision, by: Actor, in_force_date: date | None) -> None:
    """Put the edition in force from that date, and keep with the decision which words were adopted."""
    adopted = editions.adopt(edition=edition, in_force_date=in_force_date, by=by)
    fact = EditionAdoption.objects.write(
        decision=decision, edition=adopted, in_force_date=in_force_date, sha256=editions.digest_of_edition(adopted), by=by
    )
    record(adopted, Verb.ADOPTED, by=by, facts=[fact])


def fill() -> None:
    """Enter the effect of this room in the table."""
    sentence = (
        "De editie geldt vanaf de dag die u kiest, en haar tekst verandert daarna niet meer. "
        "De editie van nu is vanaf die dag vervangen."
    )
    register(DecisionKind.VASTSTELLEN, Edition, Effect(adopt, can_adopt, lambda edition: sentence, asks=("in_force_date",)))
