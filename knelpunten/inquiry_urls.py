from django.urls import path

from knelpunten import inquiry_views as views

app_name = "inquiries"
urlpatterns = [
    path("", views.all_inquiries, name="list"),
    path("nieuw/", views.new, name="new"),
    path("<int:pk>/", views.inquiry, name="inquiry"),
    path("<int:pk>/antwoord/", views.answer, name="answer"),
    path("<int:pk>/termijn/", views.extend, name="extend"),
]
