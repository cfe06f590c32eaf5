"""Files are what their content says, nothing in them runs, and they are only ever sent to be saved."""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from knelpunten.domain import attachments
from knelpunten.models import Attachment
from portal.files.domain import stored_files
from portal.files.enums import FileKind
from portal.files.inspection.inspection import FileRefused, inspect
from portal.files.inspection.names import harmless
from portal.files.models import StoredFile
from portal.kit.opaque import of
from portal.privacy.domain import reviews
from tests import factories as make
from tests.files import hostile
from tests.privacy.taking import code, hide, remove, reviewer
from tests.privacy.test_writing import client_of

CORPUS = hostile.every()


def test_corpus_is_large_enough() -> None:
    assert len(CORPUS) >= 60 and len({name for name, _, _ in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize(("name", "data", "code"), CORPUS, ids=[name for name, _, _ in CORPUS])
def test_hostile_file_is_refused_or_made_harmless(name: str, data: bytes, code: str | None) -> None:
    started = time.monotonic()
    try:
        kept = inspect(data)
    except FileRefused as refused:
        assert refused.codes == [code] or code is None
        assert refused.sentences[0].endswith(".")
    else:
        assert code is None, f"{name} was taken in as {kept.kind}"
        assert b"<script" not in kept.data and b"kwaad" not in kept.data
        assert harmless(name, kept.kind).endswith(f".{kept.kind.value}")
    assert time.monotonic() - started < 45


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (hostile.pdf(), FileKind.PDF),
        (hostile.word(), FileKind.DOCX),
        (hostile.excel(), FileKind.XLSX),
        (hostile.excel("=SUM(A2:A9)"), FileKind.XLSX),
        (hostile.powerpoint(), FileKind.PPTX),
        (hostile.odt(), FileKind.ODT),
        (hostile.ods(), FileKind.ODS),
        (hostile.opened('<text:p><text:a xlink:href="https://vng.nl/x">hier</text:a></text:p>'), FileKind.ODT),
        (hostile.changed(hostile.word(), {"word/embeddings/grafiek.xlsx": hostile.excel()}), FileKind.DOCX),
        (hostile.picture("PNG"), FileKind.PNG),
        (hostile.picture("JPEG"), FileKind.JPEG),
        ("Gewone tekst met een é.".encode("cp1252"), FileKind.TEXT),
        (b"naam;bedrag\nhuis;-5\nander;+3,50", FileKind.TEXT),
    ],
)
def test_ordinary_file_is_taken_in_as_what_it_is(data: bytes, kind: FileKind) -> None:
    assert inspect(data).kind == kind


def test_picture_loses_where_it_was_taken() -> None:
    stream, exif = io.BytesIO(), Image.Exif()
    exif[0x013B] = "kanariemaker"
    Image.new("RGB", (9, 9)).save(stream, "JPEG", exif=exif)
    assert b"kanariemaker" in stream.getvalue()
    assert b"kanariemaker" not in inspect(stream.getvalue()).data


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\x\\verslag.docx", "verslag.pdf"),
        ("rapport.pdf.exe", "rapport.pdf"),
        ("a\u202efdp.exe", "afdp.pdf"),
        ("CON", "bestand CON.pdf"),
        ("", "bestand.pdf"),
        ("....", "bestand.pdf"),
        (".htaccess", "bestand.pdf"),
        ("naam\r\nSet-Cookie: x", "naamSet-Cookie_ x.pdf"),
        ('"><script>.pdf', "script.pdf"),
        ("Kwartaal 3 (definitief).xlsx", "Kwartaal 3 (definitief).pdf"),
        ("x" * 400, "x" * 100 + ".pdf"),
    ],
)
def test_name_can_do_no_harm(name: str, kept: str) -> None:
    assert harmless(name, FileKind.PDF) == kept


def sent(name: str = "stuk.pdf", data: bytes | None = None, **extra: Any) -> dict[str, Any]:
    return {
        "key": str(make.uuid4()),
        "title": "Notitie",
        "is_looked_through": "on",
        "file": SimpleUploadedFile(name, data or hostile.pdf()),
        **extra,
    }


@pytest.mark.django_db
def test_bureau_attaches_and_who_reads_the_knelpunt_fetches_it_to_save() -> None:
    knelpunt = make.knelpunt(make.S.IN_BEOORDELING)
    bureau = client_of(make.bureau())
    upload = sent("../Nota.pdf")
    assert bureau.post(f"/knelpunten/{of(knelpunt)}/bijlagen/", upload).status_code == 302
    upload["file"].seek(0)
    assert bureau.post(f"/knelpunten/{of(knelpunt)}/bijlagen/", upload).status_code == 302
    attachment = Attachment.objects.get()
    address = f"/knelpunten/{of(knelpunt)}/bijlagen/{of(attachment)}/"
    answer = client_of(make.manager("twente")).get(address)
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert answer["Content-Disposition"] == 'attachment; filename="Nota.pdf"'
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert (answer["X-Content-Type-Options"], answer["Content-Type"]) == ("nosniff", "application/pdf")
    for stranger in (make.manager("zeeland"), make.member(), make.member("klankbordgroep")):
        assert client_of(stranger).get(address).status_code == 404
    assert client_of(make.manager("zeeland")).post(f"/knelpunten/{of(knelpunt)}/bijlagen/", sent()).status_code == 404


@pytest.mark.django_db
def test_attachment_of_another_knelpunt_is_not_found_through_one_that_may_be_read() -> None:
    own, other = make.knelpunt(make.S.OP_DE_LIJST), make.knelpunt(make.S.IN_BEOORDELING, house="drenthe")
    attachment = attachments.attach(
        key=make.uuid4(), knelpunt=other, name="x.pdf", data=hostile.pdf(), title="X", by=make.bureau(), is_looked_through=True
    )
    assert client_of(make.manager("twente")).get(f"/knelpunten/{of(own)}/bijlagen/{of(attachment)}/").status_code == 404


@pytest.mark.django_db
def test_refused_file_says_why_and_nothing_is_kept() -> None:
    knelpunt = make.knelpunt(make.S.OP_DE_LIJST)
    macro = hostile.changed(hostile.word(), {"word/vbaProject.bin": b"x"})
    answer = client_of(make.bureau()).post(f"/knelpunten/{of(knelpunt)}/bijlagen/", sent("stuk.docx", macro))
    assert answer.status_code == 422 and "macro" in answer.content.decode()
    assert (Attachment.objects.count(), StoredFile.objects.count()) == (0, 0)


def lies_at(file: StoredFile) -> Path:
    """Where it lies while the transaction of the test is not done."""
    return Path(settings.PRIVATE_ROOT) / "incoming" / file.key.hex


@pytest.mark.django_db
def test_file_lies_privately_under_a_name_that_says_nothing() -> None:
    kept = stored_files.keep(key=make.uuid4(), name="geheim.pdf", data=hostile.pdf(), by=make.bureau())
    path = lies_at(kept)
    assert (path.stat().st_mode & 0o777, "geheim" in str(path), path.suffix) == (0o600, False, "")
    assert not Path(settings.PRIVATE_ROOT).is_relative_to(settings.STATIC_ROOT)


@pytest.mark.django_db
def test_removed_file_is_gone_from_disk_and_from_the_page(django_capture_on_commit_callbacks: Any) -> None:
    knelpunt, by = make.knelpunt(make.S.OP_DE_LIJST), make.bureau()
    attachment = attachments.attach(
        key=make.uuid4(), knelpunt=knelpunt, name="x.pdf", data=hostile.pdf(), title="X", by=by, is_looked_through=True
    )
    path = lies_at(attachment.file)
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        attachments.detach(attachment=attachment, by=by)
    assert not path.exists()
    assert client_of(by).get(f"/knelpunten/{of(knelpunt)}/bijlagen/{of(attachment)}/").status_code == 404


@pytest.mark.django_db
def test_attachments_go_when_personal_data_is_removed(django_capture_on_commit_callbacks: Any) -> None:
    knelpunt, by = make.knelpunt(make.S.OP_DE_LIJST), make.bureau()
    attachment = attachments.attach(
        key=make.uuid4(), knelpunt=knelpunt, name="x.pdf", data=hostile.pdf(), title="Kanarie", by=by, is_looked_through=True
    )
    address = f"{knelpunt.get_absolute_url()}bijlagen/{of(attachment)}/"
    hide(knelpunt, code(attachment))
    assert client_of(by).get(address).status_code == 403
    reviews.put_back(subject=knelpunt, by=reviewer())
    assert client_of(by).get(address).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        remove(knelpunt)
    attachment.refresh_from_db()
    assert attachment.title != "Kanarie" and not lies_at(attachment.file).exists()
