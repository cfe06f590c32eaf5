"""What the pages about themes read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from agenda.lists.enums import ActionList
from agenda.lists.models import Action
from knelpunten.enums import LISTED_STATES
from knelpunten.models import Knelpunt
from portal.kit import clock
from portal.network.models import Theme
from portal.network.models.dated import valid_on


def themes_today() -> Any:
    """The themes of the period of today, with how many knelpunten and actions stand on each list. One query."""
    on = {which.value: Count("actions", filter=Q(actions__list=which), distinct=True) for which in ActionList}
    listed = Count("knelpunten", filter=Q(knelpunten__state__in=LISTED_STATES), distinct=True)
    return Theme.objects.filter(valid_on(clock.today(), "period__")).annotate(listed=listed, **on).order_by("number")


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
