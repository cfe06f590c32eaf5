"""What the pages about knelpunten read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import F

from knelpunten.enums import KnelpuntState
from knelpunten.models import (
    Attachment,
    HandOver,
    Knelpunt,
    KnelpuntQuerySet,
    KnelpuntStep,
    Merger,
    Pattern,
    Recognition,
)
from portal.kit import clock
from portal.network.models import House, Seat


@dataclass(frozen=True)
class Breadth:
    """The houses that stand behind a knelpunt: who raised it, and who recognises it with which note."""

    raised_by: House | None
    recognitions: list[Recognition]
    total: int

    @property
    def count(self) -> int:
        return len(self.recognitions) + (self.raised_by is not None)

    @property
    def words(self) -> str:
        return f"{self.count} van {self.total} huizen"

    @property
    def names(self) -> list[str]:
        raised = [f"{self.raised_by} (diende het in)"] if self.raised_by else []
        return [*raised, *(str(each.house) for each in self.recognitions)]


def breadth(knelpunt: Knelpunt) -> Breadth:
    """Who stands behind it today. Three queries."""
    valid = House.objects.valid_on(clock.today())
    recognitions = knelpunt.recognitions.filter(withdrawn_at__isnull=True, house__in=valid).select_related("house")
    raised_by = valid.filter(pk=knelpunt.house_id).first() if knelpunt.house_id else None
    return Breadth(raised_by, list(recognitions), houses_today())


def last_end(knelpunt: Knelpunt) -> KnelpuntStep | None:
    """The step into where it stands now."""
    return knelpunt.steps.select_related("table").order_by("-pk").first()


def was_confirmed(knelpunt: Knelpunt) -> bool:
    """Whether its house contested how it ended, and the assessment came to that same end: in that state, at that table."""
    last = list(knelpunt.steps.order_by("-pk")[:3])
    if len(last) < 3:
        return False
    now, contest, before = last
    is_same_end = now.to_state == contest.from_state == before.to_state and now.table_id == before.table_id
    was_assessed = now.from_state == contest.to_state == KnelpuntState.IN_BEOORDELING
    return is_same_end and was_assessed and Seat.objects.filter(pk=contest.by_seat or 0, membership__house__isnull=False).exists()


def pattern_of(knelpunt: Knelpunt, user: Any) -> Pattern | None:
    """The rode draad it belongs to today, when this reader may see it."""
    return Pattern.objects.visible_to(user).filter(bundlings__knelpunt=knelpunt, bundlings__unbundled_at__isnull=True).first()


def houses_today() -> int:
    return House.objects.valid_on(clock.today()).count()


def hand_over_of(knelpunt: Knelpunt) -> HandOver | None:
    """The hand-over that it rests on now, when it is at home elsewhere."""
    if knelpunt.state != KnelpuntState.ELDERS_BELEGD:
        return None
    return HandOver.objects.filter(step__knelpunt=knelpunt).select_related("step__table").order_by("-pk").first()


def merger_of(knelpunt: Knelpunt) -> Merger | None:
    """With what it is merged now."""
    if knelpunt.state != KnelpuntState.SAMENGEVOEGD:
        return None
    return Merger.objects.filter(step__knelpunt=knelpunt).select_related("into").order_by("-pk").first()


def merged_into(knelpunt: Knelpunt) -> KnelpuntQuerySet:
    """What is merged with this one now."""
    standing = Merger.objects.filter(into=knelpunt, step__taken_at=F("step__knelpunt__state_since"))
    return Knelpunt.objects.filter(pk__in=standing.values("step__knelpunt"), state=KnelpuntState.SAMENGEVOEGD)


def attachments_of(knelpunt: Knelpunt) -> list[Attachment]:
    """The files with it that are still there."""
    return list(knelpunt.attachments.filter(file__removed_at__isnull=True).select_related("file"))
