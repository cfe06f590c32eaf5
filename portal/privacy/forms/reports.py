"""Reporting, judging, and being the second person: what is filled in."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.kit.forms import PortalForm, long_text
from portal.kit.opaque import of
from portal.privacy.enums import Ground, SecondWord
from portal.privacy.forms.texts import WatchedForm
from portal.privacy.queries.parts import Part

SHOWN = 90  # characters of a part, to know it by
WHY_HELP = "Bijvoorbeeld: “leeftijd, dorp en beroep staan bij elkaar”. Noem de persoon zelf niet."


def _named(part: Part) -> str:
    begins = " ".join(part.text.split())
    return f"{part.label}: {begins[:SHOWN]}{'…' if len(begins) > SHOWN else ''}"


class ReportForm(WatchedForm, PortalForm):
    """Which part of a page, by the word of its row: a number would tell how many rows there are."""

    is_asking = False  # what is wrong is said here; only identifiers are refused

    part = forms.ChoiceField(label="In welk deel staat het?", widget=forms.RadioSelect)
    why = long_text("Waaraan is iemand te herkennen?", help_text=WHY_HELP, max_length=500, rows=3)

    def __init__(self, *args: Any, parts: list[Part], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = {of(part.row): part.code for part in parts}
        self.offer("part", [(of(part.row), _named(part)) for part in parts])

    @property
    def given(self) -> dict[str, Any]:
        return {"code": self.codes[self.cleaned_data["part"]], "why": self.cleaned_data["why"]}


class GroundForm(PortalForm):
    """On what ground the chosen parts go."""

    ground = forms.ChoiceField(label="Op grond van", choices=Ground.choices, initial=Ground.PERSONAL)


class EnquiryForm(WatchedForm, PortalForm):
    is_asking = False
    question = long_text("Wat wilt u van de melder weten?", max_length=500, rows=3)


class ClarifyForm(WatchedForm, PortalForm):
    is_asking = False
    text = long_text("Uw antwoord", help_text="Noem de persoon zelf niet.", max_length=1000, rows=4)


class SecondForm(WatchedForm, PortalForm):
    is_asking = False
    word = forms.ChoiceField(
        label="Moet deze tekst weg?",
        choices=[(SecondWord.YES, "Ja, verwijder deze tekst"), (SecondWord.NO, "Nee, deze tekst blijft staan")],
        widget=forms.RadioSelect,
    )
    why = long_text("Waarom niet?", help_text="Alleen nodig als de tekst blijft staan.", max_length=500, required=False, rows=3)

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "word": SecondWord(self.cleaned_data["word"])}
