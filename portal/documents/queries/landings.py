"""Where sections of earlier editions are found today, and which earlier sections one of today follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portal.documents.models import Edition, Section, Succession
from portal.documents.queries.comparison import SectionChange, compare_editions
from portal.documents.queries.editions import editions_of


@dataclass(frozen=True)
class Landing:
    """Where a section of an earlier edition is found in the edition in force; nowhere, if `section` is empty."""

    edition: Edition
    section: Section | None

    @property
    def words(self) -> str:
        return self.section.place if self.section else "vervallen"


def landings(sections: Iterable[Section], day: date) -> dict[int, Landing]:
    """For each of these sections that was followed by another edition by that day: where it is found now.

    A query for each step.
    """
    reached: dict[int, Landing] = {}
    walking = {section.pk: {section.pk} for section in sections}
    while walking:
        rows = Succession.objects.filter(old__in=walking, edition__in_force_date__lte=day)
        steps = list(
            rows.select_related("edition__document", "new").defer("new__content", "new__notes", "new__text", "new__found_by")
        )
        onward: dict[int, set[int]] = defaultdict(set)
        for step in steps:
            if step.new is not None:
                step.new.edition = step.edition
                onward[step.new.pk] |= walking[step.old_id]
            reached |= {start: Landing(step.edition, step.new) for start in walking[step.old_id]}
        walking = onward
    return reached


def followed_by(sections: Iterable[int]) -> dict[int, set[int]]:
    """For each of these sections the earlier ones it follows, through every edition before. A query for each step."""
    found: dict[int, set[int]] = defaultdict(set)
    walking = {key: {key} for key in sections}
    while walking:
        onward: dict[int, set[int]] = defaultdict(set)
        for old, new in Succession.objects.filter(new__in=walking, edition__in_force_date__isnull=False).values_list(
            "old", "new"
        ):
            onward[old] |= walking[new]
            for key in walking[new]:
                found[key].add(old)
        walking = onward
    return found


@dataclass(frozen=True)
class Planned:
    """Where a section of the edition that is to be replaced will be found (nowhere, if `new` is empty), and what became of it."""

    old: Section
    new: Section | None
    change: SectionChange
    is_by_hand: bool

    @property
    def is_at_its_place(self) -> bool:
        return self.new is not None and (self.old.number, self.old.title) == (self.new.number, self.new.title)

    @property
    def is_worth_a_look(self) -> bool:
        return self.is_by_hand or self.new is None or self.change.is_worth_reading


def replaced_by(edition: Edition) -> Edition | None:
    """The edition that this concept will replace."""
    adopted = editions_of(edition.document.slug).filter(in_force_date__isnull=False, replaced_date__isnull=True)
    return adopted.exclude(pk=edition.pk).first()


def planned(before: Edition, edition: Edition) -> list[Planned]:
    """Every section of the edition before, in its order, and where it will be found:
    where an editor settled it, else where comparing finds it."""
    settled = {row.old_id: row.new for row in Succession.objects.filter(edition=edition, is_by_hand=True).select_related("new")}
    rows = []
    for change in compare_editions(before, edition, as_settled=False).rows:
        if change.old is not None:
            is_by_hand = change.old.pk in settled
            new = settled[change.old.pk] if is_by_hand else change.new
            if new is not None:
                new.edition = edition
            rows.append(Planned(change.old, new, change, is_by_hand))
    return sorted(rows, key=lambda row: row.old.order)
