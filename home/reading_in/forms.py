from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import validate_slug
from django.utils.text import slugify

from portal.documents.enums import DocumentKind
from portal.documents.models import Document
from portal.kit.forms import CreateForm, EditForm, dress

NEW = "nieuw"
LEVELS = [(1, "hoofdstuk"), (2, "paragraaf"), (3, "onderdeel"), (4, "onderdeel daarvan")]


class UploadForm(CreateForm):
    """A file, and of which document it is an edition."""

    file = forms.FileField(label="Bestand", help_text="Een Word-bestand (.docx), Markdown (.md) of tekst uit een PDF (.txt).")
    document = forms.ChoiceField(label="Van welk document?")
    title = forms.CharField(label="Titel van het nieuwe document", max_length=160, required=False)
    kind = forms.ChoiceField(label="Soort", choices=DocumentKind, help_text="Alleen voor een nieuw document.")
    label = forms.CharField(
        label="Welke editie wordt het?",
        max_length=20,
        validators=[validate_slug],
        help_text="Waarmee zij wordt aangehaald, bijvoorbeeld 2027.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(document.slug, document.title) for document in Document.objects.all()]
        self.offer("document", [*known, (NEW, "Een nieuw document")])

    def clean(self) -> dict[str, Any]:
        """A new document has a title, which gives it its address."""
        cleaned = super().clean()
        if cleaned.get("document") == NEW and not slugify(cleaned.get("title") or ""):
            self.add_error("title", "Geef het nieuwe document een titel.")
        return cleaned

    @property
    def given(self) -> dict[str, Any]:
        """With address, title and kind of the document."""
        said = super().given
        known = Document.objects.filter(slug=said["document"]).first()
        if known:
            return {**said, "document": known.slug, "title": known.title, "kind": known.kind}
        return {**said, "document": slugify(said["title"])[:50]}


class SectionForm(forms.Form):
    """One line of the preview: what the heading is called, how deep it is and where it stands."""

    place = forms.IntegerField(widget=forms.HiddenInput)
    order = forms.IntegerField(min_value=1, max_value=5000)
    number = forms.CharField(max_length=20, required=False)
    title = forms.CharField(max_length=200)
    level = forms.TypedChoiceField(choices=LEVELS, coerce=int)
    merge = forms.BooleanField(required=False)


class ChosenForm(EditForm):
    """Pieces that were ticked, and the version of the draft in which they were seen."""

    chosen = forms.TypedMultipleChoiceField(
        coerce=int, widget=forms.MultipleHiddenInput, error_messages={"required": "Kies eerst één of meer stukken."}
    )

    def __init__(self, *args: Any, count: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("chosen", [(place, place) for place in range(count)])


class TargetForm(ChosenForm):
    """Which section the ticked pieces go to."""

    to = forms.TypedChoiceField(label="Naar welk stuk?", coerce=int)

    def __init__(self, *args: Any, sections: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(place, f"{section['number'] or ''} {section['title']}".strip()) for place, section in enumerate(sections)]
        self.offer("to", named)


class MoveForm(TargetForm):
    at_start = forms.ChoiceField(
        label="Waar daarin?", choices=[("", "aan het einde"), ("begin", "aan het begin")], required=False
    )

    def clean_at_start(self) -> bool:
        return bool(self.cleaned_data["at_start"])


class SplitForm(ChosenForm):
    title = forms.CharField(label="Titel van het nieuwe stuk", max_length=200)
    level = forms.TypedChoiceField(label="Niveau", choices=LEVELS, coerce=int, initial=2)


class DescribeForm(EditForm):
    """What is to be seen on each figure of a section."""

    def __init__(self, *args: Any, figures: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, figure in enumerate(figures):
            self.fields[f"alt-{place}"] = forms.CharField(
                label=f"Wat is er te zien op afbeelding {place + 1}?", max_length=400, required=False, initial=figure["alt"]
            )
        dress(self)

    @property
    def given(self) -> dict[str, Any]:
        """What was described, in the order of the figures."""
        said = super().given
        return {"expected": said["expected"], "alts": [text for name, text in said.items() if name.startswith("alt-")]}


SectionFormSet = forms.formset_factory(SectionForm, extra=0, max_num=2000, absolute_max=2000)
