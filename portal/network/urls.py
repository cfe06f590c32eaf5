from django.urls import path

from portal.network import seat_views, views

app_name = "network"
urlpatterns = [
    path("", views.network, name="network"),
    path("wie-is-wie/", views.people, name="people"),
    path("uitnodigen/", seat_views.invite, name="invite"),
    path("uitnodigingen/<invitation:pk>/opnieuw/", seat_views.send_again, name="send_again"),
    path("uitnodigingen/<invitation:pk>/intrekken/", seat_views.withdraw_invitation, name="withdraw_invitation"),
    path("zetels/", seat_views.seats, name="seats"),
    path("zetels/<seat:pk>/beeindigen/", seat_views.end_seat, name="end_seat"),
    path("zetels/<seat:pk>/uitnodigen/", seat_views.let_in, name="let_in"),
    path("zetels/voorstellen/<seatproposal:pk>/", seat_views.proposal, name="proposal"),
    path("zetels/voorstellen/<seatproposal:pk>/bevestigen/", seat_views.confirm, name="confirm_seat"),
    path("zetels/voorstellen/<seatproposal:pk>/afwijzen/", seat_views.decline, name="decline_seat"),
    path("zetels/voorstellen/<seatproposal:pk>/intrekken/", seat_views.withdraw, name="withdraw_seat"),
    path("beleidslandschap/", views.tables, name="tables"),
    path("beleidslandschap/nieuw/", views.new_table, name="new_table"),
    path("beleidslandschap/<policytable:pk>/", views.edit_table, name="edit_table"),
]
