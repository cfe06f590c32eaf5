"""Several houses meet the same obstacle: their explanations become one knelpunt, or
a knelpunt each in a rode draad, in one step."""

from __future__ import annotations

from uuid import UUID, uuid5

from django.db import transaction

from ambitions.domain.explanations import ExplanationRefused
from ambitions.enums import Verb
from ambitions.models import Explanation, ExplanationKnelpunt
from knelpunten.domain import assessments, recognitions, rode_draden, submissions
from knelpunten.enums import KnelpuntKind, KnelpuntState
from knelpunten.models import Knelpunt, Pattern
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker
from portal.network.models import Ambition, House

LISTED = "Dit is door het landelijk bureau gemaakt van toelichtingen bij de Samenwerkingsagenda."
FEWEST = 2


def blockers_for_bundling(*, explanations: list[Explanation]) -> list[Blocker]:
    """Why these explanations cannot become one thing."""
    blockers = []
    if len(explanations) < FEWEST:
        blockers.append(Blocker("too-few", "Kies twee of meer toelichtingen.", is_input=True))
    if len({each.line.ambition_id for each in explanations}) > 1:
        blockers.append(Blocker("other-ambition", "Kies toelichtingen bij één ambitie.", is_input=True))
    if gone := ExplanationKnelpunt.objects.filter(explanation__in=explanations).select_related("explanation__house").first():
        blockers.append(
            Blocker("was-bundled", f"Van de toelichting van {gone.explanation.house} is al een knelpunt gemaakt.", is_input=True)
        )
    if any(each.ended_at for each in explanations):
        blockers.append(Blocker("ended", "Een van deze toelichtingen is ingetrokken.", is_input=True))
    return blockers


@transaction.atomic
def make_knelpunt(*, key: UUID, explanations: list[Explanation], title: str, text: str, by: Actor) -> Knelpunt:
    """One knelpunt on the knelpuntenlijst, with all these houses behind it. Raises ExplanationRefused.

    Sent twice, it is made once.
    """
    if existing := Knelpunt.objects.filter(key=key).first():
        return existing
    explanations = _locked(explanations)
    made = _listed(key, None, title, text, explanations[0].line.ambition, by)
    for each in explanations:
        recognitions.stand_behind(knelpunt=made, house=each.house, note=each.text, by=by)
        _link(each, made, by)
    return made


@transaction.atomic
def make_pattern(*, key: UUID, explanations: list[Explanation], title: str, text: str, by: Actor) -> Pattern:
    """A rode draad with a knelpunt of each house in it, in that house's own words. Raises ExplanationRefused."""
    if existing := Pattern.objects.filter(key=key).first():
        return existing
    explanations = _locked(explanations)
    made = []
    for each in explanations:
        own = _listed(uuid5(key, str(each.pk)), each.house, each.line.title, each.text, each.line.ambition, by)
        _link(each, own, by)
        made.append(own)
    return rode_draden.begin(key=key, title=title, analysis=text, theme=None, knelpunten=made, by=by)


def _locked(explanations: list[Explanation]) -> list[Explanation]:
    found = Explanation.objects.lock_all(explanations)
    if blockers := blockers_for_bundling(explanations=found):
        raise ExplanationRefused(*blockers)
    return found


def _listed(key: UUID, house: House | None, title: str, text: str, ambition: Ambition, by: Actor) -> Knelpunt:
    """A knelpunt that walked to the knelpuntenlijst. What may describe a person stops in the privacytoets on its way there."""
    made = submissions.draft(key=key, house=house, kind=KnelpuntKind.BELEID, title=title, pattern=text, ambition=ambition, by=by)
    step = submissions.submit(knelpunt=made, is_confirmed=True, by=by)
    if step.to_state == KnelpuntState.PRIVACYTOETS:
        raise ExplanationRefused(
            Blocker("look-again", f"“{title}” kan over één persoon gaan. Laat de toelichting eerst nakijken.", is_input=True)
        )
    assessments.start(knelpunt=made, by=by)
    assessments.conclude(knelpunt=made, outcome=KnelpuntState.OP_DE_LIJST, reason=LISTED, by=by)
    return Knelpunt.objects.get(pk=made.pk)


def _link(explanation: Explanation, knelpunt: Knelpunt, by: Actor) -> None:
    fact = ExplanationKnelpunt.objects.write(explanation=explanation, knelpunt=knelpunt, linked_at=clock.now(), by=by)
    record(explanation, Verb.EXPLANATIONS_BUNDLED, by=by, facts=[fact])
