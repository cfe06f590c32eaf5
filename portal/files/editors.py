"""What editors upload in the CMS: pictures, drawn again when they are stored unless
nothing else is in them, whatever way they came in."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, default_storage
from django.http import FileResponse, Http404, HttpResponse

from portal.files.answers import sandboxed
from portal.files.cleaning.pictures import is_bare
from portal.files.enums import FileKind
from portal.files.inspection import inspection


class PicturesOnly(FileSystemStorage):
    """Stores PNG and JPEG, under a name that ends as they are. Raises SuspiciousFileOperation, a 400, for anything else."""

    def _save(self, name: str, content: File[Any]) -> str:
        content.seek(0)
        data = content.read(inspection.LARGEST + 1)
        try:
            found = inspection.picture(data)
        except inspection.FileRefused as refused:
            raise SuspiciousFileOperation(f"{PurePosixPath(name).suffix or 'A file'} is no picture") from refused
        ended = self.get_available_name(str(PurePosixPath(name).with_suffix(f".{found.kind.value}")))
        return super()._save(ended, ContentFile(data if is_bare(data) else found.data))  # type: ignore[misc]


def picture_at(path: str) -> HttpResponse:
    """A picture to be seen, by what it is and not by its name. What lies there and is none is only ever saved, never shown."""
    try:
        file = default_storage.open(path)
        start = file.read(8)
    except (OSError, ValueError) as error:  # no such file, a folder, a name that no disk has
        raise Http404 from error
    file.seek(0)
    kind = next((kind for begins, kind in inspection.PICTURES.items() if start.startswith(begins)), None)
    if kind is None:
        return sandboxed(FileResponse(file, as_attachment=True, content_type="application/octet-stream"))
    return sandboxed(FileResponse(file, content_type=FileKind(kind).media_type))
