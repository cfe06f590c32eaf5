from django.urls import path

from portal.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.choose, name="persons"),
    path("als/<slug:slug>/", views.become, name="become"),
    path("mail/", views.mail, name="mail"),
]
