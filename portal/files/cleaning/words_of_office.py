"""The words of Office files, each with the place where it stands.

What is hidden, taken out under tracking, or only pointed at is read too.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from portal.files.cleaning.office_xml import parsed, split

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CELLS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SAID = {f"{WORDS}t", f"{WORDS}delText", f"{WORDS}instrText"}
Pieces = Iterator[tuple[str, str]]
BESIDE = {"header": "kopregel", "footer": "voetregel", "comments": "opmerking", "footnotes": "voetnoot", "endnotes": "eindnoot"}
IN_WORD = re.compile(r"word/(?:document|(header|footer|comments|footnotes|endnotes)\d*)\.xml")
IN_POWERPOINT = re.compile(r"ppt/(slides/slide|notesSlides/notesSlide)(\d+)\.xml")
IN_EXCEL = re.compile(r"xl/worksheets/sheet(\d+)\.xml")


def docx(data: bytes) -> Pieces:
    """The document by paragraph, and what stands above, under and beside it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if found := IN_WORD.fullmatch(name):
                where = BESIDE[found[1]] if found[1] else "alinea"
                yield from _paragraphs(parsed(archive.read(name)), where)
        yield from _rest(archive, IN_WORD)


def _paragraphs(root: Any, where: str) -> Pieces:
    number = 0
    for paragraph in root.iter(f"{WORDS}p"):
        parts = paragraph.iter(*SAID, f"{WORDS}tab", f"{WORDS}br")
        said = "".join((each.text or "") if each.tag in SAID else " " for each in parts)
        if said.strip():
            number += 1
            yield f"{where} {number}", said


def pptx(data: bytes) -> Pieces:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if found := IN_POWERPOINT.fullmatch(name):
                said = ["".join(each.itertext()) for each in parsed(archive.read(name)).iter(f"{DRAWN}p")]
                yield f"dia {found[2]}{' (notitie)' if 'notes' in found[1] else ''}", "\n".join(said)
        yield from _rest(archive, IN_POWERPOINT)


def xlsx(data: bytes) -> Pieces:
    """Every sheet, hidden ones too, by row."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        shared: list[str] = []
        if "xl/sharedStrings.xml" in names:
            strings = parsed(archive.read("xl/sharedStrings.xml")).iter(f"{CELLS}si")
            shared = ["".join(part.text or "" for part in each.iter(f"{CELLS}t")) for each in strings]
        sheets = [each.get("name", "") for each in parsed(archive.read("xl/workbook.xml")).iter(f"{CELLS}sheet")]
        found = sorted((int(match[1]), name) for name in names if (match := IN_EXCEL.fullmatch(name)))
        for order, (_, name) in enumerate(found):
            where = f"werkblad {sheets[order] if order < len(sheets) else order + 1}"
            root = parsed(archive.read(name))
            for beside in root.iter(f"{CELLS}headerFooter"):
                yield f"{where}, kop- of voettekst", " ".join(beside.itertext())
            for row in root.iter(f"{CELLS}row"):
                if said := " ; ".join(filter(None, (_cell(each, shared) for each in row.iter(f"{CELLS}c")))):
                    yield f"{where}, regel {row.get('r', '')}", said
        yield from _rest(archive, re.compile(r"xl/(?:worksheets/sheet\d+|sharedStrings|workbook)\.xml"))


def _cell(cell: Any, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(each.text or "" for each in cell.iter(f"{CELLS}t"))
    value: str = cell.findtext(f"{CELLS}v") or ""
    if cell.get("t") == "s" and value.isdecimal():
        return shared[int(value)] if int(value) < len(shared) else ""
    return value


def _rest(archive: zipfile.ZipFile, read: re.Pattern[str]) -> Pieces:
    """What stands in other parts: remarks, charts, figures, workbooks of charts; and where links lead."""
    for name in archive.namelist():
        if name.endswith(".rels"):
            for link in parsed(archive.read(name)).iter("{*}Relationship"):
                if link.get("TargetMode") == "External":
                    yield "een verwijzing", link.get("Target", "").removeprefix("mailto:")
        elif name.lower().endswith(".xlsx"):
            yield from xlsx(archive.read(name))
        elif name.endswith((".xml", ".vml")):
            root = parsed(archive.read(name))
            yield from _attributes(root)
            if not read.fullmatch(name):
                yield from (("een opmerking, grafiek of tekstvak", said) for said in root.itertext() if said.strip())


DESCRIBED = {"descr", "title", "tooltip", "prompt", "display"}  # attributes in which people write


def _attributes(root: Any) -> Pieces:
    for element in root.iter("{*}*"):
        for key, value in element.attrib.items():
            if split(key)[1] in DESCRIBED and " " in value:
                yield "een omschrijving bij een afbeelding, cel of koppeling", value


NAMED = {"name", "string-value", "title", "description", "help-message"}  # attributes in which people write
PLACES = {"header": "kopregel", "footer": "voetregel", "annotation": "opmerking", "note": "voetnoot"}


def odt(data: bytes) -> Pieces:
    """The text by paragraph, with its heads, feet, remarks, and what was taken out under tracking."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml") and not name.startswith("META-INF/"):
                yield from _open_paragraphs(parsed(archive.read(name)))


def _open_paragraphs(root: Any) -> Pieces:
    number = 0
    for element in root.iter("{*}p", "{*}h", "{*}title", "{*}desc"):
        if said := _open_words(element).strip():
            above = (PLACES.get(split(each.tag)[1]) for each in element.iterancestors())
            number += 1
            yield f"{next(filter(None, above), 'alinea')} {number}", said
    yield from _open_attributes(root)


def ods(data: bytes) -> Pieces:
    """Every sheet, hidden ones too, by row; what stands in charts and drawings; and constants in formulas."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = parsed(archive.read("content.xml"))
        yield from _open_attributes(root)
        for table in root.iter("{*}table"):
            at = 0
            for row in table.iter("{*}table-row"):
                at += 1
                if said := " ; ".join(
                    filter(None, (_open_words(each).strip() for each in row.iter("{*}table-cell", "{*}covered-table-cell")))
                ):
                    yield f"werkblad {_attribute(table, 'name')}, regel {at}", said
                at += min(int(_attribute(row, "number-rows-repeated") or 1), 1_100_000) - 1
            table.clear()
        yield from _open_paragraphs(root)
        for name in archive.namelist():
            if name.endswith(".xml") and name != "content.xml" and not name.startswith("META-INF/"):
                yield from _open_paragraphs(parsed(archive.read(name)))


def _attribute(element: Any, name: str) -> str:
    return next((value for key, value in element.attrib.items() if split(key)[1] == name), "")


def _open_words(element: Any) -> str:
    """Its words; a space, a tab and a line end are elements here, and a paragraph ends a line."""
    said = [element.text or ""]
    for each in element:
        name = split(each.tag)[1] if isinstance(each.tag, str) else ""
        said.append(
            " " if name in ("s", "tab", "line-break") else f"\n{_open_words(each)}\n" if name in ("p", "h") else _open_words(each)
        )
        said.append(each.tail or "")
    return "".join(said)


def _open_attributes(root: Any) -> Pieces:
    for element in root.iter("{*}*"):
        for key, value in element.attrib.items():
            at = split(key)[1]
            if at == "href" and split(element.tag)[1] == "a":
                yield "een verwijzing", value.removeprefix("mailto:")
            elif at in NAMED and " " in value or at == "formula" and '"' in value:
                yield "een naam, omschrijving of formule", value


READERS = {"docx": docx, "pptx": pptx, "xlsx": xlsx, "odt": odt, "ods": ods}
