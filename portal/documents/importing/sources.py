"""From a file as people send it to an outline: what it is by its content, whether it is safe to open, and how to read it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import PurePath
from xml.parsers.expat import ExpatError

from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError

from portal.documents.importing import markdown, plain_text, word
from portal.documents.importing.outline import Outline
from portal.kit.refusals import Blocker, Refused

LARGEST = 30 * 1024 * 1024  # bytes of a file
LARGEST_UNPACKED = 150 * 1024 * 1024  # bytes of all that is packed in it
LARGEST_TEXT = 4 * 1024 * 1024  # characters of a text
MOST_PARTS = 2000
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # the container of old Word files, and of new ones with a password
# What the libraries that read Word files raise when one is damaged: each layer has its own.
BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, RuntimeError,
    ExpatError, LxmlError, OpcError, LookupError, ValueError, AttributeError, TypeError,
)  # fmt: skip


class SourceRefused(Refused):
    """This file cannot be read as a document; the sentence says why and what to do."""


def read(name: str, data: bytes) -> Outline:
    """The outline of a file. Raises SourceRefused when it cannot be read; nothing is ever read in part."""
    if len(data) > LARGEST:
        raise _refusal(
            "too-large",
            f"Dit bestand is groter dan {LARGEST // 1024 // 1024} MB. Haal de afbeeldingen eruit en probeer het opnieuw.",
        )
    if not data.strip():
        raise _refusal("empty", "Dit bestand is leeg.")
    if data.startswith(OLD_OR_LOCKED):
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
    _check_archive(data)
    try:
        return word.read(data)
    except BROKEN as error:
        raise _refusal(
            "broken", "Dit Word-bestand is beschadigd. Open het in Word, bewaar het opnieuw en probeer het nog eens."
        ) from error


def _check_archive(data: bytes) -> None:
    """A Word file is an archive: refuse what is broken, no document, too large unpacked, locked, or carries a program."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            unpacked = sum(part.file_size for part in parts)
            is_locked = any(part.flag_bits & 1 for part in parts)
            if is_locked:
                raise _refusal("locked", "Dit bestand heeft een wachtwoord. Bewaar het zonder wachtwoord.")
            if unpacked > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
                raise _refusal("bomb", "Dit bestand is uitgepakt te groot om te lezen.")
            if "word/document.xml" not in names:
                raise _refusal("no-word", "Dit is geen Word-document. Gebruik .docx, .md of .txt.")
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise _refusal("macros", "Dit bestand bevat macro's. Bewaar het als .docx zonder macro's.")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares_entities(archive, part.filename):
                    raise _refusal("entities", "Dit bestand bevat verwijzingen die niet in een Word-bestand horen.")
    except BROKEN as error:
        raise _refusal(
            "broken", "Dit Word-bestand is beschadigd. Open het in Word, bewaar het opnieuw en probeer het nog eens."
        ) from error


def _declares_entities(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as part:
        return b"<!DOCTYPE" in part.read(4096)


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
