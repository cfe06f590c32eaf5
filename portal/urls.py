"""Every address of the portal."""

from django.apps import apps
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path
from django.views.generic.base import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from agenda.meetings.views.calendar import feed as calendar_feed
from home.views import write_ambition
from portal.accounts.actor import Actor
from portal.documents.enums import Permission
from portal.files.editors import picture_at
from portal.kit import named, opaque
from portal.kit.access import guarded, public


@public
def not_here(request: HttpRequest) -> HttpResponse:
    raise Http404


@guarded(Permission.EDIT_PUBLIC)
def media(request: HttpRequest, by: Actor, path: str) -> HttpResponse:
    """What editors uploaded, for their own eyes; readers get the pictures that publishing keeps."""
    return picture_at(path)


ROOMS = ("portal", "agenda", "knelpunten", "ambitions", "home")

OURS = [model for model in apps.get_models() if model.__module__.split(".")[0] in ROOMS]
opaque.register(OURS)
named.register(OURS)

handler500 = "portal.kit.trouble.fault"

urlpatterns = [
    path("", include("portal.overview.urls")),
    path("", include("portal.chain.urls")),
    path("", include("portal.accounts.urls")),
    path("", include("agenda.lists.urls")),
    path("knelpunten/", include("knelpunten.urls")),
    path("uitvragen/", include("knelpunten.inquiry_urls")),
    path("vergaderingen/", include("agenda.meetings.urls")),
    path("afspraken/", include("agenda.ratification.urls")),
    path("samenwerkingsagenda/ambities/<ambition_name:slug>/schrijven/", write_ambition, name="write_ambition"),
    path("samenwerkingsagenda/", include("ambitions.urls")),
    path("besluitenlijsten/", include("agenda.meetings.public_urls")),
    path("agenda/<slug:token>.ics", calendar_feed, name="calendar_feed"),
    path("documenten/inlezen/", include("home.reading_in.urls")),
    path("netwerk/", include("portal.network.urls")),
    path("persoonsgegevens/", include("portal.privacy.urls")),
    path("media/<path:path>", media, name="media"),
    path("admin/login/", public(RedirectView.as_view(pattern_name="account_login", query_string=True))),
    path("admin/", include(wagtailadmin_urls)),
    # An address is the invitation's: nobody changes it here, and nobody signs up.
    path("account/email/", not_here),
    path("account/signup/", not_here),
    path("account/", include("allauth.account.urls")),
]

if settings.DEMO:
    urlpatterns.insert(0, path("demo/", include("portal.demo.urls")))

urlpatterns += [path("", include("portal.documents.urls")), path("", include(wagtail_urls))]
