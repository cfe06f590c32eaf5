"""The shape every form of the portal shares: our classes on the widgets, and the key or version it carries."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, TypeVar
from uuid import uuid4

from django import forms
from django.db.models import Model
from django.forms.renderers import TemplatesSetting

from portal.kit import opaque
from portal.kit.pasted import tidy

FIRST_YEAR, LAST_YEAR = 2000, 2099
OUTSIDE = f"Kies een dag tussen 1 januari {FIRST_YEAR} en 31 december {LAST_YEAR}."

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
    answer_status = 422  # of the answer that shows it again

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

    @property
    def given(self) -> dict[str, Any]:
        """What was filled in, by the names of the verb that it is for."""
        return self.cleaned_data

    def renew(self, **values: Any) -> None:
        """Send these values with the form when it is shown again, whatever was sent: the version of what stands there now."""
        posted: Any = self.data  # a QueryDict, which cannot be changed
        data = posted.copy()
        data.update({self.add_prefix(name): str(value) for name, value in values.items()})
        self.data = data

    def offer(self, name: str, options: Any) -> None:
        """What there is to choose from in this field: rows, or else values with their words."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = options
        else:
            field.choices = options

    def add_refusal(self, refused: Any) -> None:
        """Show on the form why the verb was refused."""
        self.answer_status = refused.status
        for sentence in refused.sentences:
            self.add_error(None, sentence)


class OneOf(forms.ModelChoiceField):
    """A choice of a row. Pages name each row by its word, which tells nothing (ADR 17).

    A number is taken too: whichever way a row is named, the choice is among what the reader may see.
    """

    def prepare_value(self, value: Any) -> Any:
        number = super().prepare_value(value)
        is_number = isinstance(number, int) or (isinstance(number, str) and key_in(number))
        return opaque.write(opaque.kind_of(self.model), int(number)) if is_number else number

    def to_python(self, value: Any) -> Any:
        return super().to_python(self.number(value))

    def number(self, value: Any) -> Any:
        return opaque.row_in(self.model, value) or value if isinstance(value, str) else value

    @property
    def model(self) -> type[Model]:
        return self.queryset.model  # type: ignore[union-attr]


class SomeOf(forms.ModelMultipleChoiceField, OneOf):
    """A choice of several rows."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid_choice": "Kies alleen uit wat er staat.",
        "invalid_pk_value": "Kies alleen uit wat er staat.",
    }

    def _check_values(self, value: Any) -> Any:
        return super()._check_values(  # type: ignore[misc]
            [self.number(each) for each in value] if isinstance(value, list | tuple) else value
        )


def check_year(day: date) -> None:
    """Refuses a day, or a moment, outside of the years that the portal counts in: beyond them there is nothing to count to."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise forms.ValidationError(OUTSIDE)


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_validators = [check_year]  # noqa: RUF012 - as Django declares it


class MomentField(forms.DateTimeField):
    """A day and a time, on a clock in the Netherlands."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    default_validators = [check_year]  # noqa: RUF012 - as Django declares it

    def to_python(self, value: Any) -> datetime | None:
        try:
            return super().to_python(value)
        except OverflowError:  # on the last day there is, another clock is past it
            raise forms.ValidationError(OUTSIDE) from None


class CreateForm(PortalForm):
    """A form that makes a row: its key makes sending it twice harmless."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class EditForm(PortalForm):
    """A form that changes a row: it carries the version it was opened with."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def given(self) -> dict[str, Any]:
        """The version is what the verb `expected`."""
        said = dict(super().given)
        return {"expected": said.pop("version"), **said}


F = TypeVar("F", bound=forms.Field)


def field_of(form: forms.BaseForm, name: str, kind: type[F]) -> F:
    """The field with this name, as the kind of field it is."""
    field = form.fields[name]
    if not isinstance(field, kind):
        raise TypeError(f"{name} is no {kind.__name__}.")
    return field


def key_in(text: str) -> int:
    """The key of a row that an address or a form names, or 0, which is the key of none.

    0 is for anything that is not a number a key can be.
    """
    return int(text) if text.isdecimal() and len(text) < 18 else 0


def long_text(
    label: str, *, help_text: str = "", max_length: int = 3000, required: bool = True, rows: int = 5
) -> forms.CharField:
    """
    A field for running text of the portal's usual length.

    A browser would cut off what is longer without a word: what is too long is said, by the counter under it and by the form.
    """
    field = forms.CharField(
        label=label,
        help_text=help_text,
        max_length=max_length,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}),
    )
    del field.widget.attrs["maxlength"]
    return field


FEWEST_WORDS, FEWEST_LETTERS = 3, 15
SAY_MORE = "Schrijf dit in een hele zin op. Wie dit leest, wil begrijpen waarom."


def says_why(text: str) -> None:
    """Refuses what nobody would call a reason: "Nee.", "Zie boven"."""
    said = tidy(text)
    if len(said) < FEWEST_LETTERS or len(said.split()) < FEWEST_WORDS:
        raise forms.ValidationError(SAY_MORE, code="no-reason")


def a_reason(label: str, *, help_text: str = "", max_length: int = 1000, required: bool = True, rows: int = 2) -> forms.CharField:
    """A field in which somebody says why, for others to read; where it may stay empty, what is there says why all the same."""
    field = long_text(label, help_text=help_text, max_length=max_length, required=required, rows=rows)
    field.validators.append(says_why)
    return field
