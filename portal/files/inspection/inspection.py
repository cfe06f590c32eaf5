"""What a file is by its content, and whether it does anything by itself. What cannot be told, and what is active, is refused."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from html import unescape

from django.conf import settings
from PIL import Image, ImageOps, UnidentifiedImageError

from portal.files.enums import FileKind
from portal.files.inspection.archives import BROKEN, EXCEL, ODS, ODT, OLD_OR_LOCKED, POWERPOINT, WORD, Packed, blocker_for, broken
from portal.kit.refusals import Blocker, Refused

LARGEST = 20 * 1024 * 1024  # bytes of a file
LARGEST_UNPACKED = 100 * 1024 * 1024  # bytes of all that is packed in it
MOST_PIXELS = 40_000_000
SECONDS = 40  # that looking into a file may take
OFFICE = {FileKind.DOCX: WORD, FileKind.XLSX: EXCEL, FileKind.PPTX: POWERPOINT, FileKind.ODT: ODT, FileKind.ODS: ODS}
OPEN = {  # what an OpenDocument file says that it is
    b"application/vnd.oasis.opendocument.text": FileKind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": FileKind.ODS,
}
PICTURES = {b"\x89PNG\r\n\x1a\n": FileKind.PNG, b"\xff\xd8\xff": FileKind.JPEG}
UNREADABLE = (UnidentifiedImageError, OSError, SyntaxError, ValueError)
ACTIVE_PARTS = re.compile(
    r"(^|/)(activex|macrosheets|externallinks|customui|webextensions|ctrlprops)/|oleobject|attachedtoolbars|queryTable", re.I
)
ACTIVE_TYPES = re.compile(rb"macroEnabled|vbaProject|activeX|oleObject|ms-office\.vba|intlmacrosheet", re.I)
# A relation that leaves the file; links that a reader clicks are fine.
LEAVING = re.compile(rb"<[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.I)
ACTIVE_FIELDS = re.compile(rb"\bDDE(AUTO)?\b|<ddeLink|<oleLink|INCLUDETEXT|ppaction://(program|macro)", re.I)
MARKUP = re.compile(r"\s*(<\?xml|<!doctype|<html|<svg|<script|<!--|%!PS|#!|\{\\rtf)", re.I)
CALLS_A_PROGRAM = re.compile(
    r"(?m)(^|[;,\t\"])\s*[=+@-][^\n;,\t]{0,200}(\||\bDDE\b|HYPERLINK\s*\(|WEBSERVICE\s*\(|IMPORT\w*\s*\(|\bcmd\b|powershell)",
    re.I,
)
MAIL_HEAD = re.compile(
    r"(?m)^(?:From|To|Cc|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Content-Type|Van|Aan|Onderwerp|Verzonden): ",
    re.I,
)
SENTENCES = {
    "locked": "Deze PDF heeft een wachtwoord. Bewaar haar zonder wachtwoord.",
    "active": (
        "Deze PDF doet zelf iets: er zit een script, formulier of bestand in. Druk haar opnieuw af naar PDF en voeg die toe."
    ),
    "broken": "Deze PDF is beschadigd. Druk haar opnieuw af naar PDF en voeg die toe.",
    "bomb": "Deze PDF is uitgepakt te groot om te lezen.",
    "signed": (
        "Deze PDF is digitaal ondertekend. Het portaal haalt namen uit een bestand, en dat breekt de handtekening. "
        "Druk haar opnieuw af naar PDF en voeg die toe; bewaar het ondertekende exemplaar zelf."
    ),
    "uncleanable": (
        "In dit bestand zit geluid, film of een bijzondere afbeelding. Daaruit kan het portaal geen namen halen. "
        "Haal dat eruit en voeg het opnieuw toe."
    ),
}


ACTIVE = "Dit bestand doet zelf iets of haalt iets van buiten. Kopieer de tekst naar een nieuw bestand en voeg dat toe."
OF_OFFICE = {
    "active": ACTIVE,
    "locked": "Dit bestand heeft een wachtwoord. Bewaar het zonder wachtwoord.",
    "bomb": "Dit bestand is uitgepakt te groot om te lezen.",
}


class FileRefused(Refused):
    """This file is not taken in; the sentence says why and what to do."""


@dataclass(frozen=True)
class Inspected:
    """What may be kept: its kind, and the bytes, without who made it, where and what with. Pictures are drawn again."""

    kind: FileKind
    data: bytes


def inspect(data: bytes, *, title: str = "document") -> Inspected:
    """What this file is. Raises FileRefused.

    Its name says nothing and is not asked for; `title` is what a PDF will call itself.
    """
    if len(data) > LARGEST:
        raise _refusal("too-large", f"Dit bestand is groter dan {LARGEST // 1024 // 1024} MB.")
    if not data.strip():
        raise _refusal("empty", "Dit bestand is leeg.")
    if data.startswith(b"%PDF-"):
        return _cleaned(FileKind.PDF, data, title)
    if data.startswith(b"PK"):
        return _office(data, title)
    if kind := _kind_of_picture(data):
        return _picture(kind, data)
    if data.startswith(OLD_OR_LOCKED):
        raise _refusal(
            "locked",
            "Dit is een oud Office-bestand of een bestand met een wachtwoord. Bewaar het als .docx of .xlsx zonder wachtwoord.",
        )
    return _text(data)


def _office(data: bytes, title: str) -> Inspected:
    kind = _office_kind(data)
    if found := blocker_for(data, OFFICE[kind], largest=LARGEST_UNPACKED):
        raise FileRefused(found)
    try:
        is_active = _is_active(data)
    except BROKEN as error:
        raise FileRefused(broken(OFFICE[kind])) from error
    if is_active:
        raise _refusal("active", ACTIVE)
    return _cleaned(kind, data, title)


def _office_kind(data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lower() for name in archive.namelist()}
            said = archive.open("mimetype").read(100).strip() if "mimetype" in archive.namelist() else b""
    except BROKEN as error:
        raise FileRefused(broken(Packed("bestand", "", "", "het programma waarmee het gemaakt is"))) from error
    kinds = [kind for kind, packed in OFFICE.items() if packed.part in names and kind not in OPEN.values()]
    kinds += [kind for mime, kind in OPEN.items() if said == mime and "content.xml" in names]
    if len(kinds) != 1:
        raise _refusal(
            "other-kind",
            "Dit soort bestand kan niet mee. Gebruik PDF, Word, Excel, PowerPoint, OpenDocument, een afbeelding of tekst.",
        )
    return kinds[0]


def _is_active(data: bytes) -> bool:
    """Whether an Office file carries something that runs, or fetches something when it is opened."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.infolist():
            name = part.filename.lower()
            if ACTIVE_PARTS.search(name) and not part.is_dir():
                return True
            if "/embeddings/" in name and not part.is_dir() and _is_active_inside(name, archive.read(part)):
                return True
            if name.endswith((".xml", ".rels")):
                text = _plain(archive.read(part))
                fetches = name.endswith(".rels") and any(b"/hyperlink" not in found[0] for found in LEAVING.finditer(text))
                if fetches or name == "[content_types].xml" and ACTIVE_TYPES.search(text) or _has_active_field(name, text):
                    return True
    return False


def _is_active_inside(name: str, data: bytes) -> bool:
    """A chart keeps its numbers in a workbook inside; anything else that is packed in is not taken."""
    is_workbook = name.endswith(".xlsx") and blocker_for(data, EXCEL, largest=LARGEST_UNPACKED) is None
    return not is_workbook or _is_active(data)


def _plain(xml: bytes) -> bytes:
    """The same XML as UTF-8, whatever it was in."""
    if xml.startswith((b"\xff\xfe", b"\xfe\xff")):
        return xml.decode("utf-16", errors="replace").encode()
    return xml


def _has_active_field(name: str, text: bytes) -> bool:
    """A field that starts a program. Word may cut its letters over several runs, so tags between them do not count."""
    if not name.startswith(("word/", "xl/", "ppt/")):
        return False
    instructions = b"".join(re.findall(rb"<w:instrText[^>]*>([^<]*)</w:instrText>", text)) + b" ".join(
        re.findall(rb"<w:fldSimple[^>]*w:instr\s*=\s*[\"']([^\"']*)", text)
    )
    plain = unescape(instructions.decode(errors="replace")).encode()
    formulas = b" ".join(re.findall(rb"<f[^>]*>([^<]*)</f>", text)) if name.startswith("xl/worksheets") else b""
    marks = text if name.startswith(("xl/external", "ppt/")) else b""
    calls = re.search(rb"(\||WEBSERVICE\s*\(|\bCALL\s*\(|REGISTER\s*\()", formulas, re.I)
    return bool(ACTIVE_FIELDS.search(plain) or ACTIVE_FIELDS.search(marks) or calls)


def picture(data: bytes) -> Inspected:
    """The picture in these bytes. Raises FileRefused for anything that is none."""
    if len(data) > LARGEST:
        raise _refusal("too-large", f"Dit bestand is groter dan {LARGEST // 1024 // 1024} MB.")
    if kind := _kind_of_picture(data):
        return _picture(kind, data)
    raise _refusal("no-picture", "Dit is geen PNG of JPEG. Bewaar de afbeelding zo en voeg haar opnieuw toe.")


def _kind_of_picture(data: bytes) -> FileKind | None:
    return next((kind for start, kind in PICTURES.items() if data.startswith(start)), None)


def _picture(kind: FileKind, data: bytes) -> Inspected:
    form = "PNG" if kind == FileKind.PNG else "JPEG"
    try:
        with Image.open(io.BytesIO(data), formats=[form]) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise _refusal("too-many-pixels", "De afbeelding heeft te veel beeldpunten.")
            opened.load()
            bare = ImageOps.exif_transpose(opened).convert("RGB" if kind == FileKind.JPEG else "RGBA")
    except Image.DecompressionBombError as error:
        raise _refusal("too-many-pixels", "De afbeelding heeft te veel beeldpunten.") from error
    except UNREADABLE as error:
        raise _refusal("no-picture", "Deze afbeelding is beschadigd. Bewaar haar opnieuw als PNG of JPEG.") from error
    drawn = Image.new(bare.mode, bare.size)
    drawn.paste(bare)
    stream = io.BytesIO()
    drawn.save(stream, form, **({"quality": 90} if kind == FileKind.JPEG else {"optimize": True}))
    return Inspected(kind, stream.getvalue())


def _text(data: bytes) -> Inspected:
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refusal(
            "binary",
            "Dit soort bestand kan niet mee. Gebruik PDF, Word, Excel, PowerPoint, OpenDocument, een afbeelding of tekst.",
        )
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    text = next((read for encoding in encodings if (read := _decoded(data, encoding)) is not None), None)
    if text is None or re.search("[\x01-\x08\x0e-\x1f]", text):
        raise _refusal(
            "binary",
            "Dit soort bestand kan niet mee. Gebruik PDF, Word, Excel, PowerPoint, OpenDocument, een afbeelding of tekst.",
        )
    if MARKUP.match(text) or re.search(r"<\s*(script|svg|iframe|object|embed)\b", text, re.I):
        raise _refusal("active", "Dit is een webpagina of een programma. Voeg de tekst toe als PDF of Word-bestand.")
    if len(MAIL_HEAD.findall(text[:4000])) >= 3:
        raise _refusal("mail", "Dit is een mail: daarin staan namen en adressen. Neem alleen de tekst over die ertoe doet.")
    if CALLS_A_PROGRAM.search(text):
        raise _refusal("active", "In deze tekst staat een formule die een programma start. Haal haar weg.")
    return Inspected(FileKind.TEXT, text.encode())


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _cleaned(kind: FileKind, data: bytes, title: str) -> Inspected:
    """Looked into and cleaned by a process of its own, which may use so much memory and time and no more."""
    command = [sys.executable, "-m", "portal.files.cleaning.apart", kind.value, title]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False, cwd=settings.BASE_DIR)
    except subprocess.TimeoutExpired as error:
        raise _about(kind, "bomb") from error
    said, _, cleaned = done.stdout.partition(b"\n")
    word = said.decode() if done.returncode == 0 else "bomb"
    if word != "fine":
        raise _about(kind, word)
    return Inspected(kind, cleaned)


def _about(kind: FileKind, word: str) -> FileRefused:
    if word == "broken" and kind in OFFICE:
        return FileRefused(broken(OFFICE[kind]))
    return _refusal(word, OF_OFFICE.get(word, SENTENCES[word]) if kind in OFFICE else SENTENCES[word])


def _refusal(code: str, sentence: str) -> FileRefused:
    return FileRefused(Blocker(code, sentence))
