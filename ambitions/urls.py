from django.urls import path

from ambitions import explaining_views, monitor_views, plan_views, views
from ambitions.enums import Permission
from ambitions.models import ActionLine, Explanation, RegionalPlan
from portal.privacy.views import report_view, review_view

app_name = "ambitions"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("ambities/<slug:slug>/", views.ambition, name="ambition"),
    path("lijnen/nieuw/", views.draw, name="draw"),
    path("lijnen/<actionline:pk>/", views.line, name="line"),
    path("lijnen/<actionline:pk>/wijzigen/", views.rewrite, name="rewrite_line"),
    path("lijnen/<actionline:pk>/beeindigen/", views.end, name="end_line"),
    path("lijnen/<actionline:pk>/bericht/", views.report, name="report_line"),
    path("lijnen/<actionline:pk>/knelpunten/", views.take_up, name="take_up"),
    path("lijnen/<actionline:pk>/toelichten/", explaining_views.share, name="share"),
    path("lijnen/<actionline:pk>/melden/", report_view(Permission.READ, ActionLine), name="flag_line"),
    path("lijnen/<actionline:pk>/gemeld/", review_view(ActionLine), name="review_line"),
    path("jaren/openen/", views.open_year, name="open_year"),
    path("plannen/", plan_views.plans, name="plans"),
    path("plannen/beginnen/", plan_views.begin, name="begin"),
    path("plannen/<regionalplan:pk>/", plan_views.plan, name="plan"),
    path("plannen/<regionalplan:pk>/als/<slug:form>/", plan_views.plan_as, name="plan_as"),
    path("plannen/<regionalplan:pk>/akkoord/", plan_views.approval, name="approval"),
    path("plannen/<regionalplan:pk>/lijnen/<actionline:line>/", plan_views.answer, name="answer"),
    path("plannen/<regionalplan:pk>/bevestigen/", plan_views.confirm, name="confirm"),
    path("plannen/<regionalplan:pk>/eigen/", plan_views.write, name="write"),
    path("plannen/<regionalplan:pk>/indienen/", plan_views.submit, name="submit"),
    path("plannen/<regionalplan:pk>/terug/", plan_views.give_back, name="give_back"),
    path("plannen/<regionalplan:pk>/vaststellen/", plan_views.adopt, name="adopt"),
    path("plannen/<regionalplan:pk>/openbaar/", plan_views.show, name="show"),
    path("plannen/<regionalplan:pk>/melden/", report_view(Permission.READ, RegionalPlan), name="flag_plan"),
    path("plannen/<regionalplan:pk>/gemeld/", review_view(RegionalPlan), name="review_plan"),
    path("toelichtingen/", explaining_views.explanations, name="explanations"),
    path("toelichtingen/bundelen/", explaining_views.bundle, name="bundle"),
    path("toelichtingen/<explanation:pk>/", explaining_views.explanation, name="explanation"),
    path("toelichtingen/<explanation:pk>/helpen/", explaining_views.offer, name="offer_help"),
    path("toelichtingen/<explanation:pk>/antwoord/", explaining_views.answer, name="answer_explanation"),
    path("toelichtingen/<explanation:pk>/intrekken/", explaining_views.end, name="end_explanation"),
    path("toelichtingen/<explanation:pk>/melden/", report_view(Permission.READ, Explanation), name="flag_explanation"),
    path("toelichtingen/<explanation:pk>/gemeld/", review_view(Explanation), name="review_explanation"),
    path("monitor/", monitor_views.monitor, name="monitor"),
    path("monitor/als/<slug:form>/", monitor_views.monitor_as, name="monitor_as"),
    path("monitor/vastleggen/", monitor_views.freeze, name="freeze"),
    path("monitor/standen/<freeze:pk>/", monitor_views.report, name="report"),
    path("monitor/standen/<freeze:pk>/als/<slug:form>/", monitor_views.report_as, name="report_as"),
    path("monitor/standen/<freeze:pk>/aanbieden/", monitor_views.offer, name="offer_report"),
]
