"""A form on a page of its own: what it is for, what stands beside it, and the text of somebody else who was first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.kit.refusals import Refused, Stale
from portal.ui.pages import page, status_of

# What stands now, as (expected, [(term, text), …]).
Now = Callable[[], tuple[int, list[tuple[str, str]]]]
NOTHING: tuple[int, list[tuple[str, str]]] = (0, [])


def fill_in(
    request: HttpRequest, form: Any, act: Callable[[dict[str, Any]], Any], *,
    title: str, button: str, said: str, back: str, lede: str = "", now: Now | None = None, shows_made: bool = False, read: str = "", **more: Any,
) -> HttpResponse:  # fmt: skip
    """The page with the form; or, once it is right, what `act` does with it and the way `back`, or to what was made.

    Who was later than somebody else gets 409 with both texts, and keeps the own text in the form. `read` is the number of the text that the page shows.
    """
    context: dict[str, Any] = {"form": form, "title": title, "button": button, "back": back, "lede": lede, **more}
    if request.method != "POST" or not form.is_valid():
        return page(request, "ambitions/form.html", context, status=status_of(form))
    try:
        made = act(form.cleaned_data)
    except Refused as refused:
        form.add_refusal(refused)
        form.data = form.data.copy()
        if read:
            form.data["read"] = read
        is_stale = isinstance(refused, Stale) and now is not None
        if is_stale and now:
            form.data["expected"], context["now"] = now()
        return page(request, "ambitions/form.html", context, status=409 if is_stale else status_of(form))
    messages.success(request, said)
    return redirect(made if shows_made else back)
