"""Before a new edition goes live: what points at sections that change or lapse, and where each of those lands."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.urls import reverse

from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.documents.domain import succession
from portal.documents.enums import Permission
from portal.documents.forms.succession import SuccessionForm
from portal.documents.models import Edition
from portal.documents.queries import landings
from portal.documents.queries.resting import resting_on
from portal.kit.access import guarded
from portal.ui.forms import fill_in
from portal.ui.pages import page


@guarded(Permission.SETTLE, Edition)
def successions(request: Request, edition: Edition, by: Actor) -> HttpResponse:
    before = landings.replaced_by(edition)
    rows = landings.planned(before, edition) if before and not edition.is_adopted else []
    resting = resting_on([row.old for row in rows], request.user)
    shown = rows if "alles" in request.GET else [row for row in rows if row.is_worth_a_look or row.old.pk in resting]
    context = {"edition": edition, "before": before, "rows": shown, "hidden": len(rows) - len(shown), "resting": resting}
    return page(request, "documents/successions.html", context)


@guarded(Permission.SETTLE, Edition)
def settle(request: Request, edition: Edition, by: Actor, anchor: str) -> HttpResponse:
    before = landings.replaced_by(edition)
    rows = landings.planned(before, edition) if before and not edition.is_adopted else []
    planned = next((row for row in rows if row.old.anchor == anchor), None)
    if planned is None:
        raise Http404
    form = SuccessionForm(request.POST or None, edition=edition, planned=planned)

    def act(*, lands: str) -> None:
        if form.is_left_to_comparing:
            succession.leave_to_comparing(old=planned.old, edition=edition, by=by)
        else:
            succession.settle(old=planned.old, edition=edition, new=form.section, by=by)

    def show(*, status: int = 200) -> HttpResponse:
        resting = resting_on([planned.old], request.user)
        context = {"edition": edition, "planned": planned, "form": form, "resting": resting}
        return page(request, "documents/settle.html", context, status=status)

    return fill_in(
        request,
        form,
        act,
        said=f"Bewaard: waar {planned.old.place} in editie {edition.label} staat.",
        back=f"{reverse('documents:successions', args=[edition.pk])}#{anchor}",
        show=show,
    )
