"""An Office file without hidden names: only what the document itself leads to, and nothing in that of who, where and with what.

Properties, thumbnails, data of other programs, lists of persons and printer settings
go; so does every part that nothing leads to.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from lxml import etree

from portal.files.cleaning import pictures
from portal.files.cleaning.office_xml import Cleaner
from portal.files.inspection.archives import EXCEL, Packed

# Relations that are not followed, by the end of their type.
LEFT = {
    "core-properties", "extended-properties", "custom-properties", "thumbnail", "customXml", "customXmlProps", "printerSettings",
    "people", "usernames", "revisionHeaders", "revisionLog", "changesInfo", "revisionInfo", "origin", "classificationlabels",
    "glossaryDocument", "mailMergeSource", "mailMergeRecipientData", "recipientData", "documenttasks", "tasks", "slideUpdateInfo",
    "attachedTemplate", "keyMapCustomizations",
}  # fmt: skip
PICTURES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".jpe",
    ".jfif",
    ".gif",
    ".tif",
    ".tiff",
    ".bmp",
    ".dib",
    ".webp",
    ".emf",
    ".wmf",
    ".svg",
    ".jp2",
)
FONTS = (".fntdata", ".odttf", ".ttf")
MADE = (1980, 1, 1, 0, 0, 0)


class Uncleanable(ValueError):
    """There is something in it that may carry names and cannot be looked into."""


@dataclass
class Part:
    """One part, and the relations of it: the ones that stay, and the ids of those that do not."""

    name: str
    data: bytes
    relations: Any = None
    dropped: set[str] = field(default_factory=set)


def cleaned(data: bytes, kind: Packed) -> bytes:
    """Raises Uncleanable, or ValueError where it is broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        lying = {name.lower(): name for name in archive.namelist() if not name.endswith("/")}
        parts = _reached(archive, lying, kind.part)
        types = etree.fromstring(archive.read(lying["[content_types].xml"]), _parser())
        start = etree.fromstring(archive.read(lying["_rels/.rels"]), _parser()) if "_rels/.rels" in lying else None
    cleaner = Cleaner()
    made: dict[str, bytes] = {"[Content_Types].xml": _xml(_only(types, parts))}
    if start is not None:
        made["_rels/.rels"] = _xml(_leading_to(start, kind.part))
    for part in parts.values():
        made[part.name] = _clean(part, cleaner)
        if part.relations is not None:
            made[_relations_of(part.name)] = _xml(part.relations)
    return _packed(made)


def _reached(archive: zipfile.ZipFile, lying: dict[str, str], start: str) -> dict[str, Part]:
    """Every part that the document leads to, by its name in small letters."""
    reached: dict[str, Part] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in reached or name not in lying:
            continue
        part = reached[name] = Part(lying[name], archive.read(lying[name]))
        described = lying.get(_relations_of(name).lower())
        if described:
            part.relations = etree.fromstring(archive.read(described), _parser())
            waiting += _followed(part)
    return reached


def _followed(part: Part) -> list[str]:
    """The names it leads to; what is not followed is taken from its relations."""
    found = []
    for relation in list(part.relations.iter("{*}Relationship")):
        if relation.get("Type", "").rsplit("/", 1)[-1] in LEFT:
            part.dropped.add(relation.get("Id", ""))
            part.relations.remove(relation)
        elif relation.get("TargetMode") != "External":
            found.append(_target(part.name, relation.get("Target", "")))
    return found


def _target(source: str, target: str) -> str:
    path = unquote(target).split("#")[0]
    joined = path if path.startswith("/") else posixpath.join(posixpath.dirname(source), path)
    return posixpath.normpath(joined).lstrip("/").lower()


def _relations_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _clean(part: Part, cleaner: Cleaner) -> bytes:
    name = part.name.lower()
    if name.endswith((".xml", ".vml", ".rels")):
        return cleaner.clean(part.data, dropped=part.dropped)
    if name.endswith(PICTURES):
        try:
            return pictures.bare(part.data)
        except ValueError as error:
            raise Uncleanable(name) from error
    if name.endswith(".xlsx") and "/embeddings/" in name:  # the numbers of a chart; what is in it was looked at
        return cleaned(part.data, EXCEL)
    if name.endswith(FONTS):
        return part.data
    raise Uncleanable(name)


def _only(types: Any, parts: dict[str, Part]) -> Any:
    """The list of kinds, of the parts that stay."""
    for override in list(types.iter("{*}Override")):
        if override.get("PartName", "").lstrip("/").lower() not in parts:
            types.remove(override)
    return types


def _leading_to(relations: Any, start: str) -> Any:
    for relation in list(relations.iter("{*}Relationship")):
        if _target("", relation.get("Target", "")) != start:
            relations.remove(relation)
    return relations


def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def _xml(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _packed(parts: dict[str, bytes]) -> bytes:
    """An archive in which nothing but names and content differs from any other."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, MADE), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
