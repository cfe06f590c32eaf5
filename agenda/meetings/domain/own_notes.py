"""What members note and mark at items for themselves, or share within their own organisation."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from agenda.meetings.models import AgendaItem, OwnNote
from portal.accounts.actor import Actor
from portal.kit import clock
from portal.network.queries.seats import seat_of
from portal.privacy.domain import guard


@transaction.atomic
def keep(*, item: AgendaItem, text: str, is_marked: bool, is_shared: bool, by: Actor) -> OwnNote | None:
    """Keep one's own note at an item; with nothing in it, it goes. Raises PersonalDataRefused."""
    guard.refuse_identifiers([text])
    if not text.strip() and not is_marked:
        OwnNote.objects.filter(item=item, user=by.user).delete()
        return None
    organisation = seat_of(by).membership.organisation if is_shared else None
    note, _ = OwnNote.objects.update_or_create(
        item=item,
        user=by.user,
        defaults={"text": text.strip(), "is_marked": is_marked, "organisation": organisation, "saved_at": clock.now()},
    )
    return note


def seen_by(user: Any, **items: Any) -> list[OwnNote]:
    """One's own notes at these items (a lookup: `item=…`), and those that colleagues share with the organisation. One query."""
    rows = OwnNote.objects.visible_to(user).filter(**items)
    shown = ("item_id", "text", "is_marked", "organisation__name", "organisation__short_name", "user__name")
    return list(rows.select_related("user", "organisation").only(*shown).order_by("pk"))
