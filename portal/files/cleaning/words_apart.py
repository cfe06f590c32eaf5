"""Reads the words of a file from standard input, in a process of its own with limits of its own, as `cleaning.apart` does.

Run as `python -m portal.files.cleaning.words_apart KIND`. The answer is JSON: a list of
[place, words], and whether pictures stand in it of a size that may hold words as well.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import zipfile
from collections.abc import Callable, Iterator

import pikepdf
from PIL import Image, UnidentifiedImageError

from portal.files.cleaning import words_of_office, words_of_pdf
from portal.files.cleaning.apart import BROKEN, MEMORY, SECONDS
from portal.files.cleaning.office import PICTURES

MOST = 1_000_000  # characters
LEGIBLE = 100  # pixels either way, from which a picture may hold words; what is smaller is a sign
Pieces = Iterator[tuple[str, str]]


def txt(data: bytes) -> Pieces:
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        yield f"regel {number}", line


def pdf(data: bytes) -> Pieces:
    yield from words_of_pdf.pages(data)


READERS: dict[str, Callable[[bytes], Pieces]] = {**words_of_office.READERS, "txt": txt, "pdf": pdf}


def has_pictures(data: bytes, kind: str) -> bool:
    """Whether something stands in it that is looked at and cannot be read."""
    if kind == "pdf":
        return words_of_pdf.has_pictures(data, LEGIBLE)
    if kind == "txt":
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(name.lower().endswith(PICTURES) and _is_legible(archive.read(name)) for name in archive.namelist())


def _is_legible(data: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(data)) as picture:
            return min(picture.size) >= LEGIBLE
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return True


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    kind, data = sys.argv[1], sys.stdin.buffer.read()
    found, length = [], 0
    try:
        for place, said in READERS[kind](data):
            length += len(said)
            if length > MOST:
                return 1
            found.append([place, said])
        pictures = has_pictures(data, kind)
    except (*BROKEN, pikepdf.PdfError, MemoryError):
        return 1
    sys.stdout.write(json.dumps({"pieces": found, "has_pictures": pictures}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
