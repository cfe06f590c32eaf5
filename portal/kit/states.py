"""What a table with one row per state has to hold.

A thing that goes from state to state has an enum of its states, and a table with a row for each: where
it can go, who acts, who reads it, how it looks. Every set of states elsewhere is read out of that
table, so that a new state is decided for in one place. Its word stands with its code, in the enum.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum, StrEnum
from typing import Any


class Tone(StrEnum):
    """How a status looks beside its word, which says the same."""

    PLAIN = ""
    GOOD = "good"
    ATTENTION = "attention"
    STUCK = "stuck"
    DONE = "done"


def faults_in(states: Iterable[Enum], table: Mapping[Any, Any]) -> list[str]:
    """What is wrong with a table of states; nothing when every state has every column and every step leads to a state."""
    known = list(states)
    said = [f"{state.name} has no row" for state in known if state not in table]
    said += [f"{state} has a row and is no state" for state in table if state not in known]
    said += [f"{state.name} has no label" for state in known if not getattr(state, "label", "")]
    for kind in {type(row) for row in table.values()}:
        said += _faults_of(kind)
    said += [
        f"{state} leads to {to}, which is no state"
        for state, row in table.items()
        for to in getattr(row, "steps", ())
        if to not in known
    ]
    return said


def _faults_of(kind: type) -> list[str]:
    """What lets a column be forgotten: a value it has of its own accord, or a place it is filled by."""
    if not is_dataclass(kind):
        return [f"{kind.__name__} is no dataclass"]
    columns = fields(kind)
    given = [column.name for column in columns if column.default is not MISSING or column.default_factory is not MISSING]
    said = [f"{name} need not be said" for name in given]
    said += [f"{column.name} is filled by its place" for column in columns if not column.kw_only]
    return said if kind.__dataclass_params__.frozen else [*said, f"{kind.__name__} can be changed"]  # type: ignore[attr-defined]
