"""What can be read in a file, piece by piece with its place, so that it is judged as a text is. Bounded in time and in size."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

from django.conf import settings

from portal.files.enums import FileKind
from portal.files.inspection.inspection import Inspected

SECONDS = 30
PICTURES = (FileKind.PNG, FileKind.JPEG)


@dataclass(frozen=True)
class Read:
    """The pieces, each a place in words and what stands there; and whether all of it could be read."""

    pieces: list[tuple[str, str]]
    is_whole: bool


NOTHING = Read([], False)


def read(inspected: Inspected) -> Read:
    """The words of a file that was looked into.

    A picture, a scan, and what takes too long have none; a text with a picture in it is not read whole.
    """
    if inspected.kind in PICTURES:
        return NOTHING
    command = [sys.executable, "-m", "portal.files.cleaning.words_apart", inspected.kind.value]
    try:
        done = subprocess.run(  # noqa: S603  our own module
            command, input=inspected.data, capture_output=True, timeout=SECONDS, check=False, cwd=settings.BASE_DIR
        )
    except subprocess.TimeoutExpired:
        return NOTHING
    if done.returncode != 0:
        return NOTHING
    answer = json.loads(done.stdout)
    pieces = [(place, said) for place, said in answer["pieces"]]
    filled = [said for _, said in pieces if said.strip()]
    is_whole = bool(filled) and (inspected.kind != FileKind.PDF or len(filled) == len(pieces))
    return Read(pieces, is_whole and not answer["has_pictures"])
