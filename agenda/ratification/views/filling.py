"""The page on which a step with an agreement is filled in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from agenda.ratification.models import Agreement
from agenda.ratification.pages import agreement as agreement_page
from agenda.ratification.pages.acts import FILLINGS, NEEDS
from portal.accounts.request import Request
from portal.ui.forms import fill_in, with_form


def filled(request: Request, agreement: Agreement, name: str, act: Callable[..., Any], *, said: str) -> HttpResponse:
    filling = FILLINGS[name]
    form = filling.form(request.POST or None)
    is_offered = form.is_bound or getattr(agreement_page.read(agreement, request.user), NEEDS[name])
    show = with_form(request, "act.html", form, about=agreement, filling=filling, is_offered=is_offered)
    return fill_in(request, form, act, said=said, back=agreement, show=show)
