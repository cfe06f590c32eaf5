"""National agreements: the register, one agreement, writing it, asking about it, and putting it to the Stuurgroep."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from agenda.meetings.queries.subjects import find, named, named_as, token
from agenda.ratification.domain import agreements, rounds, uptake
from agenda.ratification.enums import GROUPS, Group, Permission, Route
from agenda.ratification.forms import AgreementForm, CarryForm, ChangeTextForm, ExtendForm, OpenRoundForm, ReasonForm
from agenda.ratification.models import Agreement, AgreementVersion, Ratification
from agenda.ratification.pages import agreement as agreement_page
from agenda.ratification.pages import prints
from agenda.ratification.queries import differences
from portal.accounts.actor import Actor
from portal.kit import clock
from portal.kit.access import guarded, public
from portal.kit.opaque import of
from portal.kit.refusals import Refused, Stale
from portal.network.enums import BodyKind
from portal.network.queries.seats import seat_of
from portal.privacy.queries.reports import marks_of
from portal.publish.answers import FORMS, printed_answer
from portal.ui import chains
from portal.ui.pages import attempt, page, status_of
from portal.ui.paging import page_of

# The register, one after the other: what holds, what is under way, what held.
CHOICES = {
    Group.IN_FORCE.value: GROUPS[Group.IN_FORCE],
    Group.UNDER_WAY.value: GROUPS[Group.UNDER_WAY],
    "te-evalueren": GROUPS[Group.IN_FORCE],
    Group.PAST.value: GROUPS[Group.PAST],
}


@public
def register(request: HttpRequest) -> HttpResponse:
    """What is agreed nationally: for everybody what was ratified, for members also what is under way."""
    chosen = request.GET.get("stand", "")
    rows = Agreement.objects.visible_to(request.user).select_related("owner", "replaces")
    rows = rows.filter(state__in=CHOICES[chosen]) if chosen in CHOICES else rows
    rows = rows.filter(evaluate_date__lte=clock.today()) if chosen == "te-evalueren" else rows
    user: Any = request.user
    may_draft = user.is_authenticated and user.may(Permission.RUN)
    context = {
        "agreements": page_of(request, rows),
        "chosen": chosen,
        "groups": [(name, name.replace("-", " ")) for name in CHOICES],
        "may_draft": may_draft,
    }
    return page(request, "ratification/register.html", context)


def _seen(request: HttpRequest, pk: int) -> Agreement:
    rows = Agreement.objects.visible_to(request.user).select_related("owner", "replaces")
    found: Agreement = get_object_or_404(rows, pk=pk)
    return found


@public
def agreement(request: HttpRequest, pk: int) -> HttpResponse:
    return show(request, _seen(request, pk))


def show(request: HttpRequest, agreement: Agreement, *, status: int = 200, **given: Any) -> HttpResponse:
    """The page of an agreement, with a form that was not right where there is one."""
    context = {
        "agreement": agreement,
        "marks": marks_of(agreement, request.user),
        "chain": chains.read([agreement], request.user)[agreement.pk],
        "pack": agreement_page.read(agreement, request.user, **given),
        "route_words": agreement_page.route_words(agreement),
    }
    return page(request, "ratification/agreement.html", context, status=status)


@guarded(Permission.RUN)
def draft(request: HttpRequest, by: Actor) -> HttpResponse:
    """Begin an agreement, along the route that this seat runs."""
    place = seat_of(by).membership
    route = Route.VOORAF if place.body.kind == BodyKind.BESTUUR_NZVH else Route.ACHTERAF
    form = AgreementForm(request.POST or None, initial={"owner": place.organisation_id})
    if request.method == "POST" and form.is_valid():
        try:
            made = agreements.draft(key=form.cleaned_data["key"], route=route, by=by, **form.written)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "Het concept staat klaar. Alleen wie eraan werkt, leest het.")
            return redirect(made)
    return page(request, "ratification/form.html", {"form": form, "route": route}, status=status_of(form))


@guarded(Permission.RUN, Agreement)
def rewrite(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    """Write the concept better. Who was later sees what the other made of it, and keeps the own text in the form."""
    form = AgreementForm(request.POST or None, agreement=agreement)
    if request.method == "POST" and form.is_valid():
        try:
            changed = agreements.rewrite(agreement=agreement, expected=form.cleaned_data["version"], by=by, **form.written)
        except Refused as refused:
            return _refused(request, agreement, form, refused)
        messages.success(request, "De tekst is bewaard.")
        return redirect(changed)
    return page(request, "ratification/form.html", {"form": form, "agreement": agreement}, status=status_of(form))


def _refused(request: HttpRequest, agreement: Agreement, form: Any, refused: Refused) -> HttpResponse:
    """The form again with why not, and with the text as it is now where somebody else was first."""
    form.add_refusal(refused)
    context: dict[str, Any] = {"form": form, "agreement": agreement, "changes": isinstance(form, ChangeTextForm)}
    if not isinstance(refused, Stale):
        return page(request, "ratification/form.html", context, status=422)
    now = get_object_or_404(Agreement.objects.visible_to(request.user), pk=agreement.pk)
    form.data = form.data.copy()
    form.data["version"] = str(now.version)
    return page(request, "ratification/form.html", {**context, "now": now}, status=409)


@guarded(Permission.RUN, Agreement)
def change_text(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    """Another text while it is asked about: everybody is asked again."""
    form = ChangeTextForm(request.POST or None, agreement=agreement)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            rounds.change_text(
                key=said["round_key"], agreement=agreement, expected=said["version"], note=said["note"], closes_date=said["closes_date"], by=by,
                **form.written,
            )  # fmt: skip
        except Refused as refused:
            return _refused(request, agreement, form, refused)
        messages.success(
            request, "De nieuwe tekst staat er, en iedereen is opnieuw gevraagd. De eerdere standpunten blijven bewaard."
        )
        return redirect(agreement)
    return page(
        request, "ratification/form.html", {"form": form, "agreement": agreement, "changes": True}, status=status_of(form)
    )


@guarded(Permission.RUN, Agreement)
def references(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    """What it is about: look for it, put it with the agreement, and take it away again."""
    words = request.GET.get("zoek", "")[:120]
    known = agreement_page.references_of(agreement, request.user)
    if request.method != "POST":
        found = [
            each for each in map(named_as, find(words, request.user)) if each not in known and each.token != token(agreement)
        ]
        return page(
            request, "ratification/references.html", {"agreement": agreement, "known": known, "found": found, "words": words}
        )
    subject = named(request.POST.get("subject", ""), request.user)
    if subject is None:
        raise Http404
    back = f"{request.path}?{urlencode({'zoek': words})}" if words else request.path
    if "part" in request.POST:
        return attempt(
            request, lambda: agreements.part(agreement=agreement, subject=subject, by=by), said=f"Los: {subject}.", back=back
        )
    said = f"De afspraak gaat nu ook over: {subject}."
    return attempt(request, lambda: agreements.refer(agreement=agreement, subject=subject, by=by), said=said, back=back)


def told(
    request: HttpRequest, agreement: Agreement, name: str, form: Any, act: Callable[[dict[str, Any]], Any], said: str
) -> HttpResponse:
    """Do what a form under this name on the page of an agreement asks; or the page with the form as it was sent, and why not."""
    if form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, said)
            return redirect(agreement)
    return show(request, agreement, status=422, **{name: form})


@require_POST
@guarded(Permission.RUN, Agreement)
def open_round(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    said = "De ronde loopt. Wie gevraagd is, krijgt een bericht."
    act = partial(rounds.open_round, agreement=agreement, by=by)
    return told(request, agreement, "open_form", OpenRoundForm(request.POST), lambda given: act(**given), said)


@require_POST
@guarded(Permission.RUN, Agreement)
def extend(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    said = "De termijn is verlengd. Wie nog niet antwoordde, krijgt een bericht."
    act = partial(rounds.extend, agreement=agreement, by=by)
    return told(request, agreement, "extend_form", ExtendForm(request.POST), lambda given: act(**given), said)


@require_POST
@guarded(Permission.RUN, Agreement)
def end_round(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    return attempt(request, lambda: rounds.end_early(agreement=agreement, by=by), said="De ronde is gesloten.", back=agreement)


@require_POST
@guarded(Permission.RUN, Agreement)
def put(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    said = "De afspraak is voorgelegd aan de Stuurgroep, en staat klaar voor haar agenda."
    return attempt(request, lambda: rounds.put(agreement=agreement, by=by), said=said, back=agreement)


@require_POST
@guarded(Permission.RUN, Agreement)
def drop(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    act = partial(agreements.drop, agreement=agreement, by=by)
    return told(request, agreement, "drop_form", ReasonForm(request.POST), lambda given: act(**given), "Ingetrokken.")


@require_POST
@guarded(Permission.RUN, Agreement)
def complete(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    act, said = partial(uptake.complete, agreement=agreement, by=by), "De afspraak is uitgewerkt, en blijft te lezen."
    return told(request, agreement, "complete_form", ReasonForm(request.POST), lambda given: act(**given), said)


@require_POST
@guarded(Permission.CARRY, Agreement)
def carry(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    act, said = partial(uptake.carry, agreement=agreement, by=by), "Vastgelegd hoe uw organisatie de afspraak uitdraagt."
    return told(request, agreement, "carry_form", CarryForm(request.POST), lambda given: act(**given), said)


@guarded(Permission.READ, Agreement)
def version(request: HttpRequest, agreement: Agreement, by: Actor, number: int) -> HttpResponse:
    """One version, beside the one before it."""
    after = get_object_or_404(AgreementVersion, agreement=agreement, number=number)
    before = AgreementVersion.objects.filter(agreement=agreement, number=number - 1).first()
    compared = differences.compare(before, after) if before else None
    return page(
        request, "ratification/version.html", {"agreement": agreement, "version": after, "before": before, "compared": compared}
    )


@guarded(Permission.READ, Agreement)
def consultation_set(request: HttpRequest, agreement: Agreement, by: Actor, form: str) -> HttpResponse:
    """What a member takes to its achterban: text, what changes for whom, the term, and a form to answer on."""
    printed = prints.consultation_set(agreement)
    if form not in FORMS or printed is None:
        raise Http404
    return printed_answer(printed, form, f"afspraak-{of(agreement)}-raadpleging")


@guarded(Permission.READ, Agreement)
def certificate(request: HttpRequest, agreement: Agreement, by: Actor) -> HttpResponse:
    """All that a ratification rests on, and whether it still is so."""
    ratification = get_object_or_404(Ratification.objects.select_related("version", "decision"), agreement=agreement)
    return page(request, "ratification/certificate.html", {"agreement": agreement, "pack": prints.certificate_of(ratification)})


@guarded(Permission.READ, Agreement)
def certificate_as(request: HttpRequest, agreement: Agreement, by: Actor, form: str) -> HttpResponse:
    ratification = get_object_or_404(Ratification.objects.select_related("version", "decision"), agreement=agreement)
    if form not in FORMS:
        raise Http404
    return printed_answer(prints.certificate(ratification), form, f"afspraak-{of(agreement)}-certificaat")
