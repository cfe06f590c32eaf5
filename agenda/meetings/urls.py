from django.urls import path

from agenda.meetings import views
from agenda.meetings.models import AgendaItem
from portal.privacy.views import review_view

app_name = "meetings"
urlpatterns = [
    path("", views.meetings, name="list"),
    path("nieuw/", views.convene, name="convene"),
    path("<int:pk>/", views.meeting, name="meeting"),
    path("<int:pk>/stand/", views.advance, name="advance"),
    path("<int:pk>/bespreken/<int:knelpunt>/", views.ask_discussion, name="ask_discussion"),
    path("<int:pk>/punten/nieuw/", views.add_item, name="add_item"),
    path("punten/<int:pk>/verwijderen/", views.remove_item, name="remove_item"),
    path("<int:pk>/persoonsgegevens/", views.report_item, name="report_item"),
    path("punten/<int:pk>/gemeld/", review_view(AgendaItem, "knelpunten:reviews"), name="review_item"),
    path("punten/<int:pk>/besluit/<slug:kind>/", views.decide, name="decide"),
]
