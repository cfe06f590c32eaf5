"""Every address of ours with what its view declares: what the access matrix and its test are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from portal.kit.access import Access


@dataclass(frozen=True)
class Route:
    """An address, its name, and who it is for. `access` is None where the view declares nothing."""

    path: str
    name: str
    view: Any
    access: Access | None


def routes() -> list[Route]:
    """All routes of our own urlconfs, in order."""
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, prefix: str, namespace: str) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        path = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLPattern):
            name = f"{namespace}{pattern.name or ''}"
            yield Route(path, name, pattern.callback, getattr(pattern.callback, "access", None))
        elif not _is_library(pattern):
            yield from _walk(pattern, path, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace)


def _is_library(resolver: URLResolver) -> bool:
    module = getattr(resolver.urlconf_module, "__name__", "")
    return module.startswith(("wagtail.", "allauth."))
