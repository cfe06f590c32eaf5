"""A plain text, cut into blocks that remember how much white space stood around them.

Two shapes are known. Usually empty lines part the paragraphs. Text taken from some PDFs has an empty line after *every* line;
there only lines without one between them belong together (headings, boxes of a figure), and running lines are put together here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD = re.compile(r"\w+")
PICTURE_GAP = 3  # so many empty lines stand where the page had a picture
SENTENCE_ENDS = (".", "!", "?", ":", ";", "”", "’.")
ITEM = re.compile(r"^\s*(?:[-•–\uf0b7]|(?:\d{1,2}|[ivxIVX]{1,4}|[a-z])[.)])[\t ]+\S")
NUMBER = re.compile(r"^\s*\d+(?:\.\d+)*[.)]?[\t ]+\S")
BREAKS = re.compile(r"(\w)-$")
HEADED = re.compile(
    r"^\s*(?:\d{1,2}\t|\d{1,2}(?:\.\d{1,2})+\.?\s|(?:Thema|Bijlage|Hoofdstuk|Deel|Artikel|Ambitie|Stap|Fase)\s+[\dA-Z]+\b)"
)
LABEL_AND_ITEM = re.compile(r"^([^•]{3,80}?)[ \t]+(•[ \t].*)$")
COUNT = re.compile(r"^\d{1,2}[.)][\t ]+")
KEPT_HYPHEN = re.compile(r"^(?:en|of|als|tot|noch)\b")


@dataclass(frozen=True)
class Block:
    """Lines that stand together. `before` and `after` count the empty lines around them.

    `source` are the lines as they stood, which words are counted by; `lines` are those
    of meaning, put together where a page cut them.
    """

    lines: tuple[str, ...]
    before: int
    after: int
    source: tuple[str, ...] = ()
    opens_page: bool = False

    @property
    def text(self) -> str:
        return join(self.lines)

    @property
    def word_count(self) -> int:
        """Runs of word characters in the source lines, as they stand."""
        return sum(count_words(line) for line in self.source or self.lines)

    @property
    def is_short(self) -> bool:
        return len(self.text) <= 140 and self.text.count(" ") < 20

    @property
    def is_running(self) -> bool:
        """Text that runs: a whole sentence at least."""
        return (
            not self.is_short or self.text.endswith((".", "!", "?")) or (self.text.endswith((":", ";")) and len(self.text) > 40)
        )

    @property
    def is_title_like(self) -> bool:
        """A short text alone, of few lines, that does not end as a sentence does."""
        return len(self.lines) <= 4 and self.is_short and not self.text.endswith((".", ";", ":", ","))


def count_words(text: str) -> int:
    return len(WORD.findall(text))


def join(lines: tuple[str, ...] | list[str]) -> str:
    """Lines as one text; a word that was broken at the end of a line is whole again."""
    text = ""
    for line in lines:
        following = line.strip()
        if text.endswith("-") and BREAKS.search(text) and _is_broken_word(text, following):
            text = text[:-1] + following
        elif text.endswith(("/", "-")) and following[:1].islower() and not KEPT_HYPHEN.match(following):
            text += following
        else:
            text = f"{text} {following}" if text else following
    return re.sub(r" {2,}", " ", text)


def _is_broken_word(text: str, following: str) -> bool:
    """Whether the hyphen only broke a word: "be-" + "zien", not "IV-" + "organisatie" or "zorg-" + "en"."""
    last = text[:-1].rsplit(" ", 1)[-1]
    return following[:1].islower() and not KEPT_HYPHEN.match(following) and not last.isupper()


def cut(source: str) -> list[Block]:
    """The blocks of a text, in order."""
    lines = source.replace("\f", "\n ").splitlines()
    return _double(lines) if is_double_spaced(lines) else _single(lines)


def is_double_spaced(lines: list[str]) -> bool:
    """Whether an empty line stands after nearly every line, also where a sentence goes on."""
    gaps = going_on = 0
    for here, between, following in zip(lines, lines[1:], lines[2:], strict=False):
        if here.strip() and not between.strip() and following.strip():
            gaps += 1
            going_on += following.strip()[0].islower()
    return gaps > 10 and going_on / gaps > 0.3 and gaps > 0.5 * sum(1 for line in lines if line.strip())


def _single(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    held: list[str] = []
    empty = before = 0
    for line in [*lines, ""]:
        if line.strip():
            if not held:
                before, empty = empty, 0
            held.append(line.rstrip())
            continue
        if held:
            blocks.append(Block(tuple(held), before, 0))
            held = []
        empty += 1
    return _with_gaps(blocks)


def _with_gaps(blocks: list[Block]) -> list[Block]:
    gaps = [block.before for block in blocks[1:]] + [PICTURE_GAP]
    return [
        Block(block.lines, block.before, after, block.source, block.opens_page) for block, after in zip(blocks, gaps, strict=True)
    ]


# --- an empty line after every line ------------------------------------------------------------------------------


def _double(lines: list[str]) -> list[Block]:
    """Clusters of adjacent lines stay what they are; running lines become paragraphs."""
    clusters = list(_clusters(lines))
    running = sorted(len(cluster[0].strip()) for cluster in clusters if len(cluster) == 1) or [0]
    width = running[int(len(running) * 0.9)]
    clusters = list(_with_heads_apart(clusters, width))
    blocks: list[Block] = []
    held: list[str] = []

    def close() -> None:
        if held:
            blocks.append(Block((join(held),), 1, 1, tuple(held)))
            held.clear()

    for place, cluster in enumerate(clusters):
        following = clusters[place + 1] if place + 1 < len(clusters) else None
        if len(cluster) > 1:
            close()
            blocks.append(Block(tuple(line.strip() for line in cluster), 2, 2, tuple(cluster), cluster[0].startswith(" ")))
            continue
        line = cluster[0]
        if held and _starts_anew(held, line, width):
            close()
        if not held and _is_heading_line(line, following, blocks, width):
            blocks.append(Block((line.strip(),), 2, 2, (line,), line.startswith(" ")))
        else:
            held.append(line)
    close()
    return _with_gaps(blocks)


def _clusters(lines: list[str]) -> Iterator[list[str]]:
    """Adjacent lines; a line that opens a page (it starts with a space) opens a cluster too."""
    held: list[str] = []
    for line in [*lines, ""]:
        if held and (not line.strip() or line.startswith(" ")):
            yield from _apart(held)
            held = []
        if line.strip():
            held.append(line)


def _apart(cluster: list[str]) -> Iterator[list[str]]:
    """The lines of a cluster that cannot belong together: a page's last and first line
    of running text, a label and the item beside it."""
    if len(cluster) > 1 and (len(join(cluster)) > 200 or any(ITEM.match(line) for line in cluster[1:])):
        yield from ([line] for line in cluster)
    elif len(cluster) == 1 and (match := LABEL_AND_ITEM.match(cluster[0])):
        yield [match[1]]
        yield [match[2]]
    else:
        yield cluster


def _with_heads_apart(clusters: list[list[str]], width: int) -> Iterator[list[str]]:
    """Where running text goes on after a cluster, the last line of that cluster is where it began."""
    for place, cluster in enumerate(clusters):
        following = clusters[place + 1] if place + 1 < len(clusters) else []
        last = cluster[-1].strip()
        is_full = len(last) >= 0.75 * width and last[:1].isupper()
        goes_on = len(following) == 1 and (following[0].strip()[:1].islower() or is_full)
        if len(cluster) > 1 and goes_on and not last.endswith(SENTENCE_ENDS):
            yield cluster[:-1]
            yield cluster[-1:]
        else:
            yield cluster


def _starts_anew(held: list[str], line: str, width: int) -> bool:
    last = held[-1]
    if ITEM.match(line) or line.startswith(" ") and len(line.strip()) < 0.7 * width or len(held) == 1 and _is_headed(last):
        return True
    if _is_headed(line) and (last.strip().endswith(SENTENCE_ENDS) or len(last.strip()) < 0.6 * width):
        return True
    if not last.strip().endswith(SENTENCE_ENDS):
        return False
    if line.strip()[:1].islower():
        return False
    return not last.endswith(" ") or len(last.strip()) < 0.8 * width or last.strip().endswith(":")


def _is_bullet(line: str) -> bool:
    return bool(ITEM.match(line)) and not COUNT.match(line.strip())


def _is_headed(line: str) -> bool:
    """Whether a line opens as a numbered heading does: "4.2 Wie", "3<tab>Hoe", "Thema 1: Wat"."""
    return bool(HEADED.match(line)) and len(line.strip()) <= 100 and not line.strip().endswith((".", ";", ","))


def _is_heading_line(line: str, following: list[str] | None, blocks: list[Block], width: int) -> bool:
    """A line by itself that names what follows: numbered, or short with a capital, no full stop, and running text after it."""
    text = line.strip()
    if following is None or _is_bullet(line):
        return False
    if _is_headed(line):
        return True
    words = COUNT.sub("", text)
    is_title = len(text) <= 0.7 * width and words[:1].isupper() and not text.endswith((".", ",", ";", ":"))
    is_under_title = bool(blocks) and blocks[-1].is_title_like and len(text) <= 0.5 * width
    ended = not blocks or blocks[-1].text.endswith(SENTENCE_ENDS) or is_under_title or line.startswith(" ")
    return is_title and ended and following[0].strip()[:1].isupper() and not ITEM.match(following[0])
