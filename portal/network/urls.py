from django.urls import path

from portal.network.views import network, seats

app_name = "network"
urlpatterns = [
    path("", network.network, name="network"),
    path("wie-is-wie/", network.people, name="people"),
    path("uitnodigen/", seats.invite, name="invite"),
    path("uitnodigingen/<invitation:pk>/opnieuw/", seats.send_again, name="send_again"),
    path("uitnodigingen/<invitation:pk>/intrekken/", seats.withdraw_invitation, name="withdraw_invitation"),
    path("zetels/", seats.seats, name="seats"),
    path("zetels/<seat:pk>/beeindigen/", seats.end_seat, name="end_seat"),
    path("zetels/<seat:pk>/uitnodigen/", seats.let_in, name="let_in"),
    path("zetels/voorstellen/<seatproposal:pk>/", seats.proposal, name="proposal"),
    path("zetels/voorstellen/<seatproposal:pk>/bevestigen/", seats.confirm, name="confirm_seat"),
    path("zetels/voorstellen/<seatproposal:pk>/afwijzen/", seats.decline, name="decline_seat"),
    path("zetels/voorstellen/<seatproposal:pk>/intrekken/", seats.withdraw, name="withdraw_seat"),
    path("beleidslandschap/", network.tables, name="tables"),
    path("beleidslandschap/nieuw/", network.new_table, name="new_table"),
    path("beleidslandschap/<policytable:pk>/", network.edit_table, name="edit_table"),
]
