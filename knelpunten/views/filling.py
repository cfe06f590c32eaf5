"""The page on which a step with a knelpunt is filled in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from knelpunten.models import Knelpunt
from knelpunten.pages.acts import FILLINGS, NEEDS
from knelpunten.pages.knelpunt import possible
from portal.accounts.request import Request
from portal.ui.forms import fill_in, with_form


def filled(
    request: Request,
    knelpunt: Knelpunt,
    name: str,
    act: Callable[..., Any],
    *,
    said: str | Callable[[Any], str],
    back: Any = None,
    or_back: bool = True,
) -> HttpResponse:
    """Fill in this step, and go back to the knelpunt, or to the list one works through."""
    filling = FILLINGS[name]
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = filling.form(*sent)
    is_offered = request.method == "POST" or possible(knelpunt, request.user)[NEEDS.get(name, name)]
    show = with_form(request, "act.html", form, about=knelpunt, filling=filling, is_offered=is_offered)
    return fill_in(request, form, act, said=said, back=back or knelpunt, or_back=or_back, show=show)
