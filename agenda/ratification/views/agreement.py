"""National agreements: the register, one agreement, writing it, asking about it, and putting it to the Stuurgroep."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agenda.meetings.queries.subjects import find, named, named_as, token
from agenda.ratification.domain import agreements, rounds, uptake
from agenda.ratification.enums import GROUPS, Group, Permission, Route
from agenda.ratification.forms import AgreementForm, ChangeTextForm
from agenda.ratification.models import Agreement, AgreementVersion, Ratification
from agenda.ratification.pages import agreement as agreement_page
from agenda.ratification.pages import prints
from agenda.ratification.pages.acts import acts_of
from agenda.ratification.queries import differences
from agenda.ratification.views.filling import filled
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import OR_NOTHING, guarded, public
from portal.kit.opaque import of
from portal.network.enums import BodyKind
from portal.network.queries.seats import seat_of
from portal.privacy.queries.reports import marks_of
from portal.publish.answers import printed_answer
from portal.ui import chains
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page
from portal.ui.paging import page_of

# The register, one after the other: what holds, what is under way, what held.
CHOICES = {
    Group.IN_FORCE.value: GROUPS[Group.IN_FORCE],
    Group.UNDER_WAY.value: GROUPS[Group.UNDER_WAY],
    "te-evalueren": GROUPS[Group.IN_FORCE],
    Group.PAST.value: GROUPS[Group.PAST],
}


@public
def register(request: Request) -> HttpResponse:
    """What is agreed nationally: for everybody what was ratified, for members also what is under way."""
    chosen = request.GET.get("stand", "")
    rows = Agreement.objects.visible_to(request.user).select_related("owner", "replaces")
    rows = rows.filter(state__in=CHOICES[chosen]) if chosen in CHOICES else rows
    rows = rows.filter(evaluate_date__lte=clock.today()) if chosen == "te-evalueren" else rows
    may_draft = request.user.is_authenticated and request.user.may(Permission.RUN)
    context = {
        "agreements": page_of(request, rows),
        "chosen": chosen,
        "groups": [(name, name.replace("-", " ")) for name in CHOICES],
        "may_draft": may_draft,
    }
    return page(request, "ratification/register.html", context)


def _seen(request: Request, pk: int) -> Agreement:
    rows = Agreement.objects.visible_to(request.user).select_related("owner", "replaces")
    found: Agreement = get_object_or_404(rows, pk=pk)
    return found


@public
def agreement(request: Request, pk: int) -> HttpResponse:
    found = _seen(request, pk)
    pack = agreement_page.read(found, request.user)
    context = {
        "agreement": found,
        "marks": marks_of(found, request.user),
        "chain": chains.read([found], request.user)[found.pk],
        "pack": pack,
        "acts": acts_of(found, pack),
        "route_words": agreement_page.route_words(found),
    }
    return page(request, "ratification/agreement.html", context)


@guarded(Permission.RUN)
def draft(request: Request, by: Actor) -> HttpResponse:
    """Begin an agreement, along the route that this seat runs."""
    place = seat_of(by).membership
    route = Route.VOORAF if place.body.kind == BodyKind.BESTUUR_NZVH else Route.ACHTERAF
    form = AgreementForm(request.POST or None, initial={"owner": place.organisation_id})
    return fill_in(
        request,
        form,
        partial(agreements.draft, route=route, by=by),
        said="Het concept staat klaar. Alleen wie eraan werkt, leest het.",
        show=with_form(request, "ratification/form.html", form, route=route),
    )


@guarded(Permission.RUN, Agreement)
def rewrite(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    """Write the concept better. Who was later sees what the other made of it, and keeps the own text in the form."""
    form = AgreementForm(request.POST or None, agreement=agreement)
    return fill_in(
        request,
        form,
        partial(agreements.rewrite, agreement=agreement, by=by),
        said="De tekst is bewaard.",
        now=partial(_now, request, agreement, form),
        show=with_form(request, "ratification/form.html", form, agreement=agreement),
    )


def _now(request: Request, agreement: Agreement, form: AgreementForm) -> dict[str, Any]:
    """The text as it is now, which the form replaces when it is saved again."""
    now = get_object_or_404(Agreement.objects.visible_to(request.user), pk=agreement.pk)
    form.renew(version=now.version)
    return {"now": now}


@guarded(Permission.RUN, Agreement)
def change_text(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    """Another text while it is asked about: everybody is asked again."""
    form = ChangeTextForm(request.POST or None, agreement=agreement)
    return fill_in(
        request,
        form,
        partial(rounds.change_text, agreement=agreement, by=by),
        said="De nieuwe tekst staat er, en iedereen is opnieuw gevraagd. De eerdere standpunten blijven bewaard.",
        back=agreement,
        now=partial(_now, request, agreement, form),
        show=with_form(request, "ratification/form.html", form, agreement=agreement, changes=True),
    )


@guarded(Permission.RUN, Agreement)
def references(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
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


@guarded(Permission.RUN, Agreement)
def open_round(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    said = "De ronde loopt. Wie gevraagd is, krijgt een bericht."
    return filled(request, agreement, "open_round", partial(rounds.open_round, agreement=agreement, by=by), said=said)


@guarded(Permission.RUN, Agreement)
def extend(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    said = "De termijn is verlengd. Wie nog niet antwoordde, krijgt een bericht."
    return filled(request, agreement, "extend", partial(rounds.extend, agreement=agreement, by=by), said=said)


@require_POST
@guarded(Permission.RUN, Agreement)
def end_round(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    return attempt(request, lambda: rounds.end_early(agreement=agreement, by=by), said="De ronde is gesloten.", back=agreement)


@require_POST
@guarded(Permission.RUN, Agreement)
def put(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    said = "De afspraak is voorgelegd aan de Stuurgroep, en staat klaar voor haar agenda."
    return attempt(request, lambda: rounds.put(agreement=agreement, by=by), said=said, back=agreement)


@guarded(Permission.RUN, Agreement)
def drop(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    said = "Ingetrokken."
    return filled(request, agreement, "drop", partial(agreements.drop, agreement=agreement, by=by), said=said)


@guarded(Permission.RUN, Agreement)
def complete(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    said = "De afspraak is uitgewerkt, en blijft te lezen."
    return filled(request, agreement, "complete", partial(uptake.complete, agreement=agreement, by=by), said=said)


@guarded(Permission.CARRY, Agreement)
def carry(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    said = "Vastgelegd hoe uw organisatie de afspraak uitdraagt."
    return filled(request, agreement, "carry", partial(uptake.carry, agreement=agreement, by=by), said=said)


@guarded(Permission.READ, Agreement, answers=OR_NOTHING)
def version(request: Request, agreement: Agreement, by: Actor, number: int) -> HttpResponse:
    """One version, beside the one before it."""
    after = get_object_or_404(AgreementVersion, agreement=agreement, number=number)
    before = AgreementVersion.objects.filter(agreement=agreement, number=number - 1).first()
    compared = differences.compare(before, after) if before else None
    return page(
        request, "ratification/version.html", {"agreement": agreement, "version": after, "before": before, "compared": compared}
    )


@guarded(Permission.READ, Agreement, answers=OR_NOTHING)
def consultation_set(request: Request, agreement: Agreement, by: Actor, form: str) -> HttpResponse:
    """What a member takes to its achterban: text, what changes for whom, the term, and a form to answer on."""
    printed = prints.consultation_set(agreement)
    if printed is None:
        raise Http404
    return printed_answer(printed, form, f"afspraak-{of(agreement)}-raadpleging")


@guarded(Permission.READ, Agreement, answers=OR_NOTHING)
def certificate(request: Request, agreement: Agreement, by: Actor) -> HttpResponse:
    """All that a ratification rests on, and whether it still is so."""
    ratification = get_object_or_404(Ratification.objects.select_related("version", "decision"), agreement=agreement)
    return page(request, "ratification/certificate.html", {"agreement": agreement, "pack": prints.certificate_of(ratification)})


@guarded(Permission.READ, Agreement, answers=OR_NOTHING)
def certificate_as(request: Request, agreement: Agreement, by: Actor, form: str) -> HttpResponse:
    ratification = get_object_or_404(Ratification.objects.select_related("version", "decision"), agreement=agreement)
    return printed_answer(prints.certificate(ratification), form, f"afspraak-{of(agreement)}-certificaat")
