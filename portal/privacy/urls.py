from django.urls import path

from portal.privacy import views

app_name = "privacy"
urlpatterns = [
    path("meldingen/<report:pk>/", views.clarify, name="clarify"),
    path("reeksen/<report:pk>/terugzetten/", views.put_back_series, name="put_back_series"),
    path("tweede/", views.seconds, name="seconds"),
    path("tweede/<removalrequest:pk>/", views.second, name="second"),
]
