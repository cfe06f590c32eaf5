"""Reading the chain of many knelpunten or many actions at once, through the links that the rooms keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from agenda.decisions.models import Decision
from agenda.lists.enums import ActionList, Outcome
from agenda.lists.models import Action, ActionKnelpunt
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.ui.chains import Chain, Draft, Link

BRANCHES = {S.HOORT_IN_DE_REGIO: "Hoort in de regio", S.NIET_OPGENOMEN: "Niet opgenomen", S.INGETROKKEN: "Ingetrokken"}
DECISION_COLUMNS = ("number", "kind", "taken_at", "subject_id", "taken_at_item__item__number", "taken_at_item__item__meeting_id")


def chains_for(objects: Iterable[Any], user: Any) -> dict[int, Chain]:
    """The chain of each object, by primary key. All objects are of one kind: knelpunten or actions."""
    rows = list(objects)
    if not rows:
        return {}
    return _chains_of_knelpunten(rows, user) if isinstance(rows[0], Knelpunt) else _chains_of_actions(rows, user)


def _chains_of_knelpunten(knelpunten: list[Knelpunt], user: Any) -> dict[int, Chain]:
    """Three queries: links with their actions, the decisions about those, and the last steps."""
    links = ActionKnelpunt.objects.filter(knelpunt__in=knelpunten, action__in=Action.objects.visible_to(user)).select_related(
        "action"
    )
    by_knelpunt = defaultdict(list)
    for link in links:
        by_knelpunt[link.knelpunt_id].append(link)
    decisions = _last_decisions([link.action_id for link in links])
    tables = _tables(knelpunten)
    return {k.pk: _of_knelpunt(k, by_knelpunt[k.pk], decisions, tables).build() for k in knelpunten}


def _of_knelpunt(knelpunt: Knelpunt, links: list[Any], decisions: dict[int, Decision], tables: dict[int, str]) -> Draft:
    draft = Draft(skipped={"Afspraak"})
    if knelpunt.state != S.CONCEPT:
        draft.reached["Knelpunt"] = _day(knelpunt.drafted_at)
    if links:
        draft.reached["Actie"] = _day(min(link.linked_at for link in links))
        draft.links["Actie"] = [
            Link(str(link.action), link.action.get_absolute_url(), link.action.get_list_display()) for link in links
        ]
    taken = [decisions[link.action_id] for link in links if link.action_id in decisions]
    _add_decision(draft, taken)
    _add_carrying_out(draft, [link.action for link in links])
    if knelpunt.state == S.BEANTWOORD:
        draft.reached["Antwoord"] = _day(knelpunt.state_since)
    if knelpunt.state == S.ELDERS_BELEGD:
        draft.branch = f"Elders belegd: {tables.get(knelpunt.pk, 'een andere tafel')}"
    elif knelpunt.state in BRANCHES:
        draft.branch = BRANCHES[S(knelpunt.state)]
    return draft


def _chains_of_actions(actions: list[Action], user: Any) -> dict[int, Chain]:
    """Two queries: links with their knelpunten, and the last decisions."""
    visible = Knelpunt.objects.visible_to(user).values("pk")
    links = (
        ActionKnelpunt.objects.filter(action__in=actions, knelpunt__in=visible)
        .select_related("knelpunt")
        .only("action_id", "knelpunt__title", "knelpunt__state", "knelpunt__state_since", "knelpunt__drafted_at")
    )
    by_action = defaultdict(list)
    for link in links:
        by_action[link.action_id].append(link.knelpunt)
    decisions = _last_decisions([action.pk for action in actions])
    return {action.pk: _of_action(action, by_action[action.pk], decisions).build() for action in actions}


def _of_action(action: Action, knelpunten: list[Knelpunt], decisions: dict[int, Decision]) -> Draft:
    draft = Draft(skipped={"Afspraak"})
    if knelpunten:
        draft.reached["Knelpunt"] = _day(min(knelpunt.drafted_at for knelpunt in knelpunten))
        draft.links["Knelpunt"] = [Link(str(k), k.get_absolute_url(), k.get_state_display()) for k in knelpunten]
    else:
        draft.skipped |= {"Knelpunt", "Antwoord"}
    draft.reached["Actie"] = _day(action.proposed_at)
    _add_decision(draft, [decisions[action.pk]] if action.pk in decisions else [])
    _add_carrying_out(draft, [action])
    if knelpunten and all(knelpunt.state == S.BEANTWOORD for knelpunt in knelpunten):
        draft.reached["Antwoord"] = _day(max(knelpunt.state_since for knelpunt in knelpunten))
    return draft


def _add_decision(draft: Draft, taken: list[Decision]) -> None:
    """A decision can be reached more than once: the last one shows."""
    if taken:
        last = max(taken, key=lambda decision: decision.pk)
        place = last.taken_at_item.item  # type: ignore[attr-defined]
        draft.reached["Besluit"] = _day(last.taken_at)
        draft.links["Besluit"] = [Link(f"{last}: {last.get_kind_display()}", place.get_absolute_url())]


def _add_carrying_out(draft: Draft, actions: list[Action]) -> None:
    """Carried out when every action is on the gereedlijst; at home elsewhere when none was finished here."""
    if not actions or any(action.list != ActionList.GEREEDLIJST for action in actions):
        return
    if any(action.outcome == Outcome.AFGEROND for action in actions):
        draft.reached["Uitvoering"] = _day(max(action.list_since for action in actions))
    else:
        draft.skipped.add("Uitvoering")
        if all(action.outcome == Outcome.ELDERS_BELEGD for action in actions) and len(actions) == 1:
            draft.links["Uitvoering"] = [Link("elders belegd", actions[0].get_absolute_url())]


def _last_decisions(action_ids: list[int]) -> dict[int, Decision]:
    about = Decision.objects.filter(subject_type=ContentType.objects.get_for_model(Action), subject_id__in=action_ids)
    rows = about.select_related("taken_at_item__item").only(*DECISION_COLUMNS).order_by("pk")
    return {row.subject_id: row for row in rows if row.subject_id is not None}


def _tables(knelpunten: list[Knelpunt]) -> dict[int, str]:
    elsewhere = [knelpunt.pk for knelpunt in knelpunten if knelpunt.state == S.ELDERS_BELEGD]
    steps = KnelpuntStep.objects.filter(knelpunt__in=elsewhere, table__isnull=False).select_related("table").order_by("pk")
    return {step.knelpunt_id: str(step.table) for step in steps}


def _day(moment: Any) -> Any:
    return timezone.localtime(moment).date()
