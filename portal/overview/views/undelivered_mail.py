"""Mail that did not arrive at a mail server: what the landelijk bureau sees of it and does about it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from knelpunten.enums import Permission
from portal.accounts.actor import Actor
from portal.kit.access import guarded
from portal.overview.queries import given_up_mail
from portal.ui.pages import page
from portal.ui.paging import page_of


@guarded(Permission.READ_MAIL)
def undelivered_mail(request: HttpRequest, by: Actor) -> HttpResponse:
    """What was given up after two days. A mail has a link and no content, and here not even the link."""
    rows = page_of(request, given_up_mail.given_up())
    return page(request, "overview/undelivered.html", {"rows": rows, "mails": given_up_mail.read(list(rows))})


@require_POST
@guarded(Permission.READ_MAIL)
def send_again(request: HttpRequest, by: Actor) -> HttpResponse:
    number = given_up_mail.send_again()
    messages.success(request, f"Het portaal verstuurt nu opnieuw: {number} {'bericht' if number == 1 else 'berichten'}.")
    return redirect("undelivered")
