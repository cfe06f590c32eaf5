"""In the meeting: the screens of the secretaris and of the table, who is there, what is written, what became of each item."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from agenda.meetings.domain import arrangements, issues, meeting_room
from agenda.meetings.domain.meeting_room import OtherNotes
from agenda.meetings.enums import Permission, Presence, Treatment
from agenda.meetings.forms import ArrangementForm, EndForm, WordingForm
from agenda.meetings.models import AgendaItem, Arrangement, Issue, Meeting
from agenda.meetings.pages import room
from agenda.meetings.views.polling import followed
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import guarded
from portal.kit.forms import key_in
from portal.kit.opaque import of, row_in
from portal.kit.pasted import tidy
from portal.kit.refusals import Refused
from portal.ui.pages import attempt, page

LONGEST = 8000  # characters of notes at one item


@guarded(Permission.TAKE_DECISION, Meeting)
def secretary(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    return _secretary(request, meeting, request.GET.get("punt", ""))


def _secretary(
    request: Request,
    meeting: Meeting,
    asked: str,
    *,
    status: int = 200,
    form: ArrangementForm | None = None,
    wordings: dict[int, WordingForm] | None = None,
) -> HttpResponse:
    """
    Her screen at the item that is asked for, by its word.

    `wordings` are those of vraagstukken that were not taken, by their key.
    """
    context = {"meeting": meeting, "pack": room.for_secretary(meeting, request.user, asked, form), "wordings": wordings or {}}
    return page(request, "meetings/secretary.html", context, status=status)


@followed(Permission.READ)
def table(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    """What hangs on the wall: the current item fills the screen. Polled by everybody in the room."""
    return page(request, "meetings/table.html", {"meeting": meeting, "pack": room.for_table(meeting, request.user)})


def _here(meeting: Meeting, item: AgendaItem | None = None) -> str:
    where = redirect("meetings:secretary", meeting.pk).url
    return f"{where}?punt={of(item)}" if item else where


@require_POST
@guarded(Permission.TAKE_DECISION, Meeting)
def mark(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    """Whether one organisation is there."""
    number, presence = request.POST.get("membership", ""), request.POST.get("presence", "")
    members = room.members_of(meeting)
    membership = get_object_or_404(members, pk=key_in(number))
    if presence not in Presence.values:
        return redirect(_here(meeting))
    name = tidy(request.POST.get("replaced_by", "")[:120])
    here = Presence(presence)
    act = partial(meeting_room.mark, meeting=meeting, membership=membership, presence=here, replaced_by=name, by=by)
    return attempt(request, act, said=f"{membership.member}: {here.label}.", back=f"{_here(meeting)}#presentie")


@require_POST
@guarded(Permission.TAKE_DECISION, AgendaItem)
def bring_up(request: Request, item: AgendaItem, by: Actor) -> HttpResponse:
    said = f"Punt {item.number} is aan de orde."
    return attempt(request, lambda: meeting_room.bring_up(item=item, by=by), said=said, back=_here(item.meeting, item))


@require_POST
@guarded(Permission.TAKE_DECISION, AgendaItem)
def treat(request: Request, item: AgendaItem, by: Actor) -> HttpResponse:
    outcome = request.POST.get("outcome", "")
    if outcome not in Treatment.values:
        return redirect(_here(item.meeting, item))
    said = f"Punt {item.number}: {Treatment(outcome).label}."
    return attempt(
        request,
        lambda: meeting_room.treat(item=item, outcome=Treatment(outcome), by=by),
        said=said,
        back=_here(item.meeting, item),
    )


@require_POST
@guarded(Permission.TAKE_DECISION, Meeting)
def treat_rest(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    said = "De punten die geen besluit vragen, staan als besproken."
    return attempt(request, lambda: meeting_room.treat_rest(meeting=meeting, by=by), said=said, back=_here(meeting))


@require_POST
@guarded(Permission.TAKE_DECISION, AgendaItem)
def write_notes(request: Request, item: AgendaItem, by: Actor) -> HttpResponse:
    """Asked by the script as one types, and by the button where there is no script.

    Somebody else's newer text comes back with a 409.
    """
    text, version = tidy(request.POST.get("text", "")), request.POST.get("version", "")
    is_script = request.headers.get("Accept", "").startswith("application/json")
    if not version.isdecimal() or len(version) > 9 or len(text) > LONGEST:
        return _not_kept(request, item, text, [f"Er passen {LONGEST} tekens bij een punt."], is_script=is_script)
    try:
        notes = meeting_room.write_notes(item=item, text=text, expected=int(version), by=by)
    except OtherNotes as other:
        said = {"error": other.sentences[0], "text": other.notes.text, "version": other.notes.version}
        return (
            JsonResponse(said, status=409)
            if is_script
            else page(request, "meetings/other_notes.html", {"item": item, "other": other.notes, "mine": text}, status=409)
        )
    except Refused as refused:
        return _not_kept(request, item, text, refused.sentences, is_script=is_script)
    return JsonResponse({"version": notes.version}) if is_script else redirect(_here(item.meeting, item))


def _not_kept(request: Request, item: AgendaItem, text: str, why: Sequence[str], *, is_script: bool) -> HttpResponse:
    """Why these notes were not kept: for the script in words, and without one beside what was typed."""
    if is_script:
        return JsonResponse({"error": " ".join(why)}, status=422)
    return page(request, "meetings/other_notes.html", {"item": item, "refused": why, "mine": text}, status=422)


@require_POST
@guarded(Permission.TAKE_DECISION, Meeting)
def promise(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    """An afspraak or toezegging at an item."""
    word = request.POST.get("item", "")
    item = get_object_or_404(AgendaItem.objects.visible_to(request.user), meeting=meeting, pk=row_in(AgendaItem, word))
    form = ArrangementForm(request.POST, meeting=meeting)
    if form.is_valid():
        try:
            arrangements.arrange(item=item, by=by, **form.given)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            return redirect(_here(meeting, item))
    return _secretary(request, meeting, of(item), status=422, form=form)


@guarded(Permission.TAKE_DECISION, Arrangement)
def end_arrangement(request: Request, arrangement: Arrangement, by: Actor) -> HttpResponse:
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = partial(arrangements.end, arrangement=arrangement, by=by, **form.cleaned_data)
        return attempt(request, act, said="De afspraak is afgesloten.", back="meetings:register")
    status = 422 if request.method == "POST" else 200
    return page(request, "meetings/end_arrangement.html", {"form": form, "arrangement": arrangement}, status=status)


@require_POST
@guarded(Permission.TAKE_DECISION, Meeting)
def choose_issue(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    """The Klankbordgroep puts a vraagstuk to the Stuurgroep in these words, or does not."""
    issue = get_object_or_404(Issue.objects.visible_to(request.user), pk=row_in(Issue, request.POST.get("issue", "")))
    form = WordingForm(request.POST)
    if not form.is_valid():
        return _secretary(request, meeting, request.GET.get("punt", ""), status=422, wordings={issue.pk: form})
    wording = form.cleaned_data["wording"]
    is_chosen = "drop" not in request.POST
    said = "Dit vraagstuk gaat naar de Stuurgroep." if is_chosen else "Dit vraagstuk wordt niet voorgelegd."
    act = partial(issues.choose, issue=issue, meeting=meeting, wording=wording, is_chosen=is_chosen, by=by)
    return attempt(request, act, said=said, back=f"{_here(meeting)}#vraagstukken")
