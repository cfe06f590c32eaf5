from django.urls import path

from knelpunten.enums import Permission
from knelpunten.models import Inquiry
from knelpunten.views import inquiries as views
from portal.privacy.views import report_view, review_view

app_name = "inquiries"
urlpatterns = [
    path("", views.all_inquiries, name="list"),
    path("nieuw/", views.new, name="new"),
    path("<inquiry:pk>/", views.inquiry, name="inquiry"),
    path("<inquiry:pk>/antwoord/", views.answer, name="answer"),
    path("<inquiry:pk>/persoonsgegevens/", report_view(Permission.READ_INQUIRIES, Inquiry), name="report"),
    path("<inquiry:pk>/gemeld/", review_view(Inquiry), name="review"),
    path("<inquiry:pk>/termijn/", views.extend, name="extend"),
]
