from django.urls import path

from agenda.lists import views

app_name = "lists"
urlpatterns = [
    path("themas/", views.themes, name="themes"),
    path("themas/<slug:slug>/", views.theme, name="theme"),
    path("themas/<slug:slug>/<slug:which>/", views.whole_list, name="list"),
    path("acties/nieuw/", views.propose, name="propose"),
    path("acties/<int:pk>/", views.action, name="action"),
    path("acties/<int:pk>/trekken/", views.offer, name="offer"),
    path("acties/<int:pk>/meedoen/", views.join, name="join"),
    path("acties/<int:pk>/uitstappen/", views.leave, name="leave"),
    path("acties/<int:pk>/voortgang/", views.report, name="report"),
    path("acties/<int:pk>/voortgang/<int:update>/vrijgeven/", views.release, name="release"),
    path("knelpunten/<int:pk>/antwoord/", views.answer, name="answer"),
]
