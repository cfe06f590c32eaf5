"""Reading a document that says itself what its headings are: Word and Markdown, both by way of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.documents.importing.blocks import count_words
from portal.documents.importing.headings import CHAPTER, LABELLED, PARAGRAPH, anchor_for
from portal.documents.importing.outline import LeftOut, Outline, SectionDraft
from portal.documents.text import content

HEADING = re.compile(r"<h([1-4])[^>]*>(.*?)</h\1>", re.S)
GIVEN_ANCHOR = re.compile(r"\s*\{#([a-z0-9-]+)((?: #[a-z0-9-]+)*)\}\s*$")  # of a text, and of the lists under an item
ABOUT = re.compile(r"^\{(?:#([a-z0-9-]+))?((?:\s*[a-z]+=\"[^\"]*\")*)\}$")
SAID = re.compile(r'([a-z]+)="([^"]*)"')
BEFORE = "tekst voor de eerste kop"


@dataclass(frozen=True)
class Piece:
    """A heading and the HTML under it. `number` is one that the source counts by itself, such as Word's automatic numbers."""

    level: int
    title: str
    html: str
    number: str = ""


@dataclass(kw_only=True)
class Source:
    """What was read: pieces in order, what stands before the first heading, footnotes by
    mark, and all words counted at the source."""

    pieces: list[Piece]
    before: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    total_words: int = 0
    left_out: list[LeftOut] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def split(html: str) -> tuple[str, list[Piece]]:
    """HTML cut at its headings: what stands before the first, and each heading with what follows it."""
    found = list(HEADING.finditer(html))
    pieces = []
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(html)
        title = content.plain(match[2])
        if title:
            pieces.append(Piece(int(match[1]), title, html[match.end() : end]))
    return html[: found[0].start()] if found else html, pieces


def outline(source: Source) -> Outline:
    """The outline of what was read. Levels are made to follow one another; numbers come from the source or from the title."""
    made = Outline(total_words=source.total_words, left_out=list(source.left_out), warnings=list(source.warnings))
    if not source.pieces:
        source.pieces, source.before = [Piece(1, "Tekst", source.before)], ""
        made.total_words += count_words("Tekst")
        made.warnings.append("Er zijn geen koppen gevonden. Alle tekst staat nu in één paragraaf; deel haar zelf in.")
    if before := content.as_text(content.from_html(source.before)):
        made.left_out.append(LeftOut(before, BEFORE))
    top = min((piece.level for piece in source.pieces), default=1)
    depth = 0
    for piece in source.pieces:
        depth = min(piece.level - top + 1, depth + 1, 4)
        made.sections.append(_section(piece, depth, {section.anchor for section in made.sections}))
    _share_notes(made, source.notes)
    _tell_doubles(made)
    return made


def _section(piece: Piece, level: int, taken: set[str]) -> SectionDraft:
    given = GIVEN_ANCHOR.search(piece.title)
    title = GIVEN_ANCHOR.sub("", piece.title)
    number, title = (piece.number, title) if piece.number else numbered(title, level)
    wanted = given[1] if given else anchor_for(number, title)
    anchor = next(each for each in _tries(wanted) if each not in taken)
    blocks = annotated(content.from_html(piece.html))
    heading = f"{number if not piece.number else ''} {title}".strip()
    return SectionDraft(
        number=number, title=title, level=level, anchor=anchor, heading=heading, content=blocks, words=_placed(blocks)
    )


def _placed(blocks: list[content.Block]) -> int:
    """Words of the source that stand in these blocks; what describes a picture is not running text."""
    return count_words(content.as_text(blocks)) - sum(count_words(figure["alt"]) for figure in content.figures(blocks))


def annotated(blocks: list[content.Block]) -> list[content.Block]:
    """Blocks with the anchors that stand at the end of their texts, or on a line of their own beneath them."""
    made: list[content.Block] = []
    for block in blocks:
        match = ABOUT.match(content.plain(block.get("text", ""))) if block["kind"] == "paragraph" else None
        if match and made:
            said = {name: value for name, value in SAID.findall(match[2]) if name in ("style", "caption", "source")}
            made[-1] |= {**said, **({"anchor": match[1]} if match[1] else {})}
            continue
        _take_anchor(block)
        made.append(block)
    return made


def _take_anchor(block: content.Block) -> None:
    """The anchor at the end of a text, and of the texts under it."""
    if found := GIVEN_ANCHOR.search(block.get("text", "")):
        block["anchor"], block["text"] = found[1], GIVEN_ANCHOR.sub("", block["text"])
        for under, anchor in zip(block.get("items", []), found[2].split(), strict=False):
            under["anchor"] = anchor.removeprefix("#")
    if block.get("kind") == "list":
        for item in block["items"]:
            _take_anchor(item)
            item["items"] = annotated(item["items"])
    if "blocks" in block:
        if found := GIVEN_ANCHOR.search(block.get("title", "")):
            block["anchor"], block["title"] = found[1], GIVEN_ANCHOR.sub("", block["title"])
        block["blocks"] = annotated(block["blocks"])


def numbered(title: str, level: int) -> tuple[str, str]:
    """The number that is typed in a title, and the title without it."""
    if match := PARAGRAPH.match(title):
        return match[1], match[2].strip()
    if match := LABELLED.match(title):
        return f"{match[1]} {match[2]}", match[3].strip() or f"{match[1]} {match[2]}"
    if level == 1 and (match := CHAPTER.match(title)):
        return match[2], match[4].strip()
    return "", title


def _tries(anchor: str) -> Iterator[str]:
    yield anchor
    number = 2
    while True:
        yield f"{anchor}-{number}"
        number += 1


def _share_notes(made: Outline, notes: dict[str, str]) -> None:
    """Each footnote goes to the section whose text carries its mark."""
    for mark, text in notes.items():
        owner = next(
            (
                section
                for section in made.sections
                if any(f"<sup>{mark}</sup>" in each for each in content.texts(section.content or []))
            ),
            None,
        )
        if owner is None:
            made.left_out.append(LeftOut(f"{mark} {content.plain(text)}", "voetnoot waar geen tekst naar verwijst"))
        else:
            owner.notes.append({"mark": mark, "text": text})
            owner.words += count_words(content.plain(text))


def _tell_doubles(made: Outline) -> None:
    numbers = [section.number for section in made.sections if section.number]
    for number in sorted({each for each in numbers if numbers.count(each) > 1}):
        made.warnings.append(f"Nummer {number} komt meer dan één keer voor. Kijk welke paragraaf het moet hebben.")
