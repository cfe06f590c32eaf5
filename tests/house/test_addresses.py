"""Every address says what its names stand for and who it is for, and none says the number of a row."""

from __future__ import annotations

import re

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.urls.converters import get_converters

from portal.kit.access import guarded
from portal.kit.opaque import SHAPE
from portal.kit.routes import Route, routes
from tests import factories as make
from tests.databases import ROOT
from tests.house.addresses import NAME, PLAIN, SAY_WHAT, SAY_WHERE, SAY_WHO, Filled, fill, unsaid, unwalked
from tests.journeys.pages import NOT_WALKED, PAGES

# Numbers that count within one thing, without gaps, for whoever may see the thing.
COUNTED = {
    "ratification:version": {"number"},  # the first, second, third text of one agreement
    "import:section": {"place"},  # the first, second, third piece of one document that is read in
}
# Rows that an address may name by what they are called.
PUBLIC = {
    "theme_name": "a name of a theme",
    "ambition_name": "a name of an ambition",
    "house_name": "a name of a house",
    "organisation_name": "a name of an organisation",
    "body_name": "a name of a body",
}

# Templates that write the number of a row, which no reader can make anything of.
WRITES_NUMBERS = {
    "documents/meanings.html": "words of the public word list",
    "documents/words.html": "words of the public word list",
    "documents/widgets/section_options.html": "sections of public documents",
    "ambitions/ambition.html": "the five ambitions, which are public",
    "meetings/secretary_aside.html": "places in the body itself, which are public",
    "errors/on_behalf_of.html": "the seats of who reads it",
}
OUTPUT = re.compile(r"\{\{[^}|]*(?:\.pk|_id)\b[^}]*\}\}|\b(?:pk|id)=\{\{|\bvalue=[\w.]+(?:\.pk|_id)\b")


def test_no_template_writes_the_number_of_a_row() -> None:
    writing = set()
    for path in ROOT.rglob("templates/**/*.html"):
        if not {".venv", "node_modules"} & set(path.parts) and [
            found for found in OUTPUT.findall(path.read_text()) if "auto_id" not in found
        ]:
            writing.add(path.as_posix().rpartition("/templates/")[2])
    assert writing == set(WRITES_NUMBERS)


def test_every_address_says_what_its_names_stand_for_and_who_it_is_for() -> None:
    assert "\n".join(unsaid(routes())) == ""


def test_a_new_address_is_told_what_to_say() -> None:
    @guarded("lists.read")
    def new(request: HttpRequest, **names: object) -> HttpResponse:
        return HttpResponse()

    routes_of_it = [
        Route("kansen/<slug:chance>/", "chances:chance", new, new.access),  # type: ignore[attr-defined]
        Route("kansen/", "chances:all", lambda request: HttpResponse(), None),
        Route("kansen/<action:pk>/<theme_name:theme>/<printed:form>/", "chances:as", new, new.access),  # type: ignore[attr-defined]
    ]
    assert unsaid(routes_of_it) == [
        SAY_WHO.format(path="kansen/"),
        SAY_WHAT.format(path="kansen/<slug:chance>/", kind="slug", name="chance"),
    ]


def test_every_page_is_walked_in_a_browser() -> None:
    found = unwalked(routes(), {path for paths in PAGES.values() for path in paths})
    assert "\n".join(said for name, said in found.items() if name not in NOT_WALKED) == ""
    assert set(NOT_WALKED) - set(found) == set(), "these are walked"


def test_a_new_page_is_asked_to_be_walked() -> None:
    @guarded("lists.read")
    def chances(request: HttpRequest, **names: object) -> HttpResponse:
        return HttpResponse()

    new = Route("kansen/<action:pk>/", "chances:all", chances, chances.access)  # type: ignore[attr-defined]
    assert unwalked([new], ["/"]) == {"chances:all": SAY_WHERE.format(path="kansen/<action:pk>/")}
    assert unwalked([new], ["/kansen/{action:nacht}/?q=x"]) == {}


def test_no_name_in_an_address_says_the_number_of_a_row() -> None:
    telling = [
        (route.name, kind, name)
        for route in routes()
        for kind, name in NAME.findall(route.path)
        if (kind == "int" and name not in COUNTED.get(route.name, set()))
        or (getattr(get_converters()[kind], "field", "pk") != "pk" and kind not in PUBLIC)
        or (hasattr(get_converters()[kind], "model") and kind not in PUBLIC and get_converters()[kind].regex != SHAPE)
    ]
    assert telling == []


def test_no_excuse_stands_for_nothing() -> None:
    found = {(kind, name) for route in routes() for kind, name in NAME.findall(route.path)}
    assert set(PLAIN) - found == set()
    assert set(PUBLIC) - {kind for kind, _ in found} == set()
    assert {
        route.name: {name for kind, name in NAME.findall(route.path) if kind == "int"}
        for route in routes()
        if "<int:" in route.path
    } == COUNTED


@pytest.mark.django_db
def test_a_row_that_hangs_on_another_is_one_of_its_own() -> None:
    """What an address names after a thing is looked for among what hangs on that thing; what is not there is said."""
    path = "knelpunten/<knelpunt:pk>/bijlagen/<attachment:file>/"
    _, file, bare = make.attachment(), make.attachment(), make.knelpunt()
    assert fill(path, pk=file.knelpunt_id) == Filled(reverse("knelpunten:fetch", args=[file.knelpunt_id, file.pk]), is_whole=True)
    assert not fill(path, pk=bare.pk).is_whole


def test_the_word_in_an_address_is_of_the_kind_that_its_guard_loads() -> None:
    """A word of another kind would be read as the wrong row, and would tie two kinds together."""
    wrong = []
    for route in routes():
        model = route.access.model if route.access else None
        kind = next((kind for kind, name in NAME.findall(route.path) if name == "pk"), None)
        if model and kind and kind != model._meta.model_name:
            wrong.append((route.name, kind, model._meta.model_name))
    assert wrong == []
