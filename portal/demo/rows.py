"""The rows the story is made of, as they stand in `data/`. Needs no Django: `make run` names the demo persons without it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
Row = dict[str, Any]


@cache
def told(name: str) -> list[Row]:
    """The rows of one file of the story."""
    import yaml

    rows: list[Row] = yaml.safe_load((DATA / f"{name}.yaml").read_text())
    return rows
