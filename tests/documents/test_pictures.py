"""Pictures in documents: taken over from Word with their description, kept by what they show, refused when they are none."""

from __future__ import annotations

import io
import struct
import zlib
from datetime import date

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError
from django.test import Client
from docx.oxml.ns import qn
from PIL import Image

from home.models import ChapterPage, ImportDraft
from portal.documents.domain import editions
from portal.documents.importing import sources
from portal.documents.models import Edition, Picture
from portal.documents.queries import export, typesetting
from portal.documents.text import pictures
from tests import factories as make
from tests.documents.editions import published

pytestmark = pytest.mark.django_db
ALT = "Drie pijlen van regio naar land"


def image(width: int = 40, height: int = 30, kind: str = "PNG", **extra: object) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise((width, height), 60).convert("RGB").save(stream, kind, **extra)
    return stream.getvalue()


def word(*images: tuple[bytes, str], broken: bytes = b"") -> bytes:
    """A Word file with two headings and these images with their descriptions; `broken` takes the place of the first."""
    document = docx.Document()
    document.add_heading("1 Begin", 1)
    document.add_paragraph("Een zin voor het beeld.")
    for data, alt in images:
        document.add_picture(io.BytesIO(data))
        document.paragraphs[-1]._p.find(f".//{qn('wp:docPr')}").set("descr", alt)
    document.add_heading("1.1 Verder", 2)
    document.add_paragraph("Een zin na het beeld.")
    if broken:
        part = next(part for part in document.part.package.iter_parts() if part.partname.startswith("/word/media"))
        part._blob = broken
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _bureau() -> Client:
    client = Client()
    client.force_login(make.bureau().user, backend="portal.accounts.backends.SeatBackend")
    return client


def _read_in(client: Client, data: bytes) -> ImportDraft:
    about = {"key": str(make.uuid4()), "document": "nieuw", "title": "Stuk", "kind": "model", "label": "2027"}
    client.post("/documenten/inlezen/", {**about, "file": SimpleUploadedFile("stuk.docx", data)})
    return ImportDraft.objects.latest("pk")


def test_a_picture_from_word_reaches_reader_pdf_and_markdown_and_comes_back() -> None:
    client = _bureau()
    draft = _read_in(client, word((image(), ALT)))
    client.post(f"{draft.get_absolute_url()}concept/")
    edition = Edition.objects.with_document().get()
    [figure] = [block for block in edition.sections.get(number="1").content if block["kind"] == "figure"]
    assert figure["alt"] == ALT
    assert figure["anchor"]
    page = Client().get("/stuk/2027/begin/").content.decode()
    assert f'<img src="{figure["src"]}" alt="{ALT}">' in page
    shown = Client().get(figure["src"])
    assert (shown["Content-Type"], "immutable" in shown["Cache-Control"]) == ("image/png", True)
    assert Image.open(io.BytesIO(shown.content)).size == (40, 30)
    pdf = typesetting.typeset(edition)
    assert b"/Image" in pdf
    before = list(edition.sections.values_list("anchor", "sha256"))
    again = published(export.as_markdown(edition), edition="2027", document="stuk")
    assert list(again.sections.values_list("anchor", "sha256")) == before


def test_a_picture_without_description_waits_for_one_and_does_not_go_along() -> None:
    client = _bureau()
    draft = _read_in(client, word((image(), "")))
    assert "zonder beschrijving" in " ".join(draft.outline["warnings"])
    client.post(f"{draft.get_absolute_url()}concept/")
    assert "figure" not in [block["kind"] for block in Edition.objects.get().sections.get(number="1").content]


@pytest.mark.parametrize(
    "data",
    [
        b"MZ\x90\x00 dit is een programma",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        image()[:60],
        b"",
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + b"IHDR"
        + struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0)
        + struct.pack(">I", zlib.crc32(b"IHDR" + struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0))),
    ],
    ids=["program", "svg", "cut off", "empty", "60000 by 60000"],
)
def test_an_image_that_is_none_is_named_and_the_text_comes_in(data: bytes) -> None:
    outline = sources.read("stuk.docx", word((image(), ALT), broken=data or b" "))
    assert [section.title for section in outline.sections] == ["Begin", "Verder"]
    assert [piece.reason for piece in outline.left_out] == ["afbeelding die niet te lezen is"]
    assert ALT in outline.left_out[0].text
    assert outline.pictures == []


def test_images_in_tables_are_named_as_left_out() -> None:
    document = docx.Document()
    document.add_heading("1 Begin", 1)
    cell = document.add_table(1, 2).rows[0].cells[0]
    cell.paragraphs[0].add_run("Tekst ").add_picture(io.BytesIO(image()))
    stream = io.BytesIO()
    document.save(stream)
    outline = sources.read("stuk.docx", stream.getvalue())
    assert [piece.text for piece in outline.left_out] == ["[afbeelding]"]


def test_what_a_camera_tells_is_gone_and_a_large_picture_is_made_smaller() -> None:
    exif = Image.Exif()
    exif[0x010E] = "bij Jan thuis"
    drawn = pictures.draw(image(3000, 1000, "JPEG", exif=exif))
    assert (drawn.width, drawn.height, drawn.kind) == (1200, 400, "jpeg")
    assert b"Jan" not in drawn.data
    small = pictures.draw(image(30, 30, "JPEG", exif=exif))
    assert b"Jan" not in small.data
    assert pictures.draw(small.data).data == small.data
    assert pictures.draw(image(30, 30, "BMP")).kind == "png"


def test_the_same_picture_is_kept_once_and_never_changes() -> None:
    drawn = pictures.draw(image())
    assert editions.keep_picture(drawn) == editions.keep_picture(drawn)
    with pytest.raises(ProgrammingError):
        Picture.objects.update(content=b"x")


def test_an_editor_must_describe_a_figure() -> None:
    published("# 1 Begin\n\nTekst.\n", since=date(2024, 1, 1))
    block = ChapterPage.body.field.stream_block.child_blocks["section"].child_blocks["body"].child_blocks["figure"]
    assert block.child_blocks["alt"].required


def test_uploads_are_for_editors_only() -> None:
    assert _bureau().get("/media/images/x.png").status_code == 403
    assert Client().get("/media/images/x.png").status_code == 302
