"""What the page of an action shows: its story, its people, and what this reader can do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch

from agenda.lists.domain.coalitions import blockers_for_join
from agenda.lists.domain.milestones import blockers_for_plan
from agenda.lists.domain.moves import blockers_for_answer
from agenda.lists.domain.progress import blockers_for_report
from agenda.lists.domain.proposals import blockers_for_revision
from agenda.lists.domain.weighing import blockers_for_weighing
from agenda.lists.enums import ActionList, Permission
from agenda.lists.models import (
    Action,
    ActionFile,
    ActionSection,
    CoalitionCall,
    Contribution,
    Milestone,
    Pilot,
    ProgressUpdate,
    TrekkerRequest,
    Weighing,
)
from agenda.lists.queries import cards, themes, weighings
from agenda.lists.queries.cards import Card
from agenda.lists.queries.coalition import ENOUGH, call_of, standing
from portal.documents.models import Section
from portal.documents.queries.landings import Landing, landings
from portal.documents.queries.resting import Resting
from portal.kit import clock
from portal.network.models import Ambition, PolicyTable
from portal.network.queries.landscape import tables_like


@dataclass(frozen=True, kw_only=True)
class ActionPossible:
    """What this reader can do with an action now."""

    offer: bool
    join: bool
    leave: bool
    report: bool
    release: bool
    weigh: bool
    revise: bool
    call: bool
    pilot: bool
    end_pilot: bool
    plan: bool
    confer: bool
    ask_trekker: bool
    refuse: bool
    hand_over: bool


@dataclass(frozen=True, kw_only=True)
class WeighedPage:
    """How an action was weighed, as far as this reader sees it now."""

    is_weighed: bool
    is_seen: bool
    results: list[weighings.Result]
    trend: list[weighings.Trend]


@dataclass(frozen=True, kw_only=True)
class Event:
    """One part of the story of an action: a report, or a move to another list."""

    at: datetime
    update: ProgressUpdate | None = None
    move: Any = None


@dataclass(frozen=True, kw_only=True)
class ActionPage:
    moves: list[Any]
    updates: list[ProgressUpdate]
    coalition: list[Contribution]
    rests_on: list[Section]
    landings: dict[int, Landing]
    offers: list[Any]
    possible: ActionPossible
    tables: list[PolicyTable]  # where it may lie already, while it is only wished for
    mine: Contribution | None  # what the reader's own organisation contributes
    filled: set[int]  # memberships of the coalition that somebody still fills
    call: CoalitionCall | None
    pilots: list[Pilot]
    milestones: list[Milestone]
    files: list[ActionFile]
    requests: list[TrekkerRequest]
    ambitions: list[Ambition]
    possible_trekkers: Any
    serves: Card  # the knelpunten and the houses behind it

    @property
    def last(self) -> ProgressUpdate | None:
        """The newest report."""
        return self.updates[0] if self.updates else None

    @property
    def next_milestone(self) -> Milestone | None:
        """The first that is neither reached nor dropped."""
        return next((each for each in self.milestones if not each.reached_date and not each.dropped_date), None)

    @property
    def is_behind(self) -> bool:
        """Whether the day of a milestone has passed, and nobody said what became of it."""
        return self.next_milestone is not None and self.next_milestone.due_date < clock.today()

    @property
    def course(self) -> list[Event]:
        """What happened to it, the newest first: reports, and from list to list."""
        told = [Event(at=each.reported_at, update=each) for each in self.updates]
        moved = [Event(at=each.moved_at, move=each) for each in self.moves]
        return sorted([*told, *moved], key=lambda event: event.at, reverse=True)

    @property
    def is_forming(self) -> bool:
        return len(self.filled) < ENOUGH

    @property
    def ending(self) -> Any:
        """What goes with the last move, when that was to the gereedlijst."""
        return getattr(self.moves[0], "details", None) if self.moves else None


def for_page(actions: Any) -> Any:
    """An action with its coalition at hand, which the rules ask about, and whether anybody weighed it."""
    contributions = Contribution.objects.select_related("membership__organisation", "contact__user").order_by("joined_at", "pk")
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
    """Everything that stands at one action, and what this reader can do. A constant number of queries."""
    coalition = [contribution for contribution in action.contributions.all() if contribution.left_at is None]
    filled = set(standing(clock.today()).filter(action=action).values_list("membership_id", flat=True)) if coalition else set()
    joining = {seat.membership_id for seat in user.seats_today if user.may(Permission.JOIN, action)}
    mine = next((each for each in coalition if each.membership_id in joining), None)
    offers = list(action.offers.select_related("seat__user", "seat__membership__organisation").only("action_id", *SEAT_COLUMNS))
    rests_on = [link.section for link in action.rests_on.select_related("section__edition__document").order_by("section__order")]
    pilots = list(action.pilots.select_related("house"))
    requests = list(
        action.trekker_requests.select_related("seat__user", "seat__membership__organisation", "refusal").order_by("pk")
    )
    is_wished = action.list == ActionList.VOORRAADLIJST
    return ActionPage(
        moves=_moves(action),
        updates=list(action.updates.select_related("release").order_by("-pk")[:20]),
        coalition=coalition,
        rests_on=rests_on,
        landings=landings(rests_on, clock.today()),
        offers=offers,
        tables=tables_like(f"{action.title} {action.goal} {action.intended_result}") if is_wished else [],
        mine=mine,
        filled=filled,
        call=call_of(action),
        pilots=pilots,
        milestones=list(action.milestones.all()),
        files=list(action.files.filter(file__removed_at__isnull=True).select_related("file")),
        requests=requests,
        ambitions=[link.ambition for link in action.serves.select_related("ambition").order_by("ambition__number")],
        possible_trekkers=themes.possible_trekkers(),
        serves=cards.served_by(action),
        possible=_possible(action, user, mine, offers, pilots, requests),
    )


# What the page shows of what it reads with the action, and nothing more: most of its
# time is what the database layer makes of columns.
MOVE_COLUMNS = (
    "action_id", "from_list", "to_list", "outcome", "is_accepted", "moved_at", "by_label", "decision__number",
    "decision__wording", "table__name", "decision__taken_at_item__decision_id", "decision__taken_at_item__item__meeting_id",
    "decision__taken_at_item__item__number", "details__move_id", "details__noticed", "details__contact", "details__check_date",
)  # fmt: skip
SEAT_COLUMNS = ("seat__user__name", "seat__membership__organisation__name", "seat__membership__organisation__short_name")
SECTION_COLUMNS = (
    "section__anchor", "section__number", "section__title", "section__chapter", "section__order", "section__edition__label",
    "section__edition__in_force_date", "section__edition__document__title", "section__edition__document__slug",
)  # fmt: skip


def _moves(action: Action) -> list[Any]:
    """From list to list, the newest first, with the decisions and what other tables said. Two queries."""
    rows = action.moves.select_related("decision__taken_at_item__item", "table", "details").only(*MOVE_COLUMNS)
    return list(rows.prefetch_related("answers").order_by("-pk"))


def _possible(action: Action, user: Any, mine: Any, offers: list[Any], pilots: list[Any], requests: list[Any]) -> ActionPossible:
    """Each permission with what the state of the action allows now."""
    seats, houses = {seat.pk for seat in user.seats_today}, {seat.house_id for seat in user.seats_today}
    has_offered = any(offer.seat_id in seats for offer in offers)
    is_pilot = any(pilot.house_id in houses for pilot in pilots if not pilot.ended_at)
    can_join, can_plan = not blockers_for_join(action=action), not blockers_for_plan(action=action)
    asked = [each for each in requests if each.seat_id in seats and not hasattr(each, "refusal")]
    may_pilot, may_pull = user.may(Permission.PILOT, action), user.may(Permission.PULL, action)
    return ActionPossible(
        offer=may_pull and action.list == ActionList.VOORRAADLIJST and not has_offered,
        join=user.may(Permission.JOIN, action) and mine is None and can_join,
        leave=mine is not None,
        report=user.may(Permission.REPORT, action) and not blockers_for_report(action=action),
        release=user.may(Permission.RELEASE, action),
        weigh=user.may(Permission.WEIGH, action) and not blockers_for_weighing(action=action),
        revise=user.may(Permission.REVISE, action) and not blockers_for_revision(action=action),
        call=user.may(Permission.CALL, action) and can_join,
        pilot=may_pilot and not is_pilot and can_join,
        end_pilot=may_pilot and is_pilot,
        plan=user.may(Permission.REPORT, action) and can_plan,
        confer=user.may(Permission.CONFER, action),
        ask_trekker=user.may(Permission.ASK_TREKKER, action) and not action.has_trekker and can_join,
        refuse=may_pull and bool(asked) and not has_offered,
        hand_over=user.may(Permission.HAND_OVER, action) and not blockers_for_answer(action=action),
    )


def weighed(action: Any, user: Any) -> WeighedPage:
    """How an action that was read by `for_page` was weighed. Six queries, when it was; none when not."""
    is_seen = action.is_weighed and bool(weighings.results_seen([action], user))
    results = weighings.results(action) if is_seen else []
    return WeighedPage(
        is_weighed=action.is_weighed, is_seen=is_seen, results=results, trend=weighings.trend(action) if is_seen else []
    )
