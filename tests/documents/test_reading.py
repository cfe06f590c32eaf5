"""Reading, comparing, finding and taking along: what a reader gets at addresses that last."""

from __future__ import annotations

import json
import time
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.documents.importing import markdown, rendering
from portal.documents.models import Section
from portal.documents.queries import export
from portal.documents.queries.comparison import Change, compare_editions, pieces
from portal.kit.finding import query_for
from tests.documents.editions import TEXT, published

pytestmark = pytest.mark.django_db


def _queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_a_chapter_has_an_anchor_for_every_paragraph_item_table_and_footnote(client: Client) -> None:
    published(since=date(2024, 1, 1))
    page = client.get("/kader/2024/begin/").content.decode()
    for anchor in ("hoofdstuk-1", "par-1-1", "par-1-1-al-1", "par-1-1-lid-2", "par-1-1-noot-1", "par-1-1-noot-1-terug"):
        assert page.count(f'id="{anchor}"') == 1, anchor
    assert 'id="par-2-1-tabel-1"' in client.get("/kader/2024/vervolg/").content.decode()


def test_the_address_without_an_edition_leads_to_the_one_in_force_and_all_keep_theirs(client: Client) -> None:
    published(since=date(2024, 1, 1))
    published(edition="2027")
    assert client.get("/kader/").headers["Location"] == "/kader/2024/"
    assert "concept" in client.get("/kader/2027/begin/").content.decode()
    assert client.get("/kader/2031/").status_code == 404
    assert client.get("/bestaat/niet/echt/").status_code == 404


def test_a_chapter_takes_three_queries_and_the_whole_text_three_however_long(client: Client) -> None:
    published(since=date(2024, 1, 1))
    many = "".join(
        f"# {c} Hoofdstuk {c}\n\n" + "".join(f"## {c}.{p} Stuk\n\nTekst {c} {p}.\n\n" for p in range(1, 9)) for c in range(1, 9)
    )
    published(many, edition="2027")
    for path in ("begin/", "hele-tekst/", ""):
        few = _queries(client, f"/kader/2024/{path}")
        assert _queries(client, f"/kader/2027/{path.replace('begin', 'hoofdstuk-1')}") == few <= 4


def test_search_finds_stems_phrases_beginnings_and_numbers(client: Client) -> None:
    published(since=date(2024, 1, 1))

    def found(words: str) -> list[str]:
        answer = client.get("/kader/zoeken/", {"q": words})
        return [section.number for section in answer.context["rows"]]

    assert found("partner") == ["1.2"]
    assert found("overl") == ["1.2"]
    assert found('"hulp van partners"') == ["1.2"]
    assert found('"partners van hulp"') == []
    assert found("' ! & | <-> :* \\ (") == []
    assert client.get("/kader/zoeken/", {"q": "§ 1.2"}).headers["Location"] == "/kader/2024/begin/#par-1-2"
    assert "<mark>partners</mark>" in client.get("/kader/zoeken/", {"q": "partners"}).content.decode()


def test_search_marks_hits_and_escapes_everything_else(client: Client) -> None:
    published(TEXT.replace("Mensen met overlast", "Mensen uit R&amp;D van &lt;script&gt; met overlast"), since=date(2024, 1, 1))
    page = client.get("/kader/zoeken/", {"q": "mensen"}).content.decode()
    assert "R&amp;D" in page
    assert "<script> mensen" not in page


@pytest.mark.parametrize(
    ("words", "query"), [("a b", "(a) & (b:*)"), ('"a b" c', "(a <-> b) & (c:*)"), ("  ", None), ('""', None)]
)
def test_words_become_a_query(words: str, query: str | None) -> None:
    made = query_for(words)
    assert (made.get_source_expressions()[1].value if made else None) == query


CHANGED = (
    TEXT.replace("krijgen hulp van partners", "krijgen snel hulp van alle partners")
    .replace("## 2.1 Derde", "## 2.2 Derde")
    .replace("# 2 Vervolg", "# 2 Vervolg\n\n## 2.1 Nieuw\n\nEen nieuwe paragraaf over iets heel anders.")
    .replace("De opening van dit hoofdstuk.\n\n", "")
)


def test_comparing_tells_changed_added_renumbered_and_same() -> None:
    old, new = published(), published(CHANGED, edition="2027")
    rows = {row.section.title: row for row in compare_editions(old, new).rows}
    assert rows["Tweede"].change == Change.CHANGED
    assert [(p.op, p.text.strip()) for p in rows["Tweede"].texts[0]] == [
        ("same", "Mensen met overlast en onveiligheid krijgen"),
        ("added", "snel"),
        ("same", "hulp van"),
        ("added", "alle"),
        ("same", "partners in de regio."),
    ]
    assert rows["Nieuw"].change == Change.ADDED
    assert (rows["Derde"].change, rows["Derde"].is_renumbered) == (Change.SAME, True)
    assert rows["Eerste"].change == Change.SAME
    assert rows["Begin"].texts == [[type(rows["Begin"].texts[0][0])("removed", "De opening van dit hoofdstuk.")]]


def test_comparing_the_other_way_round_removes_what_was_added_and_recognises_what_moved() -> None:
    first, second = "## 1.1 Een\n\nTekst over appels en peren.\n\n", "## 1.2 Twee\n\nWoorden van geheel andere aard.\n\n"
    old, new = published("# 1 Kop\n\n" + first + second), published("# 1 Kop\n\n" + second + first, edition="2027")
    comparison = compare_editions(old, new)
    assert [row.change for row in comparison.rows] == [Change.SAME] * 3
    assert sum(row.is_moved for row in comparison.rows) == 1
    back = compare_editions(published(CHANGED, edition="2028"), published(edition="2029"))
    assert [row.section.title for row in back.rows if row.change == Change.REMOVED] == ["Nieuw"]


def test_comparing_page_is_words_for_who_does_not_see_colour(client: Client) -> None:
    published()
    published(CHANGED, edition="2027")
    page = client.get("/kader/2027/vergelijk/2024/").content.decode()
    assert '><span class="visually-hidden">[toegevoegd: </span>snel' in page
    assert "was § 2.1" in page
    assert "word voor woord" not in page


def test_two_editions_of_a_hundred_sections_compare_in_one_request(client: Client) -> None:
    def text(word: str) -> str:
        return "# 1 Kop\n\n" + "".join(
            f"## 1.{n} Stuk {n}\n\n"
            + "".join(
                f"Alinea {m} van stuk {n} met {word} {n * m} en nog veel woorden over dit onderwerp in de regio.\n\n"
                for m in range(8)
            )
            for n in range(1, 100)
        )

    old, new = published(text("steeds")), published(text("altijd"), edition="2027")
    started = time.monotonic()
    with CaptureQueriesContext(connection) as asked:
        comparison = compare_editions(old, new)
    assert comparison.count(Change.CHANGED) == 99
    assert len(asked) == 3
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(("before", "after"), [("", ""), ("a", ""), ("", "b"), ("a b c", "a x c"), ("één twee", "twee één")])
def test_pieces_give_both_texts_back(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(p.text for p in found if p.op != "added").split() == before.split()
    assert "".join(p.text for p in found if p.op != "removed").split() == after.split()


def _as_rows(sections: Any) -> list[Any]:
    return [(s.number, s.title, s.level, s.anchor, s.content, s.notes) for s in sections]


TRICKY = TEXT + (
    "\n## 2.2 Lastige *tekens* & <haken>\n\nEen \\*ster\\*, een \\_streep\\_, 3 < 4 & [geen "
    "link](nergens), `code` en | pijp.\n\n1\\. geen lijst\n\n- punt\n\n  1. onder\n"
)


@pytest.mark.parametrize("text", [TEXT, TRICKY])
def test_markdown_of_an_edition_reads_back_as_it_was(text: str) -> None:
    edition = published(text)
    again = markdown.read(export.as_markdown(edition)).sections
    read = [(s.number, s.title, s.level, s.anchor, rendering.content_of(s), rendering.notes_of(s)) for s in again]
    assert read == _as_rows(edition.sections.all())


def test_export_as_json_says_all_and_may_be_downloaded(client: Client) -> None:
    edition = published(since=date(2024, 1, 1))
    answer = client.get(reverse("documents:export", args=["kader", "2024", "json"]))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="kader-2024.json"'
    found = json.loads(answer.content)
    assert (found["status"], found["in_force_from"], len(found["sections"])) == (
        "geldend",
        "2024-01-01",
        edition.sections.count(),
    )
    assert found["sections"][1]["citation"] == "Landelijk Kader 2024, § 1.1"
    assert client.get("/kader/2024/tekst.exe").status_code == 404


def test_section_of_a_reader_never_holds_a_script() -> None:
    edition = published(
        "# Een\n\nTekst <script>alert(1)</script> <img src=x onerror=alert(1)> [l](javascript:alert(1)) <b onclick=x>b</b>\n"
    )
    drawn = str(Section.objects.get(edition=edition).inner)
    assert "<script" not in drawn
    assert "href" not in drawn
    assert "onerror" not in drawn
    assert "onclick" not in drawn
