"""The shape every form of the portal shares: our classes on the widgets, and the key or version it carries."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.forms.renderers import TemplatesSetting

JOINER = "\u200d"
KEPT = f"{JOINER}\t\r\n"

WIDGET_CLASSES: list[tuple[type[forms.Widget], str]] = [
    (forms.RadioSelect, "choice-list"),
    (forms.CheckboxSelectMultiple, "choice-list"),
    (forms.CheckboxInput, "utrecht-checkbox"),
    (forms.Textarea, "utrecht-textarea"),
    (forms.Select, "utrecht-select"),
    (forms.widgets.Input, "utrecht-textbox"),
]


class Renderer(TemplatesSetting):
    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"


def dress(form: forms.BaseForm) -> forms.BaseForm:
    """Put any form, ours or a library's, in the portal's clothes."""
    form.renderer = Renderer()
    for field in form.fields.values():
        if classes := next((classes for kind, classes in WIDGET_CLASSES if isinstance(field.widget, kind)), None):
            field.widget.attrs.setdefault("class", classes)
    return form


class PortalForm(forms.Form):
    """A form in the portal's own clothes."""

    default_renderer = Renderer

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self)

    def clean(self) -> dict[str, Any]:
        """Texts lose what nobody sees; a text of nothing but that is empty."""
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, str):
                self.cleaned_data[name] = tidy(value)
                if value and not self.cleaned_data[name] and self.fields[name].required:
                    self.add_error(name, self.fields[name].error_messages["required"])
        return self.cleaned_data

    def add_refusal(self, refused: Any) -> None:
        """Show on the form why the verb was refused."""
        for sentence in refused.sentences:
            self.add_error(None, sentence)


class CreateForm(PortalForm):
    """A form that makes a row: its key makes sending it twice harmless."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class EditForm(PortalForm):
    """A form that changes a row: it carries the version it was opened with."""

    version = forms.IntegerField(widget=forms.HiddenInput)


def key_in(text: str) -> int:
    """The key of a row that an address or a form names, or 0, which is the key of none: for anything that is not a number a key can be."""
    return int(text) if text.isdecimal() and len(text) < 18 else 0


def keys_in(texts: Iterable[str]) -> list[int]:
    """The keys among these texts, in their order."""
    return [key for key in map(key_in, texts) if key]


def tidy(text: str) -> str:
    """Without characters that hide or turn text around: zero width, soft hyphens, bidirectional and other controls.

    The joiner that emoji are made of stays between two other characters.
    """
    kept = "".join(letter for letter in text if letter in KEPT or unicodedata.category(letter) not in ("Cf", "Cc"))
    return kept.strip(f" {JOINER}\t\r\n")


def long_text(
    label: str, *, help_text: str = "", max_length: int = 3000, required: bool = True, rows: int = 5
) -> forms.CharField:
    """A field for running text of the portal's usual length."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=max_length,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}),
    )
