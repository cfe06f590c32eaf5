"""The landelijk bureau works through what was handed in."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from knelpunten.domain import assessments, hand_overs, mergers, notes, reason_texts
from knelpunten.enums import Permission
from knelpunten.forms.assessment import OutcomeForm, ReasonTextForm
from knelpunten.models import Knelpunt, ReasonText
from knelpunten.pages import knelpunt as knelpunt_page
from knelpunten.queries.choice import Select
from knelpunten.queries.worklist import Asked, counts, is_late
from knelpunten.views.filling import filled
from knelpunten.views.knelpunt import show
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded
from portal.kit.opaque import row_in
from portal.network.models import House, Theme
from portal.notify.enums import About
from portal.notify.models import Notification
from portal.ui.forms import fill_in, with_form
from portal.ui.pages import attempt, page
from portal.ui.paging import page_of


@guarded(Permission.ASSESS)
def worklist(request: Request, by: Actor) -> HttpResponse:
    """What waits, in parts that have their own address."""
    asked = Asked.from_address(request.GET)
    rows = page_of(request, asked.rows(request.user))
    themes = list(Theme.objects.values_list("slug", "title"))
    houses = list(House.objects.valid_on(clock.today()).order_by("sort_key").values_list("slug", "name"))
    context = {
        "waiting": rows,
        "asked": asked,
        "counts": counts(request.user),
        "late": {row.pk for row in rows if is_late(row)},
        "selects": [Select("thema", "Thema", themes, asked.theme), Select("huis", "Huis", houses, asked.house)],
        "address": request.GET.urlencode(),
    }
    return page(request, "knelpunten/worklist.html", context)


@require_POST
@guarded(Permission.ASSESS, Knelpunt)
def start(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    said = "U beoordeelt dit knelpunt nu. Het huis ziet dat."
    return attempt(request, lambda: assessments.start(knelpunt=knelpunt, by=by), said=said, back=knelpunt)


@require_POST
@guarded(Permission.ASSESS, Knelpunt)
def conclude(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    alike = knelpunt_page.assessing(knelpunt, request.user).alike
    form = OutcomeForm(request.POST, user=request.user, alike=alike, asks_kind=not knelpunt.kind)
    return fill_in(
        request,
        form,
        partial(assessments.conclude, knelpunt=knelpunt, by=by),
        said=lambda taken: f"Beoordeeld: {taken.get_to_state_display()}. Het huis leest uw reden bij zijn knelpunt.",
        back=knelpunt,
        show=partial(show, request, knelpunt, outcome=form),
    )


@require_POST
@guarded(Permission.ASSESS, Knelpunt)
def confirm(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    said = "Vastgelegd: die tafel heeft het aanvaard. De huizen krijgen nog een antwoord van u."
    return attempt(request, lambda: hand_overs.confirm(knelpunt=knelpunt, by=by), said=said, back=knelpunt)


@guarded(Permission.ASSESS, Knelpunt)
def check_back(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    act = partial(hand_overs.check_back_later, knelpunt=knelpunt, by=by)
    said = "Het komt die dag terug op de werklijst."
    return filled(request, knelpunt, "check_back", act, said=said)


@guarded(Permission.ASSESS, Knelpunt)
def take_back(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    """The other table does not take it over."""
    act = partial(hand_overs.take_back, knelpunt=knelpunt, by=by)
    said = "Het ligt weer bij u ter beoordeling. Het huis leest waarom."
    return filled(request, knelpunt, "take_back", act, said=said)


@guarded(Permission.ASSESS, Knelpunt)
def unmerge(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    act = partial(mergers.undo, knelpunt=knelpunt, by=by)
    said = "Het knelpunt staat weer op zichzelf. Beoordeel het opnieuw."
    return filled(request, knelpunt, "unmerge", act, said=said)


@guarded(Permission.ASSESS, Knelpunt)
def reply(request: Request, knelpunt: Knelpunt, by: Actor) -> HttpResponse:
    """Answer the houses after the end."""
    act = partial(notes.answer, knelpunt=knelpunt, by=by)
    said = "Het antwoord staat bij het knelpunt. De huizen krijgen bericht."
    return filled(request, knelpunt, "reply", act, said=said)


@guarded(Permission.KEEP_TEXTS)
def texts(request: Request, by: Actor) -> HttpResponse:
    """Texts that are used more than once, and a new one."""
    form = ReasonTextForm(request.POST or None)
    known = ReasonText.objects.visible_to(request.user)
    return fill_in(
        request,
        form,
        partial(reason_texts.keep, by=by),
        said="Bewaard. U kunt de tekst nu kiezen bij een beoordeling.",
        back="knelpunten:texts",
        show=with_form(request, "knelpunten/texts.html", form, texts=known, text=None),
    )


@guarded(Permission.KEEP_TEXTS, ReasonText)
def edit_text(request: Request, text: ReasonText, by: Actor) -> HttpResponse:
    if "remove" in request.POST:
        reason_texts.drop(reason_text=text, by=by)
        messages.success(request, f"“{text.title}” is weg. Waar de tekst al gebruikt is, blijft zij staan.")
        return redirect("knelpunten:texts")
    initial = {name: getattr(text, name) for name in ("title", "outcome", "text")}
    form = ReasonTextForm(request.POST or None, initial=initial)
    return fill_in(
        request,
        form,
        partial(reason_texts.keep, reason_text=text, by=by),
        said="Bewaard.",
        back="knelpunten:texts",
        show=with_form(request, "knelpunten/texts.html", form, texts=[], text=text),
    )


@guarded(Permission.READ_MAIL)
def mail(request: Request, by: Actor) -> HttpResponse:
    """Who was told about knelpunten and uitvragen, when, and what has not gone out yet. A mail has a link and no content."""
    sent = Notification.objects.exclude(about=About.PERSOONSGEGEVENS).select_related("user")
    about = Knelpunt.objects.visible_to(request.user).filter(pk=row_in(Knelpunt, request.GET.get("knelpunt", ""))).first()
    sent = sent.about_page(about.get_absolute_url()) if about else sent
    sent = sent.unsent() if "wacht" in request.GET else sent
    context = {"rows": page_of(request, sent), "about": about, "is_waiting": "wacht" in request.GET}
    return page(request, "knelpunten/mail.html", context)
