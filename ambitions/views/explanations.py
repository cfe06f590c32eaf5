"""What is not feasible somewhere: shared, helped with, answered, and bundled where several houses meet the same."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.urls import reverse

from ambitions.domain import bundles
from ambitions.domain import explanations as explanation_verbs
from ambitions.enums import Permission
from ambitions.forms import BundleForm, ExplanationForm, ReasonForm, TextForm
from ambitions.models import ActionLine, Explanation
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded
from portal.kit.opaque import rows_in
from portal.network.queries.seats import house_of
from portal.privacy.queries.reports import marks_of
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import page
from portal.ui.paging import page_of

FORM = "ambitions/form.html"


@guarded(Permission.READ)
def explanations(request: Request, by: Actor) -> HttpResponse:
    """What holds today, or all there ever was."""
    shows_all = request.GET.get("stand") == "alles"
    rows = Explanation.objects.visible_to(request.user).select_related("house", "line__ambition")
    rows = rows.prefetch_related("offers", "findings")
    rows = rows if shows_all else rows.standing(clock.today())
    context = {"explanations": page_of(request, rows), "shows_all": shows_all, "may_keep": request.user.may(Permission.KEEP)}
    return page(request, "ambitions/explanations.html", context)


@guarded(Permission.READ, Explanation)
def explanation(request: Request, explanation: Explanation, by: Actor) -> HttpResponse:
    user = request.user
    context = {
        "explanation": explanation,
        "marks": marks_of(explanation, user),
        "offers": explanation.offers.select_related("house", "organisation"),
        "findings": list(explanation.findings.order_by("-pk")),
        "became": getattr(explanation, "became", None),
        "may_help": explanation.ended_at is None and user.may(Permission.OFFER_HELP, explanation),
        "may_answer": user.may(Permission.ANSWER_EXPLANATION, explanation),
        "may_end": explanation.ended_at is None and user.may(Permission.END_EXPLANATION, explanation),
    }
    return page(request, "ambitions/explanation.html", context)


@guarded(Permission.EXPLAIN, ActionLine)
def share(request: Request, line: ActionLine, by: Actor) -> HttpResponse:
    form = ExplanationForm(request.POST or None)
    return fill_in(
        request,
        form,
        partial(explanation_verbs.share, house=house_of(by), line=line, by=by),
        said="Het netwerk leest uw toelichting, en kan hulp aanbieden.",
        show=with_form(
            request,
            FORM,
            form,
            title=f"Niet haalbaar: {line}",
            lede="Het hele netwerk leest dit en kan hulp aanbieden. "
            "De toelichting geldt tot de dag die u kiest, of tot de lijn wijzigt.",
            line=line,
            button="Deel met het netwerk",
            back=line.get_absolute_url(),
        ),
    )


@guarded(Permission.OFFER_HELP, Explanation)
def offer(request: Request, explanation: Explanation, by: Actor) -> HttpResponse:
    form = TextForm(request.POST or None)
    return fill_in(
        request,
        form,
        partial(explanation_verbs.offer, explanation=explanation, by=by),
        said="Het huis krijgt een bericht.",
        back=explanation,
        show=with_form(
            request,
            FORM,
            form,
            title=f"Bied {explanation.house} hulp aan",
            lede=explanation.text,
            button="Bied dit aan",
            back=explanation.get_absolute_url(),
        ),
    )


@guarded(Permission.ANSWER_EXPLANATION, Explanation)
def answer(request: Request, explanation: Explanation, by: Actor) -> HttpResponse:
    form = TextForm(request.POST or None)
    return fill_in(
        request,
        form,
        partial(explanation_verbs.find_together, explanation=explanation, by=by),
        said="Vastgelegd. Het huis krijgt een bericht.",
        back=explanation,
        show=with_form(
            request,
            FORM,
            form,
            title="Wat is samen gevonden?",
            lede=f"{explanation.house} schreef: {explanation.text}",
            button="Leg vast",
            back=explanation.get_absolute_url(),
        ),
    )


@guarded(Permission.END_EXPLANATION, Explanation)
def end(request: Request, explanation: Explanation, by: Actor) -> HttpResponse:
    form, back = ReasonForm(request.POST or None), explanation.get_absolute_url()
    return fill_in(
        request,
        form,
        partial(explanation_verbs.end, explanation=explanation, by=by),
        said="Ingetrokken. De toelichting blijft te lezen.",
        back=back,
        show=with_form(request, FORM, form, title="Trek de toelichting in", button="Trek in", back=back),
    )


@guarded(Permission.KEEP)
def bundle(request: Request, by: Actor) -> HttpResponse:
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

    def act(*, into: str, explanations: Iterable[Explanation], **words: Any) -> Any:
        make = bundles.make_pattern if into == "rode-draad" else bundles.make_knelpunt
        return make(explanations=list(explanations), by=by, **words)

    return fill_in(
        request,
        form,
        act,
        said="Het staat op de knelpuntenlijst. De huizen krijgen een bericht.",
        show=with_form(
            request,
            FORM,
            form,
            title="Maak van toelichtingen een knelpunt",
            lede="Lopen huizen tegen hetzelfde aan? "
            "Dan komt het zo op de knelpuntenlijst, en blijft te zien waar het vandaan kwam.",
            button="Maak het",
            back=reverse("ambitions:explanations"),
        ),
    )
