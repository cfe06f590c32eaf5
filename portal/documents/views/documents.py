"""Reading documents: for anyone, at addresses that last."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from wagtail.views import serve as serve_page

from portal.accounts.request import Request
from portal.documents.domain import edition_pdfs
from portal.documents.enums import EditionStatus, Permission
from portal.documents.forms.sections import options
from portal.documents.models import Edition, Picture, Term
from portal.documents.queries import editions, pictures
from portal.documents.queries.comparison import compare_editions
from portal.documents.queries.export import as_json, as_markdown
from portal.documents.queries.landings import landings, replaced_by
from portal.documents.queries.resting import resting_on
from portal.documents.queries.search import found_in, jump_to
from portal.kit import clock
from portal.kit.access import public
from portal.ui.pages import page
from portal.ui.paging import page_of

FORMS = {"md": ("text/markdown; charset=utf-8", as_markdown), "json": ("application/json", as_json)}


@public
def documents(request: Request) -> HttpResponse:
    may_import = reverse("import:upload") if _may(request, Permission.IMPORT) else ""
    context = {"documents": editions.documents_with_editions(), "may_import": may_import}
    return page(request, "documents/documents.html", context)


@public
def words(request: Request) -> HttpResponse:
    return page(request, "documents/words.html", {"terms": Term.objects.all()})


@public
def document(request: Request, document: str) -> HttpResponse:
    """The address without an edition leads to the edition in force today."""
    found = editions.edition_in_force(document)
    return redirect(found) if found else serve_page(request, f"{document}/")


@public
def edition(request: Request, document: str, edition: str) -> HttpResponse:
    found = editions.edition_for(document, edition)
    if found is None:
        return serve_page(request, f"{document}/{edition}/")
    others = [each for each in editions.editions_of(document) if each.pk != found.pk]
    context = {
        "reading": editions.reading(found),
        "edition": found,
        "others": others,
        "may_settle": not found.is_adopted and _may(request, Permission.SETTLE) and replaced_by(found) is not None,
    }
    return page(request, "documents/edition.html", context)


@public
def chapter(request: Request, document: str, edition: str, chapter: str) -> HttpResponse:
    found = editions.edition_for(document, edition)
    if found is None:
        return serve_page(request, f"{document}/{edition}/{chapter}/")
    opened = editions.reading(found, chapter)
    if not opened.sections:
        raise Http404
    context = {
        "reading": opened,
        "edition": found,
        "resting": resting_on(opened.sections, request.user),
        "landings": landings(opened.sections, clock.today()) if found.status == EditionStatus.VERVANGEN else {},
    }
    return page(request, "documents/chapter.html", context)


@public
def whole(request: Request, document: str, edition: str) -> HttpResponse:
    found = _edition(document, edition)
    return page(request, "documents/whole.html", {"reading": editions.reading(found, whole=True), "edition": found})


@public
def compare(request: Request, document: str, edition: str, other: str) -> HttpResponse:
    """What changed from the earlier of two editions to the later."""
    old, new = _edition(document, other), _edition(document, edition)
    comparison = compare_editions(old, new)
    touched = resting_on([row.old for row in comparison.changed if row.old], request.user)
    context = {"comparison": comparison, "old": old, "new": new, "resting": touched}
    return page(
        request, "documents/compare.html", context | {"may_settle": not new.is_adopted and _may(request, Permission.SETTLE)}
    )


@public
def search(request: Request, document: str) -> HttpResponse:
    """Words, a phrase between quotes, or "§ 4.2", which leads straight to it."""
    words = request.GET.get("q", "").strip()[:200]
    label = request.GET.get("editie", "")
    all_editions = list(editions.editions_of(document))
    if not all_editions:
        raise Http404
    wanted = next((each for each in all_editions if each.label == label), None)
    if words and (section := jump_to(document, words, wanted)):
        return redirect(section)
    context: dict[str, Any] = {"words": words, "wanted": wanted, "editions": all_editions, "document": all_editions[0].document}
    if words:
        context["rows"] = page_of(request, found_in(document, words, wanted))
    return page(request, "documents/search.html", context)


@public
def search_all(request: Request) -> HttpResponse:
    """The same over all documents and editions."""
    words = request.GET.get("q", "").strip()[:200]
    context: dict[str, Any] = {"words": words, "document": None, "wanted": None, "editions": []}
    if words:
        context["rows"] = page_of(request, found_in("", words, None))
    return page(request, "documents/search.html", context)


@public
def choose(request: Request) -> HttpResponse:
    """What a form's chooser of sections shows while somebody types in it."""
    name, words = request.GET.get("naam", "")[:40], request.GET.get("zoek", "").strip()[:100]
    context = options(request.GET.getlist(name), words, clock.today())
    return page(request, "documents/widgets/section_options.html", {**context, "name": name})


@public
def export(request: Request, document: str, edition: str, form: str) -> HttpResponse:
    found = _edition(document, edition)
    kind, write = FORMS[form]
    response = HttpResponse(write(found), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{document}-{edition}.{form}"'
    return response


@public
def picture(request: Request, sha256: str, kind: str) -> HttpResponse:
    """A picture in a document. Its address is the digest of what it shows, so it never changes."""
    found = get_object_or_404(Picture, sha256=sha256, kind=kind)
    if not pictures.is_whole(found):
        return page(request, "files/damaged.html", status=503)
    response = HttpResponse(bytes(found.content), content_type=f"image/{found.kind}")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@public
def pdf(request: Request, document: str, edition: str) -> HttpResponse:
    """Where the PDF of an edition or a chapter is had: asked for, followed while it is made, and downloaded."""
    found = _edition(document, edition)
    chapter = request.GET.get("hoofdstuk", "")
    if chapter and not found.sections.filter(chapter=chapter).exists():
        raise Http404
    if request.method == "POST":
        edition_pdfs.ask(edition=found, chapter=chapter)
        return redirect(request.get_full_path())
    made = edition_pdfs.current(edition=found, chapter=chapter)
    context = {
        "edition": found,
        "chapter": chapter,
        "pdf": made,
        "opening": found.sections.filter(chapter=chapter).first() if chapter else None,
    }
    return page(request, "documents/pdf.html", context, fragment="documents/pdf_progress.html")


@public
def pdf_file(request: Request, document: str, edition: str) -> HttpResponse:
    found, chapter = _edition(document, edition), request.GET.get("hoofdstuk", "")
    made = edition_pdfs.current(edition=found, chapter=chapter)
    if made is None or not made.made_at:
        raise Http404
    response = HttpResponse(bytes(made.content or b""), content_type="application/pdf")
    name = "-".join(part for part in (document, edition, chapter) if part)
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def _may(request: Request, permission: Permission) -> bool:
    return bool(request.user.is_authenticated and request.user.may(permission))


def _edition(document: str, label: str) -> Edition:
    found = editions.edition_for(document, label)
    if found is None:
        raise Http404(reverse("documents:documents"))
    return found
