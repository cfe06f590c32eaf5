"""Office files are archives: what is broken, locked, packed too tight, or carries a
program is refused before anything in it is read."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from portal.kit.refusals import Blocker

MOST_PARTS = 2000
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # the container of old Office files, and of new ones with a password
# What reading a damaged archive raises.
BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
PROGRAMS = (
    "vbaproject.bin",
    "vbadata.xml",
    ".exe",
    ".dll",
    ".js",
    ".vbs",
    ".ps1",
    ".bat",
    ".cmd",
    ".scr",
    ".jar",
    ".lnk",
    ".hta",
)
PROGRAM_FOLDERS = ("basic/", "scripts/", "dialogs/")  # where OpenDocument keeps its macros
CHUNK = 1 << 20  # bytes


@dataclass(frozen=True)
class Packed:
    """A kind of archive: how people call it, the part it must have, and how to save it again."""

    name: str
    part: str
    suffix: str
    program: str


WORD = Packed("Word-bestand", "word/document.xml", ".docx", "Word")
EXCEL = Packed("Excel-bestand", "xl/workbook.xml", ".xlsx", "Excel")
POWERPOINT = Packed("PowerPoint-bestand", "ppt/presentation.xml", ".pptx", "PowerPoint")
ODT = Packed("OpenDocument-bestand", "content.xml", ".odt", "LibreOffice")
ODS = Packed("OpenDocument-bestand", "content.xml", ".ods", "LibreOffice")


def blocker_for(data: bytes, kind: Packed, *, largest: int) -> Blocker | None:
    """Why this archive is not opened; `largest` is the most bytes that it may hold unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = [part.filename.lower() for part in parts]
            if any(part.flag_bits & 1 for part in parts):
                return Blocker("locked", "Dit bestand heeft een wachtwoord. Bewaar het zonder wachtwoord.")
            if sum(part.file_size for part in parts) > largest or len(parts) > MOST_PARTS:
                return Blocker("bomb", "Dit bestand is uitgepakt te groot om te lezen.")
            if kind.part not in names:
                return Blocker("other-kind", f"Dit is geen {kind.name}. Gebruik {kind.suffix}.")
            if any(name.endswith(PROGRAMS) or name.startswith(PROGRAM_FOLDERS) for name in names):
                return Blocker(
                    "macros", f"Dit bestand bevat macro's of een programma. Bewaar het als {kind.suffix} zonder macro's."
                )
            if any(
                name.endswith((".xml", ".rels")) and _declares_entities(archive, part)
                for name, part in zip(names, parts, strict=True)
            ):
                return Blocker("entities", f"Dit bestand bevat verwijzingen die niet in een {kind.name} horen.")
    except BROKEN:
        return broken(kind)
    return None


def broken(kind: Packed) -> Blocker:
    sentence = f"Dit {kind.name} is beschadigd. Open het in {kind.program}, bewaar het opnieuw en probeer het nog eens."
    return Blocker("broken", sentence)


def _declares_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Wherever it stands: a long comment may go before it."""
    before = b""
    with archive.open(part) as opened:
        while chunk := opened.read(CHUNK):
            found = before + chunk
            if b"<!DOCTYPE" in found or b"<!\0D\0O\0C\0T" in found or b"<\0!\0D\0O\0C" in found:
                return True
            before = found[-16:]
    return False
