"""Whatever an editor uploads, by whatever address, nothing that is stored is ever sent as something a browser runs."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.template import engines
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from portal.files.editors import PicturesOnly
from tests import factories as make
from tests.files import hostile, marked
from tests.house.addresses import filled
from tests.privacy.test_writing import client_of

SCRIPT = b"<script>document.title='kwaad'</script>"
INERT = {"image/png", "image/jpeg"}
FIELD = re.compile(r"<input[^>]*type=\\?[\"']file[^>]*>", re.I)
NAMED = re.compile(r"name=\\?[\"']([^\"'\\]+)")
# Names that Wagtail's scripts send a file under, besides the ones that stand in its pages.
SENT_BY_SCRIPTS = {"files[]", "file", "files"}
# Where Wagtail ends the session, and where it tests its own page for errors.
LEFT_ALONE = re.compile(r"logout|failwhale")
# Every way by which an editor's file comes in. A new one has to be looked at, and stands here after that.
WAYS_IN = {
    "/admin/account/",
    "/admin/images/1/",
    "/admin/images/add/",
    "/admin/images/chooser/create/",
    "/admin/images/chooser/",
    "/admin/images/multiple/add/",
}


def gif() -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0, 0, 0) + b"/*" + SCRIPT + b"*/=1;"


def svg() -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'


def hidden_in_png() -> bytes:
    chunk = b"tEXt" + b"Comment\0" + SCRIPT
    data = hostile.picture("PNG")
    return data[:33] + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) + data[33:] + SCRIPT


HOSTILE: list[tuple[str, str, bytes]] = [
    ("evil.html", "text/html", b"<!doctype html>" + SCRIPT), ("evil.htm", "image/png", SCRIPT),
    ("evil.png", "image/png", b"<!doctype html>" + SCRIPT), ("evil.svg", "image/svg+xml", svg()), ("svg.png", "image/png", svg()),
    ("evil.xml", "text/xml", b"<?xml version='1.0'?><a xmlns='http://www.w3.org/1999/xhtml'>" + SCRIPT + b"</a>"),
    ("evil.xhtml", "application/xhtml+xml", SCRIPT), ("evil.js", "text/javascript", b"alert(1)"),
    ("evil.mjs", "text/javascript", b"alert(1)"), ("evil.css", "text/css", b"*{}"),
    ("evil.swf", "application/x-shockwave-flash", b"CWS\x0a" + b"\0" * 40),
    ("evil.pdf", "application/pdf", hostile.pdf(OpenAction=hostile.script())), ("evil.gif", "image/gif", gif()),
    ("hidden.png", "image/png", hidden_in_png()), ("hidden.html", "image/png", hidden_in_png()),
    ("tail.jpg", "image/jpeg", hostile.picture("JPEG") + SCRIPT), ("tail.html", "text/html", hostile.picture("JPEG") + SCRIPT),
    ("half.png", "image/png", b"\x89PNG\r\n\x1a\n" + SCRIPT), ("zip.png", "image/png", hostile.packed({"a.html": SCRIPT})),
    ("evil.svgz", "image/svg+xml", zlib.compress(svg())), ("evil.webp", "image/webp", b"RIFF\0\0\0\0WEBP" + SCRIPT),
    ("evil.ico", "image/x-icon", b"\0\0\1\0" + SCRIPT), ("evil.php", "image/png", hidden_in_png()),
    ("../../evil.html", "image/png", hidden_in_png()), ("evil.png.html", "image/png", hidden_in_png()), ("evil", "", SCRIPT),
    ("evil.bmp", "image/bmp", b"BM" + SCRIPT), ("evil.docx", "application/octet-stream", hostile.word()),
]  # fmt: skip


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own. Wagtail's own templates ask for variables that are not there."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    settings.MEDIA_ROOT = tmp_path / "media"
    return Path(settings.MEDIA_ROOT)


@pytest.fixture
def editor() -> Client:
    return client_of(make.seat("landelijk-bureau", make.F.REDACTEUR).actor)


def admin_addresses() -> list[str]:
    """Every address below /admin/, with something in the place of each of its names."""

    def below(patterns: Any, prefix: str) -> Iterator[str]:
        for each in patterns:
            route = prefix + str(each.pattern)
            if isinstance(each, URLResolver):
                yield from below(each.url_patterns, route)
            elif isinstance(each, URLPattern):
                yield route

    routes = [route for route in below(get_resolver().url_patterns, "") if route.startswith("admin/") and "(?P" not in route]
    return sorted({filled(route) for route in routes})


def fields_in(text: str) -> set[str]:
    return {found[1] for tag in FIELD.findall(unescape(text)) if (found := NAMED.search(tag))}


def stored(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def uploaded(folder: Path) -> list[Path]:
    """Without what Wagtail draws itself, smaller, when a picture is looked at."""
    return [path for path in stored(folder) if path.parent != folder / "images"]


def sent(client: Client, address: str, names: set[str], file: tuple[str, str, bytes]) -> int:
    """The file under each of these names at once, with what forms of Wagtail ask besides. Answers with the status."""
    name, kind, data = file
    files = {field: SimpleUploadedFile(name.rsplit("/", 1)[-1], data, content_type=kind) for field in names}
    for each, given in zip(files.values(), [name] * len(files), strict=True):
        each._name = given  # type: ignore[attr-defined]
    root = Collection.get_first_root_node()
    said = {"title": "Titel", "collection": root.pk, "tags": ""}
    more = {f"{prefix}-{key}": value for prefix in ("image-chooser-upload", "image") for key, value in said.items()}
    return client.post(address, {**said, **more, **files}, HTTP_X_REQUESTED_WITH="XMLHttpRequest").status_code


def ways_in(client: Client, folder: Path) -> dict[str, set[str]]:
    """Addresses that show a field for a file, or store a good picture that is sent there; each with the names of the fields."""
    client.raise_request_exception = False  # Wagtail has addresses at which a number that is nobody's is an error
    found: dict[str, set[str]] = {}
    all_names = set(SENT_BY_SCRIPTS)
    shown: dict[str, set[str]] = {}
    for address in admin_addresses():
        if LEFT_ALONE.search(address):
            continue
        answer = client.get(address)
        if answer.status_code == 200 and not answer.streaming and (names := fields_in(answer.content.decode(errors="replace"))):
            shown[address] = names
            all_names |= names
    for address in admin_addresses():
        if LEFT_ALONE.search(address) or "delete" in address:
            continue
        before = len(uploaded(folder))
        sent(client, address, all_names, ("goed.png", "image/png", hostile.picture("PNG")))
        if len(uploaded(folder)) > before or address in shown:
            found[address] = shown.get(address, set()) | all_names
    return found


@pytest.mark.django_db
def test_no_way_in_leads_to_something_a_browser_runs(editor: Client, folder: Path) -> None:
    get_image_model().objects.create(pk=1, title="Eerst", file=ContentFile(hostile.picture("PNG"), name="eerst.png"))
    found = ways_in(editor, folder)
    assert set(found) == WAYS_IN
    good = len(stored(folder))
    assert good > 1, "pictures come in"
    said = {(address, file[0]): sent(editor, address, names, file) for address, names in found.items() for file in HOSTILE}
    assert {place: status for place, status in said.items() if status >= 500} == {}
    assert len(stored(folder)) > good, "pictures with something hidden come in, drawn again"
    for path in stored(folder):
        assert SCRIPT not in path.read_bytes() and path.suffix in (".png", ".jpg"), path
        answer = editor.get(f"/media/{path.relative_to(folder)}")
        assert_inert(answer)
        assert answer["Content-Type"] in INERT


def assert_inert(answer: Any) -> None:
    """Either a picture, or something to save; and under a sandbox in any case."""
    assert answer.status_code == 200
    assert "sandbox" in answer["Content-Security-Policy"] and answer["X-Content-Type-Options"] == "nosniff"
    is_saved = answer.get("Content-Disposition", "").startswith("attachment")
    assert answer["Content-Type"] in INERT or is_saved and answer["Content-Type"] == "application/octet-stream"


@pytest.mark.django_db
@pytest.mark.parametrize("file", HOSTILE, ids=[name for name, _, _ in HOSTILE])
def test_what_lies_there_already_is_only_ever_saved(file: tuple[str, str, bytes], editor: Client, folder: Path) -> None:
    """An older portal stored what it was sent."""
    name = file[0].rsplit("/", 1)[-1]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(file[2])
    assert_inert(editor.get(f"/media/{name}"))


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["nergens.png", "", "original_images", "../portal/urls.py", "a/../../x", "%00", "x" * 300])
def test_no_other_place_is_read(path: str, editor: Client, folder: Path) -> None:
    (folder / "original_images").mkdir(parents=True)
    assert editor.get(f"/media/{path}").status_code in (400, 404)


@pytest.mark.django_db
def test_store_itself_takes_pictures_only_and_names_them_by_what_they_are(folder: Path) -> None:
    for name, _, data in HOSTILE:
        if data.startswith((b"\x89PNG", b"\xff\xd8")) and name != "half.png":
            assert default_storage.save("map/evil.html", ContentFile(data)).endswith((".png", ".jpg"))
        else:
            with pytest.raises(SuspiciousFileOperation):
                default_storage.save(name.rsplit("/", 1)[-1], ContentFile(data))
    kept = default_storage.save("map/foto.jpg", ContentFile(marked.jpeg()))
    assert marked.NAME.encode() not in (folder / kept).read_bytes()


def test_every_field_of_any_app_that_stores_a_file_stores_pictures_only() -> None:
    fields = [field for model in apps.get_models() for field in model._meta.get_fields() if isinstance(field, models.FileField)]
    assert (
        fields
        and [str(field) for field in fields if not isinstance(field.storage, PicturesOnly) and field.storage != default_storage]
        == []
    )
    assert isinstance(default_storage._wrapped if default_storage else None, PicturesOnly)  # type: ignore[attr-defined]
    assert "wagtail.documents" not in settings.INSTALLED_APPS


@pytest.mark.django_db
def test_editor_still_has_pictures_pages_and_rich_text(editor: Client) -> None:
    for address in (
        "/admin/",
        "/admin/images/",
        "/admin/images/add/",
        "/admin/images/chooser/",
        "/admin/pages/",
        "/admin/reports/site-history/",
    ):
        assert editor.get(address).status_code == 200, address
    home = Page.objects.get(slug="home")
    page = editor.get(f"/admin/pages/{home.pk}/edit/")
    assert page.status_code == 200 and "introduction" in page.content.decode()


@pytest.mark.django_db
def test_picture_that_cannot_be_kept_is_said_beside_the_field(editor: Client) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (9, 9)).save(stream, "GIF")
    data = {
        "title": "x",
        "collection": Collection.get_first_root_node().pk,
        "file": SimpleUploadedFile("x.gif", stream.getvalue()),
    }
    assert editor.post("/admin/images/add/", data).status_code == 200
    assert not get_image_model().objects.exists()
