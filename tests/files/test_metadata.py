"""Who made a file, where, with what and on whose machine is in nothing that is kept; what people wrote in it stays."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import openpyxl
import pikepdf
import pytest
import typst
from PIL import Image

from portal.documents.text import pictures
from portal.files.enums import FileKind
from portal.files.inspection.inspection import FileRefused, inspect
from tests.files import hostile, marked

FILES = dict(marked.every())


def unpacked(data: bytes, where: str = "") -> dict[str, bytes]:
    """Everything that can be read out of a file: its raw bytes, and what is packed in it, as deep as it goes."""
    found = {where or ".": data}
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found[f"{where}/."] = archive.comment
            for part in archive.infolist():
                found[f"{where}/{part.filename}#"] = part.filename.encode() + part.comment + part.extra
                found |= unpacked(archive.read(part), f"{where}/{part.filename}")
    if data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for number, each in enumerate([*pdf.objects, pdf.trailer]):
                found[f"{where}/{number}"] = repr(each).encode() + "".join(strings(each, 0)).encode()
                if isinstance(each, pikepdf.Stream):
                    found |= unpacked(each.read_raw_bytes(), f"{where}/{number}/raw")
                    try:
                        found |= unpacked(each.read_bytes(), f"{where}/{number}/read")
                    except pikepdf.PdfError:
                        continue  # a picture: its raw bytes are looked at
    if data.startswith((b"\x89PNG", b"\xff\xd8", b"GIF", b"II*", b"MM")):
        with Image.open(io.BytesIO(data)) as picture:
            found[f"{where}/info"] = repr(
                [picture.info, dict(picture.getexif()), getattr(picture, "applist", ()), getattr(picture, "text", {})]
            ).encode()
    return found


def strings(found: Any, depth: int) -> list[str]:
    if isinstance(found, pikepdf.String):
        return [str(found)]
    if depth < 9 and isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        return [text for key in found.keys() for text in [key, *strings(found.get(key), depth + 1)] if key != "/Parent"]  # noqa: SIM118
    if depth < 9 and isinstance(found, pikepdf.Array):
        return [text for each in found for text in strings(each, depth + 1)]
    return []


def places_of(word: str, data: bytes) -> list[str]:
    forms = [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")]
    return sorted(where for where, content in unpacked(data).items() if any(form in content for form in forms))


@pytest.mark.parametrize("kind", FILES)
def test_name_of_who_made_it_is_nowhere(kind: str) -> None:
    assert len(places_of(marked.NAME, FILES[kind])) >= (2 if kind in ("png", "jpg") else 14), "the file says it in many places"
    kept = inspect(FILES[kind])
    assert kept.kind == kind
    assert places_of(marked.NAME, kept.data) == []


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pptx", "odt", "ods", "pdf"])
def test_text_and_notes_stay(kind: str) -> None:
    kept = inspect(FILES[kind])
    assert places_of(marked.STAYS, kept.data) and places_of(marked.NOTE, kept.data)


@pytest.mark.parametrize("kind", FILES)
def test_cleaning_what_is_clean_changes_no_word(kind: str) -> None:
    once = inspect(FILES[kind]).data
    twice = inspect(once).data
    assert places_of(marked.STAYS, once) == places_of(marked.STAYS, twice)
    if kind in ("docx", "xlsx", "pptx", "odt", "ods"):
        assert once == twice


def test_word_file_opens_with_its_text_tracked_changes_comments_and_pictures() -> None:
    data = inspect(FILES["docx"]).data
    document = docx.Document(io.BytesIO(data))
    assert document.paragraphs[0].text == marked.STAYS and len(document.inline_shapes) == 4
    assert document.core_properties.author != marked.NAME
    body = document.element.xml
    assert 'w:author="Auteur 1"' in body and "Toegevoegd." in body and "Weggehaald." in body and "rsid" not in body
    comments = zipfile.ZipFile(io.BytesIO(data)).read("word/comments.xml").decode()
    assert 'w:author="Auteur 1"' in comments and 'w:initials="A"' in comments


def test_excel_file_opens_with_its_cells_and_comments() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(inspect(FILES["xlsx"]).data)).active
    assert sheet and sheet["A1"].value == marked.STAYS
    assert sheet["A1"].comment and marked.NOTE in sheet["A1"].comment.text and sheet["A1"].comment.author == "Auteur 1"


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pptx"])
def test_no_relation_leads_nowhere_and_every_part_has_a_kind(kind: str) -> None:
    with zipfile.ZipFile(io.BytesIO(inspect(FILES[kind]).data)) as archive:
        names = set(archive.namelist())
        for name in names:
            if name.endswith(".rels"):
                folder = name.split("_rels/")[0]
                for relation in marked_tree(archive.read(name)).iter("{*}Relationship"):
                    if relation.get("TargetMode") != "External":
                        assert resolved(folder, relation.get("Target")) in names, (name, relation.get("Target"))
        types = marked_tree(archive.read("[Content_Types].xml"))
        known = {each.get("PartName", "").lstrip("/") for each in types.iter("{*}Override")}
        endings = {each.get("Extension", "").lower() for each in types.iter("{*}Default")}
    assert known <= names
    assert [
        name
        for name in names
        if name not in known and name.rsplit(".", 1)[-1].lower() not in endings and name != "[Content_Types].xml"
    ] == []


@pytest.mark.parametrize("kind", ["odt", "ods"])
def test_opendocument_begins_with_its_kind_and_lists_what_is_in_it(kind: str) -> None:
    with zipfile.ZipFile(io.BytesIO(inspect(FILES[kind]).data)) as archive:
        first = archive.infolist()[0]
        listed = {next(iter(each.attrib.values())) for each in marked_tree(archive.read("META-INF/manifest.xml"))}
        names = set(archive.namelist())
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert names - {"mimetype", "META-INF/manifest.xml"} == listed - {"/", "Object 1/"}
    assert {"content.xml", "styles.xml", "Pictures/a.png", "Object 1/content.xml"} == listed - {"/", "Object 1/"}


def marked_tree(data: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(data)


def resolved(folder: str, target: str) -> str:
    import posixpath

    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def test_two_writers_stay_two() -> None:
    tracked = (
        f'</w:t></w:r><w:ins xmlns:w="{W}" w:id="1" w:author="Een"/><w:ins xmlns:w="{W}" w:id="2" w:author="Ander"/>'
        f'<w:ins xmlns:w="{W}" w:id="3" w:author="Een"/><w:r><w:t>'
    )
    data = hostile.changed(hostile.word("PLEK"), replace={"word/document.xml": (b"PLEK", tracked.encode())})
    body = docx.Document(io.BytesIO(inspect(data).data)).element.xml
    assert [body.count(f'w:author="Auteur {number}"') for number in (1, 2, 3)] == [2, 1, 0]


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_pdf_is_called_as_it_is_kept_and_still_says_what_it_follows() -> None:
    with pikepdf.open(io.BytesIO(inspect(FILES["pdf"], title="Nota & bijlage").data)) as pdf:
        assert "/Info" not in pdf.trailer and len(pdf.pages) == 1
        with pdf.open_metadata() as said:
            assert (said["dc:title"], said["pdfuaid:part"]) == ("Nota & bijlage", "1")


def test_pdf_of_our_own_keeps_its_tags_its_language_and_its_claim() -> None:
    source = '#set document(title: [Eigen])\n#set text(lang: "nl")\n= Kop\nTekst met een #link("https://example.nl")[koppeling].'
    own = typst.compile(source.encode(), pdf_standards=["ua-1"])
    with pikepdf.open(io.BytesIO(own)) as before, pikepdf.open(io.BytesIO(inspect(own, title="Eigen").data)) as after:
        for key in ("/StructTreeRoot", "/MarkInfo", "/Lang", "/ViewerPreferences", "/Outlines"):
            assert (key in before.Root) == (key in after.Root), key
        assert "/StructTreeRoot" in after.Root and str(after.Root.Lang) == "nl"
        assert len(before.pages[0].Annots) == len(after.pages[0].Annots) == 1
        with before.open_metadata() as said, after.open_metadata() as now:
            assert said.get("pdfuaid:part") == now.get("pdfuaid:part") == "1"


def test_signed_pdf_is_not_broken_silently() -> None:
    signature = pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3], Contents=pikepdf.String("x"))
    with pytest.raises(FileRefused) as refused:
        inspect(hostile.pdf(Handtekening=signature))
    assert refused.value.codes == ["signed"] and "ondertekend" in refused.value.sentences[0]


@pytest.mark.parametrize("name", ["ppt/media/film.mp4", "ppt/media/geluid.wav", "ppt/media/kapot.png"])
def test_what_cannot_be_cleaned_is_refused(name: str) -> None:
    relation = (
        f'<Relationship Id="rIdY" Type="{marked.OFFICE}/relationships/image" Target="media/{name.rsplit("/", 1)[-1]}"/>'
        "</Relationships>"
    )
    with zipfile.ZipFile(io.BytesIO(FILES["pptx"])) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    parts["ppt/_rels/presentation.xml.rels"] = parts["ppt/_rels/presentation.xml.rels"].replace(
        b"</Relationships>", relation.encode()
    )
    with pytest.raises(FileRefused) as refused:
        inspect(hostile.packed(parts | {name: b"\0\0\0\x18ftypmp42"}))
    assert refused.value.codes == ["uncleanable"]


@pytest.mark.parametrize("data", [marked.png(), marked.jpeg(), marked.gif(), marked.tiff()], ids=["png", "jpeg", "gif", "tiff"])
def test_picture_in_a_document_says_nothing_but_itself(data: bytes) -> None:
    drawn = pictures.draw(data)
    assert places_of(marked.NAME, drawn.data) == []
    assert pictures.draw(drawn.data) == drawn, "its address stays what it is"


@pytest.mark.parametrize("progressive", [False, True])
def test_bare_jpeg_shows_the_same_pixels(progressive: bool) -> None:
    from portal.files.cleaning.pictures import bare

    stream = io.BytesIO()
    Image.effect_noise((120, 90), 60).convert("RGB").save(
        stream, "JPEG", progressive=progressive, comment=marked.NAME, restart_marker_blocks=4
    )
    data = bare(stream.getvalue())
    assert marked.NAME.encode() not in data and bare(data) == data
    with Image.open(io.BytesIO(stream.getvalue())) as before, Image.open(io.BytesIO(data)) as after:
        assert list(before.getdata()) == list(after.getdata())


def test_kinds_of_this_test_are_the_kinds_that_are_taken_in() -> None:
    assert set(FILES) | {FileKind.TEXT.value} == set(FileKind.values)
