"""What rests on a section: filled at start-up by the rooms whose things name sections, read by the pages of documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from portal.documents.models import Section


class Resting(NamedTuple):
    """Something that names a section: what it is called, where it is, and where it stands."""

    label: str
    url: str
    note: str


Reader = Callable[[list[int], Any], Iterable[tuple[int, Resting]]]
_readers: list[Reader] = []


def register(reader: Reader) -> None:
    """A reader gets section keys and a user, and gives what of its room names them and that user may see."""
    if reader not in _readers:
        _readers.append(reader)


def resting_on(sections: Iterable[Section], user: Any) -> dict[int, list[Resting]]:
    """What rests on each of these sections, by primary key. Nothing, and no query, for who is not signed in."""
    keys = [section.pk for section in sections]
    found: dict[int, list[Resting]] = defaultdict(list)
    if user.is_authenticated and keys:
        for reader in _readers:
            for key, resting in reader(keys, user):
                found[key].append(resting)
    return found
