"""Sending a file: always to be saved, never to be shown or run, and kept by no one in between."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase

from portal.files.domain import keepers_mail, stored_files
from portal.files.enums import FileKind, Permission
from portal.files.models import StoredFile
from portal.ui.pages import page

SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"
# What the page says after a file was taken in.
CLEANED = "Namen van schrijvers en andere verborgen gegevens zijn eruit gehaald."


def download(request: HttpRequest, file: StoredFile) -> HttpResponse:
    """This file as an attachment, or a page that says that it is damaged, or away until it is judged.

    Whether the reader may is asked before this; what is away is fetched by who judges it.
    """
    user = request.user
    if file.withheld_at and not (user.is_authenticated and user.may(Permission.READ_HELD)):
        return page(request, "files/withheld.html", status=403)
    try:
        found = stored_files.opened(file)
    except stored_files.FileDamaged as damaged:
        keepers_mail.tell_of_damage(file, damaged.damage)
        return page(request, "files/damaged.html", status=503)
    answer = FileResponse(found, as_attachment=True, filename=file.name, content_type=FileKind(file.kind).media_type)
    answer["Cache-Control"] = "no-store, private"
    return sandboxed(answer)


def sandboxed(answer: HttpResponseBase) -> HttpResponse:
    """Whatever is in it, a browser runs nothing of it."""
    answer["Content-Security-Policy"] = SANDBOX
    answer["X-Content-Type-Options"] = "nosniff"
    return answer  # type: ignore[return-value]
