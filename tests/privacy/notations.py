"""Identifiers made up by the thousand, each in one of more than thirty notations, in a sentence that says nothing about them."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterator

from stdnum.iso7064 import mod_97_10

from portal.privacy.enums import Kind

CONSONANTS = "BDFGHJKLNPRSTVXZ"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
SENTENCES = ("Dit kwam terug: {} en daarna niets.", "Wij zagen {} staan.", "({})", "Het ging om {}, steeds weer.", "{}")
STREETS = ("Dorpsstraat", "Kerklaan", "Van Goghplein", "Molenweg", "Prinsengracht", "Lindenhof", "Tulpensingel", "Stationsstraat")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choices(string.digits, k=count))


def bsn(chance: random.Random) -> str:
    while True:
        digits = [chance.randint(1, 9), *(chance.randint(0, 9) for _ in range(7))]
        last = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
        if last < 10:
            return "".join(map(str, [*digits, last]))


def iban(chance: random.Random) -> str:
    bank, account = chance.choice(["ABNA", "INGB", "RABO", "TRIO"]), _digits(chance, 10)
    return f"NL{mod_97_10.calc_check_digits(f'{bank}{account}NL'):0>2}{bank}{account}"


def mobile(chance: random.Random) -> str:
    return f"06{chance.choice('12345')}{_digits(chance, 7)}"


def _day(chance: random.Random) -> tuple[int, int, int]:
    return chance.randint(1, 28), chance.randint(1, 12), chance.randint(1930, 2015)


def plate(chance: random.Random, form: str) -> str:
    return "".join(
        chance.choice(CONSONANTS) if sign == "L" else chance.choice(string.digits) if sign == "9" else sign for sign in form
    )


def cut(text: str, sizes: tuple[int, ...], sign: str) -> str:
    pieces, place = [], 0
    for size in sizes:
        pieces.append(text[place : place + size])
        place += size
    return sign.join(pieces)


Make = Callable[[random.Random], str]
NOTATIONS: list[tuple[Kind, str, Make]] = [
    (Kind.BSN, "plain", bsn),
    (Kind.BSN, "dots", lambda c: cut(bsn(c), (4, 2, 3), ".")),
    (Kind.BSN, "threes", lambda c: cut(bsn(c), (3, 3, 3), " ")),
    (Kind.BSN, "dashes", lambda c: cut(bsn(c), (3, 3, 3), "-")),
    (Kind.BSN, "single", lambda c: " ".join(bsn(c))),
    (Kind.BSN, "full width", lambda c: bsn(c).translate(FULL_WIDTH)),
    (Kind.BSN, "other script", lambda c: bsn(c).translate(ARABIC)),
    (Kind.BSN, "zero width", lambda c: "\u200b".join(bsn(c))),
    (Kind.IBAN, "plain", iban),
    (Kind.IBAN, "fours", lambda c: cut(iban(c), (4, 4, 4, 4, 2), " ")),
    (Kind.IBAN, "small", lambda c: iban(c).lower()),
    (Kind.IBAN, "dashes", lambda c: cut(iban(c), (4, 4, 4, 4, 2), "-")),
    (Kind.IBAN, "soft hyphens", lambda c: cut(iban(c), (4, 4, 4, 4, 2), "\u00ad")),
    (Kind.TELEPHONE, "plain", mobile),
    (Kind.TELEPHONE, "dash", lambda c: cut(mobile(c), (2, 8), "-")),
    (Kind.TELEPHONE, "pairs", lambda c: cut(mobile(c), (2, 2, 2, 2, 2), " ")),
    (Kind.TELEPHONE, "dots", lambda c: cut(mobile(c), (2, 2, 2, 2, 2), ".")),
    (Kind.TELEPHONE, "country", lambda c: f"+31 {mobile(c)[1:]}"),
    (Kind.TELEPHONE, "long country", lambda c: f"0031{mobile(c)[1:]}"),
    (Kind.TELEPHONE, "brackets", lambda c: f"+31(0){mobile(c)[1:]}"),
    (Kind.TELEPHONE, "long dash", lambda c: cut(mobile(c), (2, 8), "\u2013")),
    (
        Kind.EMAIL,
        "plain",
        lambda c: f"{c.choice('abcdefgh')}.{c.choice(('jansen', 'visser', 'smit'))}{c.randint(1, 999)}@gmail.com",
    ),
    (
        Kind.EMAIL,
        "at work",
        lambda c: f"{c.choice('abcdefgh')}{c.randint(1, 9)}.{c.choice(('bakker', 'mulder'))}@gemeente-voorbeeld.nl",
    ),
    *(
        (Kind.PLATE, form, lambda c, form=form: plate(c, form))
        for form in ("LL-999-L", "9-LLL-99", "99-LL-LL", "LLL-99-L", "99-99-LL")
    ),
    (Kind.ADDRESS, "street", lambda c: f"{c.choice(STREETS)} {c.randint(1, 400)}"),
    (Kind.ADDRESS, "with letter", lambda c: f"{c.choice(STREETS)} {c.randint(1, 400)}{c.choice('abc')}"),
    (Kind.POSTCODE, "after", lambda c: f"{c.randint(1011, 1899)} {plate(c, 'LL')} {c.randint(1, 300)}"),
    (Kind.POSTCODE, "tight", lambda c: f"{c.randint(2100, 9999)}{plate(c, 'LL')} {c.randint(1, 300)}"),
    (Kind.BIRTH, "dashes", lambda c: "geboren op {:02}-{:02}-{}".format(*_day(c))),
    (Kind.BIRTH, "words", lambda c: (lambda d, m, y: f"geboortedatum {d} {MONTHS[m - 1]} {y}")(*_day(c))),
    (Kind.BIRTH, "backwards", lambda c: (lambda d, m, y: f"geb. {y}-{m:02}-{d:02}")(*_day(c))),
    (Kind.CASE, "parket", lambda c: f"{_digits(c, 2)}/{_digits(c, 6)}-{_digits(c, 2)}"),
    (Kind.CASE, "police", lambda c: f"PL{_digits(c, 4)}-{c.randint(2000, 2026)}{_digits(c, 6)}"),
    (Kind.CASE, "named", lambda c: f"dossiernummer {_digits(c, 6)}"),
]


def generated(count: int, seed: int) -> Iterator[tuple[Kind, str, str]]:
    """So many texts, each with the kind and notation of the identifier in it."""
    chance = random.Random(seed)  # noqa: S311  nothing secret
    for number in range(count):
        kind, name, make = NOTATIONS[number % len(NOTATIONS)]
        yield kind, name, chance.choice(SENTENCES).format(make(chance))
