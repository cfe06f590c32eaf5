from django.urls import path

from agenda.meetings import after_views

app_name = "besluitenlijsten"
urlpatterns = [
    path("", after_views.public_lists, name="lists"),
    path("<meeting:pk>/", after_views.public_list, name="list_of"),
    path("<meeting:pk>/<slug:form>/", after_views.public_list_as, name="list_as"),
]
