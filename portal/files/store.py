"""The folder itself: bytes under a key, whole or not there at all. Knows nothing of rows.

incoming/   written and synced, while the transaction that names it is not done
ab/<key>    kept: some row named it, and that row was committed
bin/<day>/  set aside by the nightly tidying, to be brought back by hand
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import file_digest
from io import BufferedReader
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

from portal.kit.refusals import Blocker, Refused

HEADROOM = 100 * 1024 * 1024  # bytes that stay free for the database and the log, which may lie on the same disk
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
NOTE = "belongs-to.json"
KEPT = re.compile(r"^[0-9a-f]{32}$")


class NoRoom(Refused):
    """The disk is full, or as good as full. Nothing was kept."""

    status = 507

    def __init__(self) -> None:
        sentence = (
            "Er is nu geen ruimte om uw bestand te bewaren; er is niets bewaard. Wat u invulde staat er nog. "
            "Probeer het later opnieuw."
        )
        super().__init__(Blocker("no-room", sentence))


def root() -> Path:
    return Path(settings.PRIVATE_ROOT)


def incoming() -> Path:
    return root() / "incoming"


def binned() -> Path:
    return root() / "bin"


def place_of(key: UUID) -> Path:
    return root() / key.hex[:2] / key.hex


@contextmanager
def written(key: UUID, data: bytes) -> Iterator[Callable[[], None]]:
    """The bytes, whole and synced under a name of nobody's; calling what this gives puts them under their key. Raises NoRoom.

    Two who send one key at once never write into one another's file, and who fails leaves nothing.
    """
    temporary = incoming() / f"{key.hex}.{uuid4().hex}"
    try:
        _write(temporary, data)
        yield lambda: _move(temporary, incoming() / key.hex)
    finally:
        temporary.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    try:
        _make(path.parent)
        if shutil.disk_usage(path.parent).free < len(data) + HEADROOM:
            raise NoRoom
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        if error.errno in FULL:
            raise NoRoom from error
        raise


def settle(key: UUID) -> None:
    """The row that names it was committed: from now on it is kept. Done already is as good."""
    arrived = incoming() / key.hex
    if arrived.exists():
        _move(arrived, place_of(key))


def opened(key: UUID) -> BufferedReader | None:
    """Its bytes; nothing when they are not there, or the disk does not give them.

    It may be on its way from one place to the other.
    """
    for path in (place_of(key), incoming() / key.hex, place_of(key)):
        try:
            return path.open("rb")
        except OSError:
            continue
    return None


def digest_of(file: BufferedReader) -> str:
    """sha256 of what the disk gives now; empty when it stops giving halfway. Leaves the file at its start."""
    try:
        digest = file_digest(file, "sha256").hexdigest()
        file.seek(0)
    except OSError:
        return ""
    return digest


def erase(key: UUID) -> None:
    """Take the bytes away for good, wherever they lie."""
    for path in (place_of(key), *incoming().glob(f"{key.hex}*"), *binned().glob(f"*/{key.hex}")):
        if path.exists():
            path.unlink()
            _sync(path.parent)


def kept() -> set[str]:
    """The keys that lie in the folder."""
    return {path.name for path in root().glob("??/*") if KEPT.match(path.name)}


def arriving() -> list[Path]:
    return sorted(incoming().glob("*"))


def set_aside(key: UUID, day: date) -> bool:
    """Into the bin of this day, unless it was erased meanwhile."""
    if lies := place_of(key).exists():
        _move(place_of(key), binned() / day.isoformat() / key.hex)
    return lies


def note() -> str:
    """What the folder says of itself: to which database it belongs. Empty when it says nothing."""
    path = root() / NOTE
    return path.read_text() if path.exists() else ""


def write_note(text: str) -> None:
    temporary = incoming() / f"{NOTE}.{uuid4().hex}"
    _write(temporary, text.encode())
    _move(temporary, root() / NOTE)


def bins() -> list[tuple[date, Path]]:
    """The days on which something was set aside."""
    return [(date.fromisoformat(path.name), path) for path in sorted(binned().glob("????-??-??"))]


def _move(source: Path, target: Path) -> None:
    _make(target.parent)
    os.replace(source, target)
    _sync(source.parent)
    _sync(target.parent)


def _make(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _sync(folder.parent)


def _sync(folder: Path) -> None:
    """A name is on disk once its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
