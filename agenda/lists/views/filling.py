"""The page on which an act with an action is filled in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from agenda.lists.models import Action
from agenda.lists.pages.action import action_page, for_page
from agenda.lists.pages.acts import FILLINGS, given_to, is_offered
from portal.accounts.request import Request
from portal.kit.forms import PortalForm
from portal.ui.forms import fill_in, with_form


def filled(
    request: Request,
    action: Action,
    name: str,
    act: Callable[..., Any],
    *,
    said: str,
    now: Callable[[PortalForm], dict[str, Any]] | None = None,
) -> HttpResponse:
    """Fill in this act; `now` says what a colleague made of it meanwhile."""
    story = action_page(for_page(Action.objects.all()).get(pk=action.pk), request.user)
    filling = FILLINGS[name]
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = filling.form(*sent, **given_to(name, story))
    return fill_in(
        request,
        form,
        act,
        said=said,
        back=action,
        now=(lambda: now(form)) if now else None,
        show=with_form(request, "act.html", form, about=action, filling=filling, is_offered=is_offered(story, name)),
    )
