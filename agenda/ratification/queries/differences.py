"""What changed from one version of an agreement to the next, to the word."""

from __future__ import annotations

from difflib import SequenceMatcher

from agenda.ratification.models import AgreementVersion
from portal.documents.queries.comparison import Piece, pieces
from portal.ui.templatetags.ui import day

Compared = list[tuple[str, list[list[Piece]]]]


def compare(before: AgreementVersion, after: AgreementVersion) -> Compared:
    """Each part of the text with its paragraphs, old and new words marked. Parts that stayed are there too."""
    dates = [(day(each.from_date), day(each.evaluate_date)) for each in (before, after)]
    return [
        ("Titel", _paragraphs(before.title, after.title)),
        ("Tekst", _paragraphs(before.text, after.text)),
        ("Wat het van wie vraagt", _paragraphs(before.asks, after.asks)),
        ("Vanaf", [pieces(dates[0][0], dates[1][0])]),
        ("Evaluatie", [pieces(dates[0][1], dates[1][1])]),
    ]


def _paragraphs(before: str | None, after: str | None) -> list[list[Piece]]:
    one, other = ([each for each in (text or "").split("\n") if each.strip()] for text in (before, after))
    found: list[list[Piece]] = []
    for op, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if op == "equal":
            found += [[Piece("same", text)] for text in other[c:d]]
            continue
        pairs = min(b - a, d - c)
        found += [pieces(one[a + place], other[c + place]) for place in range(pairs)]
        found += [[Piece("removed", text)] for text in one[a + pairs : b]]
        found += [[Piece("added", text)] for text in other[c + pairs : d]]
    return found
