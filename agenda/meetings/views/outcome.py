"""After the meeting: besluitenlijst, verslag, what goes out to everybody, the register, and the agenda as one PDF."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from agenda.meetings.domain import agenda_pdf, minutes
from agenda.meetings.enums import Permission
from agenda.meetings.forms import PublicLineForm, VerslagForm
from agenda.meetings.models import AgendaSet, Meeting, PublicList
from agenda.meetings.queries import decision_register, prints
from agenda.meetings.queries.items import items_of
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit.access import OR_NOTHING, guarded, public
from portal.kit.opaque import of
from portal.privacy.queries.reports import removals_about
from portal.publish.answers import printed_answer
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import page
from portal.ui.paging import page_of


@guarded(Permission.READ, Meeting)
def decisions(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    may_publish = request.user.may(Permission.TAKE_DECISION, meeting) and not minutes.blockers_for_publishing(meeting=meeting)
    context = {
        "meeting": meeting,
        "printed": prints.decisions(meeting, request.user),
        "published": meeting.public_lists.last(),
        "may_publish": may_publish,
        "is_all_public": may_publish and not minutes.not_yet_public(meeting),
    }
    return page(request, "meetings/decisions.html", context)


@guarded(Permission.READ, Meeting)
def decisions_as(request: Request, meeting: Meeting, by: Actor, form: str) -> HttpResponse:
    return printed_answer(prints.decisions(meeting, request.user), form, f"besluitenlijst-{meeting.starts_at:%Y-%m-%d}")


@guarded(Permission.READ, Meeting)
def verslag(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    versions = list(meeting.verslagen.select_related("adoption__decision"))
    may_write = request.user.may(Permission.TAKE_DECISION, meeting) and not minutes.blockers_for_writing(meeting=meeting)
    context = {
        "meeting": meeting,
        "printed": prints.verslag(meeting, request.user),
        "versions": versions,
        "may_write": may_write,
    }
    return page(request, "meetings/verslag.html", context)


@guarded(Permission.READ, Meeting, answers=OR_NOTHING)
def verslag_as(request: Request, meeting: Meeting, by: Actor, form: str) -> HttpResponse:
    if not meeting.verslagen.exists():
        raise Http404
    return printed_answer(prints.verslag(meeting, request.user), form, f"verslag-{meeting.starts_at:%Y-%m-%d}")


@guarded(Permission.TAKE_DECISION, Meeting)
def write_verslag(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    """A text for each item, to begin with what was noted in the meeting. Who was later sees that there is a newer version."""
    items, last = items_of(meeting, request.user), meeting.verslagen.last()
    number = last.number if last else 0
    form = VerslagForm(request.POST or None, items=items, texts=minutes.draft_of(meeting), initial={"version": number})
    blockers = minutes.blockers_for_writing(meeting=meeting)

    def now() -> dict[str, Any]:
        form.renew(version=number)
        return {"theirs": prints.verslag(meeting, request.user), "blockers": []}

    return fill_in(
        request,
        form,
        partial(minutes.write, meeting=meeting, by=by),
        said="Het verslag is bewaard. De leden lezen het als concept, tot een volgende vergadering het vaststelt.",
        back=reverse("meetings:verslag", args=[meeting.pk]),
        now=now,
        show=with_form(request, "meetings/write_verslag.html", form, meeting=meeting, blockers=blockers),
    )


@guarded(Permission.TAKE_DECISION, Meeting)
def publish(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    """The secretaris reads every open decision once more, and lets out what is right."""
    form = PublicLineForm(request.POST or None, items=minutes.publishable(meeting))
    lines = [(decision, [form[f"{name}{of(decision)}"] for name in ("titel", "tekst", "goed")]) for decision, _ in form.rows]
    return fill_in(
        request,
        form,
        partial(minutes.publish, meeting=meeting, by=by),
        said="De besluitenlijst is openbaar.",
        back=reverse("besluitenlijsten:list_of", args=[meeting.pk]),
        show=with_form(request, "meetings/publish.html", form, meeting=meeting, lines=lines),
    )


@guarded(Permission.READ)
def register(request: Request, by: Actor) -> HttpResponse:
    choice = decision_register.Choice.from_address(request.GET)
    rows = page_of(request, decision_register.register(choice, request.user))
    decided = [decision_register.Decided.of(row, request.user) for row in rows] if choice.soort in ("", "besluit") else []
    may_end = request.user.may(Permission.CONVENE)
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
def agenda_set(request: Request, meeting: Meeting, by: Actor) -> HttpResponse:
    """The agenda with its opleggers as one PDF: asked for here, made in the background, fetched here."""
    if request.method == "POST":
        agenda_pdf.ask(meeting=meeting, user=request.user)
        return redirect("meetings:agenda_set", meeting.pk)
    made = agenda_pdf.current(meeting=meeting, user=request.user)
    if made and made.made_at and "ophalen" in request.GET:
        content = AgendaSet.objects.values_list("content", flat=True).get(pk=made.pk)
        answer = HttpResponse(bytes(content or b""), content_type="application/pdf")
        answer["Content-Disposition"] = f'attachment; filename="agenda-{meeting.starts_at:%Y-%m-%d}.pdf"'
        return answer
    waits = made is not None and made.made_at is None and not made.failure
    return page(request, "meetings/agenda_set.html", {"meeting": meeting, "set": made, "waits": waits})


@public
def public_lists(request: Request) -> HttpResponse:
    return page(request, "meetings/public_lists.html", {"lists": page_of(request, decision_register.public_lists())})


def _published(pk: int) -> PublicList:
    return get_object_or_404(decision_register.public_lists(), meeting=pk)


@public
def public_list(request: Request, pk: int) -> HttpResponse:
    published = _published(pk)
    removed = removals_about(list(published.meeting.items.all()))
    context = {"published": published, "printed": prints.public_list(published), "removed": removed}
    return page(request, "meetings/public_list.html", context)


@public
def public_list_as(request: Request, pk: int, form: str) -> HttpResponse:
    published = _published(pk)
    return printed_answer(prints.public_list(published), form, f"besluitenlijst-{published.meeting.starts_at:%Y-%m-%d}")
