"""Pasted text: one plain form, and the same words on every way out."""

from __future__ import annotations

import pytest

from portal.kit.pasted import tidy

PASTED = [
    ("Gewoon", "Gewoon"),
    ("  om en om  ", "om en om"),
    ("een\r\ntwee", "een\ntwee"),
    ("een\rtwee", "een\ntwee"),
    ("een\vtwee", "een\ntwee"),
    ("een\x0ctwee", "een\ntwee"),
    ("een\u2028twee", "een\ntwee"),
    ("een\u2029twee", "een\ntwee"),
    ("een\x85twee", "een\ntwee"),
    ("een\n\n\ntwee", "een\n\n\ntwee"),
    ("1\t2\t3", "1 | 2 | 3"),
    ("a\tb\r\nc\td", "a | b\nc | d"),
    ("a \t b", "a | b"),
    ("a\t\tb", "a | b"),
    ("\tingesprongen", "ingesprongen"),
    ("tot het eind\t", "tot het eind"),
    ("kop\n   ingesprongen", "kop\n   ingesprongen"),
    ("\uf0b7\tPunt", "• Punt"),
    ("\uf0b7 Punt", "• Punt"),
    ("\uf0a7\tPunt", "• Punt"),
    ("\uf0d8\tPunt", "• Punt"),
    ("•\tPunt", "• Punt"),
    ("·\tPunt", "• Punt"),
    ("·       Punt", "• Punt"),
    ("o\tPunt", "• Punt"),
    ("o   Punt", "• Punt"),
    ("o punt", "o punt"),
    ("-\tPunt", "- Punt"),
    ("–\tPunt", "– Punt"),
    ("- Punt", "- Punt"),
    ("eerst\n\uf0b7\tdan\n\uf0b7\ten dan", "eerst\n• dan\n• en dan"),
    ("\uf0fc\tGedaan", "✓ Gedaan"),
    ("A \uf0e0 B", "A → B"),
    ("3 \uf0b3 2", "3 ≥ 2"),
    ("20 \uf0b0C", "20 °C"),
    ("niet\u00a0breken", "niet breken"),
    ("10\u202f000", "10 000"),
    ("een\u2003twee", "een twee"),
    ("een\u3000twee", "een twee"),
    ("af\u00adbreken", "afbreken"),
    ("a\u200bb", "ab"),
    ("a\ufeffb", "ab"),
    ("\u202eomgekeerd\u202c", "omgekeerd"),
    ("\u2066a\u2069", "a"),
    ("a\x00b", "ab"),
    ("a\x07b", "ab"),
    ("a\x1bb", "ab"),
    ("\ue000eigen teken", "eigen teken"),
    ("half \ud800 teken", "half  teken"),
    ("“aangehaald”", "“aangehaald”"),
    ("'s avonds", "'s avonds"),
    ("’s avonds", "’s avonds"),
    ("een – streep — lang", "een – streep — lang"),
    ("drie puntjes…", "drie puntjes…"),
    ("café, coöperatie, één, Šimun, Łódź", "café, coöperatie, één, Šimun, Łódź"),
    ("€ 1.000,-", "€ 1.000,-"),
    ("½ en ²", "½ en ²"),
    ("👩\u200d👧 samen", "👩\u200d👧 samen"),
    ("\u200d", ""),
    ("<b>vet</b> & meer", "<b>vet</b> & meer"),
    ("=1+1", "=1+1"),
    ("https://example.nl/" + "a" * 60, "https://example.nl/" + "a" * 60),
]


@pytest.mark.parametrize(("pasted", "plain"), PASTED, ids=range(len(PASTED)))
def test_pasted_text_is_made_plain_once(pasted: str, plain: str) -> None:
    assert tidy(pasted) == plain
    assert tidy(plain) == plain, "and stays so when it is saved again"
