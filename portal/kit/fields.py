"""Fields of our own."""

from __future__ import annotations

from typing import Any

from django.db import models


class CodeField(models.CharField):
    """A code out of an enum, shown by its label.

    To a migration it is a CharField without choices: the labels are words on a screen, and a word on a screen makes no
    migration. (A callable for `choices` would stay out of it too, but every migration ever written would go on importing it.)
    """

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        return name, "django.db.models.CharField", args, kwargs
