"""The words of the network: marking those with a meaning where one reads, and pointing out others while one writes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape

from django.utils.safestring import SafeString, mark_safe

from portal.documents.models import Term

TAG = re.compile(r"(<[^>]+>)")
SILENT = ("a", "h1", "h2", "h3", "h4", "h5", "h6", "th", "button")  # a word in these is not marked
ENDINGS = "(?:s|en|n|e)?"


@dataclass(frozen=True)
class Finding:
    """A word in a text, and what the list says instead."""

    found: str
    preferred: str
    is_name: bool

    @property
    def sentence(self) -> str:
        if self.is_name:
            return f"“{self.found}” schrijven we als “{self.preferred}”."
        return f"Liever “{self.preferred}” dan “{self.found}”."


def explained(html: str, terms: Iterable[Term]) -> SafeString:
    """The HTML of a section with the first mention of every word that has a meaning as a button that opens it."""
    known = {term.word.lower(): term for term in terms if term.meaning}
    if not known:
        return mark_safe(html)  # noqa: S308  drawn by drawing.draw
    pattern = _any_of(known)
    pieces, silent = TAG.split(html), 0
    for place, piece in enumerate(pieces):
        if piece.startswith("<"):
            silent += _opens(piece)
        elif not silent and known:
            pieces[place] = pattern.sub(lambda match: _button(match[0], known), piece)
    return mark_safe("".join(pieces))  # noqa: S308  only buttons were added


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted((re.escape(escape(word, quote=False)) for word in words), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b", re.IGNORECASE)


def _opens(tag: str) -> int:
    name = tag.strip("</>").split(" ")[0].lower()
    if name not in SILENT:
        return 0
    return -1 if tag.startswith("</") else 1


def _button(text: str, known: dict[str, Term]) -> str:
    term = known.pop(unescape(text).lower(), None)
    return f'<button type="button" class="term" popovertarget="woord-{term.pk}">{text}</button>' if term else text


def findings(text: str, terms: Iterable[Term]) -> list[Finding]:
    """Words in this text that the list advises against, and names without their capitals: each once."""
    found: dict[tuple[str, str], Finding] = {}
    for term in terms:
        for word in term.instead_of:
            for match in re.finditer(rf"\b{re.escape(word)}{ENDINGS}\b", text, re.IGNORECASE):
                found.setdefault((match[0].lower(), term.word), Finding(match[0], term.word, False))
        if term.is_name:
            for match in re.finditer(rf"\b{re.escape(term.word)}\b", text, re.IGNORECASE):
                if match[0] != term.word:
                    found.setdefault((match[0], term.word), Finding(match[0], term.word, True))
    return list(found.values())
