"""Judging a text: what in it is surely a personal identifier, and what may describe a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.privacy.enums import Kind, Verdict
from portal.privacy.noticing import descriptions, identifiers
from portal.privacy.noticing.find import Find
from portal.privacy.noticing.normalised import normalise


@dataclass(frozen=True)
class Judgement:
    finds: tuple[Find, ...]

    @property
    def verdict(self) -> Verdict:
        if any(find.is_hard for find in self.finds):
            return Verdict.HARD
        return Verdict.SOFT if self.finds else Verdict.CLEAN

    @property
    def hard(self) -> list[Find]:
        return [find for find in self.finds if find.is_hard]

    @property
    def soft(self) -> list[Find]:
        return [find for find in self.finds if not find.is_hard]


def judge(text: str, known: re.Pattern[str] | None = None) -> Judgement:
    """What is found in a text, by its place in the text as it was written. Looks at the first 20,000 characters.

    `known` are names that are no persons, such as those of the network (see `known`).
    """
    plain = normalise(text)
    unnamed = known.sub(lambda match: match[0].lower(), plain.text) if known else plain.text
    found = {find for finder in identifiers.FINDERS for find in finder(plain.text)}
    found |= {find for finder in descriptions.FINDERS for find in finder(unnamed)}
    return Judgement(tuple(Find(*plain.span(find.start, find.end), find.kind) for find in _said_once(found)))


def identifiers_in(text: str) -> list[Find]:
    """Only what is refused: for the last door, which does not ask about descriptions."""
    plain = normalise(text)
    found = {find for finder in (*identifiers.FINDERS, descriptions.titled_name) for find in finder(plain.text)}
    return [Find(*plain.span(find.start, find.end), find.kind) for find in _said_once(found)]


# Where one place reads as several kinds, the first of these is said.
FIRST = [Kind.IBAN, Kind.CASE, Kind.BIRTH, Kind.EMAIL, Kind.TELEPHONE, Kind.BSN, Kind.POSTCODE, Kind.ADDRESS]


def _said_once(found: set[Find]) -> Iterator[Find]:
    """In order, without what lies within something surer or within more of the same. One pass: a text may hold thousands."""
    hard_until, soft_until = 0, dict.fromkeys(Kind, 0)
    for find in sorted(found, key=_order):
        if find.end <= hard_until or not find.is_hard and find.end <= soft_until[find.kind]:
            continue
        if find.is_hard:
            hard_until = max(hard_until, find.end)
        else:
            soft_until[find.kind] = find.end
        yield find


def _order(find: Find) -> tuple[int, int, bool, int]:
    rank = FIRST.index(find.kind) if find.kind in FIRST else len(FIRST)
    return find.start, -find.end, not find.is_hard, rank
