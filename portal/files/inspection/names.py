"""A name under which a file can do no harm: what people called it, without paths, tricks and a false ending."""

from __future__ import annotations

import re
import unicodedata

from portal.files.enums import FileKind

LONGEST = 100  # characters, the ending not counted
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
ENDING = re.compile(r"(\.[a-z0-9]{1,8})+$", re.I)


def harmless(name: str, kind: FileKind) -> str:
    """The name to keep and to send a file under, ending as its content says."""
    return f"{stem_of(name)}.{kind.value}"


def stem_of(name: str) -> str:
    """The same without an ending."""
    last = re.split(r"[/\\\\]", name)[-1]
    seen = "".join(
        letter for letter in unicodedata.normalize("NFKC", last) if unicodedata.category(letter)[0] not in "CZ" or letter == " "
    )
    stem = re.sub(r"[^\w .,()+&-]+", "_", ENDING.sub("", seen)).strip(" ._-")[:LONGEST].strip(" ._-")
    if not stem or stem.lower() in RESERVED:
        stem = f"bestand {stem}".strip()
    return stem
