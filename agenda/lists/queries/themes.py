"""What the pages about themes read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from agenda.lists.enums import ActionList
from agenda.lists.models import Action, ActionKnelpunt, ListOrder
from knelpunten.enums import LISTED_STATES, KnelpuntState
from knelpunten.models import Knelpunt
from portal.kit import clock
from portal.network.enums import BodyKind, SeatFunction
from portal.network.models import Seat, Theme
from portal.network.models.dated import valid_on


def themes_today() -> Any:
    """The themes of the period of today, with how many knelpunten and actions stand on each list. One query."""
    return (
        Theme.objects.filter(valid_on(clock.today(), "period__"))
        .annotate(
            listed=_number(Knelpunt.objects.filter(state__in=LISTED_STATES)),
            elsewhere=_number(Knelpunt.objects.filter(state=KnelpuntState.ELDERS_BELEGD)),
            **{which.value: _number(Action.objects.filter(list=which)) for which in ActionList},
        )
        .order_by("number")
    )


def _number(rows: Any) -> Any:
    """How many of these rows belong to the theme: a count of its own, as a join of all would multiply them."""
    return Coalesce(Subquery(rows.filter(theme=OuterRef("pk")).order_by().values("theme").annotate(n=Count("*")).values("n")), 0)


def is_done_for() -> Q:
    """The condition on a linked knelpunt that every action it is linked to stands on the gereedlijst."""
    is_open = ActionKnelpunt.objects.filter(knelpunt=OuterRef("pk")).exclude(action__list=ActionList.GEREEDLIJST)
    return ~Q(Exists(is_open))


FOLD = 25  # so many rows of each list stand on the theme's page; the rest on the list's own


@dataclass(frozen=True)
class ThemeLists:
    """The four lists of a theme as they stand, each folded."""

    knelpunten: list[Knelpunt]
    voorraad: list[Action]
    actie: list[Action]
    gereed: list[Action]
    elsewhere: list[Knelpunt]

    @property
    def all_actions(self) -> list[Action]:
        return [*self.voorraad, *self.actie, *self.gereed]

    @property
    def all_knelpunten(self) -> list[Knelpunt]:
        return [*self.knelpunten, *self.elsewhere]


def actions_on(theme: Theme, which: ActionList, user: Any) -> Any:
    """The actions of one list: in the order that was proposed, then newest first."""
    return Action.objects.visible_to(user).filter(theme=theme).on_list(which).for_rows().order_by("place", "-list_since", "-pk")


def order_of(theme: Theme) -> ListOrder | None:
    """The order in which its voorraadlijst stands, when somebody proposed one. One query."""
    return theme.orders.last()  # type: ignore[attr-defined,no-any-return]


def knelpunten_on(theme: Theme, user: Any) -> Any:
    return Knelpunt.objects.visible_to(user).on_list_of(theme).for_rows()


def elsewhere_of(theme: Theme, user: Any) -> Any:
    """Knelpunten at home at another table: they stand on the gereedlijst."""
    return Knelpunt.objects.visible_to(user).elsewhere_for(theme).for_rows()


def lists_of(theme: Theme, user: Any) -> ThemeLists:
    """Two queries, whatever stands on the lists: the first rows of each, put together."""
    folded = [actions_on(theme, which, user)[:FOLD] for which in ActionList]
    actions = list(folded[0].union(*folded[1:], all=True))
    knelpunten = list(knelpunten_on(theme, user)[:FOLD].union(elsewhere_of(theme, user)[:FOLD], all=True))
    return ThemeLists(
        knelpunten=[knelpunt for knelpunt in knelpunten if knelpunt.state in LISTED_STATES],
        elsewhere=[knelpunt for knelpunt in knelpunten if knelpunt.state == KnelpuntState.ELDERS_BELEGD],
        voorraad=[action for action in actions if action.list == ActionList.VOORRAADLIJST],
        actie=[action for action in actions if action.list == ActionList.ACTIELIJST],
        gereed=[action for action in actions if action.list == ActionList.GEREEDLIJST],
    )


def possible_trekkers() -> Any:
    """Members of the Stuurgroep of today who are no deputy."""
    members = (SeatFunction.LID, SeatFunction.VOORZITTER)
    seats = Seat.objects.valid_on(clock.today()).in_body(BodyKind.STUURGROEP).filter(function__in=members, is_deputy=False)
    return seats.with_places().select_related("user").order_by("membership__organisation__sort_key")
