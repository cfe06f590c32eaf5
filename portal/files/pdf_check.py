"""Looks into a PDF from standard input, within limits of its own, and says in a word what it found: fine, active, locked, broken or bomb.

Run as `python -m portal.files.pdf_check`: what a hostile file does to the library that reads it stays in this process.
"""

from __future__ import annotations

import io
import resource
import sys
from typing import Any

import pikepdf

MEMORY = 1024 * 1024 * 1024  # bytes
SECONDS = 20  # of processor time
MOST_OBJECTS = 200_000
MOST_PAGES = 3000
DEEPEST = 60
# What makes a PDF do something, or carry a file.
ACTIVE_KEYS = {
    "/JS",
    "/JavaScript",
    "/AA",
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/EF",
    "/RichMedia",
    "/XFA",
    "/RichMediaContent",
    "/3DD",
}
ACTIVE_ACTIONS = {
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
    "/GoToE",
    "/Rendition",
    "/Movie",
    "/Sound",
    "/RichMediaExecute",
}
ACTIVE_KINDS = {"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"}


def verdict(data: bytes) -> str:
    """One word about this PDF."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                return "locked"
            if len(pdf.objects) > MOST_OBJECTS or len(pdf.pages) > MOST_PAGES:
                return "bomb"
            is_active = any(_does_something(found, 0) for found in [*pdf.objects, pdf.trailer])
            return "active" if is_active else "fine"
    except pikepdf.PasswordError:
        return "locked"
    except MemoryError:
        return "bomb"
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError, OSError, RecursionError):
        return "broken"


def _does_something(found: Any, depth: int) -> bool:
    """Whether an object, or what stands in it directly, is an action or carries a file."""
    if depth > DEEPEST:
        return True
    if isinstance(found, pikepdf.Array):
        return any(_does_something(each, depth + 1) for each in found if not _is_elsewhere(each))
    if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        return False
    keys = set(found.keys())
    if keys & ACTIVE_KEYS or str(found.get("/S", "")) in ACTIVE_ACTIONS or str(found.get("/Subtype", "")) in ACTIVE_KINDS:
        return True
    values = [found.get(key) for key in keys if key != "/Parent"]
    return any(_does_something(each, depth + 1) for each in values if not _is_elsewhere(each))


def _is_elsewhere(found: Any) -> bool:
    """An object of its own: it is looked at where it stands."""
    return bool(getattr(found, "is_indirect", False))


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    sys.stdout.write(verdict(sys.stdin.buffer.read()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
