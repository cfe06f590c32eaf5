from django.urls import path

from portal.chain import views

urlpatterns = [
    path("overzicht/", views.overzicht, name="overzicht"),
    path("onze-inbreng/", views.onze_inbreng, name="onze-inbreng"),
    path("onze-inbreng/afdruk/", views.inbreng_to_print, name="inbreng-to-print"),
]
