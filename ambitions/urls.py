from django.urls import path

from ambitions.enums import Permission
from ambitions.models import ActionLine, Explanation, RegionalPlan
from ambitions.views import explanations, lines, monitor, plans
from portal.kit import named
from portal.privacy.views import report_view, review_view

named.one_of("tablefile", ("csv", "xlsx"))

app_name = "ambitions"
urlpatterns = [
    path("", lines.overview, name="overview"),
    path("ambities/<ambition_name:slug>/", lines.ambition, name="ambition"),
    path("lijnen/nieuw/", lines.draw, name="draw"),
    path("lijnen/<actionline:pk>/", lines.line, name="line"),
    path("lijnen/<actionline:pk>/wijzigen/", lines.rewrite, name="rewrite_line"),
    path("lijnen/<actionline:pk>/beeindigen/", lines.end, name="end_line"),
    path("lijnen/<actionline:pk>/bericht/", lines.report, name="report_line"),
    path("lijnen/<actionline:pk>/knelpunten/", lines.take_up, name="take_up"),
    path("lijnen/<actionline:pk>/toelichten/", explanations.share, name="share"),
    path("lijnen/<actionline:pk>/melden/", report_view(Permission.READ, ActionLine), name="flag_line"),
    path("lijnen/<actionline:pk>/gemeld/", review_view(ActionLine), name="review_line"),
    path("jaren/openen/", lines.open_year, name="open_year"),
    path("plannen/", plans.plans, name="plans"),
    path("plannen/beginnen/", plans.begin, name="begin"),
    path("plannen/<regionalplan:pk>/", plans.plan, name="plan"),
    path("plannen/<regionalplan:pk>/als/<printed:form>/", plans.plan_as, name="plan_as"),
    path("plannen/<regionalplan:pk>/akkoord/", plans.approval, name="approval"),
    path("plannen/<regionalplan:pk>/lijnen/<actionline:line>/", plans.answer, name="answer"),
    path("plannen/<regionalplan:pk>/bevestigen/", plans.confirm, name="confirm"),
    path("plannen/<regionalplan:pk>/eigen/", plans.write, name="write"),
    path("plannen/<regionalplan:pk>/indienen/", plans.submit, name="submit"),
    path("plannen/<regionalplan:pk>/terug/", plans.give_back, name="give_back"),
    path("plannen/<regionalplan:pk>/vaststellen/", plans.adopt, name="adopt"),
    path("plannen/<regionalplan:pk>/openbaar/", plans.show, name="show"),
    path("plannen/<regionalplan:pk>/melden/", report_view(Permission.READ, RegionalPlan), name="flag_plan"),
    path("plannen/<regionalplan:pk>/gemeld/", review_view(RegionalPlan), name="review_plan"),
    path("toelichtingen/", explanations.explanations, name="explanations"),
    path("toelichtingen/bundelen/", explanations.bundle, name="bundle"),
    path("toelichtingen/<explanation:pk>/", explanations.explanation, name="explanation"),
    path("toelichtingen/<explanation:pk>/helpen/", explanations.offer, name="offer_help"),
    path("toelichtingen/<explanation:pk>/antwoord/", explanations.answer, name="answer_explanation"),
    path("toelichtingen/<explanation:pk>/intrekken/", explanations.end, name="end_explanation"),
    path("toelichtingen/<explanation:pk>/melden/", report_view(Permission.READ, Explanation), name="flag_explanation"),
    path("toelichtingen/<explanation:pk>/gemeld/", review_view(Explanation), name="review_explanation"),
    path("monitor/", monitor.monitor, name="monitor"),
    path("monitor/als/<tablefile:form>/", monitor.monitor_as, name="monitor_as"),
    path("monitor/vastleggen/", monitor.freeze, name="freeze"),
    path("monitor/standen/<freeze:pk>/", monitor.report, name="report"),
    path("monitor/standen/<freeze:pk>/als/<printed:form>/", monitor.report_as, name="report_as"),
    path("monitor/standen/<freeze:pk>/aanbieden/", monitor.offer, name="offer_report"),
]
