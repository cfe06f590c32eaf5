"""A text as the patterns read it: capped, without what nobody sees, in plain digits
and spaces; and where each character came from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

LONGEST = 20_000  # characters that are ever looked at; forms refuse longer texts
DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
POINTS = dict.fromkeys(map(ord, "\u00b7\u2022\u2219\u2024\u30fb"), ".")
QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'")
SAME = {**DASHES, **POINTS, **QUOTES}


@dataclass(frozen=True)
class Normalised:
    text: str
    came_from: list[int] | None  # for each character its place in the original; None where nothing moved

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the normalised text stands in the original."""
        if self.came_from is None or end <= start:
            return start, end
        return self.came_from[start], self.came_from[end - 1] + 1


def normalise(text: str) -> Normalised:
    """NFKC, plain digits, one space where there were several, without zero-width and other format characters."""
    text = text[:LONGEST]
    if text.isascii() and "  " not in text and "\t" not in text:
        return Normalised(text, None)
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for plain in _plain(letter):
            if plain == " " and letters and letters[-1] == " ":
                continue
            letters.append(plain)
            places.append(place)
    return Normalised("".join(letters), places)


def _plain(letter: str) -> str:
    if letter == "\n" or " " < letter <= "~":
        return letter
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in ("Cf", "Cc", "Cs"):
        return ""
    if same := SAME.get(ord(letter)):
        return same
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    return unicodedata.normalize("NFKC", letter)
