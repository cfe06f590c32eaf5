"""Reading a Word document: its heading styles and automatic numbers, lists, tables and footnotes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import mammoth
from docx import Document as open_docx
from docx.oxml.ns import qn
from lxml import etree

from portal.documents import content
from portal.documents.importing import marked_up, plain_text
from portal.documents.importing.blocks import count_words
from portal.documents.importing.outline import LeftOut, Outline

STYLES = "\n".join(
    f"p[style-name='{name} {level}'] => h{level}:fresh" for name in ("heading", "Heading", "Kop") for level in range(1, 7)
)
NOTE = re.compile(r'<li id="footnote-(\d+)">(.*?)</li>', re.S)
NOTES = re.compile(r'<ol>\s*<li id="footnote-.*?</ol>\s*$', re.S)
REFERENCE = re.compile(r'<sup><a href="#footnote-(\d+)"[^>]*>\[(\d+)\]</a></sup>')
BACK = re.compile(r'<a href="#footnote-ref-\d+">.*?</a>', re.S)
IMAGE = re.compile(r"<img[^>]*>")
BOOKMARK = re.compile(r'<a id="[^"]*"></a>')
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
PARTS = {"word/header": "koptekst", "word/footer": "voettekst"}


def read(data: bytes) -> Outline:
    """The outline of a Word document that was found safe to open (see `sources`)."""
    html = mammoth.convert_to_html(io.BytesIO(data), style_map=STYLES, convert_image=mammoth.images.img_element(_no_image)).value
    notes = {number: content.clean_inline(BACK.sub("", text)) for number, text in NOTE.findall(html)}
    html = REFERENCE.sub(r"<sup>\1</sup>", NOTES.sub("", html))
    images = len(IMAGE.findall(html))
    before, pieces = marked_up.split(BOOKMARK.sub("", IMAGE.sub("", html)))
    if not pieces:
        return _without_styles(data)
    numbers = list(_automatic_numbers(data))
    if len(numbers) == len(pieces):
        pieces = [marked_up.Piece(p.level, p.title, p.html, number) for p, number in zip(pieces, numbers, strict=True)]
    left_out = list(_furniture(data))
    total = _words_in(html, notes) + sum(count_words(piece.text) for piece in left_out)
    found = marked_up.outline(marked_up.Source(pieces, before, notes, total, left_out))
    if images:
        found.warnings.append(
            f"{images} afbeelding{'en' if images > 1 else ''} niet overgenomen: voeg ze toe met een beschrijving."
        )
    if _has_tracked_changes(data):
        found.warnings.append(
            "Het document heeft bijgehouden wijzigingen. Wat is geschrapt, is niet overgenomen; wat is toegevoegd wel."
        )
    return found


def _no_image(image: Any) -> dict[str, str]:
    return {"src": ""}


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
