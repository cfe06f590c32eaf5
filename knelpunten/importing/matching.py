"""Which column says what, and what a row then says about a knelpunt."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from knelpunten.enums import Frequency, KnelpuntKind
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
    "title": "Titel", "pattern": "Omschrijving", "house": "Huis", "place": "Thema", "kind": "Ligt in", "would_help": "Wat zou helpen",
    "tried": "Al geprobeerd", "frequency": "Hoe vaak",
}  # fmt: skip
LONGEST = {"title": 140, "pattern": 1500, "would_help": 1000, "tried": 1000}


def plain(text: str) -> str:
    """Small letters without accents and signs, for comparing names."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


def match_columns(header: list[str]) -> dict[str, int]:
    """For each thing that can be said, the column that says it."""
    names = [plain(cell) for cell in header]
    found: dict[str, int] = {}
    for what, words in CALLED.items():
        place = next((names.index(word) for word in words if word in names and names.index(word) not in found.values()), None)
        if place is not None:
            found[what] = place
    return found


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
            for name in (house.name, house.slug, house.name.replace("Zorg- en Veiligheidshuis", "")):
                made.houses[plain(name)] = house.pk
        made.themes = {plain(name): theme.pk for theme in Theme.objects.all() for name in (theme.title, theme.slug)}
        made.ambitions = {plain(ambition.name): ambition.pk for ambition in Ambition.objects.all()}
        return made


@dataclass
class Row:
    """What a row says, what was noticed on the way, and why it cannot be taken over."""

    number: int
    said: dict[str, Any]
    notes: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def row_of(number: int, cells: list[str], columns: dict[str, int], names: Names) -> Row:
    """One row of the list as the fields of a knelpunt."""
    texts = {what: cells[place] if place < len(cells) else "" for what, place in columns.items()}
    said: dict[str, Any] = {what: texts.get(what, "") for what in LONGEST}
    row = Row(number, said)
    if not said["title"] and said["pattern"]:
        said["title"] = (
            said["pattern"].splitlines()[0][:137].rsplit(" ", 1)[0] + "…" if len(said["pattern"]) > 140 else said["pattern"]
        )
        row.notes.append("De titel is het begin van de omschrijving.")
    for what, longest in LONGEST.items():
        if len(said[what]) > longest:
            row.refused.append(f"{LABELS[what]} is langer dan {longest} tekens.")
    if not said["title"]:
        row.refused.append("Er is geen titel en geen omschrijving.")
    said["pattern"] = said["pattern"] or said["title"]
    _place(row, texts, names)
    kind = next((value for value, label in KnelpuntKind.choices if plain(texts.get("kind", "")) in (value, plain(label))), "")
    if not kind:
        row.notes.append("Waar het in ligt, staat er niet bij. Er is “het stelsel” ingevuld.")
    said["kind"] = kind or KnelpuntKind.STELSEL
    said["frequency"] = next(
        (value for value, label in Frequency.choices if plain(texts.get("frequency", "")) in (value, plain(label))), ""
    )
    return row


def _place(row: Row, texts: dict[str, str], names: Names) -> None:
    house, place = plain(texts.get("house", "")), plain(texts.get("place", ""))
    row.said["house"] = names.houses.get(house)
    if house and row.said["house"] is None:
        row.refused.append("Dit huis is niet bekend. Laat de cel leeg als het landelijk is opgehaald.")
    row.said["theme"], row.said["ambition"] = names.themes.get(place), None
    if place and row.said["theme"] is None:
        row.said["ambition"] = names.ambitions.get(place)
        if row.said["ambition"] is None:
            row.notes.append("Dit thema is niet bekend. Het knelpunt is nog niet ingedeeld.")
