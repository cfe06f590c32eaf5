"""What an action should have reached when, and the documents that come of it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from agenda.lists.enums import ActionList, Verb
from agenda.lists.models import Action, ActionFile, Milestone
from portal.accounts.actor import Actor
from portal.files.domain import stored_files
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused
from portal.privacy.domain import guard

MOST_FILES = 20  # with one action
MOST_MILESTONES = 12  # that are still ahead


class PlanRefused(Refused):
    pass


def blockers_for_plan(*, action: Action) -> list[Blocker]:
    if action.list == ActionList.GEREEDLIJST:
        return [Blocker("is-done", "Deze actie staat op de gereedlijst.")]
    return []


@transaction.atomic
def plan(*, key: UUID, action: Action, title: str, due_date: date, by: Actor) -> Milestone:
    """Agree on a milestone. Raises PersonalDataRefused."""
    guard.refuse_identifiers([title])
    action = Action.objects.lock(action)
    if blockers := blockers_for_plan(action=action):
        raise PlanRefused(*blockers)
    if action.milestones.filter(reached_date__isnull=True, dropped_date__isnull=True).count() >= MOST_MILESTONES:
        raise PlanRefused(Blocker("too-many", f"Er staan al {MOST_MILESTONES} mijlpalen open."))

    def make() -> Milestone:
        made = Milestone.objects.create(key=key, action=action, title=title, due_date=due_date)
        record(action, Verb.PLANNED, by=by)
        return made

    return make_once(Milestone, key, make)


@transaction.atomic
def reach(*, milestone: Milestone, by: Actor) -> Milestone:
    """It was reached today. Saying it twice is saying it once."""
    return _close(milestone, "reached_date", Verb.REACHED, by)


@transaction.atomic
def drop(*, milestone: Milestone, by: Actor) -> Milestone:
    """It is no longer asked for. It stays to be read."""
    return _close(milestone, "dropped_date", Verb.DROPPED, by)


def _close(milestone: Milestone, column: str, verb: Verb, by: Actor) -> Milestone:
    action = Action.objects.lock(milestone.action)
    milestone = Milestone.objects.get(pk=milestone.pk)
    if milestone.reached_date or milestone.dropped_date:
        return milestone
    setattr(milestone, column, clock.today())
    milestone.save(update_fields=[column])
    record(action, verb, by=by)
    return milestone


@transaction.atomic
def attach(*, key: UUID, action: Action, name: str, data: bytes, title: str, by: Actor) -> ActionFile:
    """Keep a document with the action. Raises FileRefused when it is not taken in, and PersonalDataRefused.

    Sent twice, it is there once.
    """
    guard.refuse_identifiers([title, name])
    action = Action.objects.lock(action)
    if action.files.filter(file__removed_at__isnull=True).count() >= MOST_FILES:
        raise PlanRefused(Blocker("too-many", f"Bij een actie passen {MOST_FILES} documenten. Haal er eerst een weg."))
    file = stored_files.keep(key=key, name=name, data=data, by=by)
    if existing := ActionFile.objects.filter(file=file).first():
        return existing
    made = ActionFile.objects.create(action=action, file=file, title=title.strip(), attached_at=clock.now())
    record(action, Verb.FILED, by=by)
    return made


@transaction.atomic
def detach(*, document: ActionFile, by: Actor) -> None:
    """Take a document away for good. That there was one stays in the history."""
    action = Action.objects.lock(document.action)
    document = ActionFile.objects.select_related("file").get(pk=document.pk)
    if document.file.removed_at:
        raise PlanRefused(Blocker("gone", "Dit document is al weg."))
    stored_files.remove(file=document.file, by=by)
    record(action, Verb.UNFILED, by=by)
