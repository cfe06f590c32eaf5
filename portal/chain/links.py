"""The links that the rooms keep between knelpunten, actions, action lines and
agreements, read for many at once and no wider than a reader may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, Q

from agenda.decisions.models import Decision
from agenda.lists.models import Action, ActionKnelpunt, ListMove
from agenda.ratification.enums import AgreementState
from agenda.ratification.models import Agreement, Reference
from ambitions.models import LineKnelpunt
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import Knelpunt, KnelpuntStep, Merger
from portal.kit import clock

ACTION, KNELPUNT, MEETING, AGREEMENT = "lists:action", "knelpunten:detail", "meetings:meeting", "ratification:agreement"
LINE, PATTERN = "ambitions:line", "knelpunten:pattern"
DEEPEST = 5  # mergers of mergers that are followed
MOVE = (
    "pk", "action_id", "from_list", "to_list", "outcome", "moved_at", "by_label", "table__name", "decision_id",
    "decision__number", "decision__kind", "decision__taken_at_item__item__number", "decision__taken_at_item__item__meeting_id",
)  # fmt: skip
Row = TypeVar("Row")


@dataclass(frozen=True, kw_only=True)
class Carried:
    """An action as it carries something: where it stands, and since which day it was there for what it carries."""

    pk: int
    title: str
    list: str
    since: datetime
    outcome: str
    is_desirable: bool
    day: date
    is_linked: bool = True  # from another thing; on its own page an action does not lead to itself

    @classmethod
    def of(cls, action: Action) -> Carried:
        return cls(
            pk=action.pk,
            title=action.title,
            list=action.list,
            since=action.list_since,
            outcome=action.outcome,
            is_desirable=bool(action.found_desirable_by_id),
            day=local_day(action.proposed_at),
            is_linked=False,
        )


class KnelpuntLinks:
    """What these knelpunten lead to.

    Each part is one query, asked when it is needed; what was merged brings the one it joined.
    """

    def __init__(self, knelpunten: Iterable[Knelpunt], user: Any) -> None:
        self.asked = list(knelpunten)
        self.user = user
        self.joined = self._joined()
        self.all = list({each.pk: each for each in [*self.asked, *self.joined.values()]}.values())
        self.keys = [each.pk for each in self.all]

    def _joined(self) -> dict[int, Knelpunt]:
        """With what each is merged now, at the end of all mergers, as far as this reader sees it.

        No query where nothing is merged.
        """
        found: dict[int, Knelpunt] = {}
        to_find = {
            each.pk: {each.pk} for each in self.asked if each.state == S.SAMENGEVOEGD
        }  # the one asked about, by where its way led so far
        for _ in range(DEEPEST):
            if not to_find:
                break
            mergers = Merger.objects.filter(step__knelpunt__in=to_find, step__taken_at=F("step__knelpunt__state_since"))
            into = dict(mergers.order_by("pk").values_list("step__knelpunt_id", "into_id"))
            seen = Knelpunt.objects.visible_to(self.user).in_bulk(set(into.values()))
            further: dict[int, set[int]] = defaultdict(set)
            for pk, asked in to_find.items():
                if (other := seen.get(into.get(pk, 0))) is None:
                    continue
                found.update(dict.fromkeys(asked, other))
                if other.state == S.SAMENGEVOEGD:
                    further[other.pk] |= asked
            to_find = dict(further)
        return found

    @cached_property
    def carried(self) -> dict[int, list[Carried]]:
        """The actions of each."""
        columns = (
            "knelpunt_id",
            "action_id",
            "linked_at",
            "action__title",
            "action__list",
            "action__list_since",
            "action__outcome",
            "action__found_desirable_by_id",
        )
        visible = Action.objects.visible_to(self.user)
        rows = (
            ActionKnelpunt.objects.filter(knelpunt__in=self.keys, action__in=visible)
            .order_by("pk")
            .values_list(*columns, named=True)
        )
        found: dict[int, list[Carried]] = defaultdict(list)
        for row in rows:
            found[row.knelpunt_id].append(
                Carried(
                    pk=row.action_id,
                    title=row.action__title,
                    list=row.action__list,
                    since=row.action__list_since,
                    outcome=row.action__outcome,
                    is_desirable=bool(row.action__found_desirable_by_id),
                    day=local_day(row.linked_at),
                )
            )
        return found

    @cached_property
    def actions(self) -> set[int]:
        return {action.pk for actions in self.carried.values() for action in actions}

    @cached_property
    def moves(self) -> dict[int, Any]:
        return last_moves(self.actions, self.user)

    @cached_property
    def tables(self) -> dict[int, str]:
        """At which table each of those is at home that are at home elsewhere."""
        elsewhere = [each.pk for each in self.all if each.state == S.ELDERS_BELEGD]
        if not elsewhere:
            return {}
        steps = KnelpuntStep.objects.filter(knelpunt__in=elsewhere, table__isnull=False).order_by("pk")
        return dict(steps.values_list("knelpunt_id", "table__name"))

    @cached_property
    def lines(self) -> dict[int, list[Any]]:
        """The action lines that took them up. No query where nothing went there."""
        gone = [each.pk for each in self.all if each.state == S.NAAR_SAMENWERKINGSAGENDA]
        if not gone:
            return defaultdict(list)
        taken_up = LineKnelpunt.objects.standing().filter(knelpunt__in=gone).order_by("pk")
        return grouped(taken_up.values_list("knelpunt_id", "line_id", "line__title", "written_at", named=True), "knelpunt_id")

    @cached_property
    def agreements(self) -> dict[tuple[str, int], list[Any]]:
        return agreements_about(self.actions, set(self.keys), self.user)

    def agreements_of(self, knelpunt: Knelpunt) -> list[Any]:
        about = [self.agreements[ACTION, action.pk] for action in self.carried[knelpunt.pk]]
        return sum(about, self.agreements[KNELPUNT, knelpunt.pk])


class ActionLinks:
    """What these actions come from and lead to. Three queries."""

    def __init__(self, actions: list[Action], user: Any) -> None:
        keys = {action.pk for action in actions}
        columns = (
            "action_id",
            "knelpunt_id",
            "knelpunt__title",
            "knelpunt__state",
            "knelpunt__state_since",
            "knelpunt__drafted_at",
        )
        visible = Knelpunt.objects.visible_to(user).values("pk")
        rows = ActionKnelpunt.objects.filter(action__in=keys, knelpunt__in=visible).order_by("pk")
        self.knelpunten = grouped(rows.values_list(*columns, named=True), "action_id")
        self.moves = last_moves(keys, user)
        self.agreements = agreements_about(keys, set(), user)


def last_moves(actions: set[int], user: Any) -> dict[int, Any]:
    """The last move of each action, and whether this reader sees the decision it rests on. One query; none without actions."""
    if not actions:
        return {}
    seen = Exists(Decision.objects.visible_to(user).filter(pk=OuterRef("decision")))
    rows = ListMove.objects.filter(action__in=actions).annotate(is_seen=seen).order_by("action_id", "-pk").distinct("action_id")
    return {row.action_id: row for row in rows.values_list(*MOVE, "is_seen", named=True)}


def agreements_about(actions: set[int], knelpunten: set[int], user: Any) -> dict[tuple[str, int], list[Any]]:
    """The agreements that this reader may see and that were not withdrawn, by the action or knelpunt they refer to. One query."""
    kinds = {ContentType.objects.get_for_model(model).pk: name for model, name in ((Action, ACTION), (Knelpunt, KNELPUNT))}
    of_action, of_knelpunt = kinds
    about = Q(subject_type=of_action, subject_id__in=actions) | Q(subject_type=of_knelpunt, subject_id__in=knelpunten)
    seen = Agreement.objects.visible_to(user).exclude(state=AgreementState.INGETROKKEN)
    columns = (
        "subject_type_id",
        "subject_id",
        "agreement_id",
        "agreement__title",
        "agreement__state",
        "agreement__ratification__ratified_at",
    )
    found: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for row in Reference.objects.filter(about, agreement__in=seen).order_by("pk").values_list(*columns, named=True):
        found[kinds[row.subject_type_id], row.subject_id].append(row)
    return found


def grouped(rows: Iterable[Row], by: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[getattr(row, by)].append(row)
    return found


def local_day(moment: datetime) -> date:
    return clock.date_of(moment)
