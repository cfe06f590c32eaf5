from django.urls import path

from knelpunten import assessing_views, list_views, pattern_views, review_views, views

app_name = "knelpunten"
urlpatterns = [
    path("nieuw/", views.new, name="new"),
    path("beoordelen/", assessing_views.worklist, name="worklist"),
    path("lijsten/", list_views.upload, name="lists"),
    path("lijsten/voorbeeld.csv", list_views.template, name="list_template"),
    path("lijsten/<int:pk>/", list_views.one_list, name="list"),
    path("rode-draden/", pattern_views.all_patterns, name="patterns"),
    path("rode-draden/nieuw/", pattern_views.new, name="new_pattern"),
    path("rode-draden/<int:pk>/", pattern_views.pattern, name="pattern"),
    path("rode-draden/<int:pk>/wijzigen/", pattern_views.edit, name="edit_pattern"),
    path("rode-draden/<int:pk>/bundelen/", pattern_views.bundle, name="bundle"),
    path("rode-draden/<int:pk>/losmaken/<int:knelpunt>/", pattern_views.unbundle, name="unbundle"),
    path("bewaren/", views.keep, name="keep"),
    path("lijkt-op/", views.resembling, name="resembling"),
    path("<int:pk>/herkennen/", views.recognise, name="recognise"),
    path("<int:pk>/niet-herkennen/", views.unrecognise, name="unrecognise"),
    path("privacytoets/", review_views.reviews, name="reviews"),
    path("<int:pk>/persoonsgegevens/", review_views.report, name="report"),
    path("<int:pk>/terugzetten/", review_views.put_back, name="put_back"),
    path("<int:pk>/tekst-verwijderen/", review_views.remove, name="remove"),
    path("<int:pk>/vrijgeven/", review_views.release, name="release"),
    path("<int:pk>/terugsturen/", review_views.send_back, name="send_back"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/wijzigen/", views.edit, name="edit"),
    path("<int:pk>/indienen/", views.submit, name="submit"),
    path("<int:pk>/intrekken/", views.withdraw, name="withdraw"),
    path("<int:pk>/niet-opgelost/", views.unsolved, name="unsolved"),
    path("<int:pk>/beoordeling/", assessing_views.start, name="start"),
    path("<int:pk>/uitkomst/", assessing_views.conclude, name="conclude"),
]
