"""A part of all actions, as an address asks for it: what the werkagenda shows and exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Case, CharField, Count, F, IntegerField, OuterRef, Q, Subquery, Value, When

from agenda.lists.enums import ActionKind, ActionList, Ladder, ProgressStatus
from agenda.lists.models import Action, ActionKnelpunt, Contribution, Pilot, ProgressUpdate
from agenda.lists.queries import attention, cards
from portal.kit.forms import key_in
from portal.network.enums import BodyKind
from portal.network.models import Organisation, Seat, Theme
from portal.ui.address_choice import AddressChoice, Select

NO_REPORT = "geen-bericht"
STANDINGS = {
    "voorgesteld": Q(list=ActionList.VOORRAADLIJST, found_desirable_by__isnull=True),
    "wenselijk": Q(list=ActionList.VOORRAADLIJST, found_desirable_by__isnull=False),
    **{status.value: Q(list=ActionList.ACTIELIJST, last_status=status) for status in ProgressStatus},
    NO_REPORT: Q(list=ActionList.ACTIELIJST, last_status__isnull=True),
    "afgerond": Q(outcome="afgerond"),
    "elders_belegd": Q(outcome="elders_belegd"),
}
STATUS_LABELS = {
    "voorgesteld": "voorgesteld",
    "wenselijk": "wenselijk",
    **{status.value: str(status.label) for status in ProgressStatus},
    NO_REPORT: "geen bericht van de trekker",
    "afgerond": "afgerond",
    "elders_belegd": "elders belegd",
}
STALLED = "stagneert-of-stil"  # what the last report says of it, or that there is none of the last three months
# What is worked on stands first, and on each list what is worst: that is what one comes for.
LIST_ORDER = (ActionList.ACTIELIJST, ActionList.VOORRAADLIJST, ActionList.GEREEDLIJST)
WORST_FIRST = (ProgressStatus.STAGNEERT, ProgressStatus.AANDACHT, NO_REPORT, ProgressStatus.OP_KOERS, "wenselijk", "voorgesteld")


def _place_of(conditions: list[Q]) -> Case:
    """The place of the first of these conditions that holds."""
    cases = (When(condition, then=Value(place)) for place, condition in enumerate(conditions))
    return Case(*cases, default=Value(len(conditions)), output_field=IntegerField())


LISTS = _place_of([Q(list=which) for which in LIST_ORDER])
STANDING: Any = Case(*(When(condition, then=Value(name)) for name, condition in STANDINGS.items()), output_field=CharField())
SORTS: dict[str, Any] = {
    "stand": _place_of([STANDINGS[name] for name in WORST_FIRST]),
    "actie": F("title"),
    "trekker": F("trekker__user__name"),
    "wanneer": F("next_date"),
    "huizen": F("houses_behind"),
}
SORT_LABELS = {
    "": "wat stagneert eerst",
    "actie": "naam van de actie",
    "trekker": "naam van de trekker",
    "wanneer": "eerste volgende stap",
    "-huizen": "meeste huizen erachter",
}
PER_LABELS = {"": "lijst", "thema": "thema"}


@dataclass(frozen=True, kw_only=True)
class ActionChoice(AddressChoice):
    """The part of all actions that an address asks for."""

    thema: str = ""
    lijst: str = ""
    status: str = ""
    trekker: str = ""
    organisatie: str = ""
    soort: str = ""
    trede: str = ""
    eigen: str = ""
    zonder: str = ""
    op: str = ""
    per: str = ""

    LABELS: ClassVar[dict[str, str]] = {
        "thema": "Thema",
        "lijst": "Lijst",
        "status": "Status",
        "trekker": "Trekker",
        "organisatie": "Organisatie",
        "soort": "Soort actie",
        "trede": "Trede op de ladder",
        "eigen": "Van wie",
        "zonder": "Zonder",
        "op": "Volgorde",
        "per": "Bijeen per",
    }

    @classmethod
    def knows(cls, name: str, value: str) -> bool:
        known: dict[str, Any] = {
            "lijst": ActionList,
            "status": (*STANDINGS, STALLED),
            "soort": ActionKind,
            "trede": Ladder,
            "eigen": ("ja",),
            "zonder": ("trekker",),
            "op": ("", *SORTS, *(f"-{sort}" for sort in SORTS)),
            "per": PER_LABELS,
        }
        if name == "trekker":
            return key_in(value) > 0
        return name not in known or value in known[name]

    def rows(self, user: Any) -> Any:
        """These actions as far as this reader may see them, in the order that is asked."""
        chosen = self._chosen(user)
        if self.op.lstrip("-") == "wanneer":
            chosen = chosen.annotate(next_date=Subquery(last_report().values("next_date")[:1]))
        if self.op.lstrip("-") == "huizen":
            chosen = chosen.annotate(houses_behind=cards.houses_behind())
        sort = SORTS[self.op.lstrip("-") or "stand"]
        asked = sort.desc(nulls_last=True) if self.op.startswith("-") else sort.asc(nulls_last=True)
        lots = ["theme__number"] if self.per == "thema" else [LISTS]
        return chosen.order_by(*lots, asked, LISTS, "theme__number", "place", "-list_since", "-pk")

    def standings(self, user: Any) -> Any:
        """How many of them stand how, on each list of each theme, as rows of list, theme and standing. One query."""
        counted = self._chosen(user).order_by().annotate(standing=STANDING).values_list("list", "theme__slug", "standing")
        return counted.annotate(number=Count("pk"))

    def _chosen(self, user: Any) -> Any:
        status = Subquery(last_report().values("status")[:1])
        chosen: Any = Action.objects.visible_to(user).filter(*self._conditions(user)).annotate(last_status=status)
        if self.status == STALLED:
            is_silent = Q(pk__in=attention.without_report().order_by().values("pk"))
            return chosen.filter(is_silent | STANDINGS[ProgressStatus.STAGNEERT])
        return chosen.filter(STANDINGS[self.status]) if self.status else chosen

    def _conditions(self, user: Any) -> list[Q]:
        conditions = {
            "thema": Q(theme__slug=self.thema),
            "lijst": Q(list=self.lijst),
            "soort": Q(kind=self.soort),
            "trede": Q(ladder=self.trede),
            "trekker": Q(trekker=self.trekker or None),
            "organisatie": self._of_organisation(),
            "eigen": own(user),
            "zonder": attention.lacks_trekker(),
        }
        return [condition for name, condition in conditions.items() if getattr(self, name)]

    def _of_organisation(self) -> Q:
        joined = Contribution.objects.filter(membership__organisation__slug=self.organisatie, left_at__isnull=True)
        return Q(pk__in=joined.values("action")) | Q(trekker__membership__organisation__slug=self.organisatie)

    def selects(self) -> list[Select]:
        """What can be chosen, with what is chosen now. Three queries."""
        seats = Seat.objects.in_body(BodyKind.STUURGROEP).filter(pulled_actions__isnull=False).distinct()
        pulling = seats.select_related("user", "membership__organisation").order_by("membership__organisation__sort_key")
        members = Organisation.objects.filter(memberships__body__kind__in=[BodyKind.STUURGROEP, BodyKind.KLANKBORDGROEP])
        options: dict[str, list[tuple[str, str]]] = {
            "thema": list(Theme.objects.values_list("slug", "title")),
            "lijst": [(str(which.value), str(which.label)) for which in ActionList],
            "status": [*STATUS_LABELS.items(), (STALLED, "stagneert of drie maanden stil")],
            "trekker": [(str(seat.pk), f"{seat.user.name}, {seat.membership.organisation.short_name}") for seat in pulling],
            "organisatie": list(members.distinct().order_by("sort_key").values_list("slug", "name")),
            "soort": [(str(kind.value), str(kind.label)) for kind in ActionKind],
            "trede": [(str(rung.value), str(rung.label)) for rung in Ladder],
            "eigen": [("ja", "van mij of mijn organisatie")],
            "zonder": [("trekker", "trekker")],
            "op": list(SORT_LABELS.items()),
            "per": list(PER_LABELS.items()),
        }
        return [Select(name, self.LABELS[name], options[name], getattr(self, name)) for name in options]


def last_report() -> Any:
    """The last report on an action, inside a query over actions."""
    return ProgressUpdate.objects.filter(action=OuterRef("pk")).order_by("-pk")


def own(user: Any) -> Q:
    """What this person pulls, and what the organisation or house behind one of its seats
    put forward, takes part in or tries out."""
    seats = user.seats_today
    memberships, houses = [seat.membership_id for seat in seats], [seat.house_id for seat in seats if seat.house_id]
    joined = Contribution.objects.filter(membership__in=memberships, left_at__isnull=True)
    piloted = Pilot.objects.filter(house__in=houses, ended_at__isnull=True)
    return (
        Q(trekker__in=[seat.pk for seat in seats])
        | Q(proposed_by__in=memberships)
        | Q(pk__in=joined.values("action"))
        | Q(pk__in=piloted.values("action"))
        | Q(pk__in=ActionKnelpunt.objects.filter(knelpunt__house__in=houses).values("action"))
    )
