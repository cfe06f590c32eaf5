from django.urls import path

from portal.overview.views import brief, network, overview, search, undelivered_mail

urlpatterns = [
    path("sinds-de-vorige/", brief.since_previous, name="brief"),
    path("sinds-de-vorige/pdf/", brief.since_previous_as_pdf, name="brief-pdf"),
    path("zoeken/", search.search, name="search"),
    path("overzicht/", overview.overzicht, name="overzicht"),
    path("netwerk/huizen/<house_name:slug>/", network.house, name="house"),
    path("netwerk/organisaties/<organisation_name:slug>/", network.organisation, name="organisation"),
    path("netwerk/gremia/<body_name:slug>/", network.body, name="body"),
    path("berichten/niet-verstuurd/", undelivered_mail.undelivered_mail, name="undelivered"),
    path("berichten/niet-verstuurd/opnieuw/", undelivered_mail.send_again, name="send_again"),
    path("onze-inbreng/", overview.onze_inbreng, name="onze-inbreng"),
    path("onze-inbreng/afdruk/", overview.inbreng_to_print, name="inbreng-to-print"),
]
