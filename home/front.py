"""What the public home page reads: the themes with what is in hand, the editions in force, the regions."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q

from agenda.lists.enums import ActionList
from portal.kit import clock
from portal.network.models import House, Region, Theme
from portal.network.models.dated import valid_on


def front() -> dict[str, Any]:
    """Themes with the number of actions in hand, and how many houses in how many regions there are today."""
    today = clock.today()
    in_hand = Count("actions", filter=Q(actions__list=ActionList.ACTIELIJST))
    return {
        "themes": Theme.objects.filter(valid_on(today, "period__")).annotate(in_hand=in_hand).order_by("number"),
        "regions": Region.objects.prefetch_related("houses"),
        "house_count": House.objects.valid_on(today).count(),
    }
