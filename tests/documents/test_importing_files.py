"""Files as people send them: Word with styles, numbers, tables and footnotes, Markdown, and what cannot or may not be read."""

from __future__ import annotations

import io
import json
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from django.core.management import CommandError, call_command
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from portal.documents.importing import sources
from portal.documents.importing.sources import SourceRefused
from portal.documents.models import Section
from portal.documents.text import content


def word(build: Callable[[Any], None]) -> bytes:
    document = docx.Document()
    build(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _usual(document: Any) -> None:
    document.add_heading("1 Begin", 1)
    document.add_paragraph("Een zin vooraf.")
    document.add_heading("1.1 Eerste", 2)
    document.add_paragraph("een", style="List Bullet")
    document.add_paragraph("twee", style="List Bullet")
    table = document.add_table(2, 2)
    for place, text in enumerate(["Kop", "Andere kop", "cel", "nog een"]):
        table.cell(place // 2, place % 2).text = text
    document.sections[0].header.paragraphs[0].text = "Bovenaan elke bladzij"


def _numbered_by_word(document: Any) -> None:
    for level, title in ((1, "Begin"), (2, "Eerste"), (2, "Tweede"), (1, "Vervolg"), (2, "Derde")):
        heading = document.add_heading(title, level)
        number = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", str(level - 1)), ("w:numId", "1")):
            part = OxmlElement(name)
            part.set(qn("w:val"), value)
            number.append(part)
        heading._p.get_or_add_pPr().append(number)
        document.add_paragraph("Tekst.")


def test_word_with_heading_styles_keeps_headings_lists_tables_and_names_the_running_head() -> None:
    outline = sources.read("kader.docx", word(_usual))
    assert [(s.number, s.title, s.level, s.is_guessed) for s in outline.sections] == [
        ("1", "Begin", 1, False),
        ("1.1", "Eerste", 2, False),
    ]
    assert outline.sections[1].content == [
        {"kind": "list", "style": "bullet", "items": [{"text": "een", "items": []}, {"text": "twee", "items": []}]},
        {"kind": "table", "head": ["Kop", "Andere kop"], "rows": [["cel", "nog een"]]},
    ]
    assert [(piece.text, piece.reason) for piece in outline.left_out] == [("Bovenaan elke bladzij", "koptekst")]
    assert outline.accounted == 1.0


def test_word_that_counts_its_headings_itself_gives_them_their_numbers() -> None:
    outline = sources.read("kader.docx", word(_numbered_by_word))
    assert [(s.number, s.title) for s in outline.sections] == [
        ("1", "Begin"),
        ("1.1", "Eerste"),
        ("1.2", "Tweede"),
        ("2", "Vervolg"),
        ("2.1", "Derde"),
    ]


def test_word_without_heading_styles_is_read_as_text_and_says_so() -> None:
    def plain(document: Any) -> None:
        for text in (
            "1\tBegin",
            "1.1 Eerste",
            "Een hele zin die loopt en eindigt.",
            "1.2 Tweede",
            "Nog een hele zin die eindigt.",
        ):
            document.add_paragraph(text)

    outline = sources.read("kader.docx", word(plain))
    assert [s.number for s in outline.sections] == ["1", "1.1", "1.2"]
    assert "kopstijlen" in outline.warnings[0]


def test_double_numbers_are_kept_and_pointed_out() -> None:
    outline = sources.read("x.md", b"# 1 Een\n\n## 1.1 Een\n\nA.\n\n## 1.1 Twee\n\nB.\n")
    assert [s.anchor for s in outline.sections] == ["hoofdstuk-1", "par-1-1", "par-1-1-2"]
    assert "1.1 komt meer dan" in outline.warnings[0]


def test_markdown_with_footnotes_frames_and_given_anchors() -> None:
    text = "# 4 Focus {#focus}\n\nTekst[^1] en **vet**. {#al-x}\n\n::: kader Let op\n\nIn het kader.\n\n:::\n\n[^1]: De noot.\n"
    section = sources.read("x.md", text.encode()).sections[0]
    assert (section.number, section.title, section.anchor) == ("4", "Focus", "focus")
    assert section.content == [
        {"kind": "paragraph", "text": "Tekst<sup>1</sup> en <b>vet</b>.", "anchor": "al-x"},
        {"kind": "frame", "title": "Let op", "blocks": [{"kind": "paragraph", "text": "In het kader."}]},
    ]
    assert section.notes == [{"mark": "1", "text": "De noot."}]


def test_table_in_a_table_becomes_text_in_its_cell_and_html_is_cleaned() -> None:
    html = (
        "# Een\n\n<table><tr><th>A</th></tr><tr><td>x <table><tr><td>binnen</td></tr></table></td></tr></table>\n\n"
        "<script>alert(1)</script><p onclick='x'>Rest</p>\n"
    )
    section = sources.read("x.md", html.encode()).sections[0]
    assert section.content == [{"kind": "table", "head": ["A"], "rows": [["x binnen"]]}, {"kind": "paragraph", "text": "Rest"}]


def test_text_in_windows_1252_is_read_and_says_so() -> None:
    outline = sources.read("x.txt", "Privé en coöperatie.".encode("cp1252"))
    assert "Privé en coöperatie." in outline.sections[0].blocks[0].text
    assert "Windows-1252" in outline.warnings[0]


def _archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), data)
    return stream.getvalue()


def _locked() -> bytes:
    data = bytearray(word(_usual))
    for place in range(len(data) - 4):
        if data[place : place + 4] == b"PK\x01\x02":
            data[place + 8] |= 1
    return bytes(data)


BAD = {
    "empty": b"", "blank": b"  \n ", "pdf": b"%PDF-1.7 ...", "old word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest",
    "binary": b"\x00\x01\x02\x03", "broken zip": b"PK\x03\x04rommel", "cut docx": word(_usual)[:900],
    "zip that is no word": _archive(iets=b"x"), "locked": _locked(),
    "macros": _archive(word__document_xml=b"<a/>", word__vbaProject_bin=b"x"),
    "bomb": _archive(word__document_xml=b"<a/>", bom=b"0" * (160 * 1024 * 1024)),
    "entities": _archive(word__document_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><a>&a;</a>'),
    "no xml": _archive(word__document_xml=b"geen xml"), "too large": b"x" * (31 * 1024 * 1024),
    "200 MB": b"x" * (200 * 1024 * 1024), "too long": b"woord " * 800_000,
}  # fmt: skip


@pytest.mark.parametrize("name", list(BAD))
def test_file_that_cannot_be_read_is_refused_in_a_sentence_and_quickly(name: str) -> None:
    started = time.monotonic()
    with pytest.raises(SourceRefused) as refused:
        sources.read("kader.docx", BAD[name])
    assert all(sentence.endswith(".") for sentence in refused.value.sentences)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("seed", range(25))
def test_bytes_of_a_word_file_changed_at_random_never_break_the_reader(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(word(_usual))
    for _ in range(chance.randint(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        assert sources.read("x.docx", bytes(data)).sections
    except SourceRefused as refused:
        assert refused.sentences


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000,
        "a " * 200_000,
        "1.1 " * 50_000,
        "\n\n".join(["x"] * 60_000),
        "- " * 100_000,
        "#" * 100_000,
        "|" * 50_000,
        "[^1]" * 40_000,
    ],
)
def test_hostile_text_takes_bounded_time(text: str) -> None:
    started = time.monotonic()
    sources.read("x.txt", text.encode())
    sources.read("x.md", text.encode()[:200_000])
    assert time.monotonic() - started < 20


@pytest.mark.django_db
def test_refused_file_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(BAD["macros"])
    with pytest.raises(CommandError, match="macro"):
        call_command("import_kader", str(file), edition="2030")
    assert not Section.objects.exists()


@pytest.mark.django_db
def test_corrected_file_updates_the_concept_and_keeps_rows_and_anchors(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text("# 1 Een\n\n## 1.1 Eerste\n\nDe eerste alinea van dit stuk.\n\nDe tweede alinea van dit stuk.\n")
    call_command("import_kader", str(file), edition="2030", title="Kader")
    before = Section.objects.get(anchor="par-1-1")
    file.write_text(
        "# 1 Een\n\n## 1.1 Eerste\n\nEen nieuwe alinea vooraf.\n\nDe tweede alinea van dit mooie stuk.\n\n"
        "De eerste alinea van dit stuk.\n"
    )
    call_command("import_kader", str(file), edition="2030", title="Kader")
    after = Section.objects.get(anchor="par-1-1")
    assert after.pk == before.pk
    assert [(b["anchor"], b["text"].split()[1]) for b in after.content] == [
        ("par-1-1-al-3", "nieuwe"),
        ("par-1-1-al-2", "tweede"),
        ("par-1-1-al-1", "eerste"),
    ]


def test_dry_run_in_json_says_everything(tmp_path: Path) -> None:
    file, out = tmp_path / "x.md", io.StringIO()
    file.write_text("vooraf\n\n# 1 Een\n\nA.\n")
    call_command("import_kader", str(file), dry_run=True, json=True, stdout=out)
    found = json.loads(out.getvalue())
    assert found["sections"] == [
        {"number": "1", "title": "Een", "level": 1, "words": 3, "footnotes": 0, "guessed": False, "anchor": "hoofdstuk-1"}
    ]
    assert found["left_out"] == [{"text": "vooraf", "reason": "tekst voor de eerste kop"}]
    assert found["accounted"] == 1.0


def test_words_in_a_box_or_a_drawing_are_placed_or_named() -> None:
    box = (
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r><w:t>Voor het vak.</w:t>'
        "<wps:txbx><w:txbxContent><w:p><w:r><w:t>Woorden in een vak.</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:r></w:p>"
    )

    def build(document: Any) -> None:
        _usual(document)
        document.element.body.insert(2, parse_xml(box))

    outline = sources.read("vak.docx", word(build))
    words = " ".join(content.as_text(section.content or []) for section in outline.sections)
    named = [piece.text for piece in outline.left_out]
    assert "Voor het vak." in words
    assert "Woorden in een vak." in words or "Woorden in een vak." in named
    assert outline.accounted == 1.0
