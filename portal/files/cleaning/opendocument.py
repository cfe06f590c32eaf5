"""An OpenDocument file (.odt, .ods) without hidden names, and only where nothing in it acts by itself.

What is kept is what the document shows: its text, its styles, its pictures and the
charts in it. Properties, settings, thumbnails and signatures go.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

from lxml import etree

from portal.files.cleaning import pictures
from portal.files.cleaning.office import FONTS, MADE, PICTURES, Uncleanable
from portal.files.cleaning.office_xml import Cleaner, parsed, split

HREF = "{http://www.w3.org/1999/xlink}href"
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
KINDS = {name: f"application/vnd.oasis.opendocument.{what}" for name, what in (("odt", "text"), ("ods", "spreadsheet"))}
DOCUMENTS = ("content.xml", "styles.xml")
MOST_OBJECTS = 100
# Elements that start something, fetch something or lead into another file.
ACTING = {
    "event-listener", "plugin", "applet", "floating-frame", "object-ole", "dde-connection", "dde-connection-decl", "dde-link",
    "dde-source", "table-source", "cell-range-source", "section-source", "database-source-sql", "database-source-query",
    "database-source-table", "database-display", "database-next", "database-row-select", "form-data", "connection-resource",
    "model", "execute-macro", "script",
}  # fmt: skip
HOLDING = {"scripts", "forms"}  # LibreOffice writes these empty in every file
CLICKED = {"a"}  # a reader clicks these
STARTING = re.compile(r"(?!(?:https?|mailto|ftp|file):)[a-z][a-z0-9.+-]*:", re.I)  # as macro: and vnd.sun.star.script:
CALLING = re.compile(r"\b(?:DDE|WEBSERVICE|IMPORT\w*|CALL|REGISTER)\s*\(|['\[]\s*[a-z][a-z0-9+.-]+:/", re.I)
# Fields that are filled with who writes, and with the file they write in.
OF_WRITERS = {
    "author-name",
    "author-initials",
    "creator",
    "initial-creator",
    "printed-by",
    "sender-firstname",
    "sender-lastname",
    "sender-initials",
}
OF_FILES = {"file-name", "template-name"}
INITIALS = {"creator-initials", "sender-initials"}


class Acting(ValueError):
    """There is something in it that does something by itself."""


class Locked(ValueError):
    """It has a password."""


def cleaned(data: bytes, kind: str) -> bytes:
    """Raises Acting, Locked, Uncleanable, or ValueError where it is broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        lying = {name for name in archive.namelist() if not name.endswith("/")}
        if "META-INF/manifest.xml" in lying and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Locked
        made = {"mimetype": KINDS[kind].encode()}
        made |= _document(archive.read, lying, "", Cleaner(), 0)
    made["META-INF/manifest.xml"] = _manifest(made, KINDS[kind])
    return _packed(made)


def _document(read: Callable[[str], bytes], lying: set[str], folder: str, cleaner: Cleaner, depth: int) -> dict[str, bytes]:
    """The parts of one document, and of the charts and formulas that stand in it."""
    made: dict[str, bytes] = {}
    for name in DOCUMENTS:
        if folder + name not in lying:
            continue
        root = parsed(read(folder + name))
        _refuse_acting(root)
        for place in _clean(root, cleaner, folder, lying):
            if place + "/content.xml" in lying and depth == 0 and len(made) < MOST_OBJECTS:
                made |= _document(read, lying, f"{place}/", cleaner, 1)
            elif place not in made:
                made[place] = _bare(place, read(place))
        made[folder + name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if folder + "content.xml" not in made:
        raise ValueError("no content")
    return made


def _refuse_acting(root: Any) -> None:
    for element in root.iter(etree.Element):
        name = split(element.tag)[1]
        if name in ACTING or name in HOLDING and len(element):
            raise Acting(name)
        for attribute, value in element.attrib.items():
            at = split(attribute)[1]
            if at in ("formula", "condition", "expression") and CALLING.search(value) or at == "macro-name":
                raise Acting(at)


def _clean(root: Any, cleaner: Cleaner, folder: str, lying: set[str]) -> Iterator[str]:
    """Take the names out of this part, and name the parts that it shows. Raises Acting where it shows what lies elsewhere."""
    for element in list(root.iter(etree.Element)):
        name = split(element.tag)[1]
        if name in OF_WRITERS and element.text:
            element.text = cleaner.alias(element.text)
        elif name in OF_FILES:
            element.text = ""
        elif name in INITIALS:
            element.text = "A"
        for attribute in [each for each in element.attrib if split(each)[1] in ("rsid", "paragraph-rsid")]:
            del element.attrib[attribute]
        target = element.get(HREF)
        if target is None or not target:
            continue
        if name in CLICKED:
            if STARTING.match(target):
                raise Acting(target)
        elif target.startswith("#"):
            continue
        elif place := _place(target, folder, lying):
            yield place
        elif target.startswith("./ObjectReplacements/"):
            element.getparent().remove(element)  # how a chart looked; the chart itself is there
        else:
            raise Acting(target)


def _place(target: str, folder: str, lying: set[str]) -> str:
    """The part or the folder inside the file that this leads to, or nothing."""
    path = posixpath.normpath(posixpath.join(folder, unquote(target)))
    if path.startswith(("/", "..")) or ":" in path or "ObjectReplacements/" in path:
        return ""
    return path if path in lying or f"{path}/content.xml" in lying else ""


def _bare(name: str, data: bytes) -> bytes:
    if name.lower().endswith(PICTURES):
        try:
            return pictures.bare(data)
        except ValueError as error:
            raise Uncleanable(name) from error
    if name.lower().endswith(FONTS):
        return data
    raise Uncleanable(name)


def _manifest(parts: dict[str, bytes], kind: str) -> bytes:
    root = etree.Element(f"{{{MANIFEST}}}manifest", {f"{{{MANIFEST}}}version": "1.3"}, {"manifest": MANIFEST})
    objects = {
        name.rsplit("/", 1)[0] + "/": "application/vnd.oasis.opendocument.chart" for name in parts if "/content.xml" in name
    }
    listed = {"/": kind} | objects | {name: "text/xml" if name.endswith(".xml") else "" for name in parts if name != "mimetype"}
    for name, its_kind in listed.items():
        etree.SubElement(
            root, f"{{{MANIFEST}}}file-entry", {f"{{{MANIFEST}}}full-path": name, f"{{{MANIFEST}}}media-type": its_kind}
        )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _packed(parts: dict[str, bytes]) -> bytes:
    """The kind comes first and is not packed: that is how such a file is known."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, MADE), content, how)
    return stream.getvalue()
