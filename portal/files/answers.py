"""Sending a file: always to be saved, never to be shown or run, and kept by no one in between."""

from __future__ import annotations

from django.http import FileResponse, Http404

from portal.files.domain import keeping
from portal.files.enums import FileKind
from portal.files.models import StoredFile

SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


def download(file: StoredFile) -> FileResponse:
    """This file as an attachment. Whether the reader may is asked before this."""
    if file.withheld_at:
        raise Http404
    answer = FileResponse(
        keeping.opened(file), as_attachment=True, filename=file.name, content_type=FileKind(file.kind).media_type
    )
    answer["Content-Security-Policy"] = SANDBOX
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store, private"
    return answer
