from django.urls import path

from portal.network import views

app_name = "network"
urlpatterns = [
    path("", views.network, name="network"),
    path("wie-is-wie/", views.people, name="people"),
    path("uitnodigen/", views.invite, name="invite"),
    path("beleidslandschap/", views.tables, name="tables"),
    path("beleidslandschap/nieuw/", views.new_table, name="new_table"),
    path("beleidslandschap/<policytable:pk>/", views.edit_table, name="edit_table"),
]
