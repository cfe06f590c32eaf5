"""Weighing an action, one after another, and what came of it in one picture."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from agenda.lists.domain import weighing
from agenda.lists.enums import ActionList, Criterion, Permission
from agenda.lists.forms.proposal import WeighingForm
from agenda.lists.models import Action
from agenda.lists.queries import weighings
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.network.models import Theme
from portal.network.queries.seats import seat_of
from portal.ui.charts import Point
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import page


@guarded(Permission.WEIGH, Action)
def weigh(request: Request, action: Action, by: Actor) -> HttpResponse:
    """For one's own organisation; then on to the next that it did not weigh yet, when asked."""
    mine = action.weighings.filter(membership=seat_of(by).membership).last()
    form = WeighingForm(request.POST or None, initial=_initial(mine))
    before, after = _around(action, request.user)
    blockers = [] if form.is_bound else weighing.blockers_for_weighing(action=action)
    following = weighings.next_in_queue(action, seat_of(by).membership_id, request.user)
    return fill_in(
        request,
        form,
        partial(weighing.weigh, action=action, by=by),
        said=f"“{action}” is gewogen. Tot de vergadering kunt u dat nog bijstellen.",
        back=reverse("lists:weigh", args=[following.pk]) if following and "next" in request.POST else action,
        show=with_form(
            request,
            "lists/weigh.html",
            form,
            action=action,
            mine=mine,
            before=before,
            after=after,
            has_next=following is not None,
            blockers=blockers,
        ),
    )


def _initial(mine: Any) -> dict[str, Any]:
    return {name: getattr(mine, name) for name in ("argument", *Criterion.values)} if mine else {}


def _around(action: Action, user: Any) -> tuple[Action | None, Action | None]:
    """What stands before and after it on the voorraadlijst of its theme. One query."""
    rows = list(
        Action.objects.visible_to(user)
        .filter(theme=action.theme_id)
        .on_list(ActionList.VOORRAADLIJST)
        .order_by("pk")
        .only("pk", "title")
    )
    place = next((place for place, row in enumerate(rows) if row.pk == action.pk), None)
    if place is None:
        return None, rows[0] if rows else None
    return rows[place - 1] if place else None, rows[place + 1] if place + 1 < len(rows) else None


@guarded(Permission.READ)
def matrix(request: Request, by: Actor, slug: str) -> HttpResponse:
    """What is wished for in a theme, by impact and feasibility as the Stuurgroep weighed them.

    As far as this reader sees the results.
    """
    theme = get_object_or_404(Theme, slug=slug)
    wished = list(Action.objects.visible_to(request.user).filter(theme=theme).on_list(ActionList.VOORRAADLIJST).order_by("title"))
    seen = weighings.results_seen(wished, request.user)
    shown = [action for action in wished if action.pk in seen]
    rows = weighings.stuurgroep_spreads(shown)
    points = [
        Point(str(number), str(action), feasible.median, impact.median, reverse("lists:action", args=[action.pk]))
        for number, (action, (_, feasible, impact)) in enumerate(rows, 1)
        if feasible.median and impact.median
    ]
    context = {
        "theme": theme,
        "rows": rows,
        "points": points,
        "unseen": len(wished) - len(shown),
        "may_weigh": request.user.may(Permission.WEIGH),
    }
    return page(request, "lists/matrix.html", context)
