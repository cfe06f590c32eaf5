"""Putting back what was printed in the wrong place: an annex in the middle of a chapter whose count goes on after it."""

from __future__ import annotations

import re
from collections import Counter

from portal.documents.importing.outline import Break, Outline, SectionDraft

COUNTED = re.compile(r"^(\d{1,2})\)$")
LABEL = re.compile(r"^([A-Z][^:.;]{3,60}):")


def mend(outline: Outline) -> Outline:
    """Sections in their chapters' order.

    Where a count ("3)") stops at an annex and goes on after it ("4)"), the annex comes last, and the end
    of the annex that looks as every other counted section does goes back to the section it interrupted.
    """
    for start in [place for place, section in enumerate(outline.sections) if section.level == 1 and place]:
        resumed = _resumption(outline.sections, start)
        if resumed is None:
            continue
        interrupted, annex = outline.sections[start - 1], outline.sections[start:resumed]
        moved = _give_back(outline.sections, interrupted, annex[-1])
        after = next((p for p in range(resumed, len(outline.sections)) if outline.sections[p].level == 1), len(outline.sections))
        outline.sections = [*outline.sections[:start], *outline.sections[resumed:after], *annex, *outline.sections[after:]]
        outline.breaks.append(Break(after=_name(interrupted), by=_name(annex[0]), moved=moved))
        return outline
    return outline


def _resumption(sections: list[SectionDraft], start: int) -> int | None:
    """The place after `start` where the count that stood just before it goes on."""
    counts = [(place, int(match[1])) for place, section in enumerate(sections) if (match := COUNTED.match(section.number))]
    before = [number for place, number in counts if place < start]
    after = [(place, number) for place, number in counts if place > start]
    if not before or not after or after[0][1] != before[-1] + 1:
        return None
    return after[0][0]


def _give_back(sections: list[SectionDraft], interrupted: SectionDraft, last: SectionDraft) -> int:
    """Move the end of the annex that begins with a label which every counted section has, and this one lacks."""
    counted = [section for section in sections if COUNTED.match(section.number) and section is not interrupted]
    times = Counter(label for section in counted for label in _labels(section))
    missing = {label for label, number in times.items() if number >= 2} - _labels(interrupted)
    for place, block in enumerate(last.blocks):
        match = LABEL.match(block.text)
        if match and match[1] in missing:
            moved = last.blocks[place:]
            last.blocks = last.blocks[:place]
            interrupted.blocks += moved
            return len(moved)
    return 0


def _labels(section: SectionDraft) -> set[str]:
    return {match[1] for block in section.blocks if (match := LABEL.match(block.text))}


def _name(section: SectionDraft) -> str:
    return section.title if section.title == section.number else f"{section.number} {section.title}".strip()
