from django.urls import path

from agenda.ratification.enums import Permission
from agenda.ratification.models import Agreement
from agenda.ratification.views import agreement, positions
from portal.privacy.views import report_view, review_view

app_name = "ratification"
urlpatterns = [
    path("", agreement.register, name="register"),
    path("nieuw/", agreement.draft, name="draft"),
    path("<agreement:pk>/", agreement.agreement, name="agreement"),
    path("<agreement:pk>/schrijven/", agreement.rewrite, name="rewrite"),
    path("<agreement:pk>/andere-tekst/", agreement.change_text, name="change_text"),
    path("<agreement:pk>/waarover/", agreement.references, name="references"),
    path("<agreement:pk>/vragen/", agreement.open_round, name="open_round"),
    path("<agreement:pk>/verlengen/", agreement.extend, name="extend"),
    path("<agreement:pk>/sluiten/", agreement.end_round, name="end_round"),
    path("<agreement:pk>/voorleggen/", agreement.put, name="put"),
    path("<agreement:pk>/intrekken/", agreement.drop, name="drop"),
    path("<agreement:pk>/uitgewerkt/", agreement.complete, name="complete"),
    path("<agreement:pk>/uitdragen/", agreement.carry, name="carry"),
    path("<agreement:pk>/uitvoering/", positions.report_uptake, name="report_uptake"),
    path("<agreement:pk>/versies/<int:number>/", agreement.version, name="version"),
    path("<agreement:pk>/raadpleging/<printed:form>/", agreement.consultation_set, name="consultation_set"),
    path("<agreement:pk>/certificaat/", agreement.certificate, name="certificate"),
    path("<agreement:pk>/certificaat/<printed:form>/", agreement.certificate_as, name="certificate_as"),
    path("<agreement:pk>/standpunt/", positions.take_position, name="take_position"),
    path("<agreement:pk>/bevestigen/", positions.confirm, name="confirm"),
    path("<agreement:pk>/namens/<asked:asked>/", positions.record_on_behalf, name="record_on_behalf"),
    path("<agreement:pk>/kanttekening/<asked:asked>/", positions.answer_remark, name="answer_remark"),
    path("<agreement:pk>/achterban/", positions.report_constituency, name="report_constituency"),
    path("<agreement:pk>/achterban/<constituencyreport:report>/", positions.constituency_file, name="constituency_file"),
    path("<agreement:pk>/melden/", report_view(Permission.READ, Agreement), name="report"),
    path("<agreement:pk>/gemeld/", review_view(Agreement), name="review"),
]
