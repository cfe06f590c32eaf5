"""What the portal adds to Wagtail's editor."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.editor.blocks import section_chooser
from home.models import ChapterPage
from home.schrijfwijzer import advice_for, advice_for_all_drafts
from portal.documents.domain import editions
from portal.documents.models import Term


@hooks.register("insert_global_admin_js")
def editor_script() -> SafeString:
    return format_html('<script src="{}"></script>', static("home/editor.js"))


class NoDocuments(PagesAdminAPIViewSet):
    """Wagtail's editor asks at which address documents are listed. Here editors upload none."""

    def get_queryset(self) -> Any:
        return super().get_queryset().none()


@hooks.register("construct_admin_api")
def list_no_documents(router: Any) -> None:
    router.register_endpoint("documents", NoDocuments)


@hooks.register("before_edit_page")
def keep_what_was_adopted(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Who wants to publish in an adopted edition reads why that cannot be, and what to do instead."""
    edition = page.specific.edition_of_parent if isinstance(page.specific, ChapterPage) else None
    if edition is None or not (blockers := editions.blockers_for_writing(edition=edition)):
        return None
    messages.warning(request, blockers[0].sentence)
    return redirect("wagtailadmin_explore", page.get_parent().pk) if request.method == "POST" else None


MOST_SHOWN = 6


def point_out(request: HttpRequest, page: Any) -> None:
    """After saving: which words the list would write otherwise. It is advice; the draft is saved."""
    if not isinstance(page.specific, ChapterPage):
        return
    advice = advice_for(page.specific, list(Term.objects.all()))
    if advice:
        said = [f"{each.place}: {each.finding.sentence}" for each in advice[:MOST_SHOWN]]
        more = len(advice) - len(said)
        said += [f"En nog {more} op de pagina Schrijfwijzer."] if more > 0 else []
        messages.info(request, "Uw tekst is bewaard. De schrijfwijzer ziet: " + " ".join(said))


hooks.register("after_edit_page", point_out)
hooks.register("after_create_page", point_out)


def writing_report(request: HttpRequest) -> HttpResponse:
    """What the list says about all drafts of concepts."""
    return render(request, "home/writing_report.html", {"drafts": advice_for_all_drafts()})


@hooks.register("register_admin_urls")
def writing_urls() -> list[Any]:
    return [path("schrijfwijzer/", writing_report, name="writing_report")]


@hooks.register("register_reports_menu_item")
def writing_menu() -> MenuItem:
    return MenuItem("Schrijfwijzer", reverse("writing_report"), icon_name="openquote", order=100)


@hooks.register("register_admin_viewset")
def choosing_sections() -> Any:
    return section_chooser


class TermViewSet(SnippetViewSet):
    """The word list, for editors."""

    model = Term
    icon = "openquote"
    menu_label = "Woordenlijst"
    add_to_admin_menu = True
    list_display = ["word", "is_name", "meaning"]
    search_fields = ["word"]
    search_backend_name = None
    panels = [FieldPanel("word"), FieldPanel("instead_of"), FieldPanel("is_name"), FieldPanel("meaning")]


register_snippet(TermViewSet)
