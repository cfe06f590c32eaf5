"""Reading the Landelijk Kader from text taken from its PDF.

Chapter numbers stand only in the contents list and are matched on title. A paragraph is known by its number "4.2",
which a list item "4." is not; the contents list may miss some. Parts without a number are known by name.
"""

from __future__ import annotations

import re

from django.utils.text import slugify

from portal.documents.importing.blocks import PICTURE_GAP, Block, count_words, cut
from portal.documents.importing.outline import LeftOut, Outline, SectionDraft

CONTENTS = "inhoudsopgave"
UNNUMBERED = ("voorwoord", "woordenlijst", "colofon")
CONTENTS_LINE = re.compile(r"^(\d+(?:\.\d+)?)\.?\s+(.+?)\t\s*\d+$")
PARAGRAPH_HEADING = re.compile(r"^(\d+)\.(\d+)\s+([^\W\d_].*)$")
FOOTNOTE = re.compile(r"^([¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*(?=\S)")
BARE_ADDRESS = re.compile(r"^(?:www\.)\S+$")


class NoContents(ValueError):
    """The text has no contents list to match its chapters on."""


def read(source: str) -> Outline:
    """The outline of the Kader. Raises NoContents when there is no list to find the chapters by."""
    blocks = cut(source)
    chapters = _chapters(blocks)
    if not chapters:
        raise NoContents("De tekst heeft geen inhoudsopgave: zonder die lijst zijn de hoofdstukken niet te vinden.")
    reader = _Reader(Outline(total_words=count_words(source)), chapters)
    for position, block in enumerate(blocks):
        reader.take(block, blocks[position + 1] if position + 1 < len(blocks) else None)
    reader.attach_footnotes()
    return reader.outline


class _Reader:
    """Walks over the blocks once and puts each where it belongs."""

    def __init__(self, outline: Outline, chapters: dict[str, str]) -> None:
        self.outline = outline
        self.chapters = dict(chapters)  # normalised title -> number, those still to come
        self.footnotes: list[tuple[str, Block]] = []
        self.chapter = ""
        self.is_between = True  # before the first section, or between the contents list and chapter 1
        self.is_in_contents = False

    def take(self, block: Block, following: Block | None) -> None:
        if self._takes_contents(block) or self._takes_heading(block):
            return
        if self.is_between:
            reason = "inhoudsopgave" if self.is_in_contents else "omslag of titelpagina"
            self._leave_out(block, reason)
        elif match := FOOTNOTE.match(block.lines[0]):
            self.footnotes.append((match[1], block))
        elif self._is_caption(block, following):
            self._leave_out(block, "bijschrift of beeldmerk bij een afbeelding die niet in de tekst zit")
        else:
            self.outline.sections[-1].blocks.append(block)

    def _takes_contents(self, block: Block) -> bool:
        if normal(block.lines[0]) == CONTENTS:
            self.is_between = self.is_in_contents = True
            self._leave_out(block, "inhoudsopgave")
            return True
        if self.is_in_contents and all(CONTENTS_LINE.match(line) for line in block.lines):
            self._leave_out(block, "inhoudsopgave")
            self.is_in_contents = False
            return True
        return False

    def _takes_heading(self, block: Block) -> bool:
        """A heading opens a section; lines under it in the same block are its first text."""
        line = block.lines[0].strip()
        found = self._recognise(line, alone=len(block.lines) == 1)
        if found is None:
            return False
        number, title, level = found
        self.outline.sections.append(SectionDraft(number, title, level, anchor_for(number, title), line))
        self.is_between = self.is_in_contents = False
        if len(block.lines) > 1:
            self.outline.sections[-1].blocks.append(Block(block.lines[1:], 0, block.after))
        return True

    def _recognise(self, line: str, *, alone: bool) -> tuple[str, str, int] | None:
        if alone and (number := self.chapters.get(normal(line))) and not self.is_in_contents:
            del self.chapters[normal(line)]
            self.chapter = number
            return number, line, 1
        if alone and normal(line).split(" ")[0] in UNNUMBERED and line[:1].isupper() and count_words(line) <= 4:
            self.chapter = ""
            return "", line, 1
        match = PARAGRAPH_HEADING.match(line)
        if match and match[1] == self.chapter and len(line) <= 100 and not line.endswith((".", ";")):
            return f"{match[1]}.{match[2]}", match[3].strip(), 2
        return None

    def _is_caption(self, block: Block, following: Block | None) -> bool:
        if BARE_ADDRESS.match(block.text):
            return True
        is_label = block.is_short and not block.text.endswith((".", ";", ":", ",", "!", "?", "*")) and len(block.lines) <= 3
        has_bullet = block.lines[0].lstrip().startswith(("-", "•"))
        if not is_label or has_bullet or "\t" in block.text:
            return False
        if self.outline.sections[-1].ends_with_label:
            return False
        is_last_before_heading = following is None or self._opens(following)
        return block.after >= PICTURE_GAP or (block.before >= PICTURE_GAP and is_last_before_heading)

    def _opens(self, block: Block) -> bool:
        line = block.lines[0].strip()
        return normal(line) == CONTENTS or self._would_recognise(line)

    def _would_recognise(self, line: str) -> bool:
        match = PARAGRAPH_HEADING.match(line)
        return normal(line) in self.chapters or bool(match and match[1] == self.chapter)

    def attach_footnotes(self) -> None:
        """A footnote goes to the section whose text carries its mark."""
        for mark, block in self.footnotes:
            owner = next((section for section in self.outline.sections if _carries(section, mark)), None)
            if owner is None:
                self._leave_out(block, "voetnoot waar geen tekst naar verwijst")
            else:
                owner.footnotes.append((mark, block))

    def _leave_out(self, block: Block, reason: str) -> None:
        self.outline.left_out.append(LeftOut("\n".join(block.lines), reason))


def _chapters(blocks: list[Block]) -> dict[str, str]:
    """The chapters in the contents list: normalised title to number."""
    entries = [match for block in blocks for line in block.lines if (match := CONTENTS_LINE.match(line))]
    return {normal(match[2]): match[1] for match in entries if "." not in match[1]}


def _carries(section: SectionDraft, mark: str) -> bool:
    return any(re.search(rf"[\w)]{mark}(?![¹²³⁴⁵⁶⁷⁸⁹⁰])", block.text) for block in section.blocks)


def normal(title: str) -> str:
    """A title as it compares: no case, no punctuation at the ends, single spaces."""
    return re.sub(r"\s+", " ", title.strip().strip("#*.: ").lower())


def anchor_for(number: str, title: str) -> str:
    """The lasting name of a section: by number where it has one ("par-4-2", "hoofdstuk-4"), else by title."""
    if not number:
        return slugify(title)[:80]
    return f"par-{number.replace('.', '-')}" if "." in number else f"hoofdstuk-{number}"
