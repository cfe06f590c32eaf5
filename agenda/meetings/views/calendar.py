"""Meetings in one's own calendar."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from agenda.meetings.domain import calendar_feed
from agenda.meetings.enums import Permission
from agenda.meetings.models import CalendarFeed, Meeting
from agenda.meetings.queries import calendars
from portal.accounts.actor import Actor
from portal.accounts.request import Request
from portal.kit import clock
from portal.kit.access import guarded, public
from portal.network.rules import own_bodies
from portal.ui.pages import page

BACK = timedelta(days=365)
MEDIA_TYPE = "text/calendar; charset=utf-8"


@guarded(Permission.READ)
def subscription(request: Request, by: Actor) -> HttpResponse:
    """One's own address for a calendar program: made, made anew, or taken back. It is shown once."""
    if request.method == "POST" and "revoke" in request.POST:
        calendar_feed.revoke(by=by)
        messages.success(request, "Het adres werkt niet meer.")
        return redirect("meetings:subscription")
    address = ""
    if request.method == "POST":
        address = settings.WAGTAILADMIN_BASE_URL + reverse("calendar_feed", args=[calendar_feed.make(by=by)])
    feed = CalendarFeed.objects.filter(user=request.user, revoked_at__isnull=True).first()
    return page(request, "meetings/subscription.html", {"address": address, "feed": feed})


@public
def feed(request: Request, token: str) -> HttpResponse:
    """The meetings of the bodies in which the owner of this address sits today.

    What fewer may know says only that there is something.
    """
    reader = calendar_feed.reader_of(token)
    if reader is None:
        raise Http404
    rows = Meeting.objects.filter(body__in=own_bodies(reader), starts_at__gte=clock.now() - BACK).select_related("body")
    answer = HttpResponse(calendars.calendar_of(list(rows.order_by("starts_at", "pk"))), content_type=MEDIA_TYPE)
    answer["Cache-Control"] = "no-store, private"
    return answer
