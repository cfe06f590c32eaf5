"""After the meeting: besluitenlijst, verslag, what goes out to everybody, the register, and the agenda as one PDF."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from agenda.meetings.domain import agenda_pdf, minutes
from agenda.meetings.enums import Permission
from agenda.meetings.forms import PublicLineForm, VerslagForm
from agenda.meetings.models import AgendaSet, Meeting, PublicList
from agenda.meetings.queries import decision_register, prints
from agenda.meetings.queries.items import items_of
from portal.accounts.actor import Actor
from portal.kit.access import guarded, public
from portal.kit.opaque import of
from portal.kit.refusals import Refused, Stale
from portal.privacy.queries.reports import removals_about
from portal.publish.answers import FORMS, printed_answer
from portal.publish.printed import Printed
from portal.ui.pages import page, status_of
from portal.ui.paging import page_of


def _as(printed: Printed, form: str, name: str) -> HttpResponse:
    if form not in FORMS:
        raise Http404
    return printed_answer(printed, form, name)


@guarded(Permission.READ, Meeting)
def decisions(request: HttpRequest, meeting: Meeting, by: Actor) -> HttpResponse:
    context = {"meeting": meeting, "printed": prints.decisions(meeting, request.user), "published": meeting.public_lists.last()}  # type: ignore[attr-defined]
    may_publish = request.user.may(Permission.TAKE_DECISION, meeting) and meeting.is_held  # type: ignore[union-attr]
    return page(request, "meetings/decisions.html", {**context, "may_publish": may_publish})


@guarded(Permission.READ, Meeting)
def decisions_as(request: HttpRequest, meeting: Meeting, by: Actor, form: str) -> HttpResponse:
    return _as(prints.decisions(meeting, request.user), form, f"besluitenlijst-{meeting.starts_at:%Y-%m-%d}")


@guarded(Permission.READ, Meeting)
def verslag(request: HttpRequest, meeting: Meeting, by: Actor) -> HttpResponse:
    versions = list(meeting.verslagen.select_related("adoption__decision"))  # type: ignore[attr-defined]
    context = {
        "meeting": meeting, "printed": prints.verslag(meeting, request.user), "versions": versions,
        "may_write": request.user.may(Permission.TAKE_DECISION, meeting) and not minutes.blockers_for_writing(meeting=meeting),  # type: ignore[union-attr]
    }  # fmt: skip
    return page(request, "meetings/verslag.html", context)


@guarded(Permission.READ, Meeting)
def verslag_as(request: HttpRequest, meeting: Meeting, by: Actor, form: str) -> HttpResponse:
    if not meeting.verslagen.exists():  # type: ignore[attr-defined]
        raise Http404
    return _as(prints.verslag(meeting, request.user), form, f"verslag-{meeting.starts_at:%Y-%m-%d}")


@guarded(Permission.TAKE_DECISION, Meeting)
def write_verslag(request: HttpRequest, meeting: Meeting, by: Actor) -> HttpResponse:
    """A text for each item, to begin with what was noted in the meeting. Who was later sees that there is a newer version."""
    items, last = items_of(meeting, request.user), meeting.verslagen.last()  # type: ignore[attr-defined]
    number = last.number if last else 0
    form = VerslagForm(request.POST or None, items=items, texts=minutes.draft_of(meeting), initial={"version": number})
    if request.method == "POST" and form.is_valid():
        try:
            minutes.write(meeting=meeting, texts=form.texts, expected=form.cleaned_data["version"], by=by)
        except Stale as stale:
            form.add_refusal(stale)
            form.data = form.data.copy()
            form.data["version"] = str(number)
            context = {"form": form, "meeting": meeting, "theirs": prints.verslag(meeting, request.user), "blockers": []}
            return page(request, "meetings/write_verslag.html", context, status=409)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(
                request, "Het verslag is bewaard. De leden lezen het als concept, tot een volgende vergadering het vaststelt."
            )
            return redirect("meetings:verslag", meeting.pk)
    blockers = minutes.blockers_for_writing(meeting=meeting)
    return page(
        request, "meetings/write_verslag.html", {"form": form, "meeting": meeting, "blockers": blockers}, status=status_of(form)
    )


@guarded(Permission.TAKE_DECISION, Meeting)
def publish(request: HttpRequest, meeting: Meeting, by: Actor) -> HttpResponse:
    """The secretaris reads every open decision once more, and lets out what is right."""
    form = PublicLineForm(request.POST or None, items=minutes.publishable(meeting))
    if request.method == "POST" and form.is_valid():
        try:
            made = minutes.publish(meeting=meeting, lines=form.lines, by=by)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, "De besluitenlijst is openbaar.")
            return redirect("besluitenlijsten:list_of", made.meeting_id)
    lines = [(decision, [form[f"{name}{of(decision)}"] for name in ("titel", "tekst", "goed")]) for decision, _ in form.rows]
    return page(request, "meetings/publish.html", {"form": form, "meeting": meeting, "lines": lines}, status=status_of(form))


@guarded(Permission.READ)
def register(request: HttpRequest, by: Actor) -> HttpResponse:
    choice = decision_register.Choice.from_address(request.GET)
    rows = page_of(request, decision_register.register(choice, request.user))
    decided = [decision_register.Decided.of(row, request.user) for row in rows] if choice.soort in ("", "besluit") else []
    may_end = request.user.may(Permission.CONVENE)  # type: ignore[union-attr]
    context = {
        "choice": choice,
        "rows": rows,
        "decided": decided,
        "kinds": decision_register.KINDS,
        "standings": decision_register.STANDINGS,
        "may_end": may_end,
    }
    return page(request, "meetings/register.html", context)


@guarded(Permission.READ, Meeting)
def agenda_set(request: HttpRequest, meeting: Meeting, by: Actor) -> HttpResponse:
    """The agenda with its opleggers as one PDF: asked for here, made in the background, fetched here."""
    if request.method == "POST":
        agenda_pdf.ask(meeting=meeting, user=request.user)
        return redirect("meetings:agenda_set", meeting.pk)
    made = agenda_pdf.current(meeting=meeting, user=request.user)
    if made and made.made_at and "ophalen" in request.GET:
        content = AgendaSet.objects.values_list("content", flat=True).get(pk=made.pk)
        answer = HttpResponse(bytes(content), content_type="application/pdf")
        answer["Content-Disposition"] = f'attachment; filename="agenda-{meeting.starts_at:%Y-%m-%d}.pdf"'
        return answer
    waits = made is not None and made.made_at is None and not made.failure
    return page(request, "meetings/agenda_set.html", {"meeting": meeting, "set": made, "waits": waits})


@public
def public_lists(request: HttpRequest) -> HttpResponse:
    return page(request, "meetings/public_lists.html", {"lists": page_of(request, decision_register.public_lists())})


def _published(pk: int) -> PublicList:
    return get_object_or_404(decision_register.public_lists(), meeting=pk)


@public
def public_list(request: HttpRequest, pk: int) -> HttpResponse:
    published = _published(pk)
    removed = removals_about(list(published.meeting.items.all()))  # type: ignore[attr-defined]
    context = {"published": published, "printed": prints.public_list(published), "removed": removed}
    return page(request, "meetings/public_list.html", context)


@public
def public_list_as(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    published = _published(pk)
    return _as(prints.public_list(published), form, f"besluitenlijst-{published.meeting.starts_at:%Y-%m-%d}")
