"""Answering: a page or the fragment of it that htmx asked for, and what happened after a button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from portal.kit.refusals import Refused


def page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, fragment: str = "", status: int = 200
) -> HttpResponse:
    """The whole page, or for htmx the fragment of it that has a template of its own."""
    wanted = fragment if fragment and getattr(request, "htmx", False) else template
    return render(request, wanted, context or {}, status=status)


def attempt(request: HttpRequest, act: Callable[[], Any], *, said: str, back: Any) -> HttpResponse:
    """Do one thing, say what happened or why not, and go back to the page it was about."""
    try:
        act()
    except Refused as refused:
        messages.error(request, " ".join(refused.sentences))
    else:
        messages.success(request, said)
    return redirect(back)


def status_of(form: Any) -> int:
    """For a form that was sent and is not right: 422, or what the refusal says."""
    return getattr(form, "answer_status", 422) if form.is_bound and form.errors else 200
