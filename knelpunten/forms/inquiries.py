"""What is filled in for an uitvraag: the question, the term, the answer."""

from __future__ import annotations

from typing import Any

from django import forms

from knelpunten.enums import AskedFor
from knelpunten.forms.assessment import coming_day
from portal.kit.forms import CreateForm, DayField, PortalForm, long_text
from portal.privacy.forms.texts import WatchedForm


class TermForm(PortalForm):
    closes_date = DayField(label="Antwoorden tot en met")

    def clean_closes_date(self) -> Any:
        return coming_day(self.cleaned_data["closes_date"])


class InquiryForm(WatchedForm, TermForm, CreateForm):
    """A question to all houses."""

    question = forms.CharField(
        label="De vraag", max_length=300, help_text="Eén vraag, die een huis in een halve bladzijde kan beantwoorden."
    )
    purpose = long_text("Waarvoor is het antwoord nodig?", max_length=1500, rows=4, help_text="Huizen lezen dit bij de vraag.")
    asked_for = forms.ChoiceField(label="Namens wie?", choices=AskedFor, initial=AskedFor.STUURGROEP, widget=forms.RadioSelect)
    field_order = ("question", "purpose", "asked_for", "closes_date")

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "asked_for": AskedFor(self.cleaned_data["asked_for"])}


class InquiryAnswerForm(WatchedForm, PortalForm):
    text = long_text(
        "Het antwoord van uw huis", max_length=3000, rows=7, help_text="U antwoordt één keer. Geen casus, wel het patroon."
    )
