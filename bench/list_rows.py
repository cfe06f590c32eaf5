"""The row queries of the pages about actions: what a card says, the lists as of a day, and the brief."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, OuterRef, Q, Subquery

from agenda.lists.models import (
    Action,
    ActionKnelpunt,
    ActionRevision,
    Contribution,
    ListMove,
    ListOrder,
    ProgressRelease,
    ProgressUpdate,
    TrekkerAssignment,
    Weighing,
)
from agenda.lists.queries.attention import without_trekker
from agenda.lists.queries.coalition import standing
from agenda.meetings.models import AgendaItem
from knelpunten.models import KnelpuntStep
from portal.kit import clock
from portal.network.models import Theme

Querysets = list[Iterable[Any]]


def cards(ids: list[int]) -> Querysets:
    """What the rows say beside the columns of the action."""
    weighed = Weighing.objects.filter(action__in=ids, action__list="voorraadlijst", membership__body__kind="stuurgroep")
    newest = weighed.order_by("action_id", "membership_id", "-pk").distinct("action_id", "membership_id")
    updates = ProgressUpdate.objects.filter(action__in=ids).order_by("action_id", "-pk").distinct("action_id")
    items = AgendaItem.objects.filter(subject_type=ContentType.objects.get_for_model(Action), subject_id__in=ids)
    return [
        standing(clock.today()).filter(action__in=ids).values_list("action_id", "membership__organisation__short_name"),
        updates.values_list("action_id", "status", "reported_at", "next_step", "next_date"),
        ActionKnelpunt.objects.filter(action__in=ids).values_list(
            "action_id", "knelpunt_id", "knelpunt__house_id", "knelpunt__recognitions__house_id"
        ),
        items.order_by().values_list("subject_id").annotate(number=Count("meeting", distinct=True)),
        newest.values_list("action_id", "belang", "uitvoerbaarheid", "impact"),
    ]


def order() -> Iterable[Any]:
    return ListOrder.objects.filter(theme__slug="acute-onveiligheid").order_by("-pk").values_list("set_in", "proposed_at")[:1]


def as_of(theme: Theme, day: datetime) -> Querysets:
    def stood(moment: datetime) -> Any:
        moves = (
            ListMove.objects.filter(action__theme=theme, moved_at__lte=moment).order_by("action_id", "-pk").distinct("action_id")
        )
        return moves.values_list(
            "action_id",
            "action__title",
            "to_list",
            "moved_at",
            "outcome",
            "decision__number",
            "decision__wording",
        )

    def listed(moment: datetime) -> Any:
        steps = KnelpuntStep.objects.filter(knelpunt__theme=theme, taken_at__lte=moment)
        last = steps.order_by("knelpunt_id", "-pk").distinct("knelpunt_id")
        return last.values_list("knelpunt_id", "knelpunt__title", "knelpunt__house__name", "to_state")

    about = {"action__theme": theme}
    weighed = Weighing.objects.filter(**about, weighed_at__gt=day).order_by().values_list("action_id")
    updates = ProgressUpdate.objects.filter(**about, reported_at__gt=day).order_by("action_id", "-pk").distinct("action_id")
    return [
        stood(day),
        stood(clock.now()),
        listed(day),
        listed(clock.now()),
        ActionRevision.objects.filter(**about, revised_at__gt=day).values_list("action_id"),
        TrekkerAssignment.objects.filter(**about, assigned_at__gt=day).values_list("action_id", "seat__user__name"),
        Contribution.objects.filter(**about, joined_at__gt=day).values_list("action_id", "membership__organisation__short_name"),
        Contribution.objects.filter(**about, left_at__gt=day).values_list("action_id", "membership__organisation__short_name"),
        weighed.annotate(number=Count("membership", distinct=True)),
        updates.values_list("action_id", "status"),
    ]


def brief(since: datetime) -> Querysets:
    moves = ListMove.objects.filter(moved_at__gte=since).order_by("action__theme_id", "action__title")
    last = ProgressUpdate.objects.filter(action=OuterRef("pk")).order_by("-pk")
    old = clock.now() - timedelta(days=90)
    stalled: Any = Action.objects.filter(list="actielijst").annotate(
        status=Subquery(last.values("status")[:1]), at=Subquery(last.values("reported_at")[:1])
    )
    orphans = without_trekker().values("pk")
    stalled = stalled.filter(Q(status="stagneert") | Q(at__lt=old) | Q(at__isnull=True, list_since__lt=old) | Q(pk__in=orphans))
    weighed = Weighing.objects.filter(weighed_at__gte=since).order_by().values_list("action_id", "action__title")
    released = ProgressRelease.objects.filter(released_at__gte=since, update__asks_steering=True)
    return [
        moves.values_list("action_id", "action__title", "from_list", "to_list", "moved_at", "outcome", "table__name"),
        stalled.order_by("theme_id", "title").values_list("pk", "title", "status", "at", "list_since")[:25],
        range(stalled.count() and 0),
        orphans.values_list("pk"),
        released.values_list("update__action_id", "update__action__title", "update__steering"),
        weighed.annotate(number=Count("membership", distinct=True)),
    ]
