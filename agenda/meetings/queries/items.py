"""What the pages of meetings read: items with their subjects, papers and notes, as
far as one reader may, in a constant number of queries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from agenda.decisions.enums import Visibility
from agenda.meetings.enums import SENT_STATES
from agenda.meetings.models import AgendaItem, Meeting, Mention, Paper
from agenda.meetings.queries.subjects import read_subjects
from portal.files.enums import FileKind
from portal.kit.addresses import address_of
from portal.network.enums import BodyKind
from portal.network.rules import is_klankbordgroep_member, own_bodies

# What the agenda shows of its items and of what was decided at them, and nothing more.
ITEM_COLUMNS = (
    "meeting_id", "number", "kind", "title", "question", "minutes", "presenter", "serves", "visibility", "advice", "costs",
    "risks", "version", "subject_type_id", "subject_id", "carried_from_id", "treatment__outcome", "outcome__decision__number",
    "outcome__decision__kind", "outcome__decision__wording", "outcome__decision__taken_at", "outcome__decision__by_label",
    "outcome__decision__redacted_at",
)  # fmt: skip

# What an agenda shows of a paper, and what says who reads it.
PAPER_COLUMNS = (
    "visibility", "is_for_klankbordgroep", "item_id", "pk", "title", "versions__number", "versions__file__kind",
    "versions__file__size",
)  # fmt: skip


def items_of(meeting: Meeting, user: Any) -> list[AgendaItem]:
    """The items that this reader may read, with their decisions and all they are about: a query for each kind of subject."""
    rows = meeting.items.select_related("outcome__decision", "treatment").only(*ITEM_COLUMNS)  # type: ignore[attr-defined]
    if meeting.body_id not in own_bodies(user):
        seen = AgendaItem.objects.visible_to(user).filter(meeting=meeting).values("pk")
        rows = rows.filter(pk__in=seen)
    found = list(rows.order_by("number"))
    mentions = list(Mention.objects.filter(item__meeting=meeting))
    read_subjects([*found, *mentions], user)
    for row in found:
        row.mentioned = [each for each in mentions if each.item_id == row.pk] if mentions else []
    return found


@dataclass(frozen=True, slots=True)
class PaperLink:
    """What an agenda shows of a paper."""

    pk: int
    title: str
    version: int
    form: str
    size: int

    @property
    def kind(self) -> str:
        return str(FileKind(self.form).label)

    @property
    def fetch_address(self) -> str:
        return address_of("meetings:paper", self.pk)


def papers_of(items: list[AgendaItem], user: Any) -> dict[int, list[PaperLink]]:
    """The papers of these items, all of one meeting, that this reader of the items may read.

    The twin of `Paper.objects.visible_to`. One query.
    """
    shown = {item.pk for item in items}
    if not shown:
        return {}
    meeting = items[0].meeting
    may_read = _readership(meeting, user)
    rows = Paper.objects.filter(item__meeting=meeting, removed_at__isnull=True)
    found: dict[int, dict[int, PaperLink]] = {}
    for visibility, is_shared, item, pk, *said in rows.order_by("pk", "versions__number").values_list(*PAPER_COLUMNS):
        if item in shown and may_read(visibility, is_shared):
            found.setdefault(item, {})[pk] = PaperLink(pk, *said)  # of its versions the newest
    return {item: list(links.values()) for item, links in found.items()}


def _readership(meeting: Meeting, user: Any) -> Callable[[str, bool], bool]:
    """Whether this reader may read a paper of this meeting, by its class and whether it is for the Klankbordgroep too."""
    if meeting.body_id in own_bodies(user):
        return lambda visibility, is_shared: True
    is_sent = meeting.state in SENT_STATES and meeting.body.kind == BodyKind.STUURGROEP
    gets_shared = is_sent and any(is_klankbordgroep_member(seat) for seat in user.seats_today)
    return lambda visibility, is_shared: not Visibility(visibility).is_confidential or (is_shared and gets_shared)
