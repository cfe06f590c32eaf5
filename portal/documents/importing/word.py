"""Reading a Word document: its heading styles and automatic numbers, lists, tables and footnotes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import mammoth
from docx import Document as open_docx
from docx.oxml.ns import qn
from lxml import etree

from portal.documents.importing import marked_up, plain_text
from portal.documents.importing.blocks import count_words
from portal.documents.importing.outline import LeftOut, Outline
from portal.documents.text import content, pictures
from portal.documents.text.pictures import Drawn

STYLES = "\n".join(
    f"p[style-name='{name} {level}'] => h{level}:fresh" for name in ("heading", "Heading", "Kop") for level in range(1, 7)
)
NOTE = re.compile(r'<li id="footnote-(\d+)">(.*?)</li>', re.S)
NOTES = re.compile(r'<ol>\s*<li id="footnote-.*?</ol>\s*$', re.S)
REFERENCE = re.compile(r'<sup><a href="#footnote-(\d+)"[^>]*>\[(\d+)\]</a></sup>')
BACK = re.compile(r'<a href="#footnote-ref-\d+">.*?</a>', re.S)
TAG = re.compile(r"<[^>]+>")
DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
BOOKMARK = re.compile(r'<a id="[^"]*"></a>')
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
PARTS = {"word/header": "koptekst", "word/footer": "voettekst"}


def read(data: bytes) -> Outline:
    """The outline of a Word document that was found safe to open (see `sources`)."""
    images = _Images()
    html = mammoth.convert_to_html(
        io.BytesIO(data), style_map=STYLES, convert_image=mammoth.images.img_element(images.take)
    ).value
    notes = {number: content.clean_inline(BACK.sub("", text)) for number, text in NOTE.findall(html)}
    html = REFERENCE.sub(r"<sup>\1</sup>", NOTES.sub("", html))
    before, pieces = marked_up.split(BOOKMARK.sub("", html))
    if not pieces:
        return _without_styles(data)
    numbers = list(_automatic_numbers(data))
    if len(numbers) == len(pieces):
        pieces = [marked_up.Piece(p.level, p.title, p.html, number) for p, number in zip(pieces, numbers, strict=True)]
    left_out = [*_furniture(data), *_unread(data, html, notes)]
    total = _words_in(html, notes) + sum(count_words(piece.text) for piece in left_out)
    found = marked_up.outline(marked_up.Source(pieces=pieces, before=before, notes=notes, total_words=total, left_out=left_out))
    images.tell(found)
    if _has_tracked_changes(data):
        found.warnings.append(
            "Het document heeft bijgehouden wijzigingen. Wat is geschrapt, is niet overgenomen; wat is toegevoegd wel."
        )
    return found


@dataclass
class _Images:
    """The images of a document: each is looked at when mammoth meets it, and stands in the HTML by its lasting address."""

    drawn: dict[str, Drawn] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def take(self, image: Any) -> dict[str, str]:
        try:
            with image.open() as stream:
                drawn = pictures.draw(stream.read(pictures.LARGEST + 1))
        except (pictures.PictureRefused, KeyError) as error:
            said = " ".join(getattr(error, "sentences", [])) or "De afbeelding zit niet in het bestand."
            self.refused.append(f"[afbeelding{f': {image.alt_text}' if image.alt_text else ''}] {said}")
            return {"src": ""}
        self.drawn[drawn.address] = drawn
        return {"src": drawn.address}

    def tell(self, found: Outline) -> None:
        """Give the outline the pictures its figures show, and say of the others that they have no place."""
        figures = [figure for section in found.sections for figure in content.figures(section.content or [])]
        found.pictures = list(self.drawn.values())
        found.left_out += [LeftOut(said, "afbeelding die niet te lezen is") for said in self.refused]
        for address in self.drawn.keys() - {figure["src"] for figure in figures}:
            found.left_out.append(
                LeftOut("[afbeelding]", f"afbeelding in een tabel of lijst, of voor de eerste kop ({address[-16:]})")
            )
        bare = sum(not figure["alt"] for figure in figures)
        if bare:
            found.warnings.append(
                f"{bare} afbeelding{'en' if bare > 1 else ''} zonder beschrijving. Schrijf bij het stuk wat erop te zien is; "
                "zonder beschrijving gaat een afbeelding niet mee."
            )


def _words_in(html: str, notes: dict[str, str]) -> int:
    return count_words(content.plain(html.replace("<", " <").replace(" <sup>", "<sup>"))) + sum(
        count_words(content.plain(text)) for text in notes.values()
    )


def _without_styles(data: bytes) -> Outline:
    """No heading styles: read it as a plain text would be, by numbers and by how lines stand."""
    text = mammoth.extract_raw_text(io.BytesIO(data)).value
    found = plain_text.read(text)
    found.warnings.insert(
        0, "Het document gebruikt geen kopstijlen van Word. De koppen zijn geraden uit nummers en losse regels."
    )
    return found


def _furniture(data: bytes) -> Iterator[LeftOut]:
    """What stands above and under every page."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            kind = next((reason for part, reason in PARTS.items() if name.startswith(part)), "")
            if kind and name.endswith(".xml"):
                text = " ".join(
                    "".join(p.itertext()) for p in etree.fromstring(archive.read(name), PARSER).iter(qn("w:p"))
                ).strip()
                if text:
                    yield LeftOut(text, kind)


def _unread(data: bytes, html: str, notes: dict[str, str]) -> Iterator[LeftOut]:
    """Texts in the file that did not come through: a drawing's words, a box that older programs cannot show."""
    came_through = _letters(content.plain(TAG.sub(" ", html)) + "".join(content.plain(text) for text in notes.values()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"), PARSER)
        texts = ["".join(t.text or "" for t in p.iter(qn("w:t")) if _holder(t) is p) for p in body.iter(qn("w:p"))]
        yield from (
            LeftOut(text.strip(), "tekst in een vorm die niet gelezen kan worden")
            for text in dict.fromkeys(texts)
            if _letters(text) and _letters(text) not in came_through
        )
        for name in archive.namelist():
            if name.startswith(("word/diagrams/data", "word/charts/chart")) and name.endswith(".xml"):
                words = [t.text for t in etree.fromstring(archive.read(name), PARSER).iter(DRAWN_TEXT) if t.text]
                if words:
                    yield LeftOut(" ".join(words), "tekst in een tekening of grafiek")


def _holder(text: Any) -> Any:
    """The paragraph a run of text stands in; a box may hold paragraphs inside another."""
    return next(text.iterancestors(qn("w:p")), None)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _has_tracked_changes(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml")
    return b"<w:del " in body or b"<w:ins " in body


def _automatic_numbers(data: bytes) -> Iterator[str]:
    """The number Word gives each heading by itself, or nothing; in the order of the headings that have words."""
    document: Any = open_docx(io.BytesIO(data))
    counts: list[int] = []
    for paragraph in document.paragraphs:
        level = _heading_level(paragraph)
        if not level or not paragraph.text.strip():
            continue
        if not _is_numbered(paragraph):
            yield ""
            continue
        counts = [*counts, *[0] * (level - len(counts))][:level]
        counts[-1] += 1
        yield ".".join(str(max(count, 1)) for count in counts)


def _heading_level(paragraph: Any) -> int:
    match = re.match(r"(?:heading|kop)\s*(\d)", (paragraph.style.name or "").lower())
    return int(match[1]) if match else 0


def _is_numbered(paragraph: Any) -> bool:
    """Whether the paragraph, its style, or a style that one is based on, counts."""
    holders = [paragraph._p.pPr]
    style = paragraph.style
    while style is not None:
        holders.append(style.element.pPr)
        style = style.base_style
    for holder in holders:
        number = holder.find(qn("w:numPr")) if holder is not None else None
        if number is not None:
            chosen = number.find(qn("w:numId"))
            return chosen is None or chosen.get(qn("w:val")) != "0"
    return False
