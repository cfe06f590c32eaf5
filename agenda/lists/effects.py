"""What the Stuurgroep can decide about an action, and what that does."""

from __future__ import annotations

from typing import Any

from agenda.decisions.effects.table import Effect, register
from agenda.decisions.enums import DecisionKind
from agenda.decisions.models import Decision
from agenda.lists.domain import moves, proposals, trekkers
from agenda.lists.domain.moves import Ending
from agenda.lists.enums import ActionList, Outcome
from agenda.lists.models import Action
from portal.accounts.actor import Actor
from portal.kit.refusals import Blocker, of_the_state
from portal.network.models import Seat

L = ActionList


def only_on(*lists: ActionList) -> Any:
    """Blockers for a decision that makes sense on these lists only."""

    def blockers(action: Action) -> list[Blocker]:
        if action.list in lists:
            return []
        return [Blocker("other-list", f"Deze actie staat op de {action.get_list_display()}.")]

    return blockers


def nothing(action: Any, *, decision: Decision, by: Actor) -> None:
    """Some decisions are their own effect: the words are on record."""


def never(action: Any) -> list[Blocker]:
    return []


def find_desirable(action: Action, *, decision: Decision, by: Actor) -> None:
    proposals.find_desirable(action=action, decision=decision, by=by)


def put_on_actielijst(action: Action, *, decision: Decision, by: Actor, trekker: Seat | None, accepted: bool) -> None:
    named = trekkers.name_trekker(action=action, seat=trekker, accepted=accepted, decision=decision, by=by)
    moves.move(action=named, to=L.ACTIELIJST, decision=decision, by=by)


def change_trekker(action: Action, *, decision: Decision, by: Actor, trekker: Seat | None, accepted: bool) -> None:
    trekkers.name_trekker(action=action, seat=trekker, accepted=accepted, decision=decision, by=by)


def put_back(action: Action, *, decision: Decision, by: Actor) -> None:
    moves.move(action=action, to=L.VOORRAADLIJST, decision=decision, by=by)


def end(action: Action, *, decision: Decision, by: Actor, outcome: str, **details: Any) -> None:
    """Details are those of an `Ending`: the table and whether it accepted, its contact
    and when to look back, or what regions notice."""
    ending = (
        Ending(outcome=Outcome(outcome), **{name: value for name, value in details.items() if value is not None})
        if outcome
        else None
    )
    moves.move(action=action, to=L.GEREEDLIJST, decision=decision, ending=ending, by=by)


def reopen(action: Action, *, decision: Decision, by: Actor, trekker: Seat | None, accepted: bool) -> None:
    named = trekkers.name_trekker(action=action, seat=trekker, accepted=accepted, decision=decision, by=by)
    moves.move(action=named, to=L.ACTIELIJST, decision=decision, by=by)


def back_to_stock(action: Action) -> list[Blocker]:
    """Back to the voorraadlijst: from the actielijst, or from the gereedlijst when no table accepted it."""
    if action.list == L.GEREEDLIJST:
        return of_the_state(moves.blockers_for_move(action=action, to=L.VOORRAADLIJST))
    return only_on(L.ACTIELIJST)(action)


def can_find_desirable(action: Action) -> list[Blocker]:
    if action.found_desirable_by_id:
        return [Blocker("is-desirable", "Deze actie is al wenselijk gevonden.")]
    return only_on(L.VOORRAADLIJST)(action)


def stays(action: Action) -> str:
    return f"De actie blijft op de {action.get_list_display()}."


D = DecisionKind
TABLE = {
    D.WENSELIJK: Effect(find_desirable, can_find_desirable, lambda a: "De actie staat als wenselijk op de voorraadlijst."),
    D.OP_DE_ACTIELIJST: Effect(
        put_on_actielijst,
        only_on(L.VOORRAADLIJST),
        lambda a: "De actie gaat van de voorraadlijst naar de actielijst en krijgt een bestuurlijk trekker.",
        asks=("trekker", "accepted"),
    ),
    D.BLIJFT: Effect(nothing, never, stays),
    D.TERUG_NAAR_VOORRAAD: Effect(
        put_back, back_to_stock, lambda a: f"De actie gaat van de {a.get_list_display()} terug naar de voorraadlijst."
    ),
    D.NAAR_GEREED: Effect(
        end,
        only_on(L.VOORRAADLIJST, L.ACTIELIJST),
        lambda a: f"De actie gaat van de {a.get_list_display()} naar de gereedlijst.",
        asks=("outcome", "noticed", "table", "is_accepted", "contact", "check_date"),
    ),
    D.HEROPENEN: Effect(
        reopen,
        only_on(L.GEREEDLIJST),
        lambda a: "De actie gaat van de gereedlijst terug naar de actielijst.",
        asks=("trekker", "accepted"),
    ),
    D.BIJSTUREN: Effect(nothing, only_on(L.ACTIELIJST), stays),
    D.TREKKER_WIJZIGEN: Effect(
        change_trekker,
        only_on(L.ACTIELIJST),
        lambda a: "De actie krijgt een andere bestuurlijk trekker.",
        asks=("trekker", "accepted"),
    ),
}


def fill() -> None:
    """Enter the effects of this room in the table."""
    for kind, effect in TABLE.items():
        register(kind, Action, effect)
    for kind in (D.TER_KENNISGEVING, D.AANHOUDEN):
        register(kind, None, Effect(nothing, never, lambda subject: "Er verandert niets op de lijsten."))
