"""The forms that several tests are about, each with its story told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from tests.house.form_cases import FormCase, case_of


@pytest.fixture(scope="module")
def form(request: pytest.FixtureRequest, told_once: Callable[[], AbstractContextManager[None]]) -> Iterator[FormCase]:
    """What leads to the form of this name; all tests of one form come one after another."""
    with told_once():
        yield case_of(request.param)


@pytest.fixture
def case(form: FormCase, db: None) -> FormCase:
    return form.again()
