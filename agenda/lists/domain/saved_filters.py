"""A choice of actions that somebody keeps under a name."""

from __future__ import annotations

from django.db import transaction

from agenda.lists.models import SavedFilter
from portal.accounts.models import User
from portal.kit.refusals import Blocker, Refused

MOST = 20  # choices of one person


class KeepingRefused(Refused):
    pass


@transaction.atomic
def keep(*, owner: User, name: str, query: str) -> SavedFilter:
    """Keep this query under this name; a name that is there already gets the new query."""
    if not query:
        raise KeepingRefused(Blocker("nothing-chosen", "Kies eerst een deel van de werkagenda.", is_input=True))
    mine = SavedFilter.objects.filter(owner=owner)
    if mine.count() >= MOST and not mine.filter(name=name).exists():
        raise KeepingRefused(Blocker("too-many", f"U bewaart al {MOST} keuzes. Haal er eerst een weg."))
    kept, _ = SavedFilter.objects.update_or_create(owner=owner, name=name, defaults={"query": query})
    return kept


def forget(*, kept: SavedFilter) -> None:
    """Keep this choice no longer."""
    kept.delete()
