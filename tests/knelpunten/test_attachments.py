"""Houses attach files to their own knelpunten; what stands in a file is judged as a text is, before it is kept."""

from __future__ import annotations

import io
import sys
import time
from typing import Any

import docx
import pikepdf
import pytest
import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from knelpunten.domain import attachments
from knelpunten.domain.attachments import AttachmentRefused
from knelpunten.models import Attachment
from portal.files.domain import stored_files
from portal.files.inspection import reading
from portal.files.inspection.inspection import FileRefused, inspect
from portal.files.models import StoredFile
from portal.kit.opaque import of
from portal.privacy.models import Report
from tests import factories as make
from tests.files import hostile, marked
from tests.privacy.taking import reviewer
from tests.privacy.test_writing import client_of

pytestmark = pytest.mark.django_db
HARD = "Cliënt met bsn 123456782 woont op Dorpsstraat 12."
SOFT = "Steeds weer een vrouw uit Almelo."
CLEAN = "Gemeenten weigeren een briefadres."


def word(text: str) -> bytes:
    made, stream = docx.Document(), io.BytesIO()
    made.add_paragraph(CLEAN)
    made.add_table(1, 1).cell(0, 0).text = text
    made.save(stream)
    return stream.getvalue()


def excel(text: str) -> bytes:
    made, stream = Workbook(), io.BytesIO()
    made.active.append([CLEAN])
    made.create_sheet("Lijst").append(["", text])
    made.save(stream)
    return stream.getvalue()


def pdf(text: str) -> bytes:
    return typst.compile(f"{CLEAN}\n#pagebreak()\n{text}".encode())


def odt(text: str) -> bytes:
    return hostile.opened(f"<text:p>{CLEAN}</text:p><text:section><text:h>{text}</text:h></text:section>")


def ods(text: str) -> bytes:
    empty = '<table:table-row table:number-rows-repeated="4"/>'
    row = f"<table:table-row><table:table-cell/><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"
    return hostile.opened(f'<table:table table:name="Lijst">{empty}{row}</table:table>', "spreadsheet")


FILES = {"docx": word, "xlsx": excel, "odt": odt, "ods": ods, "pdf": pdf, "txt": lambda text: f"{CLEAN}\n{text}".encode()}
PLACES = {
    "docx": "Alinea 2",
    "xlsx": "Werkblad Lijst, regel 1",
    "odt": "Alinea 2",
    "ods": "Werkblad Lijst, regel 5",
    "pdf": "Bladzijde 2",
    "txt": "Regel 2",
}


def attach(name: str, data: bytes, **more: Any) -> Attachment:
    knelpunt = more.pop("knelpunt", None) or make.knelpunt(make.S.OP_DE_LIJST)
    return attachments.attach(
        key=make.uuid4(), knelpunt=knelpunt, name=name, data=data, title="Notitie", by=make.manager(), **more
    )


@pytest.mark.parametrize("kind", FILES)
def test_an_identifier_in_a_file_is_refused_with_its_place(kind: str) -> None:
    with pytest.raises(AttachmentRefused) as refused:
        attach(f"stuk.{kind}", FILES[kind](HARD))
    assert "bsn" in refused.value.codes
    assert all(sentence.startswith(PLACES[kind]) for sentence in refused.value.sentences)
    assert "123456782" not in " ".join(refused.value.sentences)
    assert (StoredFile.objects.count(), Attachment.objects.count()) == (0, 0)


@pytest.mark.parametrize("kind", FILES)
def test_a_clean_file_is_kept_and_one_that_may_describe_somebody_waits(kind: str) -> None:
    assert attach(f"stuk.{kind}", FILES[kind](CLEAN)).file.withheld_at is None
    made = attach(f"stuk.{kind}", FILES[kind](SOFT))
    made.file.refresh_from_db()
    assert made.file.withheld_at is not None
    assert PLACES[kind] in Report.objects.get().why
    fetch = f"{made.knelpunt.get_absolute_url()}bijlagen/{of(made)}/"
    assert client_of(make.manager()).get(fetch).status_code == 403
    judging = client_of(reviewer())
    shown = judging.get(made.knelpunt.review_address).content.decode()
    assert "een vrouw uit Almelo" in shown
    file = f"{made.knelpunt.review_address}?bestand={of(made.file)}"
    assert f"?bestand={of(made.file)}" in shown and b"".join(judging.get(file)) == b"".join(stored_files.opened(made.file))
    assert client_of(make.bureau()).get(file).status_code == 403, "nobody else reads it while it is judged"


def test_only_the_reviewer_fetches_a_held_file_of_what_waits_for_privacy() -> None:
    made = attach("stuk.txt", SOFT.encode(), knelpunt=make.knelpunt(make.S.PRIVACYTOETS))
    fetch = f"{made.knelpunt.get_absolute_url()}bijlagen/{of(made)}/"
    assert b"".join(client_of(reviewer()).get(fetch)).decode() == SOFT
    assert client_of(make.manager()).get(fetch).status_code == 403
    assert client_of(make.bureau()).get(fetch).status_code == 404


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def in_word(words: str) -> bytes:
    return hostile.changed(hostile.word("PLEK"), replace={"word/document.xml": (b"<w:t>PLEK</w:t>", words.encode())})


def leading(data: bytes) -> bytes:
    link = (
        f'<Relationship Id="x9" Type="{marked.OFFICE}/relationships/hyperlink" Target="mailto:jan.devries@gmail.com" '
        'TargetMode="External"/></Relationships>'
    )
    return hostile.changed(data, replace={"word/_rels/document.xml.rels": (b"</Relationships>", link.encode())})


HIDDEN = {
    "taken out.docx": in_word(f"<w:t>{CLEAN}</w:t></w:r><w:del><w:r><w:delText>{HARD}</w:delText></w:r></w:del><w:r>"),
    "cut.docx": in_word(f"<w:t>{CLEAN} Bsn 1234</w:t></w:r><w:r><w:t>56782.</w:t>"),
    "link.docx": leading(hostile.word(CLEAN)),
    "remark.odt": hostile.opened(f"<text:p>{CLEAN}<office:annotation><text:p>{HARD}</text:p></office:annotation></text:p>"),
    "cut.odt": hostile.opened("<text:p>Bsn <text:span>1234</text:span>56782.</text:p>"),
    "link.odt": hostile.opened('<text:p><text:a xlink:href="mailto:jan.devries@gmail.com">mail</text:a></text:p>'),
    "foot.odt": hostile.changed(
        hostile.odt(CLEAN),
        {
            "styles.xml": (
                f"<office:document-styles{hostile.NAMESPACES}><style:footer><text:p>{HARD}</text:p></style:footer>"
                "</office:document-styles>"
            ).encode()
        },
    ),
    "covered.ods": hostile.opened(
        (
            f'<table:table table:name="Blad"><table:table-row><table:covered-table-cell><text:p>{HARD}</text:p>'
            "</table:covered-table-cell></table:table-row></table:table>"
        ),
        "spreadsheet",
    ),
    "formula.ods": hostile.opened(
        (
            f'<table:table table:name="Blad"><table:table-row><table:table-cell table:formula="of:=&quot;{HARD}&quot;"/>'
            "</table:table-row></table:table>"
        ),
        "spreadsheet",
    ),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_not_seen_at_first_sight_is_judged_too(name: str) -> None:
    with pytest.raises(AttachmentRefused) as refused:
        attach(name, HIDDEN[name], is_looked_through=True)
    assert set(refused.value.codes) & {"bsn", "email"}


def with_picture(size: int) -> bytes:
    made, stream = docx.Document(), io.BytesIO()
    made.add_paragraph(CLEAN)
    made.add_picture(io.BytesIO(hostile.picture("PNG", (size, size))))
    made.save(stream)
    return stream.getvalue()


def test_a_text_with_a_photo_in_it_asks_too_and_one_with_a_small_sign_does_not() -> None:
    with pytest.raises(AttachmentRefused) as refused:
        attach("foto.docx", with_picture(400))
    assert refused.value.codes == ["unread"]
    assert attach("teken.docx", with_picture(40)).pk


def test_a_text_too_deep_to_read_asks() -> None:
    deep = hostile.opened("<text:p>" + "<text:span>" * 5000 + "x" + "</text:span>" * 5000 + "</text:p>")
    with pytest.raises((AttachmentRefused, FileRefused)):
        attach("diep.odt", deep)


@pytest.mark.parametrize(("name", "data"), [("foto.png", hostile.picture("PNG")), ("scan.pdf", hostile.pdf())])
def test_what_cannot_be_read_says_so_and_asks_for_a_tick(name: str, data: bytes) -> None:
    with pytest.raises(AttachmentRefused) as refused:
        attach(name, data)
    assert refused.value.codes == ["unread"]
    assert attach(name, data, is_looked_through=True).pk


def test_a_mail_is_refused() -> None:
    with pytest.raises(FileRefused) as refused:
        inspect(b"From: a <a@b.nl>\nTo: c\nSubject: Casus\nDate: vandaag\n\nTekst")
    assert refused.value.codes == ["mail"]


def test_a_house_attaches_to_its_own_and_removes_only_what_is_its_own() -> None:
    knelpunt = make.knelpunt(make.S.IN_BEOORDELING)
    sent = {"key": str(make.uuid4()), "title": "Notitie", "file": SimpleUploadedFile("n.txt", CLEAN.encode())}
    client = client_of(make.manager())
    assert "Voeg een bijlage toe" in client.get(knelpunt.get_absolute_url()).content.decode()
    assert client.post(f"{knelpunt.get_absolute_url()}bijlagen/", sent).status_code == 302
    (own,) = knelpunt.attachments.all()
    of_bureau = make.attachment(knelpunt)
    with pytest.raises(AttachmentRefused) as refused:
        attachments.detach(attachment=of_bureau, by=make.manager())
    assert refused.value.codes == ["of-another"]
    attachments.detach(attachment=own, by=make.manager())


def test_a_page_that_draws_itself_without_end_costs_no_more_than_its_bound() -> None:
    made = pikepdf.Pdf.new()
    page = made.add_blank_page()
    drawn = made.make_stream(b"/X Do " * 2000, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 1, 1])
    drawn.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=drawn))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=drawn))
    page.Contents = made.make_stream(b"/X Do")
    stream = io.BytesIO()
    made.save(stream)
    started = time.monotonic()
    assert reading.read(inspect(stream.getvalue())).is_whole is False
    assert time.monotonic() - started < 90 and sys.getrecursionlimit() > 0
