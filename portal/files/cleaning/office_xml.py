"""What in the XML of an Office file says who wrote it, on what machine and from which file: a table of elements and attributes.

What people wrote stays: the text, comments and tracked changes. Who wrote them becomes "Auteur 1", "Auteur 2".
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

WORD = re.compile(r"wordprocessingml|/office/word/")
RELATIONS = re.compile(r"/officeDocument/.*relationships$|/officeDocument/relationships$")
PICTURE = re.compile(r"drawingml/.*picture$")
VML_OFFICE = "urn:schemas-microsoft-com:office:office"
# Elements that go with all that is in them.
GONE = {
    "rsids",  # which session wrote what (Word)
    "docVars",
    "mailMerge",
    "attachedTemplate",
    "docId",
    "dataBinding",  # to document properties, which go
    "smartTagPr",
    "customXmlPr",
    "presenceInfo",  # the account of who commented
    "absPath",  # the folder on somebody's machine (Excel)
    "revisionPtr",
    "custData",
    "securityDescriptor",
}
# The name of a person, by element and attribute; "" is any element of Word.
NAMES = {
    ("", "author"),
    ("cmAuthor", "name"),
    ("author", "name"),
    ("person", "displayName"),
}
# Attributes that are made empty, or taken away where empty is not allowed.
EMPTIED = {("person", "userId"), ("author", "userId"), ("tag", "val"), ("user", "userId"), ("user", "userName")}
TAKEN = {
    ("fileSharing", "userName"),
    ("pivotCacheDefinition", "refreshedBy"),
    ("scenario", "user"),
    ("scenario", "comment"),
    ("protectedRange", "securityDescriptor"),
    ("definedName", "comment"),
}
SET = {("person", "providerId"): "None", ("author", "providerId"): "None"}
INITIALS = "A"
THREADED = "tc={"  # Excel's own word for a comment that stands elsewhere


class Cleaner:
    """Cleans the parts of one file; one person keeps one number in all of them."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.views = 0

    def clean(self, data: bytes, *, dropped: set[str]) -> bytes:
        """The same part without. `dropped`: the relations of it that no longer are. Raises ValueError for what is no XML."""
        root = parsed(data)
        for element in list(root.iter(etree.Element)):
            self._clean_element(element, dropped)
        self._clean_comments(root)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def alias(self, name: str) -> str:
        if not name or name.startswith(THREADED):
            return name
        return f"Auteur {self.numbers.setdefault(name, len(self.numbers) + 1)}"

    def _clean_element(self, element: Any, dropped: set[str]) -> None:
        namespace, name = split(element.tag)
        if name in GONE:
            _take_away(element)
            return
        if name == "customWorkbookView":
            self.views += 1
            element.set("name", f"Weergave {self.views}")
        if name == "cNvPr" and PICTURE.search(namespace):
            element.set("name", "Afbeelding")  # Word writes the name of the file here
        for attribute in list(element.attrib):
            self._clean_attribute(element, name, attribute, dropped)

    def _clean_attribute(self, element: Any, name: str, attribute: str, dropped: set[str]) -> None:
        namespace, at = split(attribute)
        is_words = bool(WORD.search(namespace))
        place = (name, at)
        if ("" if is_words else name, at) in NAMES:
            element.attrib[attribute] = self.alias(element.attrib[attribute])
        elif at == "initials":
            element.attrib[attribute] = INITIALS
        elif place in EMPTIED:
            element.attrib[attribute] = ""
        elif place in SET:
            element.attrib[attribute] = SET[place]
        elif (
            place in TAKEN
            or is_words
            and at.startswith("rsid")
            or (namespace == VML_OFFICE and at == "title")
            or RELATIONS.search(namespace)
            and element.attrib[attribute] in dropped
        ):
            del element.attrib[attribute]

    def _clean_comments(self, root: Any) -> None:
        """Excel keeps its authors in a list, and begins a comment with the name in bold."""
        authors = {element.text for element in root.iter("{*}author") if element.text and split(root.tag)[1] == "comments"}
        for element in root.iter("{*}author"):
            if element.text in authors:
                element.text = self.alias(element.text)
        for element in root.iter("{*}t") if authors else ():
            if (element.text or "").strip().rstrip(":") in authors:
                element.text = f"{self.alias(element.text.strip().rstrip(':'))}:"


def split(tag: str) -> tuple[str, str]:
    """Namespace and name of an element or attribute; a prefix that was never declared is no namespace."""
    namespace, _, name = tag.rpartition("}")
    return namespace.lstrip("{"), name.rpartition(":")[2]


def parsed(data: bytes) -> Any:
    """Its root. Raises ValueError for what is no XML, and for what declares entities, in whatever encoding."""
    how: dict[str, Any] = {
        "resolve_entities": False,
        "no_network": True,
        "remove_comments": True,
        "remove_pis": True,
        "huge_tree": True,
    }
    try:
        return etree.fromstring(data, etree.XMLParser(**how))
    except etree.XMLSyntaxError:
        root = etree.fromstring(data, etree.XMLParser(recover=True, **how))  # old drawings are not always well-formed
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("no XML of an Office file")
    return root


def _take_away(element: Any) -> None:
    """With the alternatives it stands in, where they hold nothing else."""
    parent = element.getparent()
    while parent is not None and split(parent.tag)[1] in ("Choice", "AlternateContent") and len(parent) == 1:
        element, parent = parent, parent.getparent()
    if parent is not None:
        parent.remove(element)
