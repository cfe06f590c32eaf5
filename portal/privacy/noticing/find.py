"""What is found in a text: a kind and a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portal.privacy.enums import HARD, INSTEAD, Kind


@dataclass(frozen=True, order=True)
class Find:
    """Something at a place in the text that may say who somebody is."""

    start: int
    end: int
    kind: Kind

    @property
    def is_hard(self) -> bool:
        return self.kind in HARD

    @property
    def sentence(self) -> str:
        """What it looks like and what to do instead."""
        return f"Dit lijkt op {self.kind.label}. {INSTEAD[self.kind]}"


Finder = Callable[[str], Iterator[Find]]
