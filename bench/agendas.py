"""Meetings as rows: forty items each, with decisions, and three papers with every item of one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

ITEMS, PAPERS = 40, 3
STATES = ["gepland", "in_voorbereiding", "stukken_verzonden", "geopend", "gesloten"]
TABLES = (
    "decisions_decision", "decisions_decisionseal", "meetings_meeting", "meetings_meetingstep", "meetings_agendaitem",
    "meetings_itemdecision", "files_storedfile", "meetings_paper", "meetings_paperversion",
)  # fmt: skip
Table = tuple[str, str, Iterable[Any]]


def tables(decided: list[Any], places: dict[str, Any], first: dict[str, int], now: datetime) -> Iterator[Table]:
    """Every row of the meetings in which these decisions were taken, one item each. Decisions themselves are loaded beside."""
    number = -(-len(decided) // ITEMS)
    meeting, item, decision = first["meetings_meeting"], first["meetings_agendaitem"], first["decisions_decision"]
    hours = timedelta(hours=2)
    yield (
        "meetings_meeting",
        "id, key, body_id, title, starts_at, ends_at, location, state, is_confidential, sequence, revision",
        (
            (meeting + m, uuid4(), places["stuurgroep"], f"Stuurgroep {m}", at, at + hours, "Utrecht", "gesloten", False, 0, 1)
            for m in range(number)
            for at in [now - timedelta(days=90 * (m % 40))]
        ),
    )
    steps = [
        (meeting + m, origin, to, now, "bench")
        for m in range(number)
        for origin, to in zip([None, *STATES], STATES, strict=False)
    ]
    yield "meetings_meetingstep", "meeting_id, from_state, to_state, taken_at, by_label", steps
    yield (
        "meetings_agendaitem",
        (
            "id, key, meeting_id, number, kind, title, question, minutes, presenter, serves, "
            "visibility, advice, costs, risks, version, subject_type_id, subject_id"
        ),
        (
            (
                item + place,
                uuid4(),
                meeting + place // ITEMS,
                place % ITEMS + 1,
                "besluitvorming",
                f"Over actie {a}",
                "Pakken wij dit op?",
                10,
                "",
                "verbinder",
                "open",
                "De Klankbordgroep adviseert om te beginnen.",
                "",
                "",
                1,
                places["action_type"],
                first["lists_action"] + a,
            )
            for place, (a, *_) in enumerate(decided)
        ),
    )
    yield (
        "meetings_itemdecision",
        "item_id, decision_id, taken_at, by_label",
        ((item + place, decision + place, now, "bench") for place, _ in enumerate(decided)),
    )
    digest = sha256(b"bench").hexdigest()
    yield (
        "decisions_decisionseal",
        "decision_id, visibility, sha256, by_label",
        ((decision + place, "open", digest, "bench") for place, _ in enumerate(decided)),
    )
    yield from _papers(item, len(decided), first, now)


def _papers(item: int, decided: int, first: dict[str, int], now: datetime) -> Iterator[Table]:
    """Papers with the items of the last meeting that is full: the one that the bench opens."""
    start = max(0, (decided // ITEMS - 1)) * ITEMS
    rows = [(item + start + place // PAPERS, place) for place in range(min(ITEMS, decided) * PAPERS)]
    yield (
        "files_storedfile",
        "id, key, name, kind, size, kept_at",
        ((first["files_storedfile"] + nr, uuid4(), f"stuk-{nr}.pdf", "pdf", 120_000, now) for _, nr in rows),
    )
    yield (
        "meetings_paper",
        "id, item_id, title, visibility, is_for_klankbordgroep, added_at",
        (
            (first["meetings_paper"] + nr, of, f"Stuk {nr}", ("vertrouwelijk", "leden", "open")[nr % 3], False, now)
            for of, nr in rows
        ),
    )
    yield (
        "meetings_paperversion",
        "paper_id, number, file_id, added_at, by_label",
        ((first["meetings_paper"] + nr, 1, first["files_storedfile"] + nr, now, "bench") for _, nr in rows),
    )
