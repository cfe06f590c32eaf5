from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import validate_slug
from django.utils.text import slugify

from portal.documents.enums import DocumentKind
from portal.documents.models import Document
from portal.kit.forms import CreateForm, PortalForm, dress

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
        self.fields["document"].choices = [*known, (NEW, "Een nieuw document")]

    def clean(self) -> dict[str, Any]:
        """A new document has a title, which gives it its address."""
        cleaned = super().clean()
        if cleaned.get("document") == NEW and not slugify(cleaned.get("title") or ""):
            self.add_error("title", "Geef het nieuwe document een titel.")
        return cleaned

    @property
    def about(self) -> dict[str, Any]:
        """Address, title and kind of the document, and the edition's label."""
        said = self.cleaned_data
        known = Document.objects.filter(slug=said["document"]).first()
        if known:
            return {"document": known.slug, "title": known.title, "kind": known.kind, "label": said["label"]}
        return {"document": slugify(said["title"])[:50], "title": said["title"], "kind": said["kind"], "label": said["label"]}


class SectionForm(forms.Form):
    """One line of the preview: what the heading is called, how deep it is and where it stands."""

    place = forms.IntegerField(widget=forms.HiddenInput)
    order = forms.IntegerField(min_value=1, max_value=5000)
    number = forms.CharField(max_length=20, required=False)
    title = forms.CharField(max_length=200)
    level = forms.TypedChoiceField(choices=LEVELS, coerce=int)
    merge = forms.BooleanField(required=False)


class ChosenForm(PortalForm):
    """Pieces that were ticked, and the version of the draft in which they were seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    chosen = forms.TypedMultipleChoiceField(
        coerce=int, widget=forms.MultipleHiddenInput, error_messages={"required": "Kies eerst één of meer stukken."}
    )

    def __init__(self, *args: Any, count: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(place, place) for place in range(count)]


class TargetForm(ChosenForm):
    """Which section the ticked pieces go to."""

    to = forms.TypedChoiceField(label="Naar welk stuk?", coerce=int)

    def __init__(self, *args: Any, sections: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(place, f"{section['number'] or ''} {section['title']}".strip()) for place, section in enumerate(sections)]
        self.fields["to"].choices = named


class MoveForm(TargetForm):
    at_start = forms.TypedChoiceField(
        label="Waar daarin?",
        choices=[("", "aan het einde"), ("begin", "aan het begin")],
        coerce=bool,
        required=False,
        empty_value=False,
    )


class SplitForm(ChosenForm):
    title = forms.CharField(label="Titel van het nieuwe stuk", max_length=200)
    level = forms.TypedChoiceField(label="Niveau", choices=LEVELS, coerce=int, initial=2)


class DescribeForm(PortalForm):
    """What is to be seen on each figure of a section."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, figures: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, figure in enumerate(figures):
            self.fields[f"alt-{place}"] = forms.CharField(
                label=f"Wat is er te zien op afbeelding {place + 1}?", max_length=400, required=False, initial=figure["alt"]
            )
        dress(self)

    @property
    def alts(self) -> list[str]:
        return [text for name, text in self.cleaned_data.items() if name.startswith("alt-")]


SectionFormSet = forms.formset_factory(SectionForm, extra=0, max_num=2000, absolute_max=2000)
