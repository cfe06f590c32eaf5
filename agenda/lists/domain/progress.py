"""How an action goes: the coalition writes, the trekker releases."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from agenda.lists.enums import ActionList, ProgressStatus, Verb
from agenda.lists.models import Action, ProgressRelease, ProgressUpdate
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused
from portal.privacy.domain import guard


class ProgressRefused(Refused):
    pass


def blockers_for_report(*, action: Action) -> list[Blocker]:
    if action.list != ActionList.ACTIELIJST:
        return [Blocker("not-under-way", "Voortgang hoort bij een actie op de actielijst.")]
    return []


@transaction.atomic
def report(
    *,
    key: UUID,
    action: Action,
    status: ProgressStatus,
    happened: str,
    by: Actor,
    next_step: str = "",
    next_date: date | None = None,
    steering: str = "",
) -> ProgressUpdate:
    """Write an update. It asks for steering when it says which. Raises PersonalDataRefused."""
    guard.refuse_identifiers((happened, next_step, steering))
    action = Action.objects.lock(action)
    if blockers := blockers_for_report(action=action):
        raise ProgressRefused(*blockers)

    def make() -> ProgressUpdate:
        update = ProgressUpdate.objects.write(
            key=key,
            action=action,
            status=status,
            happened=happened,
            next_step=next_step,
            next_date=next_date,
            asks_steering=bool(steering.strip()),
            steering=steering,
            reported_at=clock.now(),
            by=by,
        )
        record(action, Verb.REPORTED, by=by, facts=[update])
        return update

    return make_once(ProgressUpdate, key, make)


@transaction.atomic
def release(*, update: ProgressUpdate, by: Actor) -> ProgressRelease:
    """Make an update the report to the Stuurgroep. Releasing twice is releasing once."""
    action = Action.objects.lock(update.action)
    if existing := ProgressRelease.objects.filter(update=update).first():
        return existing
    made = ProgressRelease.objects.write(update=update, released_at=clock.now(), by=by)
    record(action, Verb.RELEASED, by=by, facts=[made])
    return made
