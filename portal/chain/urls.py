from django.urls import path

from portal.chain import brief_views, mail_views, network_views, views

urlpatterns = [
    path("sinds-de-vorige/", brief_views.since_previous, name="brief"),
    path("sinds-de-vorige/pdf/", brief_views.since_previous_as_pdf, name="brief-pdf"),
    path("herkomst/actie/<action:pk>/", views.provenance, {"about": "actie"}, name="provenance"),
    path("herkomst/knelpunt/<knelpunt:pk>/", views.provenance, {"about": "knelpunt"}, name="provenance"),
    path("herkomst/paragraaf/<section:pk>/", views.provenance, {"about": "paragraaf"}, name="provenance"),
    path("overzicht/", views.overzicht, name="overzicht"),
    path("netwerk/huizen/<slug:slug>/", network_views.house, name="house"),
    path("netwerk/organisaties/<slug:slug>/", network_views.organisation, name="organisation"),
    path("netwerk/gremia/<slug:slug>/", network_views.body, name="body"),
    path("berichten/niet-verstuurd/", mail_views.undelivered_mail, name="undelivered"),
    path("berichten/niet-verstuurd/opnieuw/", mail_views.send_again, name="send_again"),
    path("onze-inbreng/", views.onze_inbreng, name="onze-inbreng"),
    path("onze-inbreng/afdruk/", views.inbreng_to_print, name="inbreng-to-print"),
]
