"""Who is asked how an action goes, when the last report is older than the norm."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from agenda.lists.enums import NORM, ActionList
from agenda.lists.models import Action, ProgressUpdate
from agenda.lists.queries.coalition import standing
from portal.accounts.models import User
from portal.kit import clock
from portal.network.models import Seat
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.notify.models import Notification


@transaction.atomic
def remind() -> list[Notification]:
    """Mail the trekker and the coalition of each action whose report is too old, once for each report. For the daily job."""
    last = ProgressUpdate.objects.filter(action=OuterRef("pk")).order_by("-pk")
    under_way = Action.objects.filter(list=ActionList.ACTIELIJST)
    rows: Any = under_way.annotate(last_update=Subquery(last.values("pk")[:1]), last_at=Subquery(last.values("reported_at")[:1]))
    too_old = clock.now() - NORM
    made = []
    for action in rows.order_by("pk"):
        if max(filter(None, (action.last_at, action.list_since))) < too_old:
            occasion = f"progress-due:{action.pk}:{action.last_update or 0}"
            made += notifications.tell(
                users=_asked(action), occasion=occasion, path=action.get_absolute_url(), about=About.VOORTGANG
            )
    return made


def _asked(action: Action) -> list[User]:
    """The trekker, and of each organisation in the coalition its contact, or everybody who fills its place when the contact left.

    Each once.
    """
    today = Seat.objects.valid_on(clock.today())
    contributions = standing(clock.today()).filter(action=action)
    contacts = today.filter(pk__in=contributions.values("contact"))
    orphaned = contributions.exclude(contact__in=today.values("pk"))
    asked = today.filter(pk=action.trekker_id) | contacts | today.filter(membership__in=orphaned.values("membership"))
    return list(User.objects.filter(seats__in=asked.values("pk"), is_active=True).distinct().order_by("pk"))
