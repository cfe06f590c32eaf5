"""The landelijk bureau works through what was handed in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from knelpunten.domain import assessing
from knelpunten.enums import Permission
from knelpunten.forms import OutcomeForm
from knelpunten.models import Knelpunt
from knelpunten.views import show
from knelpunten.worklist import Asked, counts, is_late
from portal.accounts.actor import Actor
from portal.kit import clock
from portal.kit.access import guarded
from portal.kit.refusals import Refused
from portal.network.models import House, Theme
from portal.ui.pages import attempt, page
from portal.ui.paging import page_of


@guarded(Permission.ASSESS)
def worklist(request: HttpRequest, by: Actor) -> HttpResponse:
    """What waits, in parts that have their own address."""
    asked = Asked.from_address(request.GET)
    rows = page_of(request, asked.rows(request.user))
    context = {
        "waiting": rows, "asked": asked, "counts": counts(request.user), "late": {row.pk for row in rows if is_late(row)},
        "themes": Theme.objects.all(), "houses": House.objects.valid_on(clock.today()).order_by("sort_key"), "address": request.GET.urlencode(),
    }  # fmt: skip
    return page(request, "knelpunten/worklist.html", context)


@require_POST
@guarded(Permission.ASSESS, Knelpunt)
def start(request: HttpRequest, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    said = "U beoordeelt dit knelpunt nu. Het huis ziet dat."
    return attempt(request, lambda: assessing.start(knelpunt=knelpunt, by=by), said=said, back=knelpunt)


@require_POST
@guarded(Permission.ASSESS, Knelpunt)
def conclude(request: HttpRequest, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    form = OutcomeForm(request.POST)
    if form.is_valid():
        try:
            step = assessing.conclude(knelpunt=knelpunt, by=by, **form.details())
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, f"Beoordeeld: {step.get_to_state_display()}. Het huis leest uw reden bij zijn knelpunt.")
            return redirect(knelpunt)
    return show(request, knelpunt, status=422, outcome=form)
