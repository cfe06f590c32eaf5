"""Reads the words of a file from standard input, in a process of its own with limits of its own, as `cleaning.apart` does.

Run as `python -m portal.files.cleaning.words_apart KIND`. The answer is JSON: a list of [place, words].
"""

from __future__ import annotations

import io
import json
import re
import resource
import sys
import zipfile
from collections.abc import Callable, Iterator

import pikepdf
from lxml import etree

from portal.files.cleaning import words_of_pdf
from portal.files.cleaning.apart import BROKEN, MEMORY, SECONDS

MOST = 1_000_000  # characters
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CELLS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Pieces = Iterator[tuple[str, str]]
BESIDE = {"header": "kopregel", "footer": "voetregel", "comments": "opmerking", "footnotes": "voetnoot", "endnotes": "eindnoot"}


def _tree(archive: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def docx(data: bytes) -> Pieces:
    """The document by paragraph, and what stands above, under and beside it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            beside = re.fullmatch(r"word/(header|footer|comments|footnotes|endnotes)\d*\.xml", name)
            if name != "word/document.xml" and not beside:
                continue
            number = 0
            for paragraph in _tree(archive, name).iter(f"{WORDS}p"):
                said = "".join(
                    (each.text or "") if each.tag == f"{WORDS}t" else " "
                    for each in paragraph.iter(f"{WORDS}t", f"{WORDS}tab", f"{WORDS}br")
                )
                if said.strip():
                    number += 1
                    yield f"{BESIDE[beside[1]] if beside else 'alinea'} {number}", said


def pptx(data: bytes) -> Pieces:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if found := re.fullmatch(r"ppt/(slides/slide|notesSlides/notesSlide)(\d+)\.xml", name):
                said = ["".join(each.itertext()) for each in _tree(archive, name).iter(f"{DRAWN}p")]
                yield f"dia {found[2]}{' (notitie)' if 'notes' in found[1] else ''}", "\n".join(said)


def xlsx(data: bytes) -> Pieces:
    """Every sheet, hidden ones too, by row."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        shared: list[str] = []
        if "xl/sharedStrings.xml" in names:
            shared = [
                "".join(part.text or "" for part in each.iter(f"{CELLS}t"))
                for each in _tree(archive, "xl/sharedStrings.xml").iter(f"{CELLS}si")
            ]
        sheets = [each.get("name", "") for each in _tree(archive, "xl/workbook.xml").iter(f"{CELLS}sheet")]
        found = sorted((int(match[1]), name) for name in names if (match := re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)))
        for order, (_, name) in enumerate(found):
            for row in _tree(archive, name).iter(f"{CELLS}row"):
                said = [_cell(each, shared) for each in row.iter(f"{CELLS}c")]
                if any(said):
                    yield (
                        f"werkblad {sheets[order] if order < len(sheets) else order + 1}, regel {row.get('r', '')}",
                        " ; ".join(filter(None, said)),
                    )
        for name in names:
            if re.fullmatch(r"xl/(?:comments\d*|threadedComments/[\w]+|drawings/drawing\d+)\.xml", name):
                yield "een opmerking of tekstvak", " ".join(_tree(archive, name).itertext())


def _cell(cell: etree._Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(each.text or "" for each in cell.iter(f"{CELLS}t"))
    value = cell.findtext(f"{CELLS}v") or ""
    if cell.get("t") == "s" and value.isdecimal():
        return shared[int(value)] if int(value) < len(shared) else ""
    return value


def txt(data: bytes) -> Pieces:
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        yield f"regel {number}", line


def pdf(data: bytes) -> Pieces:
    yield from words_of_pdf.pages(data)


READERS: dict[str, Callable[[bytes], Pieces]] = {"docx": docx, "pptx": pptx, "xlsx": xlsx, "txt": txt, "pdf": pdf}


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    found, length = [], 0
    try:
        for place, said in READERS[sys.argv[1]](sys.stdin.buffer.read()):
            length += len(said)
            if length > MOST:
                return 1
            found.append([place, said])
    except (*BROKEN, pikepdf.PdfError, MemoryError):
        return 1
    sys.stdout.write(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
