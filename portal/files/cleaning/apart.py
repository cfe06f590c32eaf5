"""Looks into a file from standard input and cleans it, in a process of its own with limits of its own.

Run as `python -m portal.files.cleaning.apart KIND TITLE`: what a hostile file does to
the library that reads it stays in this process. The first line of the answer is a word:
fine, active, locked, broken, bomb, signed or uncleanable; after fine follows the file.
"""

from __future__ import annotations

import resource
import sys
import zipfile
import zlib

from lxml import etree

from portal.files.cleaning import office, opendocument
from portal.files.inspection import pdf_check
from portal.files.inspection.archives import EXCEL, POWERPOINT, WORD

MEMORY = 1024 * 1024 * 1024  # bytes
SECONDS = 20  # of processor time
OFFICE = {"docx": WORD, "xlsx": EXCEL, "pptx": POWERPOINT}
BROKEN = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    RuntimeError,
    OSError,
    RecursionError,
    etree.LxmlError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
)


def verdict(data: bytes, kind: str, title: str) -> tuple[str, bytes]:
    """A word about this file, and the file without hidden names."""
    if kind == "pdf":
        return pdf_check.verdict(data, title)
    try:
        return "fine", office.cleaned(data, OFFICE[kind]) if kind in OFFICE else opendocument.cleaned(data, kind)
    except opendocument.Acting:
        return "active", b""
    except opendocument.Locked:
        return "locked", b""
    except office.Uncleanable:
        return "uncleanable", b""
    except MemoryError:
        return "bomb", b""
    except BROKEN:
        return "broken", b""


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    word, cleaned = verdict(sys.stdin.buffer.read(), sys.argv[1], sys.argv[2])
    sys.stdout.buffer.write(word.encode() + b"\n" + cleaned)
    return 0


if __name__ == "__main__":
    sys.exit(main())
