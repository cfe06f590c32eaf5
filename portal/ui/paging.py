"""Lists come in pages; a page that is asked for and does not exist is the nearest one that does."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

ROWS = 25


def page_of(request: HttpRequest, rows: Any, *, size: int = ROWS, total: int | None = None) -> Page[Any]:
    """The page of these rows that the address asks for with `pagina`. Two queries: the count, if not known, and the rows."""
    paginator = Paginator(rows, size)
    if total is not None:
        paginator.count = total
    return paginator.get_page(request.GET.get("pagina"))
