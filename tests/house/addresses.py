"""An address that can be visited, from a route with names in it."""

from __future__ import annotations

import re

from django.urls.converters import get_converters

STANDS_FOR = {
    "update": "1", "kind": "blijft", "token": "x", "slug": "acute-onveiligheid", "which": "knelpuntenlijst", "document": "kader",
    "edition": "2024", "organisation": "vng", "about": "actie", "number": "1", "asked": "1", "report": "1", "other": "2024",
    "chapter": "identiteit", "form": "md",
}  # fmt: skip
NAME = re.compile(r"<(\w+):(\w+)>")


def filled(path: str, **given: object) -> str:
    """The path with something in the place of every name: what is given, else an example."""
    return "/" + NAME.sub(
        lambda found: get_converters()[found[1]].to_url(given.get(found[2], STANDS_FOR.get(found[2], "1"))), path
    )
