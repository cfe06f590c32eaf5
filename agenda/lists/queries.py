"""What the pages about themes and actions read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q

from agenda.lists.domain.coalitions import blockers_for_join
from agenda.lists.domain.progress import blockers_for_report
from agenda.lists.enums import ActionList, Permission
from agenda.lists.models import Action, Contribution, ProgressUpdate
from knelpunten.enums import LISTED_STATES
from knelpunten.models import Knelpunt
from portal.kit import clock
from portal.network.models import Theme
from portal.network.models.dated import valid_on


def themes_today() -> Any:
    """The themes of the period of today, with how many knelpunten and actions stand on each list. One query."""
    on = {which.value: Count("actions", filter=Q(actions__list=which), distinct=True) for which in ActionList}
    listed = Count("knelpunten", filter=Q(knelpunten__state__in=LISTED_STATES), distinct=True)
    return Theme.objects.filter(valid_on(clock.today(), "period__")).annotate(listed=listed, **on)


@dataclass(frozen=True)
class ThemeLists:
    """The four lists of a theme as they stand."""

    knelpunten: list[Knelpunt]
    voorraad: list[Action]
    actie: list[Action]
    gereed: list[Action]
    elsewhere: list[Knelpunt]

    @property
    def all_actions(self) -> list[Action]:
        return [*self.voorraad, *self.actie, *self.gereed]

    @property
    def elsewhere_count(self) -> int:
        return len(self.elsewhere)

    @property
    def all_knelpunten(self) -> list[Knelpunt]:
        return [*self.knelpunten, *self.elsewhere]


def lists_of(theme: Theme, user: Any) -> ThemeLists:
    """Two queries for the actions and the knelpunten of a theme, whatever their number."""
    actions = list(Action.objects.visible_to(user).filter(theme=theme).with_people().order_by("-list_since"))
    visible = Knelpunt.objects.visible_to(user).with_places()
    by_list = {which: [action for action in actions if action.list == which] for which in ActionList}
    return ThemeLists(
        knelpunten=list(visible.on_list_of(theme)),
        voorraad=by_list[ActionList.VOORRAADLIJST],
        actie=by_list[ActionList.ACTIELIJST],
        gereed=by_list[ActionList.GEREEDLIJST],
        elsewhere=list(visible.elsewhere_for(theme)),
    )


@dataclass(frozen=True)
class ActionPossible:
    """What this reader can do with an action now."""

    offer: bool
    join: bool
    leave: bool
    report: bool
    release: bool


@dataclass(frozen=True)
class ActionPage:
    moves: list[Any]
    updates: list[ProgressUpdate]
    coalition: list[Contribution]
    offers: list[Any]
    possible: ActionPossible


def for_page(actions: Any) -> Any:
    """An action with its coalition at hand, which the rules ask about."""
    contributions = Contribution.objects.select_related("membership__organisation").order_by("joined_at")
    return actions.with_people().prefetch_related(Prefetch("contributions", contributions))


def action_page(action: Action, user: Any) -> ActionPage:
    """Moves, progress, coalition and offers of one action, and what this reader can do."""
    coalition = [contribution for contribution in action.contributions.all() if contribution.left_at is None]  # type: ignore[attr-defined]
    in_coalition = {contribution.membership_id for contribution in coalition}
    mine = {seat.membership_id for seat in user.seats_today if user.may(Permission.JOIN, action)} & in_coalition
    offers = list(action.offers.select_related("seat__user", "seat__membership__organisation"))  # type: ignore[attr-defined]
    my_seats = {seat.pk for seat in user.seats_today}
    return ActionPage(
        moves=list(action.moves.select_related("decision__taken_at_item__item__meeting", "table").order_by("-pk")),  # type: ignore[attr-defined]
        updates=list(action.updates.select_related("release").order_by("-pk")[:20]),  # type: ignore[attr-defined]
        coalition=coalition,
        offers=offers,
        possible=ActionPossible(
            offer=user.may(Permission.PULL, action)
            and action.list == ActionList.VOORRAADLIJST
            and not any(offer.seat_id in my_seats for offer in offers),
            join=user.may(Permission.JOIN, action) and not mine and not blockers_for_join(action=action),
            leave=bool(mine),
            report=user.may(Permission.REPORT, action) and not blockers_for_report(action=action),
            release=user.may(Permission.RELEASE, action),
        ),
    )
