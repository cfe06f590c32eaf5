"""Which column says what, and what a row then says about a knelpunt."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from knelpunten.enums import Frequency, KnelpuntKind
from portal.kit.pasted import tidy
from portal.network.models import Ambition, House, Theme

# What people call a column, without capitals, accents and signs.
CALLED = {
    "title": ("titel", "knelpunt", "onderwerp", "naam", "kop", "kort"),
    "pattern": ("omschrijving", "patroon", "het patroon", "beschrijving", "toelichting", "probleem", "wat speelt er", "inhoud"),
    "house": ("huis", "zvh", "zorg en veiligheidshuis", "veiligheidshuis", "regio", "indiener", "ingediend door", "herkomst"),
    "place": ("thema", "thema of ambitie", "ambitie", "hoort bij", "categorie"),
    "kind": ("ligt in", "soort", "waar ligt het", "aard", "type"),
    "would_help": ("wat zou helpen", "oplossing", "oplossingsrichting", "wens", "voorstel"),
    "tried": ("al geprobeerd", "wat is al geprobeerd", "geprobeerd", "eerdere acties"),
    "frequency": ("hoe vaak", "frequentie"),
}
LABELS = {
    "title": "Titel",
    "pattern": "Omschrijving",
    "house": "Huis",
    "place": "Thema",
    "kind": "Ligt in",
    "would_help": "Wat zou helpen",
    "tried": "Al geprobeerd",
    "frequency": "Hoe vaak",
}
NOT_SAID = "Er staat niet bij waar het in ligt. Dat is nog niet ingedeeld."
NOT_KNOWN = "Het portaal kent niet wat er bij “Ligt in” staat. Waar het in ligt, is nog niet ingedeeld."
HEADER_WITHIN = 30  # lines from the top
LONGEST = {"title": 140, "pattern": 1500, "would_help": 1000, "tried": 1000}


def plain(text: str) -> str:
    """Small letters without accents and signs, for comparing names."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


NOT_WITHIN = {
    "naam",
    "kop",
    "kort",
    "type",
    "soort",
    "aard",
    "inhoud",
    "huis",
    "regio",
    "wens",
}  # these say it only where they stand alone


def guess_columns(header: list[str]) -> dict[str, int]:
    """For each thing that can be said, the column that most likely says it."""
    likely = sorted(
        (-score, order, place, what)
        for place, cell in enumerate(header)
        for order, what in enumerate(CALLED)
        if (score := _likeness(cell, what))
    )
    found: dict[str, int] = {}
    for _, _, place, what in likely:
        if what not in found and place not in found.values():
            found[what] = place
    return found


def _likeness(cell: str, what: str) -> int:
    """How surely a head means this: its very words, one of the words it gives, or words with more around them."""
    head = plain(cell)
    parts = {plain(part) for part in re.split(r"[/(),;:|\n]| of | en ", cell)}
    if head in CALLED[what]:
        return 3
    if parts & set(CALLED[what]):
        return 2
    within = [word for word in CALLED[what] if word not in NOT_WITHIN]
    return int(len(head) < 60 and any(re.search(rf"\b{word}(?:en|s)?\b", head) for word in within))


def guess_header(lines: list[list[str]]) -> tuple[int, int]:
    """The line that says what the columns are, counted from one, and how much speaks for it.

    Titles and groups may stand above it.
    """
    best, first = (0, 0), 0
    for number, line in enumerate(lines[:HEADER_WITHIN], 1):
        if sum(map(bool, line)) < 2:
            continue
        first = first or number
        found = guess_columns(line)
        score = sum(_likeness(line[place], what) for what, place in found.items())
        if score > best[1]:
            best = number, score
    return best if best[0] else (first, 0)


def guess_table(found: list[list[list[str]]]) -> int:
    """Which sheet holds the list: the one whose heads say most of what a knelpunt has, and of two alike the longest."""
    return max(range(len(found)), key=lambda place: (guess_header(found[place])[1], sum(map(any, found[place]))))


@dataclass
class Names:
    """How houses, themes and ambitions are called, each to its key."""

    houses: dict[str, int] = field(default_factory=dict)
    themes: dict[str, int] = field(default_factory=dict)
    ambitions: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of_the_network(cls) -> Names:
        """Three queries."""
        made = cls()
        for house in House.objects.select_related("region"):
            for name in (house.name, house.slug):
                made.houses[_bare(name)] = house.pk
        of_region: dict[str, list[int]] = {}
        for house in House.objects.select_related("region"):
            of_region.setdefault(_bare(house.region.name), []).append(house.pk)
        for name, only in of_region.items():
            if len(only) == 1:
                made.houses.setdefault(name, only[0])
        made.themes = {plain(name): theme.pk for theme in Theme.objects.all() for name in (theme.title, theme.slug)}
        made.ambitions = {plain(ambition.name): ambition.pk for ambition in Ambition.objects.all()}
        return made


def _bare(name: str) -> str:
    """A house or region without the word for what it is."""
    return re.sub(r"^(?:zorg en veiligheidshuis|veiligheidshuis|veiligheidsregio|zvh|regio|huis)\b ?", "", plain(name))


@dataclass
class Row:
    """What a row says, what was noticed on the way, and why it cannot be taken over."""

    number: int
    said: dict[str, Any]
    notes: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def row_of(number: int, cells: list[str], columns: dict[str, int], names: Names) -> Row:
    """One row of the list as the fields of a knelpunt."""
    return row_from(number, {what: cells[place] if place < len(cells) else "" for what, place in columns.items()}, names)


def row_from(number: int, texts: dict[str, str], names: Names) -> Row:
    """What was written in a row, as the fields of a knelpunt. What is not there is not made up."""
    said: dict[str, Any] = {what: tidy(texts.get(what, "")) for what in LONGEST}
    said["written"] = {what: texts.get(what, "") for what in ("house", "place", "kind", "frequency")}
    row = Row(number, said)
    if not said["title"] and said["pattern"]:
        begin = said["pattern"].splitlines()[0]
        said["title"] = begin if len(begin) <= LONGEST["title"] else begin[:137].rsplit(" ", 1)[0] + "…"
        row.notes.append("De titel is het begin van de omschrijving.")
    for what, longest in LONGEST.items():
        if len(said[what]) > longest:
            row.refused.append(f"{LABELS[what]} is langer dan {longest} tekens.")
    if not said["title"]:
        row.refused.append("Er is geen titel en geen omschrijving.")
    said["pattern"] = said["pattern"] or said["title"]
    _place(row, texts, names)
    said["kind"] = _kind_of(texts.get("kind", ""))
    if not said["kind"]:
        row.notes.append(NOT_SAID if not texts.get("kind", "").strip() else NOT_KNOWN)
    said["frequency"] = next(
        (value for value, label in Frequency.choices if plain(texts.get("frequency", "")) in (value, plain(label))), ""
    )
    return row


def _kind_of(text: str) -> str:
    """Where it lies, when exactly one place is named."""
    words = set(plain(text).replace("werkproces ", "werkprocessen ").split())
    found = [kind.value for kind in KnelpuntKind if kind.value in words]
    return found[0] if len(found) == 1 else ""


def _place(row: Row, texts: dict[str, str], names: Names) -> None:
    house, place = _bare(texts.get("house", "")), plain(texts.get("place", ""))
    row.said["house"] = names.houses.get(house) if house else None
    if house and row.said["house"] is None and house not in ("landelijk", "alle", "alle huizen", "algemeen"):
        row.refused.append("Dit huis is niet bekend. Verbeter de naam, of laat haar leeg als het landelijk is opgehaald.")
    row.said["theme"], row.said["ambition"] = names.themes.get(place), None
    if place and row.said["theme"] is None:
        row.said["ambition"] = names.ambitions.get(place)
        if row.said["ambition"] is None:
            row.notes.append("Dit thema is niet bekend. Het knelpunt is nog niet ingedeeld.")
