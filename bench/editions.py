"""Fifty editions of two hundred sections, for reading, comparing and searching."""

from __future__ import annotations

import random

from django.db import connection

EDITIONS, CHAPTERS, SECTIONS = 50, 10, 20
WORDS = [
    "overlast",
    "onveiligheid",
    "zorg",
    "veiligheid",
    "regio",
    "partner",
    "gemeente",
    "huis",
    "casus",
    "aanpak",
    "afspraak",
    "besluit",
    "bureau",
    "netwerk",
    "overleg",
    "plan",
    "wonen",
    "herstel",
    "inwoner",
    "signaal",
    "opvang",
    "begeleiding",
    "toezicht",
    "samenwerking",
    "verantwoordelijkheid",
    "uitvoering",
]


def fill(database: str) -> None:
    """Write them into this database, each a little different from the one before."""
    from portal.documents.domain.editions import digest_of
    from portal.documents.models import Document, Edition, Section

    connection.close()
    connection.settings_dict["NAME"] = database
    chance = random.Random(4)
    document = Document.objects.create(slug="bench-kader", title="Kader van de bench")
    texts = [_text(chance) for _ in range(CHAPTERS * SECTIONS)]
    for number in range(1, EDITIONS + 1):
        edition = Edition.objects.create(document=document, label=f"e{number}", title="Kader van de bench")
        for place in chance.sample(range(len(texts)), 10):
            texts[place] = _text(chance)
        rows = [_section(edition, place, text) for place, text in enumerate(texts)]
        for row in rows:
            row.sha256 = digest_of(row)
        Section.objects.bulk_create(rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE documents_section")
    connection.close()


def _text(chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(60)).capitalize() + "."


def _section(edition: object, place: int, text: str) -> object:
    from portal.documents.models import Section

    chapter, nr = divmod(place, SECTIONS)
    number = f"{chapter + 1}.{nr}" if nr else str(chapter + 1)
    anchor = f"par-{chapter + 1}-{nr}"
    content = [{"kind": "paragraph", "text": text, "anchor": f"{anchor}-al-1"}]
    return Section(
        edition=edition,
        chapter=f"hoofdstuk-{chapter + 1}",
        number=number,
        anchor=anchor,
        title=f"Onderwerp {number}",
        level=2 if nr else 1,
        order=place,
        content=content,
        notes=[],
        text=text,
    )
