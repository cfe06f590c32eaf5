"""Something that asks something of somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Task:
    """Something that asks something of somebody, and where to do it."""

    title: str
    url: str
    why: str
    since: date | None = None
