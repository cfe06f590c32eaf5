from django.urls import path

from agenda.meetings.views import outcome

app_name = "besluitenlijsten"
urlpatterns = [
    path("", outcome.public_lists, name="lists"),
    path("<meeting:pk>/", outcome.public_list, name="list_of"),
    path("<meeting:pk>/<printed:form>/", outcome.public_list_as, name="list_as"),
]
