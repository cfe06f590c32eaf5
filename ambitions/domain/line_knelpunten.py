"""A line takes up what houses brought: the knelpunten that went to the Samenwerkingsagenda.

Letting one go again leaves a trace.
"""

from __future__ import annotations

from django.db import transaction

from ambitions.domain.lines import LineRefused
from ambitions.enums import Verb
from ambitions.models import ActionLine, LineKnelpunt
from knelpunten.domain.steps import houses_behind
from knelpunten.enums import KnelpuntState
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker
from portal.network.queries.staff import staff_of
from portal.notify.domain import notifications
from portal.notify.enums import About


def takes_up(*, line: ActionLine, knelpunt: Knelpunt) -> bool:
    """Whether this line takes up this knelpunt today."""
    return LineKnelpunt.objects.standing().filter(line=line, knelpunt=knelpunt).exists()


def blockers_for_taking_up(*, line: ActionLine, knelpunt: Knelpunt) -> list[Blocker]:
    """Why this line cannot take up this knelpunt."""
    blockers = []
    if knelpunt.state != KnelpuntState.NAAR_SAMENWERKINGSAGENDA:
        sentence = f"“{knelpunt}” staat nu op “{knelpunt.get_state_display()}”, en gaat niet naar de Samenwerkingsagenda."
        blockers.append(Blocker("not-of-the-agenda", sentence))
    if knelpunt.ambition_id != line.ambition_id:
        blockers.append(Blocker("other-ambition", f"“{knelpunt}” hoort bij een andere ambitie."))
    if line.until_year and line.until_year < clock.today().year:
        blockers.append(Blocker("line-over", "Deze lijn loopt niet meer."))
    return blockers


@transaction.atomic
def take_up(*, line: ActionLine, knelpunt: Knelpunt, by: Actor) -> None:
    """The line takes up a knelpunt; the houses behind it hear of it. Raises LineRefused. Done twice, it is done once."""
    line, knelpunt = ActionLine.objects.lock(line), Knelpunt.objects.lock(knelpunt)
    if takes_up(line=line, knelpunt=knelpunt):
        return
    if blockers := blockers_for_taking_up(line=line, knelpunt=knelpunt):
        raise LineRefused(*blockers)
    fact = _write(line, knelpunt, Verb.TAKEN_UP, by)
    users, occasion = staff_of(*houses_behind(knelpunt)), f"line-knelpunt:{fact.pk}"
    notifications.tell(users=users, occasion=occasion, path=knelpunt.get_absolute_url(), about=About.OPGENOMEN)


@transaction.atomic
def let_go(*, line: ActionLine, knelpunt: Knelpunt, by: Actor) -> None:
    """The line does not take it up after all."""
    line = ActionLine.objects.lock(line)
    if takes_up(line=line, knelpunt=knelpunt):
        _write(line, knelpunt, Verb.LET_GO, by)


def _write(line: ActionLine, knelpunt: Knelpunt, verb: Verb, by: Actor) -> LineKnelpunt:
    made: LineKnelpunt = LineKnelpunt.objects.write(
        line=line, knelpunt=knelpunt, is_taken_up=verb == Verb.TAKEN_UP, written_at=clock.now(), by=by
    )
    record(line, verb, by=by, facts=[made])
    return made
