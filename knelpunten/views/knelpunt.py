"""Writing a knelpunt down, handing it in, assessing it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from knelpunten.domain import notes, recognitions, submissions
from knelpunten.enums import EDITABLE_STATES, KnelpuntState, Permission
from knelpunten.forms.assessment import OutcomeForm
from knelpunten.forms.knelpunt import EditKnelpuntForm, KnelpuntFields, NewKnelpuntForm, NoteForm
from knelpunten.models import Knelpunt
from knelpunten.pages import knelpunt as knelpunt_page
from knelpunten.pages.acts import acts_of
from knelpunten.queries import knelpunten
from knelpunten.queries.resemblance import look_alikes, patterns_like
from knelpunten.queries.worklist import Asked
from knelpunten.views.filling import filled
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded
from portal.kit.opaque import of, row_in
from portal.kit.refusals import Refused
from portal.network.queries.seats import house_of
from portal.privacy.forms.texts import doubts_in
from portal.privacy.queries.reports import marks_of
from portal.ui import chains
from portal.ui.forms import fill_in
from portal.ui.pages import attempt, page


@guarded(Permission.DRAFT)
def new(request: Request, by: Actor) -> HttpResponse:
    if (begun := _begun(request)) is not None:
        return _edit(request, begun, by)
    form, house = NewKnelpuntForm(request.POST or None), house_of(by)
    return fill_in(
        request,
        form,
        partial(submissions.draft, house=house, by=by),
        then=partial(_after_saving, request),
        show=partial(_show_form, request, form, house),
    )


def _begun(request: Request) -> Knelpunt | None:
    """The draft that was kept by itself while somebody wrote."""
    found = (
        Knelpunt.objects.visible_to(request.user)
        .with_places()
        .filter(pk=row_in(Knelpunt, request.POST.get("knelpunt", "")), state__in=EDITABLE_STATES)
        .first()
    )
    return found if found and request.user.may(Permission.DRAFT, found) else None


@require_POST
@guarded(Permission.DRAFT)
def keep(request: Request, by: Actor) -> HttpResponse:
    """Keep what somebody is writing, while they write. What is not right yet, or holds personal data, is not kept."""
    begun = _begun(request)
    form: KnelpuntFields = EditKnelpuntForm(request.POST) if begun else NewKnelpuntForm(request.POST)
    if not form.is_valid():
        return page(request, "knelpunten/kept.html", {"knelpunt": begun, "is_kept": False})
    try:
        if begun:
            kept = submissions.revise(knelpunt=begun, by=by, **form.given)
        else:
            kept = submissions.draft(house=house_of(by), by=by, **form.given)
    except Refused:
        return page(request, "knelpunten/kept.html", {"knelpunt": begun, "is_kept": False})
    return page(request, "knelpunten/kept.html", {"knelpunt": kept, "is_kept": True, "now": clock.now()})


@guarded(Permission.DRAFT, Knelpunt)
def edit(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    return _edit(request, knelpunt, by)


def _edit(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    form = EditKnelpuntForm(request.POST or None, initial=EditKnelpuntForm.initial_of(knelpunt))

    def now() -> dict[str, Any]:
        """The text of the other stands beside one's own; saving again replaces it knowingly."""
        form.renew(version=knelpunt.version)
        return {"other": knelpunt}

    return fill_in(
        request,
        form,
        partial(submissions.revise, knelpunt=knelpunt, by=by),
        then=partial(_after_saving, request),
        now=now,
        show=partial(_show_form, request, form, knelpunt.house, knelpunt),
    )


def _show_form(
    request: Request, form: KnelpuntFields, house: Any, knelpunt: Knelpunt | None = None, *, status: int = 200, other: Any = None
) -> HttpResponse:
    context = {"house": house, "knelpunt": knelpunt, "may_submit": request.user.may(Permission.SUBMIT, knelpunt)}
    return page(request, "knelpunten/form.html", {"form": form, "other": other, **context}, status=status)


def _after_saving(request: Request, knelpunt: Knelpunt) -> HttpResponse:
    if "submit" in request.POST and request.user.may(Permission.SUBMIT, knelpunt):
        return redirect("knelpunten:submit", pk=knelpunt.pk)
    messages.success(request, f"Bewaard als concept. {KnelpuntState.CONCEPT.row.means}")
    return redirect(knelpunt)


def _around(request: Request, knelpunt: Knelpunt) -> dict[str, Any] | None:
    """Before and after on the work list one came from; for who works through it."""
    if "welke" not in request.GET or not request.user.may(Permission.ASSESS):
        return None
    before, after = Asked.from_address(request.GET).around(knelpunt, request.user)
    return {"before": before, "after": after, "address": request.GET.urlencode()}


@guarded(Permission.SUBMIT, Knelpunt)
def submit(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    """The last look before it goes: what resembles it, and what in it may be about one person."""
    if request.method != "POST":
        return _last_look(request, knelpunt)
    try:
        step = submissions.submit(knelpunt=knelpunt, by=by, is_confirmed="confirmed" in request.POST)
    except submissions.LookAgain as look:
        return _last_look(request, knelpunt, look.sentences, status=422)
    except Refused as refused:
        messages.error(request, " ".join(refused.sentences))
    else:
        messages.success(request, f"Ingediend. {KnelpuntState(step.to_state).row.means}")
    return redirect(knelpunt)


def _last_look(request: Request, knelpunt: Knelpunt, errors: list[str] | None = None, *, status: int = 200) -> HttpResponse:
    said = " ".join(knelpunt.texts)
    alike = look_alikes(said, request.user, but=knelpunt.pk)
    context = {
        "knelpunt": knelpunt,
        "alike": alike,
        "patterns": patterns_like(said, request.user),
        "chains": chains.read(alike, request.user),
        "doubts": doubts_in(knelpunt.texts),
        "errors": errors or [],
        "may_submit": knelpunt_page.possible(knelpunt, request.user)["submit"],
        "note_form": NoteForm(),
        "total": knelpunten.houses_today(),
    }
    return page(request, "knelpunten/last_look.html", context, status=status)


@require_POST
@guarded(Permission.DRAFT)
def resembling(request: Request, by: Actor) -> HttpResponse:
    """While somebody writes: knelpunten that resemble what stands in the form. Nothing of it is kept."""
    text = f"{request.POST.get('title', '')} {request.POST.get('pattern', '')}"
    own = request.POST.get("knelpunt", "")
    alike = look_alikes(text, request.user, but=row_in(Knelpunt, own) or None)
    context = {
        "alike": alike,
        "patterns": patterns_like(text, request.user),
        "chains": chains.read(alike, request.user),
        "total": knelpunten.houses_today(),
        "may_recognise": False,
    }
    return page(request, "knelpunten/look_alikes.html", context)


@guarded(Permission.RECOGNISE, Knelpunt)
def recognise(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    act = partial(recognitions.recognise, knelpunt=knelpunt, by=by)
    said = "Uw huis staat nu mee achter dit knelpunt. U hoort wat ermee gebeurt."
    return filled(request, knelpunt, "recognise", act, said=said)


@require_POST
@guarded(Permission.RECOGNISE, Knelpunt)
def unrecognise(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    said = "Ingetrokken: uw huis staat niet meer achter dit knelpunt."
    return attempt(request, lambda: recognitions.withdraw(knelpunt=knelpunt, by=by), said=said, back=knelpunt)


@guarded(Permission.READ, Knelpunt)
def detail(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    return show(request, knelpunt)


def show(request: Request, knelpunt: Knelpunt, *, status: int = 200, outcome: OutcomeForm | None = None) -> HttpResponse:
    """The page of a knelpunt, with the form of its assessment, which may not have been right."""
    possible = knelpunt_page.possible(knelpunt, request.user)
    hand_over = knelpunten.hand_over_of(knelpunt)
    help_with = knelpunt_page.assessing(knelpunt, request.user) if possible["conclude"] else None
    context = {
        "knelpunt": knelpunt,
        "standing": chains.standings([knelpunt], request.user)[knelpunt.pk],
        "possible": possible,
        "acts": acts_of(knelpunt, possible, hand_over),
        "last_end": knelpunten.last_end(knelpunt) if possible["hear_why_not"] else None,
        "is_ours": knelpunt.house_id in {seat.house_id for seat in request.user.seats_today if seat.house_id},  # type: ignore[union-attr]
        "assessing": help_with,
        "doubts": doubts_in(knelpunt.texts) if possible["release"] else [],
        "outcome_form": outcome or _outcome_form(request, knelpunt, help_with),
        "attachments": knelpunten.attachments_of(knelpunt),
        "hand_over": hand_over,
        "merger": knelpunten.merger_of(knelpunt),
        "merged": knelpunt_page.merged_into(knelpunt, request.user),
        "around": _around(request, knelpunt),
        "marks": marks_of(knelpunt, request.user),
        "breadth": knelpunten.breadth(knelpunt),
        "pattern": knelpunten.pattern_of(knelpunt, request.user),
    }
    return page(request, "knelpunten/detail.html", context, status=status)


def _outcome_form(request: Request, knelpunt: Knelpunt, help_with: knelpunt_page.Assessing | None) -> OutcomeForm | None:
    """Empty, or begun with a text that is used more than once."""
    if help_with is None:
        return None
    chosen = next((text for text in help_with.texts if of(text) == request.GET.get("tekst")), None)
    begun = {"reason": chosen.text, "outcome": chosen.outcome} if chosen else {}
    place = EditKnelpuntForm.initial_of(knelpunt)["place"]
    asks_kind = not knelpunt.kind
    return OutcomeForm(user=request.user, alike=help_with.alike, asks_kind=asks_kind, initial={"place": place, **begun})


@guarded(Permission.SUBMIT, Knelpunt)
def withdraw(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    act = partial(submissions.withdraw, knelpunt=knelpunt, by=by)
    said = "Ingetrokken. Het blijft bij uw huis te lezen."
    return filled(request, knelpunt, "withdraw", act, said=said)


@guarded(Permission.SAY_UNSOLVED, Knelpunt)
def unsolved(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    act = partial(submissions.say_unsolved, knelpunt=knelpunt, by=by)
    said = "Het landelijk bureau beoordeelt dit knelpunt opnieuw."
    return filled(request, knelpunt, "unsolved", act, said=said)


@require_POST
@guarded(Permission.CLAIM, Knelpunt)
def claim(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    said = "Dit knelpunt staat nu op naam van uw huis. U krijgt de antwoorden."
    return attempt(request, lambda: recognitions.claim(knelpunt=knelpunt, by=by), said=said, back=knelpunt)


@guarded(Permission.ADD, Knelpunt)
def add(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    act = partial(notes.add, knelpunt=knelpunt, by=by)
    said = "Toegevoegd. Wie het knelpunt leest, leest ook uw aanvulling."
    return filled(request, knelpunt, "add", act, said=said)
