"""Reading the Landelijk Kader: every paragraph found, nothing lost, and pages with the same addresses each time."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client

from home.models import ChapterPage, EditionPage
from portal.documents.enums import EditionStatus
from portal.documents.importing import kader, rendering
from portal.documents.importing.blocks import count_words
from portal.documents.models import Edition, Section

CHAPTERS = ["Identiteit", "Context en positionering", "Doelstelling en functies", "Focus en scope", "Regionale organisatie", "Landelijke organisatie", "Visie en ambities"]  # fmt: skip
NUMBERS = [
    "1.1",
    "1.2",
    "1.3",
    "2.1",
    "2.2",
    "3.1",
    "3.2",
    "4.1",
    "4.2",
    "4.3",
    "4.4",
    "4.5",
    "4.6",
    "5.1",
    "5.2",
    "5.3",
    "5.4",
    "6.1",
    "6.2",
    "7.1",
    "7.2",
    "7.3",
    "7.4",
]
SMALL = """Inhoudsopgave

1. Begin\t3
1.1 Eerste\t3

Begin

Een zin met een noot¹ erin.

1. Geen kop maar een punt
2. Nog een punt

1.1 Eerste

Een zin die over de bladzij

loopt en daar verder gaat.

¹ De noot zelf.

1.2 Tweede, niet in de inhoud

Slot.

Colofon

Druk:

Eerste
"""


def test_small_text_has_its_sections_and_footnote() -> None:
    outline = kader.read(SMALL)
    assert [(s.number, s.title, s.level) for s in outline.sections] == [
        ("1", "Begin", 1), ("1.1", "Eerste", 2), ("1.2", "Tweede, niet in de inhoud", 2), ("", "Colofon", 1),
    ]  # fmt: skip
    assert rendering.footnotes(outline.sections[0]) == [("1", "De noot zelf.")]


def test_every_word_is_placed_or_named() -> None:
    outline = kader.read(SMALL)
    placed = sum(section.word_count for section in outline.sections)
    assert placed + sum(count_words(piece.text) for piece in outline.left_out) == count_words(SMALL)


def test_text_that_a_page_break_cut_is_joined_and_lists_stay_lists() -> None:
    sections = kader.read(SMALL).sections
    assert rendering.parts(sections[1]) == ["<p>Een zin die over de bladzij loopt en daar verder gaat.</p>"]
    assert rendering.parts(sections[0]) == [
        "<p>Een zin met een noot<sup>1</sup> erin.</p><ol><li>Geen kop maar een punt</li><li>Nog een punt</li></ol>"
    ]


def test_markup_in_a_source_is_only_text() -> None:
    section = kader.read(SMALL.replace("Slot.", "Slot <script>x</script> & meer.")).sections[2]
    assert rendering.parts(section) == ["<p>Slot &lt;script&gt;x&lt;/script&gt; &amp; meer.</p>"]


@pytest.mark.django_db
@pytest.mark.parametrize(("content", "said"), [(b"Geen inhoud.", "inhoudsopgave"), (b"\xff\xfe\x00", "UTF-8")])
def test_a_text_that_cannot_be_read_is_refused_in_words(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "tekst.txt"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=said):
        call_command("import_kader", str(file), edition="2030", title="Kader", stdout=StringIO())
    assert not EditionPage.objects.exists()


@pytest.mark.sources
@pytest.mark.django_db
def test_dry_run_of_the_source_prints_what_it_found_and_writes_nothing(kader_source: Path) -> None:
    out = StringIO()
    call_command("import_kader", str(kader_source), edition="2024", title="Kader", dry_run=True, json=True, stdout=out)
    found = json.loads(out.getvalue())
    assert [s["title"] for s in found["sections"] if s["level"] == 1 and s["number"]] == CHAPTERS
    assert [s["number"] for s in found["sections"] if s["level"] == 2] == NUMBERS
    assert [s["title"] for s in found["sections"] if not s["number"]] == ["Voorwoord", "Woordenlijst en schrijfwijzer", "Colofon"]
    assert {s["number"]: s["footnotes"] for s in found["sections"] if s["footnotes"]} == {
        None: 1,
        "1.2": 2,
        "2.1": 1,
        "3.2": 1,
        "4.2": 1,
        "7.3": 1,
    }
    named = sum(count_words(piece["text"]) for piece in found["left_out"])
    total = count_words(kader_source.read_text())
    assert sum(s["words"] for s in found["sections"]) + named == total
    assert found["coverage"] >= 0.95
    assert not EditionPage.objects.exists()


@pytest.mark.sources
@pytest.mark.django_db
def test_import_publishes_pages_and_rows_and_may_run_again(kader_source: Path, client: Client) -> None:
    arguments = {"edition": "2024", "title": "Landelijk Kader", "in_force": date(2024, 11, 8), "stdout": StringIO()}
    call_command("import_kader", str(kader_source), **arguments)
    first = {section.anchor: (section.pk, section.sha256) for section in Section.objects.all()}
    call_command("import_kader", str(kader_source), **arguments)
    assert {section.anchor: (section.pk, section.sha256) for section in Section.objects.all()} == first
    assert ChapterPage.objects.live().count() == 10
    assert Edition.objects.get().status == EditionStatus.GELDEND
    assert str(Section.objects.get(anchor="par-4-2")) == "Landelijk Kader 2024, § 4.2"
    assert client.get("/kader/").headers["Location"] == "/kader/2024/"
    page = client.get("/kader/2024/woordenlijst-en-schrijfwijzer/").content.decode()
    assert "<td>keten</td>" in page
    page = client.get("/kader/2024/focus-en-scope/").content.decode()
    assert 'id="par-4-2"' in page
    assert 'href="#noot-6"' in page


@pytest.mark.django_db
def test_an_anchor_is_the_address_of_one_paragraph(tmp_path: Path) -> None:
    file = tmp_path / "tekst.txt"
    file.write_text(SMALL)
    call_command("import_kader", str(file), edition="2030", title="Kader", stdout=StringIO())
    chapter = ChapterPage.objects.get(slug="begin")
    chapter.full_clean()
    chapter.body[1].value["anchor"] = "colofon"
    with pytest.raises(ValidationError, match="colofon"):
        chapter.full_clean()
    chapter.body[1].value["anchor"] = chapter.body[0].value["anchor"]
    with pytest.raises(ValidationError, match="hoofdstuk-1"):
        chapter.full_clean()
