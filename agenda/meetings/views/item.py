"""One item: its oplegger, papers, notes of one's own, and guests."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from agenda.decisions.enums import Visibility
from agenda.meetings.domain import guests, issues, mentions, own_notes, papers
from agenda.meetings.enums import Permission
from agenda.meetings.forms import GuestForm, IssueForm, NewVersionForm, OwnNoteForm, PaperForm, ReadersForm
from agenda.meetings.models import AgendaItem, Issue, Paper, PaperVersion
from agenda.meetings.pages import item as item_page
from agenda.meetings.queries.subjects import named
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.files.answers import CLEANED, download
from portal.files.inspection.inspection import LARGEST
from portal.kit.access import OR_NOTHING, guarded
from portal.kit.limits import takes_files
from portal.kit.refusals import Refused
from portal.privacy.queries.reports import marks_of
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page, status_of
from portal.ui.paging import page_of


@guarded(Permission.READ, AgendaItem)
def item(request: Request, item: AgendaItem, by: Actor) -> HttpResponse:
    return show(request, item)


def show(request: Request, item: AgendaItem, *, status: int = 200, **forms: Any) -> HttpResponse:
    """The page of an item, with a form that was not right where there is one."""
    context = {"item": item, "marks": marks_of(item, request.user), "pack": item_page.read(item, request.user, **forms)}
    return page(request, "meetings/item.html", context, status=status)


@guarded(Permission.PREPARE, AgendaItem)
def also_about(request: Request, item: AgendaItem, by: Actor) -> HttpResponse:
    """Look for what an item is also about, put that with it, and take it away again."""
    words = request.GET.get("zoek", "")[:120]
    if request.method == "POST":
        subject = named(request.POST.get("subject", ""), request.user)
        if subject is None:
            raise Http404
        back = f"{item.also_address}?{urlencode({'zoek': words})}" if words else item.also_address
        if "part" in request.POST:
            return attempt(request, lambda: mentions.part(item=item, subject=subject, by=by), said=f"Los: {subject}.", back=back)
        said = f"Dit punt gaat nu ook over: {subject}."
        return attempt(request, lambda: mentions.relate(item=item, subject=subject, by=by), said=said, back=back)
    pack = item_page.read(item, request.user)
    found = item_page.could_also_be_about(pack.shown, words, request.user)
    return page(request, "meetings/also_about.html", {"item": item, "pack": pack, "found": found, "words": words})


@guarded(Permission.VISIT, AgendaItem, answers=OR_NOTHING)
def visit(request: Request, item: AgendaItem, by: Actor) -> HttpResponse:
    """The item as a guest sees it: what is asked and its papers, and nothing of the rest of the meeting."""
    if not item.guests.filter(user=request.user).exists():
        raise Http404
    return page(request, "meetings/visit.html", {"item": item, "papers": item_page.papers_for_guest(item)})


@takes_files
@require_POST
@guarded(Permission.PREPARE, AgendaItem)
def add_paper(request: Request, item: AgendaItem, by: Actor) -> HttpResponse:
    form = PaperForm(request.POST, request.FILES)

    def act(*, file: UploadedFile, **said: Any) -> Any:
        return papers.add(item=item, name=file.name or "", data=file.read(LARGEST + 1), by=by, **said)

    return fill_in(
        request,
        form,
        act,
        said=f"Het stuk staat bij dit punt. Alleen wie in dit gremium zit, leest het. {CLEANED}",
        back=item.page_address,
        show=partial(show, request, item, paper_form=form),
    )


@guarded(Permission.READ, Paper)
def paper(request: Request, paper: Paper, by: Actor) -> HttpResponse:
    """The newest version of a paper, or the one that is asked for."""
    return _fetch(request, paper, by)


@guarded(Permission.VISIT, Paper, answers=OR_NOTHING)
def visit_paper(request: Request, paper: Paper, by: Actor) -> HttpResponse:
    if not paper.item.guests.filter(user=request.user).exists():
        raise Http404
    return _fetch(request, paper, by)


def _fetch(request: Request, paper: Paper, by: Actor) -> HttpResponse:
    asked = request.GET.get("versie", "")
    versions = PaperVersion.objects.filter(paper=paper, file__removed_at__isnull=True).select_related("file").order_by("-number")
    version = versions.filter(number=int(asked)).first() if asked.isdecimal() and len(asked) < 5 else versions.first()
    if version is None:
        raise Http404
    answer = download(request, version.file)
    if request.method == "GET" and answer.status_code == 200:
        papers.opened(version=version, by=by)
    return answer


@takes_files
@require_POST
@guarded(Permission.PREPARE, Paper)
def replace_paper(request: Request, paper: Paper, by: Actor) -> HttpResponse:
    form = NewVersionForm(request.POST, request.FILES)
    if form.is_valid():
        key, sent = form.cleaned_data["key"], form.cleaned_data["file"]
        try:
            papers.replace(key=key, paper=paper, name=sent.name, data=sent.read(LARGEST + 1), by=by)
        except papers.PaperRefused as refused:  # papers can no longer change: the page has no place for the form
            messages.error(request, " ".join(refused.sentences))
            return redirect(paper.item.page_address)
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, f"De nieuwe versie staat er. De oude blijft bewaard. {CLEANED}")
            return redirect(paper.item.page_address)
    return show(request, _readable(request, paper), status=status_of(form), failed=(paper.pk, form))


@require_POST
@guarded(Permission.PREPARE, Paper)
def open_paper(request: Request, paper: Paper, by: Actor) -> HttpResponse:
    """Say who may read it, agree as the second person, or take it away."""
    back = paper.item.page_address
    if "confirm" in request.POST:
        return attempt(request, lambda: papers.confirm(paper=paper, by=by), said="Het stuk is nu voor meer lezers.", back=back)
    if "remove" in request.POST:
        return attempt(request, lambda: papers.remove(paper=paper, by=by), said=f"“{paper.title}” is weg.", back=back)
    form = ReadersForm(request.POST)
    if not form.is_valid():
        return show(request, _readable(request, paper), status=422, failed=(paper.pk, form))
    said = form.cleaned_data
    asked = Visibility(said["visibility"]), said["is_for_klankbordgroep"]
    words = "Bewaard. Zijn het meer lezers dan eerst, dan geeft een tweede persoon het vrij."
    act = partial(papers.open_up, paper=paper, visibility=asked[0], is_for_klankbordgroep=asked[1], by=by)
    return attempt(request, act, said=words, back=back)


def _readable(request: Request, paper: Paper) -> AgendaItem:
    return get_object_or_404(AgendaItem.objects.visible_to(request.user), pk=paper.item_id)


@require_POST
@guarded(Permission.READ, AgendaItem)
def note(request: Request, item: AgendaItem, by: Actor) -> HttpResponse:
    """A note or a mark of one's own."""
    form = OwnNoteForm(request.POST)
    if not form.is_valid():
        return show(request, item, status=422, note_form=form)
    act = partial(own_notes.keep, item=item, by=by, **form.cleaned_data)
    return attempt(request, act, said="Uw notitie is bewaard.", back=item.page_address)


@require_POST
@guarded(Permission.PREPARE, AgendaItem)
def invite_guest(request: Request, item: AgendaItem, by: Actor) -> HttpResponse:
    form = GuestForm(request.POST)
    return fill_in(
        request,
        form,
        partial(guests.invite, item=item, by=by),
        said="De gast is uitgenodigd, en leest dit punt zodra de agenda verstuurd is.",
        back=item.page_address,
        show=partial(show, request, item, guest_form=form),
    )


@guarded(Permission.READ)
def issues_list(request: Request, by: Actor) -> HttpResponse:
    """What members of the Klankbordgroep brought in, and what became of it."""
    rows = Issue.objects.visible_to(request.user).select_related(
        "choice__meeting", "theme", "membership__organisation", "membership__house", "item"
    )
    may_raise = request.user.may(Permission.RAISE)
    return page(request, "meetings/issues.html", {"issues": page_of(request, rows), "may_raise": may_raise})


@guarded(Permission.RAISE)
def raise_issue(request: Request, by: Actor) -> HttpResponse:
    form = IssueForm(request.POST or None)
    return fill_in(
        request,
        form,
        partial(issues.raise_issue, by=by),
        said="Aangedragen. De Klankbordgroep kiest in haar vergadering wat zij voorlegt.",
        back="meetings:issues",
        show=with_form(request, "meetings/issue_form.html", form),
    )
