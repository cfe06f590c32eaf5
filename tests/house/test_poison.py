"""What no browser sends: every address x every name in it and every field x every kind of nonsense.

The answer may be no; it is never a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.test import Client
from django.urls.converters import get_converters

from portal.kit.opaque import SHAPE
from portal.kit.routes import Route, routes
from tests import factories as make
from tests.house.addresses import NAME, filled
from tests.house.form_cases import BACKEND, CASES, FormCase

pytestmark = pytest.mark.django_db

# As it goes over the line.
POISON = {
    "NUL": "a%00b",
    "half a character": "%ED%A0%80",
    "not UTF-8": "%FF%FE",
    "larger than a row can have": "9" * 19,
    "larger than a number can be": "9" * 400,
    "below nought": "-1",
    "nought": "0",
    "digits of another script": quote("٣٤"),
    "no number": "NaN",
    "endless": "1e999",
    "a day that is none": "2027-02-30",
    "the last day there is": "9999-12-31",
    "the first day there is": "0001-01-01",
    "a moment beyond": "9999-12-31T23:59",
    "a time that is none": "25:61",
    "a line end": "a%0D%0ASet-Cookie:%20x=y",
    "a quote": "%27%22%3B--",
    "a format": quote("%s %(x)s {0.__class__}"),
    "a way up": "..%2F..%2F",
    "long": "z" * 5_000,
    "nothing": "",
}
MISSING = "missing"
MOST_WANTED = {"NUL", "half a character", "larger than a row can have", "a day that is none", "the last day there is", MISSING}
FOR_WORDS = {"NUL", "larger than a row can have"}
TYPED = re.compile(r'<(?:input|select|textarea)\b[^>]*\bname="([^"]+)"')
ASKED = re.compile(r"[?&](?:amp;)?([\w-]+)=")


def everybody_at_once() -> Client:
    """One person with a seat of every kind."""
    by = make.secretaris()
    for body, function, member in (
        ("landelijk-bureau", make.F.MEDEWERKER, {"organisation": "nzvh"}),
        ("landelijk-bureau", make.F.PRIVACYBEOORDELAAR, {"organisation": "nzvh"}),
        ("landelijk-bureau", make.F.REDACTEUR, {"organisation": "nzvh"}),
        ("regionaal-bureau-twente", make.F.NETWERKMANAGER, {"house": "twente"}),
    ):
        make.seat(body, function, user=by.user, **member)
    client = Client(raise_request_exception=False)
    client.force_login(by.user, backend=BACKEND)
    return client


def answered(client: Client, address: str, sent: str | None = None) -> int:
    """The status of a real request, of which nothing stays."""
    with transaction.atomic():
        if sent is None:
            status = client.get(address).status_code
        else:
            status = client.post(address, sent, content_type="application/x-www-form-urlencoded").status_code
        transaction.set_rollback(True)
    return status


# ── Names in addresses


def poisoned(route: Route) -> Iterator[tuple[str, str, str]]:
    """Each name in this address replaced by each poison: the name, the poison, the address.

    The word of a row is read in one place for all.
    """
    for kind, name in NAME.findall(route.path):
        is_word = getattr(get_converters()[kind], "regex", "") == SHAPE
        for poison, value in POISON.items():
            if not is_word or poison in FOR_WORDS:
                yield name, poison, filled(route.path.replace(f"<{kind}:{name}>", value))


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_name_in_an_address_is_a_fault(method: str) -> None:
    client, wrong, tried = everybody_at_once(), [], 0
    for route in [route for route in routes() if "<" in route.path]:
        for name, poison, address in poisoned(route):
            tried += 1
            if (status := answered(client, address, "" if method == "post" else None)) >= 500:
                wrong.append((route.name, name, poison, status))
    assert tried > 1_000
    assert wrong == []


# ── Fields of a question: what stands behind the question mark


def test_no_question_is_a_fault() -> None:
    """Every page that takes no name, with every field that it or a link on it knows."""
    client, wrong, known = everybody_at_once(), [], 0
    make.action()
    make.knelpunt(make.S.OP_DE_LIJST)
    for route in [route for route in routes() if "<" not in route.path]:
        page = client.get(f"/{route.path}")
        if page.status_code != 200 or page.streaming:
            continue
        for field in sorted(fields_in(main_of(page.content.decode(errors="replace")))):
            known += 1
            for poison, value in POISON.items():
                if (status := answered(client, f"/{route.path}?{quote(field)}={value}")) >= 500:
                    wrong.append((route.name, field, poison, status))
    assert known > 50
    assert wrong == []


def main_of(page: str) -> str:
    """A page without what stands on every page around it."""
    found = re.search("<main.*</main>", page, re.DOTALL)
    return found[0] if found else page


def fields_in(page: str) -> set[str]:
    return {field for field in [*TYPED.findall(page), *ASKED.findall(page)] if field != "csrfmiddlewaretoken"}


# ── Fields that are sent


@pytest.mark.parametrize("form", CASES, indirect=True)
def test_no_field_of_a_form_is_a_fault(case: FormCase, request: pytest.FixtureRequest) -> None:
    """Every field of every form with a share of the poison, that is another for the next
    field; `make torture` gives each field all of it."""
    number = list(CASES).index(request.node.callspec.params["form"])
    fields = sorted(fields_of(case))
    assert faults_of(case, {field: share_of(number + place) for place, field in enumerate(fields)}) == []


@pytest.mark.torture
@pytest.mark.parametrize("form", CASES, indirect=True)
def test_no_poison_in_any_field_of_a_form_is_a_fault(case: FormCase) -> None:
    assert faults_of(case, dict.fromkeys(fields_of(case), {*POISON, MISSING})) == []


def share_of(number: int) -> set[str]:
    """What broke most is given to every field; of the rest one in four, so that four fields in a row get all of it."""
    return MOST_WANTED | set([poison for poison in POISON if poison not in MOST_WANTED][number % 4 :: 4])


def faults_of(case: FormCase, given: dict[str, set[str]]) -> list[tuple[str, str, int]]:
    """Each of these fields with each poison that it is given: where the answer is a fault."""
    case.client.raise_request_exception = False
    values: dict[str, str | None] = {**POISON, MISSING: None}
    tried = [(field, poison) for field, poisons in sorted(given.items()) for poison in values if poison in poisons]
    statuses = [
        (field, poison, answered(case.client, case.path, body_of(case, field, values[poison]))) for field, poison in tried
    ]
    return [(field, poison, status) for field, poison, status in statuses if status >= 500]


def fields_of(case: FormCase) -> set[str]:
    """What its right answer holds, and what else its page asks for."""
    return {*sent_by(case), *fields_in(case.client.get(case.path).content.decode(errors="replace"))}


def sent_by(case: FormCase) -> dict[str, Any]:
    sent = case.sent() if callable(case.sent) else case.sent
    return {field: value for field, value in sent.items() if not isinstance(value, UploadedFile)}


def body_of(case: FormCase, field: str, value: str | None) -> str:
    """The right answer with this field poisoned; without it where there is no value."""
    rest = urlencode({name: sent for name, sent in sent_by(case).items() if name != field}, doseq=True)
    return rest if value is None else f"{rest}&{quote(field)}={value}"
