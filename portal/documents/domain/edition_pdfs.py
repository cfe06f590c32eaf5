"""PDFs of editions: asked for by a reader, made in the background once for every version, and kept."""

from __future__ import annotations

from django.db import transaction

from portal.documents.models import Edition, EditionPdf
from portal.documents.queries import typesetting
from portal.jobs.queue import put_off
from portal.kit import clock


def current(*, edition: Edition, chapter: str) -> EditionPdf | None:
    """The PDF of the words as they are now, made or on its way."""
    version = typesetting.version_of(edition, chapter)
    return EditionPdf.objects.filter(edition=edition, chapter=chapter, version=version).defer("content").first()


@transaction.atomic
def ask(*, edition: Edition, chapter: str) -> EditionPdf:
    """Have the PDF made, unless it is there or on its way; one that failed or got stuck is tried again. Older versions go."""
    version = typesetting.version_of(edition, chapter)
    asked, is_new = EditionPdf.objects.get_or_create(
        edition=edition, chapter=chapter, version=version, defaults={"asked_at": clock.now()}
    )
    if asked.has_failed:
        asked.failure, asked.begun_at = "", None
        asked.save(update_fields=["failure", "begun_at"])
        is_new = True
    if is_new:
        EditionPdf.objects.filter(edition=edition, chapter=chapter).exclude(pk=asked.pk).delete()
        put_off("documents.pdf", pdf=asked.pk)
    return asked


def make(*, pk: int) -> None:
    """Make one PDF. What cannot be made says so, and can be asked for again."""
    import typst  # when it is used: it would slow every start

    asked = EditionPdf.objects.filter(pk=pk, made_at__isnull=True).select_related("edition__document").first()
    if asked is None or asked.version != typesetting.version_of(asked.edition, asked.chapter):
        return  # it is there, or the words changed since: those are asked for anew
    asked.begun_at = clock.now()
    asked.save(update_fields=["begun_at"])
    try:
        asked.content = typesetting.typeset(asked.edition, asked.chapter)
        asked.made_at = clock.now()
    except typst.TypstError as error:
        asked.failure = str(error)[:300]
    asked.save(update_fields=["content", "made_at", "failure"])
