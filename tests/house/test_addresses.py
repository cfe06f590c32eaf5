"""No address says the number of a row: each name in an address is a word that tells nothing, or stands here with its reason."""

from __future__ import annotations

import re

from django.urls.converters import get_converters

from portal.kit.opaque import SHAPE
from portal.kit.routes import routes
from tests.databases import ROOT

NAMES = re.compile(r"<(?:(\w+):)?(\w+)>")

# What is no number of a row, and why it may be read: by kind of converter and name.
PLAIN = {
    ("slug", "slug"): "a name of a theme, ambition, house, organisation or body: all of them are public",
    ("slug", "organisation"): "a name of an organisation: all of them are public",
    ("slug", "document"): "a name of a document, for citing",
    ("slug", "edition"): "the label of an edition, for citing",
    ("slug", "other"): "the label of an edition, for citing",
    ("slug", "chapter"): "the name of a chapter, for citing",
    ("slug", "anchor"): "the name of a paragraph, for citing",
    ("slug", "form"): "a kind of file",
    ("slug", "kind"): "a kind of decision, or of picture",
    ("slug", "which"): "one of the four lists",
    ("slug", "sha256"): "made of what is in the picture",
    ("slug", "token"): "drawn at random",
    ("str", "token"): "drawn at random",
    ("path", "path"): "what editors uploaded: for editors alone, who see all of it",
}
# Numbers that count within one thing, without gaps, for whoever may see the thing.
COUNTED = {
    "ratification:version": {"number"},  # the first, second, third text of one agreement
    "import:section": {"place"},  # the first, second, third piece of one document that is read in
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


def test_every_name_in_an_address_tells_nothing_or_is_excused() -> None:
    telling = []
    for route in routes():
        for kind, name in NAMES.findall(route.path):
            opaque = getattr(get_converters()[kind or "str"], "regex", "") == SHAPE
            if not opaque and (kind or "str", name) not in PLAIN and name not in COUNTED.get(route.name, set()):
                telling.append((route.name, kind, name))
    assert telling == []


def test_no_excuse_stands_for_nothing() -> None:
    found = {(kind or "str", name) for route in routes() for kind, name in NAMES.findall(route.path)}
    assert set(PLAIN) - found == set()
    assert {
        name: {each for _, each in NAMES.findall(route.path)} & names
        for route in routes()
        for name, names in COUNTED.items()
        if route.name == name
    } == COUNTED


def test_the_word_in_an_address_is_of_the_kind_that_its_guard_loads() -> None:
    """A word of another kind would be read as the wrong row, and would tie two kinds together."""
    wrong = []
    for route in routes():
        model = route.access.model if route.access else None
        kind = next((kind for kind, name in NAMES.findall(route.path) if name == "pk"), None)
        if model and kind and kind != model._meta.model_name:
            wrong.append((route.name, kind, model._meta.model_name))
    assert wrong == []
