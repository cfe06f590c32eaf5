"""What the portal adds to Wagtail's editor."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from home.models import ChapterPage
from portal.documents.domain import editions


@hooks.register("insert_global_admin_js")
def editor_script() -> SafeString:
    return format_html('<script src="{}"></script>', static("home/editor.js"))


@hooks.register("before_edit_page")
def keep_what_was_adopted(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Who wants to publish in an adopted edition reads why that cannot be, and what to do instead."""
    edition = page.specific.edition_of_parent if isinstance(page.specific, ChapterPage) else None
    if edition is None or not (blockers := editions.blockers_for_writing(edition=edition)):
        return None
    messages.warning(request, blockers[0].sentence)
    return redirect("wagtailadmin_explore", page.get_parent().pk) if request.method == "POST" else None
