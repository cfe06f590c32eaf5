"""What the page of an action shows: its story, its people, and what this reader can do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch

from agenda.lists import weighings
from agenda.lists.domain.coalitions import blockers_for_join
from agenda.lists.domain.progress import blockers_for_report
from agenda.lists.domain.weighing import blockers_for_weighing
from agenda.lists.enums import ActionList, Permission
from agenda.lists.models import Action, ActionSection, Contribution, ProgressUpdate, Weighing
from portal.documents.landing import Landing, landings
from portal.documents.models import Section
from portal.documents.resting import Resting
from portal.kit import clock
from portal.network.models import PolicyTable
from portal.network.queries.landscape import tables_like


@dataclass(frozen=True)
class ActionPossible:
    """What this reader can do with an action now."""

    offer: bool
    join: bool
    leave: bool
    report: bool
    release: bool
    weigh: bool


@dataclass(frozen=True)
class WeighedPage:
    """How an action was weighed, as far as this reader sees it now."""

    is_weighed: bool
    is_seen: bool
    results: list[weighings.Result]
    trend: list[weighings.Trend]


@dataclass(frozen=True)
class ActionPage:
    moves: list[Any]
    updates: list[ProgressUpdate]
    coalition: list[Contribution]
    rests_on: list[Section]
    landings: dict[int, Landing]
    offers: list[Any]
    possible: ActionPossible
    tables: list[PolicyTable]  # where it may lie already, while it is only wished for


def for_page(actions: Any) -> Any:
    """An action with its coalition at hand, which the rules ask about, and whether anybody weighed it."""
    contributions = Contribution.objects.select_related("membership__organisation").order_by("joined_at")
    is_weighed = Exists(Weighing.objects.filter(action=OuterRef("pk")))
    return actions.with_people().annotate(is_weighed=is_weighed).prefetch_related(Prefetch("contributions", contributions))


def resting_on(sections: list[int], user: Any) -> Iterable[tuple[int, Resting]]:
    """The actions that rest on these sections, as far as this reader sees them. One query."""
    links = ActionSection.objects.filter(section__in=sections, action__in=Action.objects.visible_to(user))
    for link in links.select_related("action").order_by("action__title"):
        yield (
            link.section_id,
            Resting(link.action.title, link.action.get_absolute_url(), f"actie, {link.action.get_list_display()}"),
        )


def action_page(action: Action, user: Any) -> ActionPage:
    """Moves, progress, coalition and offers of one action, and what this reader can do."""
    coalition = [contribution for contribution in action.contributions.all() if contribution.left_at is None]
    in_coalition = {contribution.membership_id for contribution in coalition}
    mine = {seat.membership_id for seat in user.seats_today if user.may(Permission.JOIN, action)} & in_coalition
    offers = list(action.offers.select_related("seat__user", "seat__membership__organisation"))
    rests_on = [link.section for link in action.rests_on.select_related("section__edition__document").order_by("section__order")]
    my_seats = {seat.pk for seat in user.seats_today}
    return ActionPage(
        moves=list(action.moves.select_related("decision__taken_at_item__item__meeting", "table").order_by("-pk")),
        updates=list(action.updates.select_related("release").order_by("-pk")[:20]),
        coalition=coalition,
        rests_on=rests_on,
        landings=landings(rests_on, clock.today()),
        offers=offers,
        tables=tables_like(f"{action.title} {action.goal} {action.intended_result}")
        if action.list == ActionList.VOORRAADLIJST
        else [],
        possible=ActionPossible(
            offer=user.may(Permission.PULL, action)
            and action.list == ActionList.VOORRAADLIJST
            and not any(offer.seat_id in my_seats for offer in offers),
            join=user.may(Permission.JOIN, action) and not mine and not blockers_for_join(action=action),
            leave=bool(mine),
            report=user.may(Permission.REPORT, action) and not blockers_for_report(action=action),
            release=user.may(Permission.RELEASE, action),
            weigh=user.may(Permission.WEIGH, action) and not blockers_for_weighing(action=action),
        ),
    )


def weighed(action: Any, user: Any) -> WeighedPage:
    """How an action that was read by `for_page` was weighed. Six queries, when it was; none when not."""
    is_seen = action.is_weighed and bool(weighings.results_seen([action], user))
    results = weighings.results(action) if is_seen else []
    return WeighedPage(action.is_weighed, is_seen, results, weighings.trend(action) if is_seen else [])
