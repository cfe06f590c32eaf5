"""What people write freely, said by the model that keeps it: its columns, how it is
called where it is taken away, and on whose page it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models


@dataclass(frozen=True, kw_only=True)
class FreeTexts:
    """The free texts of one row: one part, which is reported and removed as a whole.

    label: a format of `row`, such as "Bijdrage van {row.membership}".
    of: the path to the thing on whose page it stands; empty for the thing itself, and where a room says so with `parts.extend`.
    readers: the permission on that thing without which it is not read there; empty when whoever reads
        the thing reads it. Rows that say themselves to whom they are visible are asked besides.
    few: few people read it, as its rows say: a report alone takes it away, as it does where there are `readers`.
    seen_with: the relation to the row with which it is visible, where it does not say so itself.
    file: the path to a file that goes with it.
    only: the rows it is about; the others are nobody's but their writer's.
    goes_with: the relation to the row that it said otherwise or before: it goes where that goes.

    A row says by `is_decided` that it was decided, ratified or adopted, and by `is_draft` that its writer alone reads it.
    """

    columns: tuple[str, ...] = ()
    label: str
    of: str = ""
    readers: str = ""
    few: bool = False
    seen_with: str = ""
    file: str = ""
    only: Mapping[str, object] = field(default_factory=dict)
    goes_with: str = ""

    def called(self, row: models.Model) -> str:
        return self.label.format(row=row)

    def said(self, row: models.Model) -> str:
        """All that was written in this row, to be read by whoever judges it."""
        return "\n".join(_words(getattr(row, column)) for column in self.columns if getattr(row, column))


def _words(value: Any) -> str:
    """The words in a column, also where it holds more than one text."""
    if isinstance(value, str):
        return value
    values = value.values() if isinstance(value, dict) else value
    return "\n".join(_words(each) for each in values) if isinstance(value, dict | list) else ""


def models_with_texts() -> Iterator[tuple[type[models.Model], FreeTexts]]:
    """Every model in which people write, with what it says of that."""
    for model in apps.get_models():
        declared = getattr(model, "FREE_TEXTS", None)
        if declared is not None:
            yield model, declared


def owner_of(model: type[models.Model], path: str) -> type[models.Model]:
    """The model at the end of a path of relations."""
    for name in filter(None, path.split("__")):
        related = model._meta.get_field(name).related_model
        assert isinstance(related, type)
        model = related
    return model
