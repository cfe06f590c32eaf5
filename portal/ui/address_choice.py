"""A part of a list, as an address asks for it: read from the address, written back to it, and drawn as selects."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar, Self
from urllib.parse import urlencode

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

LONGEST = 120  # characters of what an address asks for


@dataclass(frozen=True, kw_only=True)
class Chip:
    """A choice in a word: where it leads, and whether it is made. What is made can be taken away."""

    label: str
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class AddressChoice:
    """What an address asks for: a subclass has a text for each name in it. What it does not know asks for nothing.

    `LAID_OUT` are the names that say how its rows stand, and not which they are.
    """

    LAID_OUT: ClassVar[frozenset[str]] = frozenset({"op", "per"})

    @classmethod
    def from_address(cls, given: Any) -> Self:
        said = {field.name: given.get(field.name, "").strip()[:LONGEST].replace("\0", "") for field in fields(cls)}
        return cls(**{name: value if cls.knows(name, value) else "" for name, value in said.items()})

    @classmethod
    def knows(cls, name: str, value: str) -> bool:
        """Whether this can be asked for."""
        return True

    def address(self, **changes: str) -> str:
        """The part of an address that asks for this, with something else in it."""
        changed = replace(self, **changes)
        return urlencode({field.name: value for field in fields(changed) if (value := getattr(changed, field.name))})

    @property
    def is_anything(self) -> bool:
        """Whether it asks for a part of the rows."""
        return bool(self.address(**{field.name: "" for field in fields(self) if field.name in self.LAID_OUT}))

    def chip(self, label: str, **asked: str) -> Chip:
        """A choice in a word, beside what is chosen already: made with one press, and taken away with the next."""
        is_chosen = all(getattr(self, name) == value for name, value in asked.items())
        address = self.address(**dict.fromkeys(asked, "") if is_chosen else asked)
        return Chip(label=label, url=f"?{address}", is_chosen=is_chosen)

    def chips(self, selects: list[Select], *quick: tuple[str, dict[str, str]]) -> list[Chip]:
        """The choices that are at hand, and behind them what else was chosen, each to be taken away."""
        at_hand = [self.chip(label, **asked) for label, asked in quick]
        said = {(name, value) for _, asked in quick for name, value in asked.items()}
        others = [select for select in selects if select.chosen and (select.name, select.chosen) not in said]
        asked = [self.chip(f"“{question}”", q=question)] if (question := getattr(self, "q", "")) else []
        return (
            at_hand
            + asked
            + [
                self.chip(f"{select.label}: {select.chosen_label}", **{select.name: select.chosen})
                for select in others
                if select.name not in self.LAID_OUT
            ]
        )


@dataclass(frozen=True)
class Select:
    """One thing that can be chosen."""

    name: str
    label: str
    options: list[tuple[str, str]]
    chosen: str

    @property
    def chosen_label(self) -> str:
        return next((str(label) for value, label in self.options if value == self.chosen), self.chosen)

    @property
    def html(self) -> SafeString:
        """The options. There are hundreds on a page, and built here they cost a tenth of a loop in a template."""
        marked = ((value, SafeString(" selected") if value == self.chosen else "", label) for value, label in self.options)
        return format_html_join("", '<option value="{}"{}>{}</option>', marked)
