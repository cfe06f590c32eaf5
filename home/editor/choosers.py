"""Choosing in the editor: a section of an adopted edition, by number or by words."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from portal.documents.models import Edition, Section
from portal.documents.queries.search import UNREAD, in_force_with
from portal.kit import clock


class SectionFilter(BaseFilterForm):
    q = forms.CharField(
        label="Zoek", required=False, widget=forms.TextInput(attrs={"placeholder": "Een woord, of een nummer zoals 4.2"})
    )

    def filter(self, objects: Any) -> Any:
        """Sections in force that hold these words; all of them while nothing is asked."""
        self.search_query = self.cleaned_data["q"].strip()
        self.is_searching = bool(self.search_query)
        return in_force_with(self.search_query, clock.today()) if self.is_searching else objects


class _Listing:
    filter_form_class = SectionFilter

    def get_object_list(self) -> Any:
        in_force = Edition.objects.in_force_on(clock.today())
        rows = Section.objects.filter(edition__in=in_force).select_related("edition__document")
        return rows.defer(*UNREAD).order_by("edition__document", "order")

    @property
    def title_column(self) -> Any:
        column = super().title_column  # type: ignore[misc]
        column.accessor = lambda section: f"{section.citation}: {section.title}" if section.number else section.citation
        return column


class SectionChoose(_Listing, ChooseView):
    pass


class SectionResults(_Listing, ChooseResultsView):
    pass


class SectionChooserViewSet(ChooserViewSet):
    model = Section
    icon = "link"
    choose_one_text = "Kies een paragraaf"
    choose_another_text = "Kies een andere paragraaf"
    choose_view_class = SectionChoose
    choose_results_view_class = SectionResults
    register_widget = True
