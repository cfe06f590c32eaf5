"""A part of all actions, as an address asks for it: what the werkagenda shows and exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Case, IntegerField, OuterRef, Q, Subquery, Value, When

from agenda.lists.enums import ActionKind, ActionList, Ladder, ProgressStatus
from agenda.lists.models import Action, ActionKnelpunt, Contribution, Pilot, ProgressUpdate
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
ORDER = Case(*(When(list=which, then=Value(place)) for place, which in enumerate(ActionList)), output_field=IntegerField())


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

    LABELS: ClassVar[dict[str, str]] = {
        "thema": "Thema",
        "lijst": "Lijst",
        "status": "Status",
        "trekker": "Trekker",
        "organisatie": "Organisatie",
        "soort": "Soort actie",
        "trede": "Trede op de ladder",
        "eigen": "Van wie",
    }

    @classmethod
    def knows(cls, name: str, value: str) -> bool:
        known: dict[str, Any] = {"lijst": ActionList, "status": STANDINGS, "soort": ActionKind, "trede": Ladder, "eigen": ("ja",)}
        if name == "trekker":
            return key_in(value) > 0
        return name not in known or value in known[name]

    def rows(self, user: Any) -> Any:
        """These actions as far as this reader may see them, by theme, list and the order within it."""
        chosen: Any = Action.objects.visible_to(user).filter(*self._conditions(user))
        if self.status:
            last = ProgressUpdate.objects.filter(action=OuterRef("pk")).order_by("-pk").values("status")[:1]
            chosen = chosen.annotate(last_status=Subquery(last)).filter(STANDINGS[self.status])
        return chosen.order_by("theme__number", ORDER, "place", "-list_since", "-pk")

    def _conditions(self, user: Any) -> list[Q]:
        conditions = {
            "thema": Q(theme__slug=self.thema),
            "lijst": Q(list=self.lijst),
            "soort": Q(kind=self.soort),
            "trede": Q(ladder=self.trede),
            "trekker": Q(trekker=self.trekker or None),
            "organisatie": self._of_organisation(),
            "eigen": own(user),
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
            "status": list(STATUS_LABELS.items()),
            "trekker": [(str(seat.pk), f"{seat.user.name}, {seat.membership.organisation.short_name}") for seat in pulling],
            "organisatie": list(members.distinct().order_by("sort_key").values_list("slug", "name")),
            "soort": [(str(kind.value), str(kind.label)) for kind in ActionKind],
            "trede": [(str(rung.value), str(rung.label)) for rung in Ladder],
            "eigen": [("ja", "van mij of mijn organisatie")],
        }
        return [Select(name, self.LABELS[name], options[name], getattr(self, name)) for name in options]


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
