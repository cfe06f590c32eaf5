from django.urls import path

from agenda.lists import as_of_views, views, weighing_views
from agenda.lists.enums import Permission
from agenda.lists.models import Action
from portal.privacy.views import report_view, review_view

app_name = "lists"
urlpatterns = [
    path("themas/", views.themes, name="themes"),
    path("themas/<slug:slug>/", views.theme, name="theme"),
    path("themas/<slug:slug>/terugkijken/", as_of_views.lists_as_of, name="as_of"),
    path("themas/<slug:slug>/weging/", weighing_views.matrix, name="matrix"),
    path("acties/<int:pk>/wegen/", weighing_views.weigh, name="weigh"),
    path("themas/<slug:slug>/<slug:which>/", views.whole_list, name="list"),
    path("acties/nieuw/", views.propose, name="propose"),
    path("acties/koppelen/", views.link, name="link"),
    path("acties/<int:pk>/", views.action, name="action"),
    path("acties/<int:pk>/trekken/", views.offer, name="offer"),
    path("acties/<int:pk>/meedoen/", views.join, name="join"),
    path("acties/<int:pk>/uitstappen/", views.leave, name="leave"),
    path("acties/<int:pk>/voortgang/", views.report, name="report"),
    path("acties/<int:pk>/voortgang/<int:update>/vrijgeven/", views.release, name="release"),
    path("acties/<int:pk>/persoonsgegevens/", report_view(Permission.READ, Action), name="report_personal_data"),
    path("acties/<int:pk>/gemeld/", review_view(Action, "knelpunten:reviews"), name="review"),
    path("knelpunten/<int:pk>/antwoord/", views.answer, name="answer"),
]
