from django.urls import path

from agenda.meetings import views

app_name = "meetings"
urlpatterns = [
    path("", views.meetings, name="list"),
    path("nieuw/", views.convene, name="convene"),
    path("<int:pk>/", views.meeting, name="meeting"),
    path("<int:pk>/stand/", views.advance, name="advance"),
    path("<int:pk>/punten/nieuw/", views.add_item, name="add_item"),
    path("punten/<int:pk>/verwijderen/", views.remove_item, name="remove_item"),
    path("punten/<int:pk>/besluit/<slug:kind>/", views.decide, name="decide"),
]
