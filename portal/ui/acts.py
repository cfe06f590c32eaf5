"""What one can do with the thing of a page: the one act that comes first, and the others behind "Meer".

A page has one filled button: the first act of its masthead, or the one of the form that stands on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something one can do: a link to where it is filled in, or a button that does it at once.

    `why` is the sentence beside it when it comes first; `is_quiet` is what never comes first.
    """

    label: str
    url: str
    is_press: bool = False
    is_quiet: bool = False
    why: str = ""
    name: str = ""  # what a button says of itself, where its address does more than one thing
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class Acts:
    """The act that comes first, the others, and a sentence where nothing comes first."""

    first: Act | None = None
    more: tuple[Act, ...] = ()
    why_not: str = ""

    @property
    def sentence(self) -> str:
        return self.first.why if self.first else self.why_not


def acts(offered: Iterable[tuple[Any, Act]], *, why_not: str = "") -> Acts:
    """Of pairs of whether it is offered and the act, in the order in which they come first; each label once."""
    found: dict[str, Act] = {}
    for is_offered, act in offered:
        if is_offered:
            found.setdefault(act.label, act)
    there = list(found.values())
    first = next((act for act in there if not act.is_quiet), None)
    return Acts(first=first, more=tuple(act for act in there if act is not first), why_not=why_not)


@dataclass(frozen=True, kw_only=True)
class Filling:
    """The page on which an act is filled in: what it asks, what that means, what its button says, and its form."""

    heading: str
    button: str
    form: Callable[..., Any]
    text: str = ""
    points: tuple[str, ...] = ()
