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
from portal.documents.importing import plain_text, rendering, sources
from portal.documents.importing.blocks import count_words
from portal.documents.models import Edition, Section

CHAPTERS = [
    "Identiteit",
    "Context en positionering",
    "Doelstelling en functies",
    "Focus en scope",
    "Regionale organisatie",
    "Landelijke organisatie",
    "Visie en ambities",
]
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
    outline = plain_text.read(SMALL)
    assert [(s.number, s.title, s.level) for s in outline.sections] == [
        ("1", "Begin", 1),
        ("1.1", "Eerste", 2),
        ("1.2", "Tweede, niet in de inhoud", 2),
        ("", "Colofon", 1),
    ]
    assert rendering.notes_of(outline.sections[0]) == [{"mark": "1", "text": "De noot zelf."}]
    assert [section.is_guessed for section in outline.sections] == [True, False, False, True]


def test_every_word_is_placed_or_named() -> None:
    outline = plain_text.read(SMALL)
    placed = sum(section.word_count for section in outline.sections)
    assert placed + sum(count_words(piece.text) for piece in outline.left_out) == count_words(SMALL)


def test_text_that_a_page_break_cut_is_joined_and_lists_stay_lists() -> None:
    sections = plain_text.read(SMALL).sections
    assert rendering.content_of(sections[1]) == [
        {"kind": "paragraph", "text": "Een zin die over de bladzij loopt en daar verder gaat."}
    ]
    assert rendering.content_of(sections[0]) == [
        {"kind": "paragraph", "text": "Een zin met een noot<sup>1</sup> erin."},
        {
            "kind": "list",
            "style": "decimal",
            "items": [{"text": "Geen kop maar een punt", "items": []}, {"text": "Nog een punt", "items": []}],
        },
    ]


def test_markup_in_a_source_is_only_text() -> None:
    section = plain_text.read(SMALL.replace("Slot.", "Slot <script>x</script> & meer.")).sections[2]
    assert rendering.content_of(section) == [{"kind": "paragraph", "text": "Slot &lt;script&gt;x&lt;/script&gt; &amp; meer."}]


def test_text_without_headings_becomes_one_section_and_says_so() -> None:
    outline = plain_text.read("Zomaar een zin die nergens bij hoort.\n\nEn nog een.\n")
    assert [section.title for section in outline.sections] == ["Tekst"]
    assert outline.coverage == 1.0
    assert "geen koppen" in outline.warnings[0]


DOUBLE = "\n\n".join(
    ["1\tBegin", "1.1 Waarom dit stuk", "In deze regio werken mensen al jaren samen aan een",
     "aanpak die voor iedereen goed te begrijpen is en be-", "kend is."]
    + ["Een tweede alinea begint hier en gaat ook weer over", "meer dan één regel heen."] * 6
    + ["1) Het eerste doel", "De tekst bij het eerste doel is kort maar staat hier", "wel in volle zinnen.",
       "Doelstelling: in 2030 is het eerste doel gehaald."]
    + ["2) Het tweede doel", "De tekst bij het tweede doel is ook kort en staat er", "ook in volle zinnen.",
       "Doelstelling: in 2030 is het tweede doel gehaald."]
    + ["3) Het derde doel", "De tekst bij het derde doel breekt halverwege af en", "gaat na de bijlage verder."]
    + [" Bijlage 1", "Wie er mee mogen doen", "Iedereen die mee wil doen en die iets te brengen heeft",
       "mag meedoen aan het werk.", "Doelstelling: in 2030 is het derde doel gehaald."]
    + ["4) Het vierde doel", "De tekst bij het vierde doel staat na de bijlage en", "hoort bij hoofdstuk 1.",
       "Doelstelling: in 2030 is het vierde doel gehaald."]
)  # fmt: skip


def test_text_with_an_empty_line_after_every_line_is_read_as_running_text() -> None:
    outline = plain_text.read(DOUBLE)
    assert [section.number for section in outline.sections] == ["1", "1.1", "1)", "2)", "3)", "4)", "Bijlage 1"]
    first = rendering.content_of(outline.sections[1])[0]["text"]
    assert (
        first == "In deze regio werken mensen al jaren samen aan een aanpak die voor iedereen goed te begrijpen is en bekend is."
    )
    assert outline.accounted == 1.0


def test_annex_in_the_middle_of_a_count_goes_to_the_end_and_gives_back_what_it_split() -> None:
    outline = plain_text.read(DOUBLE)
    goals = [section for section in outline.sections if section.number.endswith(")")]
    assert all(any(block.text.startswith("Doelstelling:") for block in goal.blocks) for goal in goals)
    assert [(each.by, each.moved) for each in outline.breaks] == [("Bijlage 1 Wie er mee mogen doen", 1)]


OTHERS = {
    "no contents list, numbers with and without a point": (
        "Protocol\n\n1 Inleiding\n\nDit geldt voor iedereen. Ook voor u.\n\n2 Doel\n\nHet doel is zorgvuldig delen. "
        "Meer niet.\n\n2.1 Reikwijdte\n\n"
        "Het geldt voor elk overleg. Altijd.\n\n3. Grondslag\n\nDie staat in de wet. Zo is het.\n\na. het ene;\nb. "
        "het andere.\n\nBijlage A: Begrippen\n\nCasus: een situatie.\n",
        ["1", "2", "2.1", "3", "Bijlage A"],
    ),
    "chapters by word, a contents list with dots, running heads and page numbers": (
        "Inhoud\n\nHoofdstuk 1: Waarom ............ 3\nHoofdstuk 2: Hoe ............... 5\nBijlage 1 .................... 9\n\n"
        "Hoofdstuk 1: Waarom\n\nOmdat het moet. Zo is het.\n\n3\n\n"
        "Jaarplan regio Noord\n\nHoofdstuk 2: Hoe\n\nSamen. Altijd.\n\nJaarplan regio Noord\n\n2.1 Stap een\n\nKijken. "
        "Dan doen.\n\nJaarplan regio Noord\n\nBijlage 1\n\n"
        "Lijst van deelnemers\n\nGemeente en politie doen mee. Ook de zorg.\n\nJaarplan regio Noord\n",
        ["1", "2", "2.1", "Bijlage 1"],
    ),
    "articles": (
        "Convenant\n\nArtikel 1 Definities\n\nPartner is wie tekent. Meer niet.\n\nArtikel 2 Doel\n\nSamen werken. "
        "In overleg.\n\n1. Partijen delen.\n2. Partijen bewaren niets.\n\n"
        "Artikel 3 Slot\n\nDit gaat in op 1 januari. Voor vier jaar.\n",
        ["Artikel 1", "Artikel 2", "Artikel 3"],
    ),
    "three levels, lines as Windows ends them": (
        (
            "\ufeff1 Kop\r\n\r\nTekst hier. En daar.\r\n\r\n1.1 Sub\r\n\r\nTekst. Meer.\r\n\r\n1.1.1 Subsub\r\n\r\nTekst. "
            "Meer.\r\n\r\n1.2 Twee\r\n\r\nTekst. Meer.\r\n\r\n2 Kop\r\n\r\nTekst. Meer.\r\n"
        ),
        ["1", "1.1", "1.1.1", "1.2", "2"],
    ),
}


@pytest.mark.parametrize("name", list(OTHERS))
def test_documents_of_other_shapes_give_their_numbered_headings(name: str) -> None:
    text, numbers = OTHERS[name]
    outline = sources.read("x.txt", text.encode())
    assert [section.number for section in outline.sections if section.number] == numbers
    assert min(section.level for section in outline.sections) == 1
    assert outline.accounted == 1.0


@pytest.mark.sources
@pytest.mark.django_db
def test_dry_run_of_the_agenda_keeps_its_five_ambitions_together(kader_source: Path) -> None:
    source = kader_source.parent / "landelijke-agenda-2025.txt"
    out = StringIO()
    call_command("import_kader", str(source), dry_run=True, json=True, stdout=out)
    found = json.loads(out.getvalue())
    numbers = [section["number"] for section in found["sections"] if section["number"]]
    assert [n for n in numbers if n.replace(".", "").isdigit() and not n.endswith(".")] == [
        "1",
        "1.1",
        "1.2",
        "2",
        "2.1",
        "2.2",
        "2.3",
        "2.4",
        "3",
        "4",
    ]
    assert [n for n in numbers if n.startswith("Thema")] == [f"Thema {n}" for n in range(1, 5)]
    assert numbers[numbers.index("4") :] == ["4", "1)", "2)", "3)", "4)", "5)", "Bijlage 1"]
    assert found["accounted"] == 1.0
    assert sum(s["words"] for s in found["sections"]) + sum(count_words(p["text"]) for p in found["left_out"]) == count_words(
        source.read_text()
    )
    ambitions = [section for section in plain_text.read(source.read_text()).sections if section.number.endswith(")")]
    for ambition in ambitions:
        text = " ".join(block.text for block in ambition.blocks)
        assert "Doelstelling:" in text
        assert "mogen verwachten" in text


@pytest.mark.sources
@pytest.mark.django_db
def test_dry_run_of_the_source_prints_what_it_found_and_writes_nothing(kader_source: Path) -> None:
    out = StringIO()
    call_command("import_kader", str(kader_source), edition="2024", title="Kader", dry_run=True, json=True, stdout=out)
    found = json.loads(out.getvalue())
    assert [s["title"] for s in found["sections"] if s["level"] == 1 and s["number"]] == CHAPTERS
    assert [s["number"] for s in found["sections"] if s["number"] and s["level"] == 2] == NUMBERS
    assert [s["title"] for s in found["sections"] if not s["number"] and s["level"] == 1] == [
        "Voorwoord",
        "Woordenlijst en schrijfwijzer",
        "Colofon",
    ]
    assert all(s["guessed"] for s in found["sections"] if not s["number"])
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
def test_import_publishes_pages_and_rows_and_may_run_again(kader_source: Path, client: Client, tmp_path: Path) -> None:
    arguments = {"edition": "2024", "title": "Landelijk Kader", "in_force": date(2024, 11, 8), "stdout": StringIO()}
    call_command("import_kader", str(kader_source), **arguments)
    first = {section.anchor: (section.pk, section.sha256) for section in Section.objects.all()}
    call_command("import_kader", str(kader_source), **arguments)
    assert {section.anchor: (section.pk, section.sha256) for section in Section.objects.all()} == first
    assert ChapterPage.objects.live().count() == 10
    changed = kader_source.read_text().replace("complexe", "ingewikkelde")
    (tmp_path / "ander.txt").write_text(changed)
    with pytest.raises(CommandError, match="vastgesteld"):
        call_command("import_kader", str(tmp_path / "ander.txt"), edition="2024", title="Landelijk Kader", stdout=StringIO())
    assert Edition.objects.get().status == EditionStatus.GELDEND
    assert str(Section.objects.get(anchor="par-4-2")) == "Landelijk Kader 2024, § 4.2"
    assert client.get("/kader/").headers["Location"] == "/kader/2024/"
    page = client.get("/kader/2024/woordenlijst-en-schrijfwijzer/").content.decode()
    assert "<td>keten</td>" in page
    page = client.get("/kader/2024/focus-en-scope/").content.decode()
    assert 'id="par-4-2"' in page
    assert 'href="#par-4-2-noot-6"' in page


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
