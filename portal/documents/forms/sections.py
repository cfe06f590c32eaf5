"""Choosing sections in a form: look for words or a number and tick what is meant.

Without JavaScript, type numbers of the Kader.
"""

from __future__ import annotations

from typing import Any

from django import forms

from portal.documents.models import Section
from portal.documents.queries.citations import named_in
from portal.documents.queries.search import UNREAD, in_force_with
from portal.kit import clock

NUMBERS = "nummers:"
MOST = 12  # hits shown at a time


def chosen_from(keys: list[str]) -> list[Section]:
    """The adopted sections with these keys, in the order of their documents."""
    numbers = [int(key) for key in keys if key.isascii() and key.isdigit() and len(key) < 18]
    rows = Section.objects.filter(pk__in=numbers, edition__in_force_date__isnull=False) if numbers else Section.objects.none()
    return list(rows.select_related("edition__document").defer(*UNREAD).order_by("edition", "order"))


def options(keys: list[str], words: str, day: Any) -> dict[str, Any]:
    """What the chooser shows: what was ticked, and the sections in force that hold these words."""
    chosen = chosen_from(keys)
    found = [section for section in in_force_with(words, day)[: MOST + len(chosen)] if section not in chosen][:MOST]
    return {"chosen": chosen, "found": found, "words": words}


class SectionChooser(forms.Widget):
    template_name = "documents/widgets/section_chooser.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        keys = [str(getattr(each, "pk", each)) for each in value or []]
        typed = next((key.removeprefix(NUMBERS) for key in keys if key.startswith(NUMBERS)), "")
        return {**super().get_context(name, value, attrs), "chosen": chosen_from(keys), "typed": typed, "found": []}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        keys = data.getlist(name) if hasattr(data, "getlist") else list(data.get(name, []))
        typed = data.get(f"{name}-nummers", "").strip()
        return [*keys, *([f"{NUMBERS}{typed}"] if typed else [])]

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-zoek"


class SectionsField(forms.Field):
    """Sections of adopted editions. Gives a list of them."""

    widget = SectionChooser

    def clean(self, value: list[str]) -> list[Section]:
        keys = [key for key in value if not key.startswith(NUMBERS)]
        chosen = chosen_from(keys)
        if len(chosen) != len(set(keys)):
            raise forms.ValidationError("Een paragraaf die u koos, is er niet. Zoek haar opnieuw.")
        typed = " ".join(key.removeprefix(NUMBERS) for key in value if key.startswith(NUMBERS))
        named, unknown = named_in(typed, clock.today())
        if unknown:
            raise forms.ValidationError(f"Deze paragraaf staat niet in de geldende editie: {', '.join(unknown)}.")
        if self.required and not chosen and not named:
            raise forms.ValidationError(self.error_messages["required"])
        return [*chosen, *(section for section in named if section not in chosen)]
