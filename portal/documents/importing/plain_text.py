"""Reading a numbered document from text taken from its PDF: every word lands in a section or in the list of what was left out."""

from __future__ import annotations

import re
from collections import Counter

from portal.documents.importing.blocks import PICTURE_GAP, Block, count_words, cut
from portal.documents.importing.headings import (
    CHAPTER,
    CONTENTS,
    CONTENTS_LINE,
    PAGE_NUMBER,
    Heading,
    Recogniser,
    anchor_for,
    normal,
)
from portal.documents.importing.mending import mend
from portal.documents.importing.outline import LeftOut, Outline, SectionDraft

FOOTNOTE = re.compile(r"^([¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*(?=\S)")
BARE_ADDRESS = re.compile(r"^(?:www\.)\S+$")
BOX_WIDTH = 24  # lines in the boxes of a figure are this short
COVER = "omslag of titelpagina"
FIGURE = "tekst in de vakken van een figuur"


def read(source: str) -> Outline:
    """The outline of a text. A text without any heading becomes one section, and says so."""
    blocks = cut(source)
    reader = _Reader(Outline(total_words=count_words(source)), blocks)
    place = 0
    while place < len(blocks):
        place += reader.take(place)
    reader.attach_footnotes()
    return mend(reader.finish())


class _Reader:
    """Walks over the blocks once and puts each where it belongs."""

    def __init__(self, outline: Outline, blocks: list[Block]) -> None:
        self.outline, self.blocks = outline, blocks
        self.recogniser = Recogniser(blocks)
        self.footnotes: list[tuple[str, Block]] = []
        self.is_between = True  # before the first section, or between the contents list and chapter 1
        self.is_in_contents = False
        self.running_heads = _running_heads(blocks)
        self.boxes = _boxes(blocks)

    def take(self, place: int) -> int:
        """Put the block at this place where it belongs; how many blocks that took."""
        block = self.blocks[place]
        if self._takes_contents(block):
            return 1
        if reason := self._furniture(place):
            self._leave_out(block, reason)
            return 1
        if heading := self.recogniser.recognise(place, has_sections=not self.is_between):
            return self._open(heading, place)
        if self.is_between:
            self._leave_out(block, "inhoudsopgave" if self.is_in_contents else COVER)
        elif match := FOOTNOTE.match(block.lines[0]):
            self.footnotes.append((match[1], block))
        elif self._is_caption(place):
            self._leave_out(block, "bijschrift of beeldmerk bij een afbeelding die niet in de tekst zit")
        else:
            self.outline.sections[-1].blocks.append(block)
        return 1

    def _takes_contents(self, block: Block) -> bool:
        if normal(block.lines[0]) in CONTENTS:
            self.is_between = self.is_in_contents = True
            self._leave_out(block, "inhoudsopgave")
            return True
        if self.is_in_contents and all(CONTENTS_LINE.match(line) for line in block.lines):
            self._leave_out(block, "inhoudsopgave")
            return True
        return False

    def _furniture(self, place: int) -> str:
        """Why this block is no text of the document: a page number, a running head, the box of a figure."""
        block = self.blocks[place]
        text = block.text
        if PAGE_NUMBER.match(text):
            return "paginanummer"
        if normal(text) in self.running_heads:
            return "koptekst of voettekst"
        match = CHAPTER.match(text)
        if match and "\t" in match[3] and block.is_title_like and int(match[2]) > self.recogniser.chapter + 1:
            return "paginanummer met koptekst"
        return FIGURE if place in self.boxes else ""

    def _open(self, heading: Heading, place: int) -> int:
        """A heading opens a section; lines under it in the same block are its first text."""
        taken = self.blocks[place : place + heading.takes]
        words = [line for block in taken for line in (block.source or block.lines)]
        source = words[: len(words) - len(heading.rest)] if heading.rest else words
        anchor = self._free(anchor_for(heading.number, heading.title))
        section = SectionDraft(
            number=heading.number,
            title=heading.title,
            level=heading.level,
            anchor=anchor,
            heading="\n".join(source),
            is_guessed=heading.is_guessed,
        )
        if heading.rest:
            section.blocks.append(Block(heading.rest, 0, taken[-1].after))
        self.outline.sections.append(section)
        self.is_between = self.is_in_contents = False
        return heading.takes

    def _free(self, anchor: str) -> str:
        """This anchor, or the first of its kind that is free: an anchor names one section."""
        taken = {section.anchor for section in self.outline.sections}
        tries = (f"{anchor}-{number}" for number in range(2, len(taken) + 3))
        return anchor if anchor not in taken else next(each for each in tries if each not in taken)

    def _is_caption(self, place: int) -> bool:
        block = self.blocks[place]
        following = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        if BARE_ADDRESS.match(block.text):
            return True
        is_label = block.is_short and not block.text.endswith((".", ";", ":", ",", "!", "?", "*")) and len(block.lines) <= 3
        has_bullet = block.lines[0].lstrip().startswith(("-", "•"))
        if block.source:
            return is_label and not has_bullet and place + 1 in self.boxes
        if not is_label or has_bullet or "\t" in block.text or self.outline.sections[-1].ends_with_label:
            return False
        is_last = following is None or normal(following.lines[0]) in {*CONTENTS, *self.recogniser.listed}
        is_before_paragraph = following is not None and bool(re.match(r"^\d+\.\d+\s", following.lines[0]))
        return block.after >= PICTURE_GAP or (block.before >= PICTURE_GAP and (is_last or is_before_paragraph))

    def attach_footnotes(self) -> None:
        """A footnote goes to the section whose text carries its mark."""
        for mark, block in self.footnotes:
            owner = next((section for section in self.outline.sections if _carries(section, mark)), None)
            if owner is None:
                self._leave_out(block, "voetnoot waar geen tekst naar verwijst")
            else:
                owner.footnotes.append((mark, block))

    def finish(self) -> Outline:
        """Where no heading was found at all, everything is one section; where none is a chapter, the highest level is."""
        if (least := min((section.level for section in self.outline.sections), default=1)) > 1:
            for section in self.outline.sections:
                section.level -= least - 1
        if not self.outline.sections and self.outline.left_out:
            texts = [block for block in self.blocks if block.word_count]
            self.outline.sections = [
                SectionDraft(number="", title="Tekst", level=1, anchor="tekst", heading="", is_guessed=True, blocks=texts)
            ]
            self.outline.left_out = []
            self.outline.warnings.append("Er zijn geen koppen gevonden. Alle tekst staat nu in één paragraaf; deel haar zelf in.")
        return self.outline

    def _leave_out(self, block: Block, reason: str) -> None:
        self.outline.left_out.append(LeftOut("\n".join(block.source or block.lines), reason))


def _running_heads(blocks: list[Block]) -> set[str]:
    """Short lines that stand in the text three times or more, each time alone, and never
    before a capital's worth of text of their own."""
    alone = Counter(
        normal(re.sub(r"^\d{1,3}\s+|\s+\d{1,3}$", "", block.text))
        for block in blocks
        if len(block.lines) == 1 and block.is_title_like and not block.source
    )
    return {text for text, times in alone.items() if times >= 4 and len(text) > 8}


def _boxes(blocks: list[Block]) -> set[int]:
    """The places of blocks that are boxes of a figure: at least two in a row, of short lines only; or a row of bare labels."""
    shapes = [_is_box(block) for block in blocks]
    labels = [_is_label(block) for block in blocks]
    return _runs(shapes, 2) | _runs(labels, 4)


def _is_box(block: Block) -> bool:
    lines = [line.strip() for line in block.source]
    is_narrow = len(lines) >= 3 and max(map(len, lines)) <= BOX_WIDTH
    return is_narrow and not re.match(r"^\d", lines[0])


def _is_label(block: Block) -> bool:
    return (
        len(block.source) == 1
        and len(block.text) <= BOX_WIDTH
        and not block.text.endswith(".")
        and not re.match(r"^[\d•-]", block.text)
    )


def _runs(flags: list[bool], least: int) -> set[int]:
    found: set[int] = set()
    start = 0
    for place, flag in enumerate([*flags, False]):
        if not flag:
            if place - start >= least:
                found |= set(range(start, place))
            start = place + 1
    return found


def _carries(section: SectionDraft, mark: str) -> bool:
    return any(re.search(rf"[\w)]{mark}(?![¹²³⁴⁵⁶⁷⁸⁹⁰])", block.text) for block in section.blocks)
