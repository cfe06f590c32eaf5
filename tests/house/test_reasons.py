"""What others read as the reason of something is a reason: every field that asks for one asks for more than a word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django import forms
from django.urls import get_resolver

from agenda.ratification.enums import Stance
from agenda.ratification.forms import PositionForm
from knelpunten.forms.assessment import ReplyForm
from portal.kit.forms import PortalForm, says_why

ASKS_WHY = ("waarom", "het antwoord aan")  # how such a field is called
# Asked by the form itself: only who does not simply agree says why.
CHECKED_IN_CLEAN = {("StanceForm", "reason"), ("PositionForm", "reason"), ("OnBehalfForm", "reason")}


def every_form(kind: type[PortalForm] = PortalForm) -> Iterator[type[PortalForm]]:
    get_resolver().url_patterns  # noqa: B018 - so that the forms of every room are there
    for form in kind.__subclasses__():
        yield form
        yield from every_form(form)


def asked_why() -> dict[tuple[str, str], forms.Field]:
    return {
        (form.__name__, name): field
        for form in every_form()
        if not form.__module__.startswith("tests.")
        for name, field in form.base_fields.items()
        if isinstance(field, forms.CharField) and (name == "reason" or any(word in str(field.label).lower() for word in ASKS_WHY))
    }


def test_every_reason_is_asked_to_be_one() -> None:
    unchecked = {place for place, field in asked_why().items() if says_why not in field.validators}
    assert unchecked <= CHECKED_IN_CLEAN, unchecked - CHECKED_IN_CLEAN
    assert len(asked_why()) >= 18


@pytest.mark.parametrize(
    "said", ["Nee.", "n.v.t.", "zie boven", "Omdat.", "a b c", "-----------------", "\u200bNee\u200b nee nee"]
)
def test_what_nobody_calls_a_reason_is_refused(said: str) -> None:
    form = ReplyForm({"key": "7f4d4a8e-8d1c-4d5e-9c0e-2f9f4c1b7a11", "text": said})
    assert not form.is_valid()
    assert "Wie dit leest, wil begrijpen waarom." in str(form.errors["text"])


@pytest.mark.parametrize("said", ["Dit hoort bij de gemeente.", "Wij hebben geen mensen."])
def test_a_sentence_is_enough(said: str) -> None:
    says_why(said)


@pytest.mark.parametrize(("stance", "is_right"), [(Stance.AKKOORD, True), (Stance.NIET_AKKOORD, False)])
@pytest.mark.django_db
def test_who_agrees_says_nothing_more(stance: Stance, is_right: bool) -> None:
    form = PositionForm({"key": "7f4d4a8e-8d1c-4d5e-9c0e-2f9f4c1b7a11", "stance": stance, "reason": "Nee.", "version": "1"})
    assert form.is_valid() is is_right
