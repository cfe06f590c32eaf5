"""Deciding in writing."""

from __future__ import annotations

from typing import Any

from django import forms

from agenda.meetings.enums import WrittenAnswer
from portal.kit.forms import CreateForm, DayField, PortalForm, long_text
from portal.privacy.forms.texts import WatchedForm


class RoundForm(WatchedForm, CreateForm):
    title = forms.CharField(label="Titel", max_length=140)
    question = long_text("Waarover besluiten de leden?", max_length=2000, rows=4)
    closes_date = DayField(label="Antwoord uiterlijk op")


class AnswerForm(WatchedForm, PortalForm):
    answer = forms.ChoiceField(label="Wat vindt uw organisatie?", choices=WrittenAnswer, widget=forms.RadioSelect)
    text = long_text("Toelichting", max_length=1500, rows=2, required=False, help_text="Nodig als u niet akkoord bent.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("answer") not in (None, WrittenAnswer.AKKOORD) and not cleaned.get("text") and not self.has_error("text"):
            self.add_error("text", "Zeg in een zin waarom.")
        return cleaned

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "answer": WrittenAnswer(self.cleaned_data["answer"])}


class ConcludeForm(WatchedForm, CreateForm):
    wording = long_text("De tekst van het besluit", max_length=2000, rows=3)
