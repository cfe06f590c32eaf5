from django.urls import path

from portal.demo import gallery, views

app_name = "demo"
urlpatterns = [
    path("", views.choose, name="persons"),
    path("als/<slug:slug>/", views.become, name="become"),
    path("onderdelen/", gallery.gallery, name="gallery"),
    path("mail/", views.mail, name="mail"),
]
