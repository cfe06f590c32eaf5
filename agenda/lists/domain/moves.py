"""Moving an action from list to list: the only way its list ever changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from agenda.decisions.models import Decision
from agenda.lists.enums import ActionList, Outcome, Verb
from agenda.lists.models import Action, EndingDetails, ListMove, TableAnswer
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.models import PolicyTable
from portal.privacy.domain import guard

NEEDS_REASON = {
    (ActionList.ACTIELIJST, ActionList.VOORRAADLIJST),
    (ActionList.GEREEDLIJST, ActionList.ACTIELIJST),
    (ActionList.GEREEDLIJST, ActionList.VOORRAADLIJST),
}


class MoveRefused(Refused):
    pass


@dataclass(frozen=True, kw_only=True)
class Ending:
    """How an action ends on the gereedlijst: done, with its result as reason and what
    regions notice, or at home at another table."""

    outcome: Outcome
    table: PolicyTable | None = None
    is_accepted: bool | None = None
    noticed: str = ""
    contact: str = ""
    check_date: date | None = None


def blockers_for_move(
    *, action: Action, to: ActionList, decision: Decision | None = None, ending: Ending | None = None
) -> list[Blocker]:
    """Reasons, fit for the screen, why this action cannot go to that list now. Why it goes is what the decision says."""
    origin, says_why = ActionList(action.list), decision is None or bool(decision.wording)
    blockers = []
    if to not in origin.row.steps:
        blockers.append(Blocker("no-such-move", f"Van de {origin.label} kan een actie niet naar de {to.label}."))
    if decision is None:
        blockers.append(Blocker("no-decision", "Een verplaatsing rust op een besluit van de Stuurgroep.", is_input=True))
    elif not _is_about(decision, action):
        blockers.append(Blocker("other-decision", "Dit besluit gaat over iets anders.", is_input=True))
    if to == ActionList.ACTIELIJST and not action.has_trekker:
        blockers.append(Blocker("no-trekker", "Er is nog geen bestuurlijk trekker."))
    if (origin, to) in NEEDS_REASON and not says_why:
        blockers.append(Blocker("no-reason", "Schrijf op waarom de actie teruggaat.", is_input=True))
    if to.row.asks_outcome:
        blockers += _blockers_for_ending(origin, says_why, ending)
    if (origin, to) == (ActionList.GEREEDLIJST, ActionList.VOORRAADLIJST) and not _was_refused_elsewhere(action):
        blockers.append(
            Blocker("hand-over-stands", "Alleen een actie die elders niet is aanvaard, kan terug naar de voorraadlijst.")
        )
    return blockers


@transaction.atomic
def move(*, action: Action, to: ActionList, decision: Decision, by: Actor, ending: Ending | None = None) -> ListMove:
    """Put an action on another list, on the strength of a decision. Raises PersonalDataRefused."""
    guard.refuse_identifiers([ending.noticed, ending.contact] if ending else [])
    action = Action.objects.lock(action)
    if blockers := blockers_for_move(action=action, to=to, decision=decision, ending=ending):
        raise MoveRefused(*blockers)
    return write_move(action, to=to, decision=decision, ending=ending, by=by)


def write_move(
    action: Action,
    *,
    to: ActionList,
    by: Actor,
    decision: Decision | None = None,
    ending: Ending | None = None,
    is_first: bool = False,
) -> ListMove:
    """Write a move that was found to be allowed. For verbs of this package only."""
    moment = clock.now()
    step = ListMove.objects.write(
        action=action,
        from_list=None if is_first else action.list,
        to_list=to,
        decision=decision,
        outcome=ending.outcome if ending else "",
        table=ending.table if ending else None,
        is_accepted=ending.is_accepted if ending else None,
        moved_at=moment,
        by=by,
    )
    action.list, action.list_since, action.outcome, action.is_accepted = to, moment, step.outcome, step.is_accepted
    action.place = None
    if to == ActionList.VOORRAADLIJST:
        action.trekker = None  # nobody works on it: who did, is in the assignments
    action.save(update_fields=["list", "list_since", "outcome", "is_accepted", "place", "trekker"])
    record(action, Verb.MOVED, by=by, facts=[step, *_details(step, ending, by)])
    return step


def _details(step: ListMove, ending: Ending | None, by: Actor) -> list[EndingDetails]:
    if ending is None:
        return []
    noticed, contact = ending.noticed.strip(), ending.contact.strip()
    return [EndingDetails.objects.write(move=step, noticed=noticed, contact=contact, check_date=ending.check_date, by=by)]


@transaction.atomic
def answer_hand_over(*, action: Action, is_accepted: bool, note: str, by: Actor) -> TableAnswer:
    """Write down what the other table said. Not accepted, it moves nothing: it goes on the agenda of the Stuurgroep.

    Raises PersonalDataRefused.
    """
    guard.refuse_identifiers([note])
    action = Action.objects.lock(action)
    if blockers := blockers_for_answer(action=action):
        raise MoveRefused(*blockers)
    made: TableAnswer = TableAnswer.objects.write(
        move=action.moves.latest("pk"), is_accepted=is_accepted, note=note.strip(), answered_at=clock.now(), by=by
    )
    action.is_accepted = is_accepted
    action.save(update_fields=["is_accepted"])
    record(action, Verb.HANDED_OVER, by=by, facts=[made])
    return made


def blockers_for_answer(*, action: Action) -> list[Blocker]:
    if action.outcome != Outcome.ELDERS_BELEGD:
        return [Blocker("not-elsewhere", "Deze actie is niet elders belegd.")]
    if action.is_accepted:
        return [Blocker("accepted", "Die tafel heeft de actie al aanvaard.")]
    return []


def _blockers_for_ending(origin: ActionList, says_why: bool, ending: Ending | None) -> list[Blocker]:
    if ending is None:
        return [Blocker("no-outcome", "Kies of de actie is afgerond of elders is belegd.", is_input=True)]
    blockers, row = [], Outcome(ending.outcome).row
    if origin == ActionList.VOORRAADLIJST and row.asks_result:
        blockers.append(
            Blocker("not-begun", "Een actie waar nog niet aan gewerkt is, kan alleen elders belegd worden.", is_input=True)
        )
    if row.asks_result and not says_why:
        blockers.append(Blocker("no-result", "Schrijf op wat het resultaat is.", is_input=True))
    if row.asks_result and not ending.noticed.strip():
        blockers.append(Blocker("not-noticed", "Schrijf op wat de regio's van het resultaat merken.", is_input=True))
    if row.asks_table and ending.is_accepted is False and not _is_ahead(ending.check_date):
        blockers.append(Blocker("no-check-date", "Kies een dag in de toekomst waarop u bij die tafel navraagt.", is_input=True))
    if row.asks_table and (ending.table is None or ending.is_accepted is None):
        blockers.append(
            Blocker("no-table", "Kies de tafel waar de actie belegd wordt, en of die tafel haar heeft aanvaard.", is_input=True)
        )
    return blockers


def _is_about(decision: Decision, action: Action) -> bool:
    return decision.subject_id == action.pk and isinstance(decision.subject, Action)


def _was_refused_elsewhere(action: Action) -> bool:
    return action.outcome == Outcome.ELDERS_BELEGD and not action.is_accepted


def _is_ahead(day: date | None) -> bool:
    return day is not None and day > clock.today()
