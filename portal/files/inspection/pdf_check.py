"""Looks into a PDF and says in a word what it found: fine, active, locked, broken, bomb or signed.

Runs in a process of its own: `cleaning.apart`.
"""

from __future__ import annotations

import io
from typing import Any

import pikepdf

from portal.files.cleaning import pdf as cleaning

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


def verdict(data: bytes, title: str) -> tuple[str, bytes]:
    """One word about this PDF, and the PDF without hidden names where it is fine."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                return "locked", b""
            if len(pdf.objects) > MOST_OBJECTS or len(pdf.pages) > MOST_PAGES:
                return "bomb", b""
            if any(_does_something(found, 0) for found in [*pdf.objects, pdf.trailer]):
                return "active", b""
            if cleaning.is_signed(pdf):
                return "signed", b""
            return "fine", cleaning.cleaned(pdf, title=title)
    except pikepdf.PasswordError:
        return "locked", b""
    except MemoryError:
        return "bomb", b""
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError, OSError, RecursionError):
        return "broken", b""


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
