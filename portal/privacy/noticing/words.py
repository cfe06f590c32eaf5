"""The word lists that notice a person, read once; and the names of the network, which are no persons."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def _read(name: str) -> str:
    return (DATA / f"{name}.txt").read_text(encoding="utf-8")


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a list, without marks."""
    return frozenset(word.rstrip("*") for word in _read(name).split())


@cache
def doubtful(name: str) -> frozenset[str]:
    """The words of a list of names that are ordinary words as well."""
    return frozenset(word.rstrip("*") for word in _read(name).split() if word.endswith("*"))


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The entries of a list with one on each line."""
    return tuple(line for line in _read(name).splitlines() if line.strip())


@cache
def one_of(words: frozenset[str] | tuple[str, ...]) -> str:
    """A pattern for one of these, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
