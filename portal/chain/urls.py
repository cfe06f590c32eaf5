from django.urls import path

from portal.chain import views

urlpatterns = [
    path("herkomst/actie/<action:pk>/", views.provenance, {"about": "actie"}, name="provenance"),
    path("herkomst/knelpunt/<knelpunt:pk>/", views.provenance, {"about": "knelpunt"}, name="provenance"),
    path("herkomst/paragraaf/<section:pk>/", views.provenance, {"about": "paragraaf"}, name="provenance"),
]
