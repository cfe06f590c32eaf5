from django.urls import path

from agenda.ratification import answering_views, views
from agenda.ratification.enums import Permission
from agenda.ratification.models import Agreement
from portal.privacy.views import report_view, review_view

app_name = "ratification"
urlpatterns = [
    path("", views.register, name="register"),
    path("nieuw/", views.draft, name="draft"),
    path("<int:pk>/", views.agreement, name="agreement"),
    path("<int:pk>/schrijven/", views.rewrite, name="rewrite"),
    path("<int:pk>/andere-tekst/", views.change_text, name="change_text"),
    path("<int:pk>/waarover/", views.references, name="references"),
    path("<int:pk>/vragen/", views.open_round, name="open_round"),
    path("<int:pk>/verlengen/", views.extend, name="extend"),
    path("<int:pk>/sluiten/", views.end_round, name="end_round"),
    path("<int:pk>/voorleggen/", views.put, name="put"),
    path("<int:pk>/intrekken/", views.drop, name="drop"),
    path("<int:pk>/uitgewerkt/", views.complete, name="complete"),
    path("<int:pk>/uitdragen/", views.carry, name="carry"),
    path("<int:pk>/uitvoering/", answering_views.report_uptake, name="report_uptake"),
    path("<int:pk>/versies/<int:number>/", views.version, name="version"),
    path("<int:pk>/raadpleging/<slug:form>/", views.consultation_set, name="consultation_set"),
    path("<int:pk>/certificaat/", views.certificate, name="certificate"),
    path("<int:pk>/certificaat/<slug:form>/", views.certificate_as, name="certificate_as"),
    path("<int:pk>/standpunt/", answering_views.take_position, name="take_position"),
    path("<int:pk>/bevestigen/", answering_views.confirm, name="confirm"),
    path("<int:pk>/namens/<int:asked>/", answering_views.record_on_behalf, name="record_on_behalf"),
    path("<int:pk>/kanttekening/<int:asked>/", answering_views.answer_remark, name="answer_remark"),
    path("<int:pk>/achterban/", answering_views.report_constituency, name="report_constituency"),
    path("<int:pk>/achterban/<int:report>/", answering_views.constituency_file, name="constituency_file"),
    path("<int:pk>/melden/", report_view(Permission.READ, Agreement), name="report"),
    path("<int:pk>/gemeld/", review_view(Agreement), name="review"),
]
