from django.urls import path

from portal.chain import brief_views, network_views, views

urlpatterns = [
    path("sinds-de-vorige/", brief_views.since_previous, name="brief"),
    path("sinds-de-vorige/pdf/", brief_views.since_previous_as_pdf, name="brief-pdf"),
    path("herkomst/<slug:about>/<int:number>/", views.provenance, name="provenance"),
    path("overzicht/", views.overzicht, name="overzicht"),
    path("netwerk/huizen/<slug:slug>/", network_views.house, name="house"),
    path("netwerk/organisaties/<slug:slug>/", network_views.organisation, name="organisation"),
    path("netwerk/gremia/<slug:slug>/", network_views.body, name="body"),
    path("onze-inbreng/", views.onze_inbreng, name="onze-inbreng"),
    path("onze-inbreng/afdruk/", views.inbreng_to_print, name="inbreng-to-print"),
]
