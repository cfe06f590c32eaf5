"""The chain of many things at once, through the links that the rooms keep: where each really stands.

Lists draw a chain for every row, so what is read comes as bare rows and an address is made only where it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from agenda.lists.enums import ActionList, Outcome
from agenda.lists.models import Action
from agenda.ratification.enums import AgreementState
from agenda.ratification.models import Agreement
from knelpunten.enums import OWING_STATES
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import Knelpunt
from portal.chain.links import ACTION, AGREEMENT, KNELPUNT, LINE, MEETING, ActionLinks, Carried, KnelpuntLinks, local_day
from portal.ui.chains import STATIONS, Chain, Draft, Link


def chains_for(objects: Iterable[Any], user: Any) -> dict[int, Chain]:
    """The chain of each object, by primary key. All objects are of one kind: knelpunten, actions or agreements."""
    rows = list(objects)
    if not rows:
        return {}
    if isinstance(rows[0], Knelpunt):
        return chains_of(KnelpuntLinks(rows, user))
    return _of_actions(rows, user) if isinstance(rows[0], Action) else {row.pk: _of_agreement(row, user) for row in rows}


def chains_of(links: KnelpuntLinks) -> dict[int, Chain]:
    """What was merged stands where the one it joined stands."""
    drafts = {knelpunt.pk: _of_knelpunt(knelpunt, links) for knelpunt in links.all}
    return {knelpunt.pk: _joined(drafts, knelpunt, links).build() for knelpunt in links.asked}


def _joined(drafts: dict[int, Draft], knelpunt: Knelpunt, links: KnelpuntLinks) -> Draft:
    own, other = drafts[knelpunt.pk], links.joined.get(knelpunt.pk)
    if other is None:
        return own
    joined = drafts[other.pk]
    first = STATIONS[0]
    return Draft(
        reached={**joined.reached, first: own.reached[first]},
        links={**joined.links, first: [Link(other.title, KNELPUNT, other.pk)]},
        notes={**joined.notes, first: f"samengevoegd{f', {joined.notes[first]}' if joined.present == first else ''}"},
        skipped=joined.skipped,
        present=joined.present,
        branch=f"{own.branch}. {joined.branch}" if joined.branch else own.branch,
        awaited=joined.awaited if joined.branch else set(STATIONS),
    )


def _of_knelpunt(knelpunt: Knelpunt, links: KnelpuntLinks) -> Draft:
    draft = Draft(skipped={"Afspraak"})
    state, since = S(knelpunt.state), local_day(knelpunt.state_since)
    draft.reached["Knelpunt"] = local_day(knelpunt.drafted_at)
    carried = links.carried[knelpunt.pk]
    if carried:
        _add_actions(draft, carried, links.moves)
        if not draft.present and state == S.GEKOPPELD:
            draft.stands_at("Antwoord", "het landelijk bureau schrijft het antwoord")
    elif state == S.GEKOPPELD:
        draft.stands_at("Actie", "gekoppeld")
    if state.row.here:  # also what was answered and contested: it stands where it went back to
        draft.stands_at("Knelpunt", f"teruggekomen: {state.row.here}" if carried else state.row.here, since)
    if state in OWING_STATES:
        draft.awaited = {"Antwoord"}
    if knelpunt.answered_at and not state.row.here:
        draft.reached["Antwoord"] = local_day(knelpunt.answered_at)
    draft.branch = state.row.branch.format(table=links.tables.get(knelpunt.pk, "een andere tafel"))
    _add_lines(draft, links.lines[knelpunt.pk])
    _add_agreements(draft, links.agreements_of(knelpunt))
    return draft


def _add_lines(draft: Draft, lines: list[Any]) -> None:
    """What an action line of the Samenwerkingsagenda took up is worked on there."""
    for line in lines:
        draft.links.setdefault("Actie", []).append(Link(line.line__title, LINE, line.line_id))
        draft.reached.setdefault("Actie", local_day(line.written_at))
    if lines:
        draft.awaited |= {"Uitvoering"}
        draft.stands_at("Uitvoering", "een actielijn werkt eraan")


def _add_actions(draft: Draft, actions: list[Carried], moves: dict[int, Any]) -> None:
    """The least that is still to be done says where it stands: nothing is carried out while one action is worked on."""
    draft.reached["Actie"] = min(action.day for action in actions)
    draft.links["Actie"] = [Link(action.title, ACTION, action.pk) for action in actions if action.is_linked]
    _add_decision(draft, [moves[action.pk] for action in actions if action.pk in moves])
    worked_on = [action for action in actions if action.list == ActionList.ACTIELIJST]
    wished_for = [action for action in actions if action.list == ActionList.VOORRAADLIJST]
    if worked_on:
        draft.stands_at("Uitvoering", "op de actielijst", min(local_day(action.since) for action in worked_on))
    elif wished_for:
        draft.stands_at("Actie", _wished(wished_for[0], moves), min(action.day for action in wished_for))
    elif any(action.outcome == Outcome.AFGEROND for action in actions):
        draft.reached["Uitvoering"] = max(local_day(action.since) for action in actions)
    else:
        draft.skipped.add("Uitvoering")
        draft.links["Uitvoering"] = [Link("elders belegd", ACTION, action.pk) for action in actions[:1]]


def _wished(action: Carried, moves: dict[int, Any]) -> str:
    move = moves.get(action.pk)
    where = "terug op de voorraadlijst" if move and move.from_list else "op de voorraadlijst"
    return f"{where}, wenselijk" if action.is_desirable else where


def _add_decision(draft: Draft, moves: list[Any]) -> None:
    """Reached only by a decision that put it to work or ended it, and that still stands: what went back is not decided upon."""
    standing = [move for move in moves if move.decision_id and move.to_list != ActionList.VOORRAADLIJST]
    if not standing:
        return
    last = max(standing, key=lambda move: move.pk)
    draft.reached["Besluit"] = local_day(last.moved_at)
    if last.is_seen and last.decision__taken_at_item__item__meeting_id:
        label = f"Besluit {last.decision__number}: naar de {ActionList(last.to_list).label}"
        meeting, number = last.decision__taken_at_item__item__meeting_id, last.decision__taken_at_item__item__number
        draft.links["Besluit"] = [Link(label, MEETING, meeting, f"#punt-{number}")]


def _add_agreements(draft: Draft, rows: list[Any]) -> None:
    """The station applies where an agreement is about it, and is reached once one was ratified."""
    if not rows:
        return
    draft.skipped.discard("Afspraak")
    draft.awaited |= {"Afspraak"}
    titles = {row.agreement_id: row.agreement__title for row in rows}
    draft.links["Afspraak"] = [Link(title, AGREEMENT, pk) for pk, title in titles.items()]
    ratified = [row.agreement__ratification__ratified_at for row in rows if row.agreement__ratification__ratified_at]
    if ratified:
        draft.reached["Afspraak"] = local_day(min(ratified))
    else:
        draft.notes["Afspraak"] = AgreementState(rows[-1].agreement__state).label


def _of_actions(actions: list[Action], user: Any) -> dict[int, Chain]:
    links = ActionLinks(actions, user)
    return {action.pk: _of_action(action, links) for action in actions}


def _of_action(action: Action, links: ActionLinks) -> Chain:
    draft = Draft(skipped={"Afspraak"})
    knelpunten = links.knelpunten[action.pk]
    if knelpunten:
        draft.reached["Knelpunt"] = local_day(min(row.knelpunt__drafted_at for row in knelpunten))
        draft.links["Knelpunt"] = [Link(row.knelpunt__title, KNELPUNT, row.knelpunt_id) for row in knelpunten]
    else:
        draft.skipped |= {"Knelpunt", "Antwoord"}
    _add_actions(draft, [Carried.of(action)], links.moves)
    if knelpunten and all(row.knelpunt__state == S.BEANTWOORD for row in knelpunten):
        draft.reached["Antwoord"] = local_day(max(row.knelpunt__state_since for row in knelpunten))
    elif knelpunten and not draft.present:
        draft.stands_at("Antwoord", "het landelijk bureau schrijft het antwoord")
    _add_agreements(draft, links.agreements[ACTION, action.pk])
    return draft.build()


# What no longer stands anywhere: its chain ends there.
AGREEMENT_ENDS = {AgreementState.VERVANGEN, AgreementState.UITGEWERKT, AgreementState.INGETROKKEN}


def _of_agreement(agreement: Agreement, user: Any) -> Chain:
    """What an agreement rests on, and where it stands. Asked for one at a time, on its own page: four queries."""
    draft = Draft(skipped={"Knelpunt", "Actie", "Besluit", "Antwoord"})
    about = [reference.subject for reference in agreement.references.order_by("pk").prefetch_related("subject")]  # type: ignore[attr-defined]
    for kind, name, view in ((Knelpunt, "Knelpunt", KNELPUNT), (Action, "Actie", ACTION)):
        keys = [each.pk for each in about if isinstance(each, kind)]
        found = list(kind.objects.visible_to(user).filter(pk__in=keys).order_by("pk")) if keys else []
        if found:
            draft.skipped.discard(name)
            draft.links[name] = [Link(str(each), view, each.pk) for each in found]
            draft.reached[name] = _begun(found)
    state, since = AgreementState(agreement.state), local_day(agreement.state_since)
    if state in AGREEMENT_ENDS:
        draft.branch = state.label.capitalize()
    elif state == AgreementState.BEKRACHTIGD:
        draft.stands_at("Uitvoering", "de huizen werken ermee", since)
    else:
        draft.stands_at("Afspraak", state.label, since)
    ratified = getattr(agreement, "ratification", None)
    if ratified:
        draft.reached["Afspraak"] = local_day(ratified.ratified_at)
        draft.notes["Afspraak"] = "bekrachtigd"
    return draft.build()


def _begun(things: list[Any]) -> date:
    return local_day(min(each.drafted_at if isinstance(each, Knelpunt) else each.proposed_at for each in things))
