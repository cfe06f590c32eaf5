"""The brief since the previous Stuurgroep, on screen and as PDF."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.utils import timezone

from agenda.lists.queries.as_of import day_of
from agenda.lists.queries.weighings import MOMENTS
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded
from portal.network.enums import Permission
from portal.overview.queries import overview
from portal.overview.queries.brief import as_data, brief
from portal.publish import pdf
from portal.ui.pages import page
from portal.ui.templatetags.ui import day

BACK = 6  # meetings to choose from


@guarded(Permission.READ_AS_MEMBER)
def since_previous(request: Request, by: Actor) -> HttpResponse:
    since, words = _since(request)
    meetings = [(name, clock.date_of(at)) for name, at in MOMENTS.ask()][-BACK:][::-1]
    context = {
        "brief": brief(request.user, since),
        "words": words,
        "meetings": meetings,
        "chosen": clock.date_of(since),
    }
    return page(request, "overview/brief.html", context)


@guarded(Permission.READ_AS_MEMBER)
def since_previous_as_pdf(request: Request, by: Actor) -> HttpResponse:
    since, words = _since(request)
    data = as_data(brief(request.user, since), reader=request.user.name, since_words=words)
    answer = HttpResponse(pdf.typeset("brief", data), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="sinds-de-vorige-stuurgroep-{clock.today():%Y-%m-%d}.pdf"'
    return answer


def _since(request: Request) -> tuple[datetime, str]:
    """The day that the address asks for, else the last Stuurgroep."""
    if asked := day_of(request.GET.get("sinds", "")):
        return timezone.make_aware(datetime(asked.year, asked.month, asked.day)), f"Sinds {day(asked)}"
    since = overview.changes_since()
    return since, f"Sinds de Stuurgroep van {day(since)}"
