"""The landelijk bureau works through what was handed in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from knelpunten.domain import assessments, hand_overs, mergers, notes, reason_texts
from knelpunten.enums import Permission
from knelpunten.forms.assessment import CheckBackForm, OutcomeForm, ReasonTextForm, ReplyForm
from knelpunten.forms.knelpunt import ReasonForm
from knelpunten.models import Knelpunt, ReasonText
from knelpunten.pages import knelpunt as knelpunt_page
from knelpunten.queries.choice import Select
from knelpunten.queries.worklist import Asked, counts, is_late
from knelpunten.views.knelpunt import show
from portal.accounts.actor import Actor
from portal.kit import clock
from portal.kit.access import guarded
from portal.kit.opaque import row_in
from portal.kit.refusals import Refused
from portal.network.models import House, Theme
from portal.notify.enums import About
from portal.notify.models import Notification
from portal.ui.pages import attempt, page, status_of
from portal.ui.paging import page_of


@guarded(Permission.ASSESS)
def worklist(request: HttpRequest, by: Actor) -> HttpResponse:
    """What waits, in parts that have their own address."""
    asked = Asked.from_address(request.GET)
    rows = page_of(request, asked.rows(request.user))
    context = {
        "waiting": rows, "asked": asked, "counts": counts(request.user), "late": {row.pk for row in rows if is_late(row)},
        "selects": [
            Select("thema", "Thema", list(Theme.objects.values_list("slug", "title")), asked.theme),
            Select("huis", "Huis", list(House.objects.valid_on(clock.today()).order_by("sort_key").values_list("slug", "name")), asked.house),
        ],
        "address": request.GET.urlencode(),
    }  # fmt: skip
    return page(request, "knelpunten/worklist.html", context)


@require_POST
@guarded(Permission.ASSESS, Knelpunt)
def start(request: HttpRequest, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    said = "U beoordeelt dit knelpunt nu. Het huis ziet dat."
    return attempt(request, lambda: assessments.start(knelpunt=knelpunt, by=by), said=said, back=knelpunt)


@require_POST
@guarded(Permission.ASSESS, Knelpunt)
def conclude(request: HttpRequest, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    alike = knelpunt_page.assessing(knelpunt, request.user).alike
    form = OutcomeForm(request.POST, user=request.user, alike=alike, asks_kind=not knelpunt.kind)
    if form.is_valid():
        try:
            step = assessments.conclude(knelpunt=knelpunt, by=by, **form.details())
        except Refused as refused:
            form.add_refusal(refused)
        else:
            messages.success(request, f"Beoordeeld: {step.get_to_state_display()}. Het huis leest uw reden bij zijn knelpunt.")
            return redirect(knelpunt)
    return show(request, knelpunt, status=422, outcome=form)


@require_POST
@guarded(Permission.ASSESS, Knelpunt)
def confirm(request: HttpRequest, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    said = "Vastgelegd: die tafel heeft het aanvaard. De huizen krijgen nog een antwoord van u."
    return attempt(request, lambda: hand_overs.confirm(knelpunt=knelpunt, by=by), said=said, back=knelpunt)


@require_POST
@guarded(Permission.ASSESS, Knelpunt)
def check_back(request: HttpRequest, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    form = CheckBackForm(request.POST)
    if not form.is_valid():
        return show(request, knelpunt, status=422, check_back=form)
    day = form.cleaned_data["check_back_date"]
    said = "Het komt die dag terug op de werklijst."
    return attempt(
        request, lambda: hand_overs.check_back_later(knelpunt=knelpunt, check_back_date=day, by=by), said=said, back=knelpunt
    )


@require_POST
@guarded(Permission.ASSESS, Knelpunt)
def take_back(request: HttpRequest, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    """The other table does not take it over."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, knelpunt, status=422, reason=form)
    reason, said = form.cleaned_data["reason"], "Het ligt weer bij u ter beoordeling. Het huis leest waarom."
    return attempt(request, lambda: hand_overs.take_back(knelpunt=knelpunt, reason=reason, by=by), said=said, back=knelpunt)


@require_POST
@guarded(Permission.ASSESS, Knelpunt)
def unmerge(request: HttpRequest, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, knelpunt, status=422, reason=form)
    reason, said = form.cleaned_data["reason"], "Het knelpunt staat weer op zichzelf. Beoordeel het opnieuw."
    return attempt(request, lambda: mergers.undo(knelpunt=knelpunt, reason=reason, by=by), said=said, back=knelpunt)


@require_POST
@guarded(Permission.ASSESS, Knelpunt)
def reply(request: HttpRequest, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    """Answer the houses after the end."""
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return show(request, knelpunt, status=422, reply=form)
    details = {name: form.cleaned_data[name] for name in ("key", "text")}
    said = "Het antwoord staat bij het knelpunt. De huizen krijgen bericht."
    return attempt(request, lambda: notes.answer(knelpunt=knelpunt, by=by, **details), said=said, back=knelpunt)


@guarded(Permission.KEEP_TEXTS)
def texts(request: HttpRequest, by: Actor) -> HttpResponse:
    """Texts that are used more than once, and a new one."""
    form = ReasonTextForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason_texts.keep(by=by, **_said(form))
        messages.success(request, "Bewaard. U kunt de tekst nu kiezen bij een beoordeling.")
        return redirect("knelpunten:texts")
    context = {"form": form, "texts": ReasonText.objects.visible_to(request.user), "text": None}
    return page(request, "knelpunten/texts.html", context, status=status_of(form))


@guarded(Permission.KEEP_TEXTS, ReasonText)
def edit_text(request: HttpRequest, text: ReasonText, by: Actor) -> HttpResponse:
    if "remove" in request.POST:
        reason_texts.drop(reason_text=text, by=by)
        messages.success(request, f"“{text.title}” is weg. Waar de tekst al gebruikt is, blijft zij staan.")
        return redirect("knelpunten:texts")
    initial = {name: getattr(text, name) for name in ("title", "outcome", "text")}
    form = ReasonTextForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        reason_texts.keep(reason_text=text, by=by, **_said(form))
        messages.success(request, "Bewaard.")
        return redirect("knelpunten:texts")
    return page(request, "knelpunten/texts.html", {"form": form, "texts": [], "text": text}, status=status_of(form))


def _said(form: ReasonTextForm) -> dict[str, str]:
    return {name: form.cleaned_data[name] for name in ("title", "outcome", "text")}


@guarded(Permission.READ_MAIL)
def mail(request: HttpRequest, by: Actor) -> HttpResponse:
    """Who was told about knelpunten and uitvragen, when, and what has not gone out yet. A mail has a link and no content."""
    sent = Notification.objects.exclude(about=About.PERSOONSGEGEVENS).select_related("user")
    about = Knelpunt.objects.visible_to(request.user).filter(pk=row_in(Knelpunt, request.GET.get("knelpunt", ""))).first()
    sent = sent.about_page(about.get_absolute_url()) if about else sent
    sent = sent.unsent() if "wacht" in request.GET else sent
    context = {"rows": page_of(request, sent), "about": about, "is_waiting": "wacht" in request.GET}
    return page(request, "knelpunten/mail.html", context)
