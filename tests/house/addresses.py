"""An address that can be visited, from a path with names in it. What stands in each place, the path says itself."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from django.db.models import ForeignKey, Model
from django.urls.converters import get_converters

from portal.kit.routes import Route

NAME = re.compile(r"<(\w+):(\w+)>")
NO_NAME, NO_ROW, ANYTHING = "bestaat-niet", 0, "1"

# The few names of which no converter says what they stand for: an example, and why they may be read in an address.
PLAIN = {
    ("slug", "document"): ("kader", "a name of a document, for citing"),
    ("slug", "edition"): ("2024", "the label of an edition, for citing"),
    ("slug", "other"): ("2024", "the label of an edition, for citing"),
    ("slug", "chapter"): ("identiteit", "the name of a chapter, for citing"),
    ("slug", "anchor"): ("hoofdstuk-1", "the name of a paragraph, for citing"),
    ("slug", "sha256"): ("x", "made of what is in the picture"),
    ("slug", "slug"): ("bureau", "a person of the demo"),
    ("slug", "token"): ("x", "drawn at random"),
    ("str", "token"): ("x", "drawn at random"),
    ("path", "path"): ("x.txt", "what editors uploaded: for editors alone, who see all of it"),
    ("int", "number"): ("1", "the first, second, third text of one agreement"),
    ("int", "place"): ("0", "the first, second, third piece of one document that is read in"),
}
SAY_WHAT = (
    "{path}: say what <{kind}:{name}> stands for. A row: <modelname:{name}>, or <modelname_name:{name}> by its public name; "
    "one of a few words: named.one_of() in the urls of the room. Else a line in PLAIN of tests/house/addresses.py."
)
SAY_WHERE = "{path}: put it in PAGES of tests/journeys/pages.py, with the demo person it is meant for; a file goes in NOT_WALKED."
SAY_WHO = "{path}: its view says who it is for: @guarded(Permission.…, Model) or @public."


class Filled(NamedTuple):
    """An address, and whether every row that it names is there."""

    address: str
    is_whole: bool


def filled(path: str, rows: Mapping[type[Model], int] | None = None, /, **given: object) -> str:
    """The path with something in the place of every name: what is given, else a row that is there, else an example."""
    return fill(path, rows, **given).address


def model_of(path: str) -> type[Model] | None:
    """Of which model the row is that this address is about."""
    kind = next((kind for kind, name in NAME.findall(path) if name == "pk"), "")
    return getattr(get_converters().get(kind), "model", None)


def each_word(path: str) -> Iterator[dict[str, Any]]:
    """Each choice of words, where a name stands for one of a few."""
    few = {name: words for kind, name in NAME.findall(path) if (words := getattr(get_converters()[kind], "words", None))}
    return (dict(zip(few, chosen, strict=True)) for chosen in product(*few.values()))


def fill(path: str, rows: Mapping[type[Model], int] | None = None, /, **given: object) -> Filled:
    """A row that hangs on one before it in the address is one of its own; of what hangs on nothing, `rows` says which."""
    before, is_whole, put = list[tuple[type[Model], int]](), True, dict[str, str]()
    for kind, name in NAME.findall(path):
        converter = get_converters()[kind]
        model, field = getattr(converter, "model", None), getattr(converter, "field", "pk")
        value = given.get(name)
        if model and value is None:
            value = _row_of(model, field, before, rows or {})
            is_whole &= value is not None
            value = (NO_ROW if field == "pk" else NO_NAME) if value is None else value
        if model and field == "pk":
            before.append((model, int(value)))
        put[name] = converter.to_url(_example(converter, kind, name) if value is None else value)
    return Filled("/" + NAME.sub(lambda found: put[found[2]], path), is_whole)


def _example(converter: Any, kind: str, name: str) -> str:
    words = getattr(converter, "words", None)
    return str(words[0]) if words else PLAIN.get((kind, name), (ANYTHING, ""))[0]


def _row_of(model: type[Model], field: str, before: Iterable[tuple[type[Model], int]], rows: Mapping[type[Model], int]) -> Any:
    every = model._default_manager.order_by("pk").values_list(field, flat=True)
    for parent, number in before:
        if way := _way(model, parent):
            return every.filter(**{way: number}).first()
    return every.filter(pk=rows[model]).first() if model in rows else every.first()


@cache
def _way(child: type[Model], parent: type[Model], steps: int = 3) -> str:
    """By which fields a row of the one hangs on a row of the other: "action", "round__agreement"; "" where it does not."""
    keys = [field for field in child._meta.fields if isinstance(field, ForeignKey)]
    if found := next((key.name for key in keys if key.related_model is parent), ""):
        return found
    further = ((key, _way(key.related_model, parent, steps - 1)) for key in keys if steps > 1)
    return next((f"{key.name}__{way}" for key, way in further if way), "")


@cache
def is_post_only(route: Route) -> bool:
    """Whether the view begins with Django's `require_POST`: what takes no GET says so before it looks at anything."""
    return inspect.getclosurevars(route.view).nonlocals.get("request_method_list") == ["POST"]


def unsaid(routes: Iterable[Route]) -> list[str]:
    """Of each address what it still has to say, for the tests that go by all addresses, and how."""
    told = [SAY_WHO.format(path=route.path) for route in routes if route.access is None]
    for route in routes:
        for kind, name in NAME.findall(route.path):
            converter = get_converters()[kind]
            if not (hasattr(converter, "model") or hasattr(converter, "words") or (kind, name) in PLAIN):
                told.append(SAY_WHAT.format(path=route.path, kind=kind, name=name))
    return told


def unwalked(routes: Iterable[Route], walked: Iterable[str]) -> dict[str, str]:
    """By name, the addresses with a page that are not among those walked. One page of a view stands for all of that view."""
    shapes = [(re.compile(_shape(route.path)), route) for route in routes if route.name]
    paths = [re.sub(r"\{[^}]*\}", "a" * 24, path).split("?")[0].lstrip("/") for path in walked]
    seen = {_view(next(route for shape, route in shapes if shape.fullmatch(path))) for path in paths if path}
    return {
        route.name: SAY_WHERE.format(path=route.path)
        for _, route in shapes
        if route.path.endswith("/") and ":form>" not in route.path and _view(route) not in seen and not is_post_only(route)
    }


def _shape(path: str) -> str:
    return NAME.sub(lambda found: f"(?:{get_converters()[found[1]].regex})", path.replace(".", r"\."))


def _view(route: Route) -> Any:
    """The code that answers: a view that is made for each kind of thing is one view."""
    return getattr(inspect.unwrap(route.view), "__code__", route.view)
