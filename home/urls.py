from django.urls import path

from home import views

app_name = "import"
urlpatterns = [
    path("", views.upload, name="upload"),
    path("<int:pk>/", views.draft, name="draft"),
    path("<int:pk>/concept/", views.make_concept, name="make_concept"),
]
