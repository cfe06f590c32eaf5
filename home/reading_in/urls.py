from django.urls import path

from home.reading_in import piece_views, views

app_name = "import"
urlpatterns = [
    path("", views.upload, name="upload"),
    path("<importdraft:pk>/", views.draft, name="draft"),
    path("<importdraft:pk>/stuk/<int:place>/", piece_views.section, name="section"),
    path("<importdraft:pk>/terug/", piece_views.take_back, name="take_back"),
    path("<importdraft:pk>/concept/", views.make_concept, name="make_concept"),
]
