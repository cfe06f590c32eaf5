"""From a file as people send it to an outline: what it is by its content, whether it is safe to open, and how to read it."""

from __future__ import annotations

from pathlib import PurePath
from xml.parsers.expat import ExpatError

from lxml.etree import LxmlError

from portal.documents.importing import plain_text
from portal.documents.importing.outline import Outline
from portal.files.inspection import archives
from portal.kit.refusals import Blocker, Refused

LARGEST = 30 * 1024 * 1024  # bytes of a file
LARGEST_UNPACKED = 150 * 1024 * 1024  # bytes of all that is packed in it
LARGEST_TEXT = 4 * 1024 * 1024  # characters of a text
# What the libraries that read Word files raise when one is damaged: each layer has its own.
BROKEN = (*archives.BROKEN, ExpatError, LxmlError, LookupError, AttributeError, TypeError)


class SourceRefused(Refused):
    """This file cannot be read as a document; the sentence says why and what to do."""


def read(name: str, data: bytes) -> Outline:
    """The outline of a file. Raises SourceRefused when it cannot be read; nothing is ever read in part."""
    from portal.documents.importing import markdown  # when it is used: it would slow every start

    if len(data) > LARGEST:
        raise _refusal(
            "too-large",
            f"Dit bestand is groter dan {LARGEST // 1024 // 1024} MB. Haal de afbeeldingen eruit en probeer het opnieuw.",
        )
    if not data.strip():
        raise _refusal("empty", "Dit bestand is leeg.")
    if data.startswith(archives.OLD_OR_LOCKED):
        raise _refusal(
            "locked", "Dit is een oud Word-bestand of een bestand met een wachtwoord. Bewaar het als .docx zonder wachtwoord."
        )
    if data.startswith(b"PK"):
        return _read_word(data)
    if data.startswith(b"%PDF"):
        raise _refusal("pdf", "Een PDF kan niet gelezen worden. Gebruik het Word-bestand, of de tekst die u uit de PDF haalt.")
    text, warning = _decoded(data)
    outline = markdown.read(text) if _is_markdown(name, text) else plain_text.read(text)
    if warning:
        outline.warnings.insert(0, warning)
    return outline


def _read_word(data: bytes) -> Outline:
    from docx.opc.exceptions import OpcError  # when it is used: it would slow every start

    from portal.documents.importing import word

    if found := archives.blocker_for(data, archives.WORD, largest=LARGEST_UNPACKED):
        raise SourceRefused(found)
    try:
        return word.read(data)
    except (*BROKEN, OpcError) as error:
        raise SourceRefused(archives.broken(archives.WORD)) from error


def _decoded(data: bytes) -> tuple[str, str]:
    """The text, and a warning when its encoding had to be guessed."""
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refusal("binary", "Dit is geen tekst. Gebruik .docx, .md of .txt.")
    text, warning = None, ""
    for encoding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        warning = "De tekst is gelezen als Windows-1252. Kijk of letters als é en ë goed staan." if encoding == "cp1252" else ""
        break
    if text is None:
        raise _refusal("encoding", "De tekens in dit bestand zijn niet te lezen. Bewaar het als UTF-8.")
    if len(text) > LARGEST_TEXT:
        raise _refusal("too-long", "Deze tekst is te lang om als één document te lezen.")
    return text, warning


def _is_markdown(name: str, text: str) -> bool:
    has_marks = any(line.startswith(("# ", "## ")) for line in text.splitlines())
    return PurePath(name).suffix.lower() in (".md", ".markdown") or has_marks


def _refusal(code: str, sentence: str) -> SourceRefused:
    return SourceRefused(Blocker(code, sentence))
