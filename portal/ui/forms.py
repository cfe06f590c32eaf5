"""The one road of a form: filled in, asked of the verb, and back to where it was about; or shown again with why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.kit.forms import PortalForm
from portal.kit.refusals import Refused, Stale
from portal.ui.pages import page, status_of

Show = Callable[..., HttpResponse]


def fill_in(
    request: HttpRequest,
    form: PortalForm,
    act: Callable[..., Any],
    *,
    said: str | Callable[[Any], str] = "",
    show: Show,
    back: Any = None,
    now: Callable[[], dict[str, Any]] | None = None,
    then: Callable[[Any], HttpResponse] | None = None,
    or_back: bool = False,
) -> HttpResponse:
    """Do what a form asks, say so, and go `back`, or to what the verb made.

    `act` gets what was filled in by name. `show(status=…, **more)` answers with the page that has the form: 200 at first,
    422 when it was not right or the verb refused, 409 when somebody else was first. Then `now` says what stands there, as
    context for the page, and `renew`s the form, so that who saves again knows what it replaces.

    `then` answers instead where what comes next depends on what was made. `or_back` is for a step on a page that may not have
    its form any more once the verb refuses: why not is said above the page as it is now.
    """
    if request.method == "POST" and form.is_valid():
        try:
            made = act(**form.given)
        except Refused as refused:
            if or_back:
                messages.error(request, " ".join(refused.sentences))
                return redirect(back)
            form.add_refusal(refused)
            if isinstance(refused, Stale) and now:
                return show(status=refused.status, **now())
        else:
            if then:
                return then(made)
            messages.success(request, said if isinstance(said, str) else said(made))
            return redirect(made if back is None else back)
    return show(status=status_of(form))


def with_form(request: HttpRequest, template: str, form: PortalForm, **context: Any) -> Show:
    """A page whose only business is this form, for `fill_in`."""

    def show(*, status: int = 200, **more: Any) -> HttpResponse:
        return page(request, template, {**context, "form": form, **more}, status=status)

    return show
