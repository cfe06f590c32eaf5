"""Long work that somebody waits for: the page comes at once and grows a line for every part that is done.

Works without JavaScript.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html

MARK = "<!-- hier groeit de bladzijde -->"


def growing(request: HttpRequest, template: str, context: dict[str, Any], lines: Iterable[str]) -> StreamingHttpResponse:
    """This page, with `lines` coming in where its template has the mark, each as its part is done.

    The lines are HTML that is safe. When the reader goes away the work stops where it is, and its transaction with it.
    """
    before, after = render_to_string(template, context, request).split(MARK)

    def parts() -> Iterator[str]:
        yield before
        yield from lines
        yield after

    return StreamingHttpResponse(parts())


def line(done: int, total: int, what: str) -> str:
    """One line that says how far it is."""
    return format_html("<p>{} van {} {}</p>\n", done, total, what)
