"""What a row of a list says of an action beside its own columns: its coalition, how it goes, how it was weighed, whom it serves.

Lists show a hundred rows, so everything is read in bulk and as bare columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, ExpressionWrapper, FilteredRelation, Func, IntegerField, OuterRef, Q

from agenda.lists.enums import NORM, ActionList, Criterion, ProgressStatus
from agenda.lists.models import Action, ActionKnelpunt, ProgressUpdate
from agenda.lists.queries import weighings
from agenda.lists.queries.coalition import ENOUGH, standing
from portal.kit import clock
from portal.kit.slots import Slot


class OnAgenda(NamedTuple):
    """How many meetings had an action on the agenda, and when the Stuurgroep speaks about it next, as far as one sees that."""

    meetings: int
    next: date | None


# The room of the meetings says so.
AGENDAS: Slot[[list[int], Any], dict[int, OnAgenda]] = Slot("on which agendas each of these actions was and will be", __name__)


@dataclass(frozen=True)
class Report:
    """The last word on how an action goes."""

    status: ProgressStatus
    reported_at: datetime
    next_step: str
    next_date: date | None

    @property
    def is_old(self) -> bool:
        return self.reported_at < clock.now() - NORM


@dataclass(kw_only=True)
class Card:
    """What is known of one action; what is not there is missing, and the row says so."""

    partners: list[str] = field(default_factory=list)
    report: Report | None = None
    weight: list[weighings.Spread] = field(default_factory=list)
    knelpunten: set[int] = field(default_factory=set)
    houses: set[int] = field(default_factory=set)
    meetings: int = 0
    on_agenda: date | None = None

    @property
    def is_forming(self) -> bool:
        return len(self.partners) < ENOUGH

    @property
    def weight_words(self) -> str:
        """Median per criterion, with the lowest and highest score where they differ."""
        return ", ".join(f"{WORDS[each.criterion]} {each.short}" for each in self.weight if each.scores)


WORDS = {Criterion.BELANG: "belang", Criterion.UITVOERBAARHEID: "uitvoerbaar", Criterion.IMPACT: "impact"}


def read(actions: Iterable[Action], user: Any) -> dict[int, Card]:
    """A card for each of these actions. Five queries, and three more when one of them can be weighed."""
    rows = list(actions)
    ids = [action.pk for action in rows]
    cards: dict[int, Card] = defaultdict(Card)
    if not ids:
        return cards
    _add_partners(cards, ids)
    _add_reports(cards, [action.pk for action in rows if action.list != ActionList.VOORRAADLIJST])
    _add_knelpunten(cards, ids)
    for pk, agendas in AGENDAS.ask(ids, user).items():
        cards[pk].meetings, cards[pk].on_agenda = agendas
    _add_weights(cards, [action for action in rows if action.list == ActionList.VOORRAADLIJST], user)
    return cards


def served_by(action: Action) -> Card:
    """The knelpunten and the houses behind one action. One query."""
    found: dict[int, Card] = {action.pk: Card()}
    _add_knelpunten(found, [action.pk])
    return found[action.pk]


def _add_partners(cards: dict[int, Card], ids: list[int]) -> None:
    there = standing(clock.today()).filter(action__in=ids).order_by("joined_at", "pk")
    for pk, name in there.values_list("action_id", "membership__organisation__short_name"):
        cards[pk].partners.append(name)


def _add_reports(cards: dict[int, Card], ids: list[int]) -> None:
    if not ids:
        return
    last = ProgressUpdate.objects.filter(action__in=ids).order_by("action_id", "-pk").distinct("action_id")
    columns = ("action_id", "status", "reported_at", "next_step", "next_date")
    for pk, status, reported_at, next_step, next_date in last.values_list(*columns):
        cards[pk].report = Report(ProgressStatus(status), reported_at, next_step or "", next_date)


def _add_knelpunten(cards: dict[int, Card], ids: list[int]) -> None:
    """The knelpunten behind each action and the houses behind those: who raised them and who recognises them."""
    is_standing = Q(knelpunt__recognitions__withdrawn_at__isnull=True)
    links = ActionKnelpunt.objects.filter(action__in=ids).annotate(
        standing=FilteredRelation("knelpunt__recognitions", condition=is_standing)
    )
    for pk, knelpunt, house, other in links.values_list(
        "action_id", "knelpunt_id", "knelpunt__house_id", "standing__house_id"
    ).order_by():
        cards[pk].knelpunten.add(knelpunt)
        cards[pk].houses |= {each for each in (house, other) if each}


def houses_behind() -> Any:
    """How many houses stand behind an action, inside a query over actions: the same houses that a card counts."""
    is_standing = Q(knelpunt__recognitions__withdrawn_at__isnull=True)
    both = Func("knelpunt__house", "standing__house", template="unnest(array_remove(ARRAY[%(expressions)s], NULL))")
    links = ActionKnelpunt.objects.filter(action=OuterRef("pk")).order_by()
    behind = links.annotate(standing=FilteredRelation("knelpunt__recognitions", condition=is_standing))
    houses = behind.annotate(behind=ExpressionWrapper(both, output_field=BigIntegerField())).values("behind").distinct()
    return Func(ArraySubquery(houses), function="cardinality", output_field=IntegerField())


def _add_weights(cards: dict[int, Card], wished: list[Action], user: Any) -> None:
    """How the Stuurgroep weighed what is wished for, as far as this reader sees it now."""
    seen = weighings.results_seen(wished, user) if wished else set()
    for action, spreads in weighings.stuurgroep_spreads([action for action in wished if action.pk in seen]) if seen else []:
        cards[action.pk].weight = spreads
