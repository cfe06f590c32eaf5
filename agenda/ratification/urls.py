from django.urls import path

from agenda.ratification import answering_views, views
from agenda.ratification.enums import Permission
from agenda.ratification.models import Agreement
from portal.privacy.views import report_view, review_view

app_name = "ratification"
urlpatterns = [
    path("", views.register, name="register"),
    path("nieuw/", views.draft, name="draft"),
    path("<agreement:pk>/", views.agreement, name="agreement"),
    path("<agreement:pk>/schrijven/", views.rewrite, name="rewrite"),
    path("<agreement:pk>/andere-tekst/", views.change_text, name="change_text"),
    path("<agreement:pk>/waarover/", views.references, name="references"),
    path("<agreement:pk>/vragen/", views.open_round, name="open_round"),
    path("<agreement:pk>/verlengen/", views.extend, name="extend"),
    path("<agreement:pk>/sluiten/", views.end_round, name="end_round"),
    path("<agreement:pk>/voorleggen/", views.put, name="put"),
    path("<agreement:pk>/intrekken/", views.drop, name="drop"),
    path("<agreement:pk>/uitgewerkt/", views.complete, name="complete"),
    path("<agreement:pk>/uitdragen/", views.carry, name="carry"),
    path("<agreement:pk>/uitvoering/", answering_views.report_uptake, name="report_uptake"),
    path("<agreement:pk>/versies/<int:number>/", views.version, name="version"),
    path("<agreement:pk>/raadpleging/<slug:form>/", views.consultation_set, name="consultation_set"),
    path("<agreement:pk>/certificaat/", views.certificate, name="certificate"),
    path("<agreement:pk>/certificaat/<slug:form>/", views.certificate_as, name="certificate_as"),
    path("<agreement:pk>/standpunt/", answering_views.take_position, name="take_position"),
    path("<agreement:pk>/bevestigen/", answering_views.confirm, name="confirm"),
    path("<agreement:pk>/namens/<asked:asked>/", answering_views.record_on_behalf, name="record_on_behalf"),
    path("<agreement:pk>/kanttekening/<asked:asked>/", answering_views.answer_remark, name="answer_remark"),
    path("<agreement:pk>/achterban/", answering_views.report_constituency, name="report_constituency"),
    path("<agreement:pk>/achterban/<constituencyreport:report>/", answering_views.constituency_file, name="constituency_file"),
    path("<agreement:pk>/melden/", report_view(Permission.READ, Agreement), name="report"),
    path("<agreement:pk>/gemeld/", review_view(Agreement), name="review"),
]
