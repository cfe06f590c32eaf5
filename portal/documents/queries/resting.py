"""What rests on a section: filled at start-up by the rooms whose things name sections, read by the pages of documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from portal.documents.models import Section
from portal.documents.queries.landings import followed_by
from portal.kit.slots import SharedSlot


class Resting(NamedTuple):
    """Something that names a section: what it is called, where it is, and where it stands."""

    label: str
    url: str
    note: str


RESTING: SharedSlot[[list[int], Any], Iterable[tuple[int, Resting]]] = SharedSlot(
    "what names these sections, as far as this reader may see it", __name__
)


def resting_on(sections: Iterable[Section], user: Any) -> dict[int, list[Resting]]:
    """What rests on each of these sections, or on an earlier one that it follows, by primary key.

    Nothing, and no query, for who is not signed in.
    """
    keys = [section.pk for section in sections]
    found: dict[int, list[Resting]] = defaultdict(list)
    if not user.is_authenticated or not keys:
        return found
    earlier = followed_by(keys)
    carries = {key: [key] for key in keys}
    for key, before in earlier.items():
        for each in before:
            carries.setdefault(each, []).append(key)
    for readings in RESTING.ask(list(carries), user):
        for named, resting in readings:
            for key in carries[named]:
                found[key].append(resting)
    return found
