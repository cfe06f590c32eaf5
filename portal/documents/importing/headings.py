"""What makes a line a heading: its number, its place in the contents list, a word
such as "Bijlage", or how it stands on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.text import slugify

from portal.documents.importing.blocks import PICTURE_GAP, Block, count_words

CONTENTS = {"inhoudsopgave", "inhoud"}
UNNUMBERED = (
    "voorwoord",
    "woordenlijst",
    "begrippenlijst",
    "colofon",
    "samenvatting",
    "leeswijzer",
    "nawoord",
    "literatuur",
    "literatuurlijst",
)
CONTENTS_LINE = re.compile(r"^\s*(?:(\d{1,2}(?:\.\d{1,2})*)\.?\s+)?(\S.*?)(?:\t\s*|\s?\.{3,}\s*|\s{3,})(\d{1,3})\s*$")
PARAGRAPH = re.compile(r"^(\d{1,2}(?:\.\d{1,2})+)\.?\s+([^\W\d_].*)$")
CHAPTER = re.compile(r"^(hoofdstuk\s+)?(\d{1,2})(\t\s*|[.:]?\s+)([^\W\d_].*)$", re.IGNORECASE)
LABELLED = re.compile(r"^(Thema|Bijlage|Deel|Artikel|Ambitie)\s+(\d{1,2}|[A-Z]|[IVX]{1,4})\b\s*[:.–-]?\s*(.*)$")
BRACKETED = re.compile(r"^(\d{1,2})\)\s+(\S.*)$")
POINTED = re.compile(r"^(\d{1,2})\.\s+([^\W\d_].*)$")
PAGE_NUMBER = re.compile(r"^(?:pagina\s+)?\d{1,3}(?:\s+van\s+\d{1,3})?$", re.IGNORECASE)
BULLET = re.compile(r"^\s*[-•–]\s")
LONGEST = 150
MOST_WORDS = 6  # a chapter "3. Grondslag" is this brief where paragraphs have numbers of their own; a point of a list is longer
ALIKE = 0.8  # the contents list may spell a title a little differently
WHOLE_CHAPTERS = {"Bijlage", "Deel"}


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading as it was read. `takes` says how many blocks it stands in; `rest` are lines of text in the same block."""

    number: str
    title: str
    level: int
    is_guessed: bool = False
    takes: int = 1
    rest: tuple[str, ...] = ()


def normal(title: str) -> str:
    """A title as it compares: no case, no punctuation at the ends, single spaces."""
    return re.sub(r"\s+", " ", title.strip().strip("#*.: ").lower())


def anchor_for(number: str, title: str) -> str:
    """The lasting name of a section: by number where it has one ("par-4-2", "hoofdstuk-4", "thema-1"), else by title."""
    if not number:
        return slugify(title)[:80] or "paragraaf"
    if number.isdigit():
        return f"hoofdstuk-{number}"
    return (
        f"par-{number.replace('.', '-')}"
        if re.fullmatch(r"[\d.]+\d", number)
        else slugify(f"{number} {title}" if number[0].isdigit() else number)[:80]
    )


class Recogniser:
    """Knows what headings have been seen, and so which can come now."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        entries = contents_of(blocks)
        self.listed = {normal(title): number for number, title in entries if number and "." not in number}
        self.listed_other = {normal(title) for number, title in entries if not number}
        self.first_paragraphs = {match[1] for block in blocks if (match := PARAGRAPH.match(block.lines[0].strip()))}
        self.chapter = 0  # the last chapter that had a number
        self.paragraph: tuple[int, ...] = ()
        self.level = 1  # of the last section that had a number
        self.bracket = 0
        self.point = 0

    def recognise(self, place: int, *, has_sections: bool) -> Heading | None:
        """The heading that stands at this block, if one does."""
        block = self.blocks[place]
        following = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        is_whole = block.is_title_like
        line, rest = (block.text, ()) if is_whole else (block.lines[0].strip(), block.lines[1:])
        if len(line) > LONGEST or BULLET.match(line):
            return None
        named = self._labelled(line, following) if is_whole else None
        if found := named or self._listed(line, is_whole) or self._paragraph(line, rest):
            return found
        if not is_whole:
            return None
        numbered = self._chapter(line, block, following) or self._enumerated(line, block, following)
        return numbered or (self._by_layout(block, following, place) if has_sections else None)

    def _listed(self, line: str, is_whole: bool) -> Heading | None:
        """A chapter that stands in the contents list, or a part that never has a number."""
        if not is_whole:
            return None
        match = CHAPTER.match(line)
        key = normal(match[4] if match else line)
        number = self._number_listed(key)
        if number and int(number) > self.chapter and (match is None or match[2] == number):
            has_number = match is not None
            self._open_chapter(int(number))
            return Heading(number=number, title=CHAPTER.sub(r"\4", line).strip(), level=1, is_guessed=not has_number)
        first = key.split(" ")[0]
        if (key in self.listed_other or first in UNNUMBERED) and line[:1].isupper() and count_words(line) <= 6:
            self.level = 1
            return Heading(number="", title=line, level=1, is_guessed=True)
        return None

    def _number_listed(self, key: str) -> str | None:
        """The number of the chapter with this title; the one that comes next may be spelled a little differently."""
        if key in self.listed:
            return self.listed[key]
        coming = next((title for title, number in self.listed.items() if int(number) == self.chapter + 1), "")
        return str(self.chapter + 1) if coming and SequenceMatcher(None, key, coming).ratio() >= ALIKE else None

    def _paragraph(self, line: str, rest: tuple[str, ...]) -> Heading | None:
        match = PARAGRAPH.match(line)
        if match is None or line.endswith((".", ";", ",")) or len(line) > LONGEST:
            return None
        parts = tuple(int(part) for part in match[1].split("."))
        if parts <= self.paragraph or parts[0] not in self._possible_chapters():
            return None
        if parts[0] != self.chapter:
            self._open_chapter(parts[0])
        self.paragraph, self.level, self.bracket, self.point = parts, len(parts), 0, 0
        return Heading(number=match[1], title=match[2].strip(), level=len(parts), rest=rest)

    def _possible_chapters(self) -> set[int]:
        """A paragraph belongs to the chapter it stands in; where chapters have no heading of their own, it may open the next."""
        return {self.chapter} if self.listed or self.chapter else {self.chapter, self.chapter + 1}

    def _chapter(self, line: str, block: Block, following: Block | None) -> Heading | None:
        """ "4<tab>Agenda", "Hoofdstuk 4: Agenda", or "4. Agenda" where paragraphs 4.1 and on follow, or only text does."""
        match = CHAPTER.match(line)
        if match is None or int(match[2]) != self.chapter + 1 or following is None:
            return None
        has_paragraphs = f"{match[2]}.1" in self.first_paragraphs and match[2] not in self.listed.values()
        is_marked = bool(match[1]) or "\t" in match[3]
        has_point = match[3].startswith((".", ":"))
        is_brief = not has_point or not self.first_paragraphs or match[4].count(" ") < MOST_WORDS
        leads = following.is_running or self._is_first_paragraph(following, match[2])
        stands_alone = match[2] not in self.listed.values() and leads and len(block.lines) == 1 and is_brief
        if not (is_marked or has_paragraphs or stands_alone):
            return None
        self._open_chapter(int(match[2]))
        return Heading(number=match[2], title=match[4].strip(), level=1)

    def _is_first_paragraph(self, block: Block, chapter: str) -> bool:
        found = PARAGRAPH.match(block.lines[0].strip())
        return found is not None and found[1] == f"{chapter}.1"

    def _open_chapter(self, number: int) -> None:
        self.chapter, self.paragraph, self.level, self.bracket, self.point = number, (number,), 1, 0, 0

    def _labelled(self, line: str, following: Block | None) -> Heading | None:
        """ "Thema 1: De aanpak", or "Bijlage 1" with its title in the next block."""
        match = LABELLED.match(line)
        if match is None or following is None or LABELLED.match(following.text):
            return None
        level = 1 if match[1] in WHOLE_CHAPTERS else 2
        number, title, takes = f"{match[1]} {match[2]}", match[3].strip(), 1
        if not title and following.is_title_like and not PAGE_NUMBER.match(following.text):
            title, takes = following.text, 2
        if not title and level > 1:
            return None
        self.level = level
        return Heading(number=number, title=title or number, level=level, takes=takes)

    def _enumerated(self, line: str, block: Block, following: Block | None) -> Heading | None:
        """ "2) Landelijke harmonisatie" and "2. Verbinder" are headings where text follows and they go on counting."""
        stands_out = len(block.lines) > 1 or block.source
        if following is None or not following.is_running:
            return None
        if (match := BRACKETED.match(line)) and int(match[1]) == self.bracket + 1:
            self.bracket += 1
            self.level = 2
            return Heading(number=f"{match[1]})", title=match[2].strip(), level=2)
        if stands_out and (match := POINTED.match(line)) and int(match[1]) == self.point + 1:
            self.point += 1
            return Heading(number=f"{match[1]}.", title=match[2].strip(), level=min(self.level + 1, 4))
        return None

    def _by_layout(self, block: Block, following: Block | None, place: int) -> Heading | None:
        """A short text alone that starts with a capital, before running text."""
        text = block.text
        if following is None or not text[:1].isupper() or "\t" in text or text.startswith("*") or following.text[:1].islower():
            return None
        before = self.blocks[place - 1] if place else None
        is_open = before is not None and before.lines[-1].rstrip().endswith(",")
        if block.after >= PICTURE_GAP or is_open or not following.is_running and not text.endswith(("?", "!")):
            return None
        if BULLET.match(following.lines[0]) or POINTED.match(text) or PAGE_NUMBER.match(text):
            return None
        level = 2 if block.opens_page and self.chapter else min(self.level + 1, 4)
        return Heading(number="", title=text, level=level, is_guessed=True)


def contents_of(blocks: list[Block]) -> list[tuple[str, str]]:
    """(number, title) of every line of a contents list; none where no heading announces one."""
    starts = [place for place, block in enumerate(blocks) if normal(block.lines[0]) in CONTENTS]
    entries: list[tuple[str, str]] = []
    for start in starts:
        for block in blocks[start : start + 80]:
            found = [CONTENTS_LINE.match(line) for line in block.lines if normal(line) not in CONTENTS]
            if found and not any(found) and entries:
                break
            entries += [(match[1] or "", match[2]) for match in found if match]
    return entries
