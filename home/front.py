"""What the public home page reads: the themes with what is in hand, the editions in force, the regions."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q

from agenda.lists.enums import ActionList
from agenda.meetings.queries.decision_register import public_lists
from portal.kit import clock
from portal.network.models import House, Region, Theme
from portal.network.models.dated import valid_on
from portal.ui.chains import STATIONS

# What happens at each station of the chain, in the words of the front page.
WHAT_HAPPENS = (
    "Een huis dient in waar het systeem in de weg zit.",
    "De knelpunten van meer regio's leiden tot een actie.",
    "De Stuurgroep besluit wie de actie trekt.",
    "Waar nodig maken de partners een landelijke afspraak.",
    "Een coalitie van organisaties voert de actie uit.",
    "Het huis leest wat ermee gebeurde.",
)


def front() -> dict[str, Any]:
    """Themes with the number of actions in hand, and how many houses in how many regions there are today."""
    today = clock.today()
    in_hand = Count("actions", filter=Q(actions__list=ActionList.ACTIELIJST))
    return {
        "stations": list(zip(STATIONS, WHAT_HAPPENS, strict=True)),
        "themes": Theme.objects.filter(valid_on(today, "period__")).annotate(in_hand=in_hand).order_by("number"),
        "last_list": public_lists().first(),
        "regions": Region.objects.prefetch_related("houses"),
        "house_count": House.objects.valid_on(today).count(),
    }
