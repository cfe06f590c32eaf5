"""Reading the chain of many knelpunten or many actions at once, through the links that the rooms keep.

Lists draw a chain for every row, so what is read comes as bare rows and an address is made only where it is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone

from agenda.decisions.enums import DecisionKind
from agenda.decisions.models import Decision
from agenda.lists.enums import ActionList, Outcome
from agenda.lists.models import Action, ActionKnelpunt
from agenda.ratification.enums import AgreementState
from agenda.ratification.models import Agreement, Reference
from ambitions.models import LineKnelpunt
from knelpunten.enums import OWING_STATES
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.ui.chains import Chain, Draft, Link

ACTION, KNELPUNT, MEETING, AGREEMENT = "lists:action", "knelpunten:detail", "meetings:meeting", "ratification:agreement"
LINE = "ambitions:line"
Row = TypeVar("Row")


def chains_for(objects: Iterable[Any], user: Any) -> dict[int, Chain]:
    """The chain of each object, by primary key. All objects are of one kind: knelpunten or actions."""
    rows = list(objects)
    if not rows:
        return {}
    return _chains_of_knelpunten(rows, user) if isinstance(rows[0], Knelpunt) else _chains_of_actions(rows, user)


def _chains_of_knelpunten(knelpunten: list[Knelpunt], user: Any) -> dict[int, Chain]:
    """Four queries: links with their actions, the decisions about those, the agreements about all of them, and the last steps."""
    columns = ("knelpunt_id", "action_id", "linked_at", "action__title", "action__list", "action__list_since", "action__outcome")
    visible = Action.objects.visible_to(user)
    links = list(ActionKnelpunt.objects.filter(knelpunt__in=knelpunten, action__in=visible).values_list(*columns, named=True))
    by_knelpunt = _grouped(links, "knelpunt_id")
    decisions = _last_decisions({link.action_id for link in links})
    agreements = _agreements({link.action_id for link in links}, {k.pk for k in knelpunten}, user)
    tables = _tables(knelpunten)
    drafts = {k.pk: _of_knelpunt(k, by_knelpunt[k.pk], decisions, tables) for k in knelpunten}
    _add_lines(drafts, [k.pk for k in knelpunten if k.state == S.NAAR_SAMENWERKINGSAGENDA])
    for pk, draft in drafts.items():
        about = [agreements[ACTION, link.action_id] for link in by_knelpunt[pk]]
        _add_agreements(draft, sum(about, agreements[KNELPUNT, pk]))
    return {pk: draft.build() for pk, draft in drafts.items()}


def _of_knelpunt(knelpunt: Knelpunt, links: list[Any], decisions: dict[int, Any], tables: dict[int, str]) -> Draft:
    draft = Draft(skipped={"Afspraak"})
    if knelpunt.state != S.CONCEPT:
        draft.reached["Knelpunt"] = _day(knelpunt.drafted_at)
    if links:
        draft.reached["Actie"] = _day(min(link.linked_at for link in links))
        draft.links["Actie"] = [Link(link.action__title, ACTION, link.action_id) for link in links]
        _add_decision(draft, [decisions[link.action_id] for link in links if link.action_id in decisions])
        _add_carrying_out(
            draft, [(link.action_id, link.action__list, link.action__list_since, link.action__outcome) for link in links]
        )
    if knelpunt.state in OWING_STATES:
        draft.awaited = {"Antwoord"}
    if knelpunt.answered_at:
        draft.reached["Antwoord"] = _day(knelpunt.answered_at)
    draft.branch = knelpunt.standing.row.branch.format(table=tables.get(knelpunt.pk, "een andere tafel"))
    return draft


def _add_lines(drafts: dict[int, Draft], knelpunten: list[int]) -> None:
    """What an action line of the Samenwerkingsagenda takes up. No query where nothing went there."""
    if not knelpunten:
        return
    taken_up = LineKnelpunt.objects.standing().filter(knelpunt__in=knelpunten)
    for each in taken_up.values_list("knelpunt_id", "line_id", "line__title", "written_at", named=True):
        draft = drafts[each.knelpunt_id]
        draft.reached.setdefault("Actie", _day(each.written_at))
        draft.links.setdefault("Actie", []).append(Link(each.line__title, LINE, each.line_id))


def _chains_of_actions(actions: list[Action], user: Any) -> dict[int, Chain]:
    """Three queries: links with their knelpunten, the last decisions, and the agreements."""
    columns = ("action_id", "knelpunt_id", "knelpunt__title", "knelpunt__state", "knelpunt__state_since", "knelpunt__drafted_at")
    visible = Knelpunt.objects.visible_to(user).values("pk")
    links = ActionKnelpunt.objects.filter(action__in=actions, knelpunt__in=visible).values_list(*columns, named=True)
    by_action = _grouped(links, "action_id")
    decisions = _last_decisions({action.pk for action in actions})
    agreements = _agreements({action.pk for action in actions}, set(), user)
    drafts = {action.pk: _of_action(action, by_action[action.pk], decisions.get(action.pk)) for action in actions}
    for pk, draft in drafts.items():
        _add_agreements(draft, agreements[ACTION, pk])
    return {pk: draft.build() for pk, draft in drafts.items()}


def _of_action(action: Action, links: list[Any], decision: Any) -> Draft:
    draft = Draft(skipped={"Afspraak"})
    if links:
        draft.reached["Knelpunt"] = _day(min(link.knelpunt__drafted_at for link in links))
        draft.links["Knelpunt"] = [Link(link.knelpunt__title, KNELPUNT, link.knelpunt_id) for link in links]
    else:
        draft.skipped |= {"Knelpunt", "Antwoord"}
    draft.reached["Actie"] = _day(action.proposed_at)
    _add_decision(draft, [decision] if decision else [])
    _add_carrying_out(draft, [(action.pk, action.list, action.list_since, action.outcome)])
    if links and all(link.knelpunt__state == S.BEANTWOORD for link in links):
        draft.reached["Antwoord"] = _day(max(link.knelpunt__state_since for link in links))
    return draft


def _add_decision(draft: Draft, taken: list[Any]) -> None:
    """A decision can be reached more than once: the last one shows."""
    if taken:
        last = max(taken, key=lambda decision: decision.pk)
        label = f"Besluit {last.number}: {DecisionKind(last.kind).label}"
        draft.reached["Besluit"] = _day(last.taken_at)
        meeting, number = last.taken_at_item__item__meeting_id, last.taken_at_item__item__number
        draft.links["Besluit"] = [Link(label, MEETING, meeting, f"#punt-{number}")]


def _add_carrying_out(draft: Draft, actions: list[tuple[int, str, Any, str]]) -> None:
    """Carried out when every action is on the gereedlijst; at home elsewhere when none was finished here."""
    if any(which != ActionList.GEREEDLIJST for _, which, _, _ in actions):
        return
    if any(outcome == Outcome.AFGEROND for *_, outcome in actions):
        draft.reached["Uitvoering"] = _day(max(since for _, _, since, _ in actions))
        return
    draft.skipped.add("Uitvoering")
    if len(actions) == 1:
        draft.links["Uitvoering"] = [Link("elders belegd", ACTION, actions[0][0])]


def _agreements(actions: set[int], knelpunten: set[int], user: Any) -> dict[tuple[str, int], list[Any]]:
    """The agreements that this reader may see and that were not withdrawn, by the action or knelpunt they refer to. One query."""
    kinds = {ContentType.objects.get_for_model(model).pk: name for model, name in ((Action, ACTION), (Knelpunt, KNELPUNT))}
    of_action, of_knelpunt = kinds
    about = Q(subject_type=of_action, subject_id__in=actions) | Q(subject_type=of_knelpunt, subject_id__in=knelpunten)
    seen = Agreement.objects.visible_to(user).exclude(state=AgreementState.INGETROKKEN)
    columns = ("subject_type_id", "subject_id", "agreement_id", "agreement__title", "agreement__ratification__ratified_at")
    found: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for row in Reference.objects.filter(about, agreement__in=seen).order_by("pk").values_list(*columns, named=True):
        found[kinds[row.subject_type_id], row.subject_id].append(row)
    return found


def _add_agreements(draft: Draft, rows: list[Any]) -> None:
    """The station applies where an agreement is about it, and is reached once one was ratified."""
    if not rows:
        return
    draft.skipped.discard("Afspraak")
    titles = {row.agreement_id: row.agreement__title for row in rows}
    draft.links["Afspraak"] = [Link(title, AGREEMENT, pk) for pk, title in titles.items()]
    ratified = [row.agreement__ratification__ratified_at for row in rows if row.agreement__ratification__ratified_at]
    if ratified:
        draft.reached["Afspraak"] = _day(min(ratified))


def _last_decisions(action_ids: set[int]) -> dict[int, Any]:
    """The last decision about each action."""
    columns = ("pk", "subject_id", "number", "kind", "taken_at", "taken_at_item__item__number", "taken_at_item__item__meeting_id")
    about = Decision.objects.filter(subject_type=ContentType.objects.get_for_model(Action), subject_id__in=action_ids)
    return {row.subject_id: row for row in about.order_by("pk").values_list(*columns, named=True)}


def _tables(knelpunten: list[Knelpunt]) -> dict[int, str]:
    elsewhere = [knelpunt.pk for knelpunt in knelpunten if knelpunt.state == S.ELDERS_BELEGD]
    steps = KnelpuntStep.objects.filter(knelpunt__in=elsewhere, table__isnull=False).order_by("pk")
    return dict(steps.values_list("knelpunt_id", "table__name"))


def _grouped(rows: Iterable[Row], by: str) -> dict[int, list[Row]]:
    grouped: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[getattr(row, by)].append(row)
    return grouped


def _day(moment: Any) -> Any:
    return timezone.localtime(moment).date()
