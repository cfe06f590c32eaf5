"""What somebody types is never cut off without a word: no browser stops at a length, a counter and the form say it."""

from __future__ import annotations

import re
from pathlib import Path

from django import forms

from portal.kit.forms import PortalForm
from tests.house.test_house_rules import TEMPLATES


def _kinds(kind: type) -> set[type]:
    return {kind, *(each for below in kind.__subclasses__() for each in _kinds(below))}


def test_no_long_text_of_a_form_is_cut_off() -> None:
    texts = [
        (kind.__name__, name, field)
        for kind in _kinds(PortalForm)
        for name, field in kind.base_fields.items()
        if isinstance(field.widget, forms.Textarea)
    ]
    assert len(texts) > 40
    assert [(form, name) for form, name, field in texts if "maxlength" in field.widget.attrs or not field.max_length] == []


def test_no_long_text_of_a_template_is_cut_off() -> None:
    def cut_off(path: Path) -> list[str]:
        return re.findall(r"<textarea[^>]*\smaxlength=", path.read_text())

    assert [str(path) for path in TEMPLATES if cut_off(path)] == []
