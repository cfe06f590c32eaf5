from django.urls import path

from knelpunten import views

app_name = "knelpunten"
urlpatterns = [
    path("nieuw/", views.new, name="new"),
    path("beoordelen/", views.worklist, name="worklist"),
    path("lijkt-op/", views.resembling, name="resembling"),
    path("<int:pk>/herkennen/", views.recognise, name="recognise"),
    path("<int:pk>/niet-herkennen/", views.unrecognise, name="unrecognise"),
    path("privacytoets/", views.reviews, name="reviews"),
    path("<int:pk>/vrijgeven/", views.release, name="release"),
    path("<int:pk>/terugsturen/", views.send_back, name="send_back"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/wijzigen/", views.edit, name="edit"),
    path("<int:pk>/indienen/", views.submit, name="submit"),
    path("<int:pk>/intrekken/", views.withdraw, name="withdraw"),
    path("<int:pk>/niet-opgelost/", views.unsolved, name="unsolved"),
    path("<int:pk>/beoordeling/", views.start, name="start"),
    path("<int:pk>/uitkomst/", views.conclude, name="conclude"),
]
