"""Who is who, with what they do: a house, an organisation, a body. Everybody reads what is public; members read the rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from agenda.lists.models import Action
from agenda.lists.queries.coalition import standing
from agenda.meetings.models import Meeting
from agenda.ratification.models import Agreement, Uptake
from ambitions.enums import LineStatus
from ambitions.models import ActionLine, Explanation, PlanYear, RegionalPlan
from ambitions.queries.grid import cells_of, counted
from knelpunten.models import Knelpunt
from portal.kit import clock
from portal.network.models import Body, House, Membership, Organisation, Seat
from portal.ui import chains

MOST = 50  # of one kind on a page


@dataclass(frozen=True, kw_only=True)
class HousePage:
    house: House
    bodies: list[Body]
    plans: list[RegionalPlan]
    years: list[tuple[int, Counter[LineStatus]]]
    explanations: list[Explanation]
    raised: list[Knelpunt]
    recognised: list[Knelpunt]
    standings: dict[int, chains.Standing]
    uptakes: list[Uptake]
    seats: list[Seat]
    is_member: bool


def house_page(house: House, user: Any, *, is_member: bool) -> HousePage:
    """A house: its plans and how its lines stand over the years, and for members its knelpunten, agreements and people.

    Ten queries.
    """
    plans = list(RegionalPlan.objects.visible_to(user).filter(house=house).select_related("plan_year", "house"))
    seats = (
        Seat.objects.valid_on(clock.today())
        .of_members()
        .filter(membership__body__house=house)
        .with_places()
        .select_related("user")
    )
    uptakes = Uptake.objects.filter(house=house, agreement__in=Agreement.objects.visible_to(user)).select_related("agreement")
    raised = list(Knelpunt.objects.visible_to(user).of_house(house).for_rows().order_by("-state_since", "-pk")[:MOST])
    recognised = list(Knelpunt.objects.visible_to(user).recognised_by(house).for_rows().order_by("-state_since", "-pk")[:MOST])
    return HousePage(
        house=house,
        bodies=list(house.bodies.order_by("pk")),
        plans=plans,
        years=_years(house, is_member=is_member),
        explanations=list(
            Explanation.objects.visible_to(user).standing(clock.today()).filter(house=house).select_related("line", "house")
        ),
        raised=raised,
        recognised=recognised,
        standings=chains.standings([*raised, *recognised], user),
        uptakes=list(uptakes.order_by("agreement_id", "-pk").distinct("agreement_id")) if is_member else [],
        seats=list(seats.order_by("membership__body_id", "is_deputy", "pk")) if is_member else [],
        is_member=is_member,
    )


def _years(house: House, *, is_member: bool) -> list[tuple[int, Counter[LineStatus]]]:
    """For each year of which something is known how many lines stand how. Five queries."""
    lines, years = list(ActionLine.objects.of_houses()), list(PlanYear.objects.order_by("-year"))
    found = cells_of(lines, years, of_all=is_member, house=house)
    said = {year: [cells[house.pk] for cells in by_line.values() if house.pk in cells] for year, by_line in found.items()}
    counts = {year: counted(dict(enumerate(codes))) for year, codes in said.items() if codes}
    return sorted(counts.items(), reverse=True)


@dataclass(frozen=True, kw_only=True)
class OrganisationPage:
    organisation: Organisation
    memberships: list[Membership]
    pulls: list[Action]
    contributes: list[Any]
    lines: list[ActionLine]
    agreements: list[Agreement]
    seats: list[Seat]
    is_member: bool


def organisation_page(organisation: Organisation, user: Any, *, is_member: bool) -> OrganisationPage:
    """An organisation: where it sits, its lines and agreements, and for members what it pulls and contributes. Eight queries."""
    today = clock.today()
    memberships = organisation.memberships.valid_on(today).select_related("body").order_by("body_id")
    actions = Action.objects.visible_to(user)
    seats = (
        Seat.objects.valid_on(today)
        .of_members()
        .filter(membership__organisation=organisation)
        .with_places()
        .select_related("user")
    )
    contributions = standing(today).filter(membership__organisation=organisation, action__in=actions).select_related("action")
    return OrganisationPage(
        organisation=organisation,
        memberships=list(memberships),
        pulls=list(actions.filter(trekker__membership__organisation=organisation).order_by("title")),
        contributes=list(contributions.order_by("action__title")) if is_member else [],
        lines=list(ActionLine.objects.visible_to(user).filter(owner=organisation).select_related("ambition")),
        agreements=list(Agreement.objects.visible_to(user).filter(owner=organisation)),
        seats=list(seats.order_by("membership__body_id", "is_deputy", "pk")) if is_member else [],
        is_member=is_member,
    )


@dataclass(frozen=True, kw_only=True)
class BodyPage:
    body: Body
    memberships: list[Membership]
    seats: dict[int, list[Seat]]
    meetings: list[Meeting]

    @property
    def places(self) -> list[tuple[Membership, list[Seat]]]:
        return [(each, self.seats.get(each.pk, [])) for each in self.memberships]


def body_page(body: Body, user: Any, *, is_member: bool) -> BodyPage:
    """A body: who has a place in it, for members who fills it, and its last and next meetings. Three queries."""
    today = clock.today()
    memberships = (
        body.memberships.valid_on(today)
        .select_related("organisation", "house")
        .order_by("organisation__sort_key", "house__sort_key")
    )
    seats: dict[int, list[Seat]] = {}
    if is_member:
        for seat in (
            Seat.objects.valid_on(today)
            .of_members()
            .filter(membership__body=body)
            .select_related("user")
            .order_by("is_deputy", "pk")
        ):
            seats.setdefault(seat.membership_id, []).append(seat)
    meetings: Any = Meeting.objects.visible_to(user).filter(body=body).order_by("-starts_at", "-pk")[:8] if is_member else []
    return BodyPage(body=body, memberships=list(memberships), seats=seats, meetings=list(meetings))
