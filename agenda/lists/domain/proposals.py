"""Putting an action forward, with or without a knelpunt, and linking knelpunten to it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from agenda.decisions.models import Decision
from agenda.lists.domain import moves
from agenda.lists.enums import ActionList, Verb
from agenda.lists.models import Action, ActionAmbition, ActionKnelpunt, ActionRevision, ActionSection
from knelpunten.domain import steps
from knelpunten.enums import LISTED_STATES, KnelpuntState
from knelpunten.models import Knelpunt
from portal.accounts.actor import Actor
from portal.documents.models import Section
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused, Stale
from portal.network.models import Ambition, Theme
from portal.network.queries.seats import seat_of
from portal.privacy.domain import guard


class ProposalRefused(Refused):
    pass


def blockers_for_proposal(*, knelpunten: list[Knelpunt], without_knelpunt: str) -> list[Blocker]:
    blockers = [
        Blocker("not-listed", f"“{knelpunt}” staat niet op de knelpuntenlijst.", is_input=True)
        for knelpunt in knelpunten
        if knelpunt.state not in LISTED_STATES
    ]
    if not knelpunten and not without_knelpunt.strip():
        blockers.append(
            Blocker(
                "no-knelpunt", "Kies een knelpunt, of schrijf op waarom deze actie er zonder knelpunt moet komen.", is_input=True
            )
        )
    return blockers


@transaction.atomic
def propose(
    *,
    key: UUID,
    theme: Theme,
    title: str,
    goal: str,
    intended_result: str,
    kind: str,
    by: Actor,
    ladder: str = "",
    knelpunten: Iterable[Knelpunt] = (),
    without_knelpunt: str = "",
    sections: Iterable[Section] = (),
    ambitions: Iterable[Ambition] = (),
) -> Action:
    """Put a new action on the voorraadlijst as proposed. The knelpunten it serves are then linked to it.

    Raises PersonalDataRefused.
    """
    guard.refuse_identifiers((title, goal, intended_result, without_knelpunt))
    served = Knelpunt.objects.lock_all(list(knelpunten))

    def make() -> Action:
        if blockers := blockers_for_proposal(knelpunten=served, without_knelpunt=without_knelpunt):
            raise ProposalRefused(*blockers)
        moment = clock.now()
        action = Action.objects.create(
            key=key,
            theme=theme,
            title=title,
            goal=goal,
            intended_result=intended_result,
            kind=kind,
            ladder=ladder,
            without_knelpunt=without_knelpunt,
            list_since=moment,
            proposed_at=moment,
            proposed_by=seat_of(by).membership,
        )
        moves.write_move(action, to=ActionList.VOORRAADLIJST, by=by, is_first=True)
        record(action, Verb.PROPOSED, by=by)
        for knelpunt in served:
            link(action=action, knelpunt=knelpunt, by=by)
        for section in sections:
            rest(action=action, section=section, by=by)
        for ambition in ambitions:
            serve(action=action, ambition=ambition, by=by)
        return action

    return make_once(Action, key, make)


@transaction.atomic
def link(*, action: Action, knelpunt: Knelpunt, by: Actor) -> ActionKnelpunt:
    """Let an action serve a knelpunt; the house reads that there is an action now."""
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if blockers := blockers_for_proposal(knelpunten=[knelpunt], without_knelpunt=""):
        raise ProposalRefused(*blockers)
    made = ActionKnelpunt.objects.write(action=action, knelpunt=knelpunt, linked_at=clock.now(), by=by)
    record(action, Verb.LINKED, by=by, facts=[made])
    if knelpunt.state == KnelpuntState.OP_DE_LIJST:
        reason = f"Dit knelpunt hoort nu bij een actie op de {action.get_list_display()}."
        steps.take(knelpunt=knelpunt, to=KnelpuntState.GEKOPPELD, reason=reason, by=by)
    return made


@transaction.atomic
def link_all(*, action: Action, knelpunten: Iterable[Knelpunt], by: Actor) -> list[ActionKnelpunt]:
    """Let an action that is there serve these knelpunten too; those it serves already stay as they are."""
    action = Action.objects.lock(action)
    if action.list == ActionList.GEREEDLIJST:
        raise ProposalRefused(Blocker("done", "Deze actie is gereed. Kies een andere, of stel een nieuwe voor."))
    served = set(action.links.values_list("knelpunt", flat=True))
    return [
        link(action=action, knelpunt=each, by=by) for each in Knelpunt.objects.lock_all(list(knelpunten)) if each.pk not in served
    ]


@transaction.atomic
def rest(*, action: Action, section: Section, by: Actor) -> ActionSection:
    """Let an action rest on a section of an adopted edition, whose words stay as they are."""
    if not section.edition.is_adopted:
        raise ProposalRefused(Blocker("not-adopted", f"{section.citation} is nog een concept."))
    made = ActionSection.objects.write(action=action, section=section, linked_at=clock.now(), by=by)
    record(action, Verb.RESTED, by=by, facts=[made])
    return made


@transaction.atomic
def serve(*, action: Action, ambition: Ambition, by: Actor) -> ActionAmbition:
    """Let an action also serve an ambition of the Samenwerkingsagenda."""
    made = ActionAmbition.objects.write(action=action, ambition=ambition, linked_at=clock.now(), by=by)
    record(action, Verb.SERVED, by=by, facts=[made])
    return made


def blockers_for_revision(*, action: Action) -> list[Blocker]:
    """The words the Stuurgroep found desirable stay as they are."""
    if action.list != ActionList.VOORRAADLIJST or action.found_desirable_by_id:
        return [Blocker("words-stand", "De tekst staat vast: herschrijven kan zolang een actie voorgesteld is.")]
    return []


@transaction.atomic
def revise(*, action: Action, expected: int, title: str, goal: str, intended_result: str, by: Actor) -> Action:
    """Write a proposed action better; what it said stays on record.

    Raises Stale when a colleague did since version `expected`, and PersonalDataRefused.
    """
    guard.refuse_identifiers((title, goal, intended_result))
    action = Action.objects.lock(action)
    if action.version != expected:
        raise Stale()
    if blockers := blockers_for_revision(action=action):
        raise ProposalRefused(*blockers)
    action.title, action.goal, action.intended_result, action.version = title, goal, intended_result, action.version + 1
    action.save(update_fields=["title", "goal", "intended_result", "version"])
    fact = ActionRevision.objects.write(
        action=action, title=title, goal=goal, intended_result=intended_result, revised_at=clock.now(), by=by
    )
    record(action, Verb.REVISED, by=by, facts=[fact])
    return action


@transaction.atomic
def find_desirable(*, action: Action, decision: Decision, by: Actor) -> Action:
    """The Stuurgroep finds the action desirable: from proposed to wenselijk."""
    action = Action.objects.lock(action)
    if action.list != ActionList.VOORRAADLIJST:
        raise ProposalRefused(Blocker("not-in-voorraad", "Alleen een actie op de voorraadlijst kan wenselijk gevonden worden."))
    action.found_desirable_by = decision
    action.save(update_fields=["found_desirable_by"])
    record(action, Verb.FOUND_DESIRABLE, by=by)
    return action
