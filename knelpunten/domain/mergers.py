"""Two knelpunten that are one: the words, house and history of each stay, its houses
stand behind the other, and it can be undone."""

from __future__ import annotations

from django.db import transaction

from knelpunten.domain import steps
from knelpunten.enums import SHARED_STATES, KnelpuntState, Verb
from knelpunten.models import Knelpunt, KnelpuntStep, Merger, Recognition
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused


class MergerRefused(Refused):
    pass


def blockers_for_merger(*, knelpunt: Knelpunt, into: Knelpunt | None) -> list[Blocker]:
    """Why these two cannot be merged."""
    if into is None:
        return [Blocker("no-other", "Kies met welk knelpunt u dit samenvoegt.", is_input=True)]
    blockers = []
    if into.pk == knelpunt.pk:
        blockers.append(Blocker("itself", "Een knelpunt kan niet met zichzelf worden samengevoegd.", is_input=True))
    elif into.state not in SHARED_STATES:
        blockers.append(
            Blocker(
                "other-not-listed",
                "Voeg samen met een knelpunt dat op de knelpuntenlijst staat of daarvandaan komt.",
                is_input=True,
            )
        )
    return blockers


def write(step: KnelpuntStep, *, into: Knelpunt, by: Actor) -> Merger:
    """Merge, and let the houses of the one stand behind the other. For verbs of this package only."""
    merger = Merger.objects.write(step=step, into=into, by=by)
    for house in set(steps.houses_behind(step.knelpunt)) - set(steps.houses_behind(into)):
        Recognition.objects.create(knelpunt=into, house_id=house, merged=step.knelpunt, recognised_at=clock.now())
    record(step.knelpunt, Verb.MERGED, by=by, facts=[merger])
    return merger


def blockers_for_undoing(*, knelpunt: Knelpunt) -> list[Blocker]:
    """Why there is nothing to take apart."""
    if knelpunt.state == KnelpuntState.SAMENGEVOEGD:
        return []
    return [Blocker("not-merged", "Dit knelpunt is niet (meer) samengevoegd.")]


@transaction.atomic
def undo(*, knelpunt: Knelpunt, reason: str, by: Actor) -> KnelpuntStep:
    """Take them apart again: it is assessed anew, and its houses no longer stand behind the other by the merger."""
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if blockers := blockers_for_undoing(knelpunt=knelpunt):
        raise MergerRefused(*blockers)
    step = steps.take(knelpunt=knelpunt, to=KnelpuntState.IN_BEOORDELING, reason=reason, by=by)
    Recognition.objects.filter(merged=knelpunt, withdrawn_at__isnull=True).update(withdrawn_at=clock.now())
    record(knelpunt, Verb.UNMERGED, by=by)
    return step
