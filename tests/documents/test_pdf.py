"""The PDF of an edition: tagged, in Dutch, with bookmarks; made once for every version; whatever characters are in it."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest
from django.test import Client

from portal.documents.domain import edition_pdfs
from portal.documents.models import EditionPdf
from portal.kit import clock
from portal.publish import pdf
from tests.documents.editions import TEXT, published

pytestmark = pytest.mark.django_db


def test_pdf_is_asked_for_followed_and_downloaded_and_made_once_for_a_version(client: Client) -> None:
    edition = published(since=date(2024, 1, 1))
    assert "Maak de PDF" in client.get("/kader/2024/pdf/").content.decode()
    assert client.get("/kader/2024/tekst.pdf").status_code == 404
    assert client.post("/kader/2024/pdf/").headers["Location"] == "/kader/2024/pdf/"
    assert "in de wachtrij" in client.get("/kader/2024/pdf/").content.decode()
    fragment = client.get("/kader/2024/pdf/", HTTP_HX_REQUEST="true").content.decode()
    assert fragment.strip().startswith('<div id="voortgang"')
    edition_pdfs.make(pk=EditionPdf.objects.get().pk)
    assert "De PDF is klaar" in client.get("/kader/2024/pdf/").content.decode()
    client.post("/kader/2024/pdf/")
    assert EditionPdf.objects.filter(edition=edition).count() == 1
    answer = client.get("/kader/2024/tekst.pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="kader-2024.pdf"'
    assert answer.content.startswith(b"%PDF")


def test_pdf_is_tagged_dutch_and_has_bookmarks_and_a_title() -> None:
    asked = edition_pdfs.ask(edition=published(since=date(2024, 1, 1)), chapter="")
    edition_pdfs.make(pk=asked.pk)
    asked.refresh_from_db()
    with pikepdf.open(io.BytesIO(bytes(asked.content))) as opened:
        root = opened.Root
        assert "/StructTreeRoot" in root
        assert bool(root.MarkInfo.Marked) is True
        assert str(root.Lang).startswith("nl")
        assert str(opened.docinfo["/Title"]) == "Landelijk Kader"
        with opened.open_outline() as outline:
            assert [item.title for item in outline.root] == ["1 Begin", "2 Vervolg"]
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
    kinds = set(re.findall(r"/S /(\w+)", _structure(bytes(asked.content))))
    assert {"H1", "H2", "P", "L", "Table", "TH", "Note"} <= kinds


def _structure(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as opened:
        return "\n".join(f"/S {each.S}" for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each)


def test_changed_words_make_a_new_pdf_and_the_old_one_goes() -> None:
    edition = published()
    edition_pdfs.make(pk=edition_pdfs.ask(edition=edition, chapter="begin").pk)
    changed = published(TEXT.replace("Mensen", "Personen"))
    assert edition_pdfs.current(edition=changed, chapter="begin") is None
    again = edition_pdfs.ask(edition=changed, chapter="begin")
    assert [row.pk for row in EditionPdf.objects.all()] == [again.pk]


@pytest.mark.parametrize(
    "text",
    ["🙂 emoji", "中文", "مرحبا", "nul\x00 en \ue000 en \uf0b7", "#let x = 1 $y$ *b* `c` \\u{1} @a <b>", "\u202eomgekeerd\u200b"],
)
def test_whatever_is_in_a_text_it_is_printed_as_text(text: str) -> None:
    block = {"kind": "paragraph", "text": [{"t": text}]}
    about = {"title": text, "subtitle": text, "running": text, "standing": text, "author": "x", "note": text}
    assert pdf.typeset(
        "edition", {**about, "sections": [{"level": 1, "title": text, "blocks": [block], "notes": {}}]}
    ).startswith(b"%PDF")


def test_a_pdf_that_cannot_be_made_says_so_and_may_be_asked_again(
    client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = edition_pdfs.ask(edition=published(since=date(2024, 1, 1)), chapter="")
    (tmp_path / "edition.typ").write_text('#panic("dit lukt nooit")')
    (tmp_path / pdf.MARK).write_text("")
    monkeypatch.setattr(pdf, "TEMPLATES", tmp_path)
    monkeypatch.setattr("portal.documents.queries.typesetting.version_of", lambda edition, chapter: asked.version)
    edition_pdfs.make(pk=asked.pk)
    assert "lukte niet" in client.get("/kader/2024/pdf/").content.decode()
    client.post("/kader/2024/pdf/")
    asked.refresh_from_db()
    assert (asked.failure, asked.begun_at) == ("", None)


def test_runs_keep_what_is_bold_linked_and_raised() -> None:
    assert pdf.runs('a <b>b <i>c</i></b> <a href="https://x.nl">d</a><sup>1</sup> &amp;') == [
        {"t": "a "},
        {"t": "b ", "b": True},
        {"t": "c", "b": True, "i": True},
        {"t": " "},
        {"t": "d", "href": "https://x.nl"},
        {"t": "1", "sup": True},
        {"t": " "},
        {"t": "&"},
    ]


def test_a_pdf_is_of_the_words_it_was_asked_for_and_one_that_got_stuck_may_be_asked_again(client: Client) -> None:
    asked = edition_pdfs.ask(edition=published(), chapter="")
    changed = published(TEXT.replace("Mensen", "Personen"))
    edition_pdfs.make(pk=asked.pk)
    asked.refresh_from_db()
    assert asked.made_at is None
    again = edition_pdfs.ask(edition=changed, chapter="")
    EditionPdf.objects.filter(pk=again.pk).update(begun_at=clock.now() - timedelta(minutes=5))
    assert "lukte niet" in client.get("/kader/2024/pdf/").content.decode()
    assert edition_pdfs.ask(edition=changed, chapter="").begun_at is None
