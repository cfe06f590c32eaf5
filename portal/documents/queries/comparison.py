"""What changed from one edition to another: per section, to the word, moved and renumbered sections recognised."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

from portal.documents.models import Edition, Section, Succession
from portal.documents.text import content
from portal.kit.states import Tone

SAME_SECTION = 0.5  # so large a share of words in common makes two sections one
SAME_BLOCK = 0.3
MOST_WORDS = 1500  # in texts longer than this, sentences are compared instead of words
WORDS = re.compile(r"\S+\s*")
SENTENCES = re.compile(r"[^.!?]+[.!?]*\s*")


class Change(StrEnum):
    SAME = "ongewijzigd"
    CHANGED = "gewijzigd"
    ADDED = "nieuw"
    REMOVED = "vervallen"

    @property
    def tone(self) -> Tone:
        return {
            Change.SAME: Tone.PLAIN,
            Change.CHANGED: Tone.ATTENTION,
            Change.ADDED: Tone.GOOD,
            Change.REMOVED: Tone.STUCK,
        }[self]


@dataclass(frozen=True)
class Piece:
    """A run of words: `op` is same, added or removed."""

    op: str
    text: str


@dataclass(frozen=True)
class SectionChange:
    """What became of one section. `texts` are its texts in order, each a list of pieces."""

    change: Change
    old: Section | None
    new: Section | None
    is_moved: bool = False
    texts: list[list[Piece]] = field(default_factory=list)

    @property
    def section(self) -> Section:
        section = self.new or self.old
        assert section is not None
        return section

    @property
    def is_renumbered(self) -> bool:
        return self.old is not None and self.new is not None and self.old.number != self.new.number

    @property
    def is_renamed(self) -> bool:
        return self.old is not None and self.new is not None and self.old.title != self.new.title

    @property
    def is_worth_reading(self) -> bool:
        return self.change != Change.SAME or self.is_moved or self.is_renumbered or self.is_renamed

    @property
    def heading(self) -> list[Piece]:
        return pieces(self.old.title, self.new.title) if self.old and self.new else [Piece("same", self.section.title)]

    @property
    def words(self) -> list[str]:
        """What happened, in words for the reader."""
        said = [self.change.value] if self.change != Change.SAME else []
        if self.is_renumbered and self.old and self.new:
            said.append(f"was {self.old.place}" if self.old.number else "kreeg een nummer")
        if self.is_moved:
            said.append("verplaatst")
        return said or [self.change.value]


@dataclass(frozen=True)
class Comparison:
    rows: list[SectionChange]

    def count(self, change: Change) -> int:
        return sum(row.change == change for row in self.rows)

    @property
    def changed(self) -> list[SectionChange]:
        return [row for row in self.rows if row.is_worth_reading]

    @property
    def summary(self) -> list[tuple[str, int]]:
        moved = sum(row.is_moved for row in self.rows)
        counts = [(change.value, self.count(change)) for change in (Change.CHANGED, Change.ADDED, Change.REMOVED)]
        return [*counts, ("verplaatst", moved), (Change.SAME.value, self.count(Change.SAME))]


def compare_editions(old: Edition, new: Edition, *, as_settled: bool = True) -> Comparison:
    """Every section of both editions, in the order of the new one; what was removed stands where it was. Three queries.

    Sections that an editor paired by hand are compared as such, unless `as_settled` is off.
    """
    before, after = _sections(old), _sections(new)
    partner = partners(before, after, settled_between(old, new) if as_settled else {})
    moved = _moved(before, after, partner)
    rows: list[SectionChange] = []
    waiting = [section for section in before if section.pk not in set(partner.values())]
    known = {section.pk: section for section in before}
    for section in after:
        was = known.get(partner.get(section.pk, 0))
        if was is not None:
            waiting = _take_removed(rows, waiting, was)
        rows.append(_change(was, section, section.pk in moved))
    rows += [_removed(section) for section in waiting]
    return Comparison(rows)


def _sections(edition: Edition) -> list[Section]:
    sections = list(edition.sections.all())
    for section in sections:
        section.edition = edition
    return sections


def _take_removed(rows: list[SectionChange], waiting: list[Section], was: Section) -> list[Section]:
    """Sections that were removed stand before the one they stood before."""
    rows += [_removed(section) for section in waiting if section.order < was.order]
    return [section for section in waiting if section.order >= was.order]


def _removed(section: Section) -> SectionChange:
    return SectionChange(Change.REMOVED, section, None, texts=[[Piece("removed", text)] for text in _texts(section)])


def _change(old: Section | None, new: Section, is_moved: bool) -> SectionChange:
    if old is None:
        return SectionChange(Change.ADDED, None, new, texts=[[Piece("added", text)] for text in _texts(new)])
    if old.sha256 == new.sha256 or (old.title == new.title and _texts(old) == _texts(new)):
        return SectionChange(Change.SAME, old, new, is_moved)
    is_same_text = _texts(old) == _texts(new)
    return SectionChange(
        Change.SAME if is_same_text else Change.CHANGED, old, new, is_moved, [] if is_same_text else _compared(old, new)
    )


def settled_between(old: Edition, new: Edition) -> dict[int, int | None]:
    """What an editor settled: the section of the new edition, or nothing, for sections of the old one."""
    rows = Succession.objects.filter(edition=new, old__edition=old, is_by_hand=True)
    return dict(rows.values_list("old", "new"))


def partners(before: list[Section], after: list[Section], settled: dict[int, int | None]) -> dict[int, int]:
    """Which old section each new one is: what was settled by hand, else the same words, else the same anchor or title
    and words in common, else most words in common."""
    free = {section.pk: section for section in before if section.pk not in settled}
    bags = {section.pk: Counter(section.text.lower().split()) for section in [*before, *after]}
    partner = {new: old for old, new in reversed(settled.items()) if new}

    def pair(new: Section, old: Section) -> None:
        partner[new.pk] = old.pk
        del free[old.pk]

    for same in (_same_words, _same_name):
        for new in after:
            if new.pk not in partner and (found := next((old for old in free.values() if same(old, new, bags)), None)):
                pair(new, found)
    for new in after:
        if new.pk not in partner and free:
            share, old = max(((_share(bags[old.pk], bags[new.pk]), old) for old in free.values()), key=lambda each: each[0])
            if share >= SAME_SECTION:
                pair(new, old)
    return partner


def _same_words(old: Section, new: Section, bags: dict[int, Counter[str]]) -> bool:
    return old.sha256 == new.sha256 or (bool(old.text) and old.text == new.text)


def _same_name(old: Section, new: Section, bags: dict[int, Counter[str]]) -> bool:
    if old.anchor == new.anchor:
        return old.title == new.title or not old.text or not new.text or _share(bags[old.pk], bags[new.pk]) >= SAME_BLOCK
    return old.title == new.title and old.level == new.level and _share(bags[old.pk], bags[new.pk]) >= SAME_BLOCK


def _share(one: Counter[str], other: Counter[str]) -> float:
    """How much of two bags of words is in both, from 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _moved(before: list[Section], after: list[Section], partner: dict[int, int]) -> set[int]:
    """New sections that stand in another order than their partners did: those outside the longest run that kept its order."""
    place = {section.pk: number for number, section in enumerate(before)}
    order = [(place[partner[section.pk]], section.pk) for section in after if section.pk in partner]
    kept = _longest_rising([number for number, _ in order])
    return {pk for index, (_, pk) in enumerate(order) if index not in kept}


def _longest_rising(numbers: list[int]) -> set[int]:
    """The places of a longest rising run in a row of numbers."""
    best: list[int] = []
    came_from: list[int] = []
    for index, number in enumerate(numbers):
        before = [other for other in range(index) if numbers[other] < number]
        previous = max(before, key=lambda other: best[other], default=-1)
        best.append(1 + (best[previous] if previous >= 0 else 0))
        came_from.append(previous)
    index = max(range(len(numbers)), key=lambda other: best[other], default=-1)
    kept: set[int] = set()
    while index >= 0:
        kept.add(index)
        index = came_from[index]
    return kept


def _texts(section: Section) -> list[str]:
    notes = [f"Voetnoot {note['mark']}: {content.plain(note['text'])}" for note in section.notes]
    return [line for text in content.texts(section.content) if (line := content.plain(text))] + notes


def _compared(old: Section, new: Section) -> list[list[Piece]]:
    """The texts of both, put side by side, each pair to the word."""
    before, after = _texts(old), _texts(new)
    rows: list[list[Piece]] = []
    for op, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op == "equal":
            rows += [[Piece("same", text)] for text in after[c:d]]
        else:
            rows += _side_by_side(before[a:b], after[c:d])
    return rows


def _side_by_side(before: list[str], after: list[str]) -> list[list[Piece]]:
    """Texts that are alike are compared word by word; the others are gone or new."""
    rows: list[list[Piece]] = []
    rest = list(before)
    for text in after:
        bag = Counter(text.lower().split())
        place = next((n for n, other in enumerate(rest) if _share(Counter(other.lower().split()), bag) >= SAME_BLOCK), None)
        if place is None:
            rows.append([Piece("added", text)])
            continue
        rows += [[Piece("removed", gone)] for gone in rest[:place]]
        rows.append(pieces(rest[place], text))
        rest = rest[place + 1 :]
    return rows + [[Piece("removed", gone)] for gone in rest]


def pieces(before: str, after: str) -> list[Piece]:
    """Two texts as runs of words that stayed, went and came."""
    cut = SENTENCES if max(before.count(" "), after.count(" ")) > MOST_WORDS else WORDS
    one, other = ([f"{word.strip()} " for word in cut.findall(text)] for text in (before, after))
    found: list[Piece] = []
    for op, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if op == "equal":
            found.append(Piece("same", "".join(other[c:d])))
            continue
        if b > a:
            found.append(Piece("removed", "".join(one[a:b])))
        if d > c:
            found.append(Piece("added", "".join(other[c:d])))
    return found
