"""A plain text, cut at its empty lines into blocks that remember how much white space stood around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"\w+")
PICTURE_GAP = 3  # so many empty lines stand where the page had a picture


@dataclass(frozen=True)
class Block:
    """Lines that stand together. `before` and `after` count the empty lines around them."""

    lines: tuple[str, ...]
    before: int
    after: int

    @property
    def text(self) -> str:
        return " ".join(line.strip() for line in self.lines)

    @property
    def word_count(self) -> int:
        """Runs of word characters in the source lines, as they stand."""
        return sum(count_words(line) for line in self.lines)

    @property
    def is_short(self) -> bool:
        return len(self.text) <= 110 and self.text.count(" ") < 12

    @property
    def is_title_like(self) -> bool:
        """A short line alone that does not end as a sentence does."""
        return len(self.lines) == 1 and self.is_short and not self.text.endswith((".", ";", ":", ","))


def count_words(text: str) -> int:
    return len(WORD.findall(text))


def cut(source: str) -> list[Block]:
    """The blocks of a text, in order."""
    blocks: list[Block] = []
    lines: list[str] = []
    empty = before = 0
    for line in [*source.splitlines(), ""]:
        if line.strip():
            if not lines:
                before, empty = empty, 0
            lines.append(line.rstrip())
            continue
        if lines:
            blocks.append(Block(tuple(lines), before, 0))
            lines = []
        empty += 1
    gaps = [block.before for block in blocks[1:]] + [PICTURE_GAP]
    return [Block(block.lines, block.before, after) for block, after in zip(blocks, gaps, strict=True)]
