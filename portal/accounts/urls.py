from django.urls import path

from portal.accounts import views
from portal.kit.access import public

urlpatterns = [
    path("uitnodiging/", views.choose_password, name="choose_password"),
    path("uitnodiging/<str:token>/", views.invitation, name="invitation"),
    # In the place of allauth's own.
    path("account/password/reset/", public(views.ResetView.as_view()), name="account_reset_password"),
    path("account/login/code/confirm/", public(views.CodeView.as_view()), name="account_confirm_login_code"),
]
