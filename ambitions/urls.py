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
    path("lijnen/<int:pk>/", views.line, name="line"),
    path("lijnen/<int:pk>/wijzigen/", views.rewrite, name="rewrite_line"),
    path("lijnen/<int:pk>/beeindigen/", views.end, name="end_line"),
    path("lijnen/<int:pk>/bericht/", views.report, name="report_line"),
    path("lijnen/<int:pk>/knelpunten/", views.take_up, name="take_up"),
    path("lijnen/<int:pk>/toelichten/", explaining_views.share, name="share"),
    path("lijnen/<int:pk>/melden/", report_view(Permission.READ, ActionLine), name="flag_line"),
    path("lijnen/<int:pk>/gemeld/", review_view(ActionLine), name="review_line"),
    path("jaren/openen/", views.open_year, name="open_year"),
    path("plannen/", plan_views.plans, name="plans"),
    path("plannen/beginnen/", plan_views.begin, name="begin"),
    path("plannen/<int:pk>/", plan_views.plan, name="plan"),
    path("plannen/<int:pk>/als/<slug:form>/", plan_views.plan_as, name="plan_as"),
    path("plannen/<int:pk>/akkoord/", plan_views.approval, name="approval"),
    path("plannen/<int:pk>/lijnen/<int:line>/", plan_views.answer, name="answer"),
    path("plannen/<int:pk>/bevestigen/", plan_views.confirm, name="confirm"),
    path("plannen/<int:pk>/eigen/", plan_views.write, name="write"),
    path("plannen/<int:pk>/indienen/", plan_views.submit, name="submit"),
    path("plannen/<int:pk>/terug/", plan_views.give_back, name="give_back"),
    path("plannen/<int:pk>/vaststellen/", plan_views.adopt, name="adopt"),
    path("plannen/<int:pk>/openbaar/", plan_views.show, name="show"),
    path("plannen/<int:pk>/melden/", report_view(Permission.READ, RegionalPlan), name="flag_plan"),
    path("plannen/<int:pk>/gemeld/", review_view(RegionalPlan), name="review_plan"),
    path("toelichtingen/", explaining_views.explanations, name="explanations"),
    path("toelichtingen/bundelen/", explaining_views.bundle, name="bundle"),
    path("toelichtingen/<int:pk>/", explaining_views.explanation, name="explanation"),
    path("toelichtingen/<int:pk>/helpen/", explaining_views.offer, name="offer_help"),
    path("toelichtingen/<int:pk>/antwoord/", explaining_views.answer, name="answer_explanation"),
    path("toelichtingen/<int:pk>/intrekken/", explaining_views.end, name="end_explanation"),
    path("toelichtingen/<int:pk>/melden/", report_view(Permission.READ, Explanation), name="flag_explanation"),
    path("toelichtingen/<int:pk>/gemeld/", review_view(Explanation), name="review_explanation"),
    path("monitor/", monitor_views.monitor, name="monitor"),
    path("monitor/als/<slug:form>/", monitor_views.monitor_as, name="monitor_as"),
    path("monitor/vastleggen/", monitor_views.freeze, name="freeze"),
    path("monitor/standen/<int:pk>/", monitor_views.report, name="report"),
    path("monitor/standen/<int:pk>/als/<slug:form>/", monitor_views.report_as, name="report_as"),
    path("monitor/standen/<int:pk>/aanbieden/", monitor_views.offer, name="offer_report"),
]
