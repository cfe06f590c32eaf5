"""In demo mode only: become a demo person at one click, and read the mail that was sent."""

from __future__ import annotations

import email
from email.policy import default
from pathlib import Path

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from portal.accounts.models import User
from portal.demo.people import persons
from portal.kit.access import public

SHOWN = 20


@public
def choose(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/persons.html", {"persons": persons()})


@require_POST
@public
def become(request: HttpRequest, slug: str) -> HttpResponse:
    person = next((person for person in persons() if person.slug == slug), None)
    user = User.objects.filter(email=person.email).first() if person else None
    if user is None:
        raise Http404
    login(request, user, backend="portal.accounts.backends.SeatBackend")
    if slug == "redacteur":
        return redirect("wagtailadmin_home")
    return redirect("overzicht")


@public
def mail(request: HttpRequest) -> HttpResponse:
    folder = Path(settings.EMAIL_FILE_PATH)
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True) if folder.exists() else []
    return render(request, "demo/mail.html", {"messages_sent": [_read(path) for path in files[:SHOWN]]})


def _read(path: Path) -> dict[str, str]:
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    body = message.get_body(("plain",))
    text = body.get_content() if body else ""
    return {
        "to": str(message["To"]),
        "subject": str(message["Subject"]),
        "at": str(message["Date"]),
        "text": text.split("-" * 79)[0],
    }
