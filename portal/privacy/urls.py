from django.urls import path

from portal.privacy import views

app_name = "privacy"
urlpatterns = [
    path("meldingen/<int:pk>/", views.clarify, name="clarify"),
    path("reeksen/<int:pk>/terugzetten/", views.put_back_series, name="put_back_series"),
    path("tweede/", views.seconds, name="seconds"),
    path("tweede/<int:pk>/", views.second, name="second"),
]
