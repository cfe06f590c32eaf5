"""What is not feasible somewhere: shared, helped with, answered, and bundled where several houses meet the same."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ambitions.domain import bundles
from ambitions.domain import explanations as explanation_verbs
from ambitions.enums import Permission
from ambitions.forms import BundleForm, ExplanationForm, ReasonForm, TextForm
from ambitions.models import ActionLine, Explanation
from ambitions.views.filling import fill_in
from portal.accounts.actor import Actor
from portal.kit import clock
from portal.kit.access import guarded
from portal.kit.opaque import rows_in
from portal.network.queries.seats import house_of
from portal.privacy.queries.reports import marks_of
from portal.ui.pages import page
from portal.ui.paging import page_of


@guarded(Permission.READ)
def explanations(request: HttpRequest, by: Actor) -> HttpResponse:
    """What holds today, or all there ever was."""
    user: Any = request.user
    shows_all = request.GET.get("stand") == "alles"
    rows = Explanation.objects.visible_to(user).select_related("house", "line__ambition").prefetch_related("offers", "findings")
    rows = rows if shows_all else rows.standing(clock.today())
    context = {"explanations": page_of(request, rows), "shows_all": shows_all, "may_keep": user.may(Permission.KEEP)}
    return page(request, "ambitions/explanations.html", context)


@guarded(Permission.READ, Explanation)
def explanation(request: HttpRequest, explanation: Explanation, by: Actor) -> HttpResponse:
    user: Any = request.user
    context = {
        "explanation": explanation,
        "marks": marks_of(explanation, user),
        "offers": explanation.offers.select_related("house", "organisation"),  # type: ignore[attr-defined]
        "findings": list(explanation.findings.order_by("-pk")),  # type: ignore[attr-defined]
        "became": getattr(explanation, "became", None),
        "may_help": explanation.ended_at is None and user.may(Permission.OFFER_HELP, explanation),
        "may_answer": user.may(Permission.ANSWER_EXPLANATION, explanation),
        "may_end": explanation.ended_at is None and user.may(Permission.END_EXPLANATION, explanation),
    }
    return page(request, "ambitions/explanation.html", context)


@guarded(Permission.EXPLAIN, ActionLine)
def share(request: HttpRequest, line: ActionLine, by: Actor) -> HttpResponse:
    return fill_in(
        request, ExplanationForm(request.POST or None), lambda given: explanation_verbs.share(house=house_of(by), line=line, by=by, **given),
        title=f"Niet haalbaar: {line}", button="Deel met het netwerk", said="Het netwerk leest uw toelichting, en kan hulp aanbieden.", back=line.get_absolute_url(), shows_made=True,
        lede="Het hele netwerk leest dit en kan hulp aanbieden. De toelichting geldt tot de dag die u kiest, of tot de lijn wijzigt.", line=line,
    )  # fmt: skip


@guarded(Permission.OFFER_HELP, Explanation)
def offer(request: HttpRequest, explanation: Explanation, by: Actor) -> HttpResponse:
    return fill_in(
        request, TextForm(request.POST or None), lambda given: explanation_verbs.offer(explanation=explanation, by=by, **given),
        title=f"Bied {explanation.house} hulp aan", button="Bied dit aan", said="Het huis krijgt een bericht.",
        back=explanation.get_absolute_url(), lede=explanation.text,
    )  # fmt: skip


@guarded(Permission.ANSWER_EXPLANATION, Explanation)
def answer(request: HttpRequest, explanation: Explanation, by: Actor) -> HttpResponse:
    return fill_in(
        request, TextForm(request.POST or None), lambda given: explanation_verbs.find_together(explanation=explanation, by=by, **given),
        title="Wat is samen gevonden?", button="Leg vast", said="Vastgelegd. Het huis krijgt een bericht.",
        back=explanation.get_absolute_url(), lede=f"{explanation.house} schreef: {explanation.text}",
    )  # fmt: skip


@guarded(Permission.END_EXPLANATION, Explanation)
def end(request: HttpRequest, explanation: Explanation, by: Actor) -> HttpResponse:
    return fill_in(
        request, ReasonForm(request.POST or None), lambda given: explanation_verbs.end(explanation=explanation, by=by, **given),
        title="Trek de toelichting in", button="Trek in", said="Ingetrokken. De toelichting blijft te lezen.", back=explanation.get_absolute_url(),
    )  # fmt: skip


@guarded(Permission.KEEP)
def bundle(request: HttpRequest, by: Actor) -> HttpResponse:
    """Explanations that show the same become a knelpunt or a rode draad, in one step."""
    rows = (
        Explanation.objects.visible_to(request.user)
        .standing(clock.today())
        .filter(Q(became__isnull=True) | Q(pk__in=rows_in(Explanation, request.POST.getlist("explanations"))))
        .select_related("house", "line")
    )
    form = BundleForm(
        request.POST or None,
        explanations=rows.order_by("line", "house__sort_key"),
        initial={"explanations": rows_in(Explanation, request.GET.getlist("toelichting"))},
    )

    def act(given: dict[str, Any]) -> Any:
        make = bundles.make_pattern if given.pop("into") == "rode-draad" else bundles.make_knelpunt
        return make(explanations=list(given.pop("explanations")), by=by, **given)

    return fill_in(
        request, form, act, title="Maak van toelichtingen een knelpunt", button="Maak het", back=reverse("ambitions:explanations"), shows_made=True,
        said="Het staat op de knelpuntenlijst. De huizen krijgen een bericht.",
        lede="Lopen huizen tegen hetzelfde aan? Dan komt het zo op de knelpuntenlijst, en blijft te zien waar het vandaan kwam.",
    )  # fmt: skip
