"""What an import makes of a text: sections with their parts and footnotes, what was
left out and why, and where the order broke."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from portal.documents.importing.blocks import Block, count_words
from portal.documents.text.pictures import Drawn


@dataclass(kw_only=True)
class SectionDraft:
    """A section being read. `blocks` are its source blocks in order; `footnotes` are (mark, block).

    Where the source says itself what it is made of (Word, Markdown), `content` holds it and `words` counts its words.
    """

    number: str
    title: str
    level: int
    anchor: str
    heading: str
    is_guessed: bool = False
    blocks: list[Block] = field(default_factory=list)
    footnotes: list[tuple[str, Block]] = field(default_factory=list)
    content: list[dict[str, Any]] | None = None
    notes: list[dict[str, str]] = field(default_factory=list)
    words: int = 0
    change_note: str = ""

    @property
    def ends_with_label(self) -> bool:
        """Whether the last text announces what comes next, as "Druk:" does."""
        return bool(self.blocks) and self.blocks[-1].text.endswith(":")

    @property
    def word_count(self) -> int:
        """Words of the source lines placed here: heading, text and footnotes."""
        placed = [*self.blocks, *(block for _, block in self.footnotes)]
        return count_words(self.heading) + sum(block.word_count for block in placed) + self.words

    @property
    def footnote_count(self) -> int:
        return len(self.footnotes) + len(self.notes)


@dataclass(frozen=True)
class LeftOut:
    """A piece of the source that is in no section."""

    text: str
    reason: str


@dataclass(frozen=True)
class Break:
    """A place where another part was printed in the middle of a chapter, and how it was mended."""

    after: str
    by: str
    moved: int


@dataclass(kw_only=True)
class Outline:
    total_words: int
    sections: list[SectionDraft] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    pictures: list[Drawn] = field(default_factory=list)  # what its figures show

    @property
    def coverage(self) -> float:
        """The share of the source's words that stands in a section, from 0 to 1."""
        placed = sum(section.word_count for section in self.sections)
        return round(placed / self.total_words, 4) if self.total_words else 0.0

    @property
    def accounted(self) -> float:
        """The share of the source's words that stands in a section or is named as left out, from 0 to 1."""
        named = sum(count_words(piece.text) for piece in self.left_out)
        return (
            round((sum(section.word_count for section in self.sections) + named) / self.total_words, 4)
            if self.total_words
            else 0.0
        )

    def as_json(self) -> dict[str, object]:
        return {
            "sections": [
                {
                    "number": section.number or None,
                    "title": section.title,
                    "level": section.level,
                    "words": section.word_count,
                    "footnotes": section.footnote_count,
                    "guessed": section.is_guessed,
                    "anchor": section.anchor,
                }
                for section in self.sections
            ],
            "left_out": [{"text": piece.text, "reason": piece.reason} for piece in self.left_out],
            "coverage": self.coverage,
            "accounted": self.accounted,
            "breaks": [{"after": each.after, "by": each.by, "moved": each.moved} for each in self.breaks],
            "warnings": self.warnings,
        }
