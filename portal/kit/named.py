"""What a name in an address stands for where it is no word of a row (`opaque`): a row by its public name, or one of a few words.

Every path says so itself: `<theme_name:slug>`, `<printed:form>`. What is none of the words is not found before any view runs,
and whoever goes by all addresses (the tests of `tests/house/`) reads from the path what to put in each place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, SlugField
from django.urls import register_converter
from django.urls.converters import SlugConverter, StringConverter

from portal.kit.opaque import kind_of


def register(models: Iterable[type[Model]]) -> None:
    """Let addresses name a row of those of these models that have a name: `<house_name:slug>`."""
    for model in models:
        if any(isinstance(field, SlugField) and field.name == "slug" for field in model._meta.fields):
            register_converter(_by_name(model), f"{kind_of(model)}_name")


def one_of(kind: str, words: Iterable[str]) -> None:
    """Let addresses hold one of these words: `<kind:...>`."""
    register_converter(_one_of([str(word) for word in words]), kind)


def _by_name(named: type[Model]) -> type[Any]:
    class Name(SlugConverter):
        model, field = named, "slug"

    return Name


def _one_of(these: list[str]) -> type[Any]:
    class Word(StringConverter):
        words = these
        regex = "|".join(re.escape(word) for word in these)

    return Word
