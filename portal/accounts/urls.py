from django.urls import path

from portal.accounts import views

urlpatterns = [path("uitnodiging/<str:token>/", views.invitation, name="invitation")]
