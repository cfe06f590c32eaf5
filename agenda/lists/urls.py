from django.urls import path

from agenda.lists.enums import ActionList, Permission
from agenda.lists.models import Action
from agenda.lists.views import all_actions, as_of, coalition, flow, list_order, progress, proposal, themes, weighing
from portal.kit import named
from portal.privacy.views import report_view, review_view

named.one_of("themelist", [*ActionList, *themes.KNELPUNT_LISTS])

app_name = "lists"
urlpatterns = [
    path("themas/", themes.themes, name="themes"),
    path("themas/<theme_name:slug>/", themes.theme, name="theme"),
    path("themas/<theme_name:slug>/terugkijken/", as_of.lists_as_of, name="as_of"),
    path("themas/<theme_name:slug>/weging/", weighing.matrix, name="matrix"),
    path("themas/<theme_name:slug>/volgorde/", list_order.order, name="order"),
    path("themas/<theme_name:slug>/doorloop/", flow.insight, name="insight"),
    path("themas/<theme_name:slug>/doorloop.csv", flow.insight_as_csv, name="insight_csv"),
    path("themas/<theme_name:slug>/doorloop.xlsx", flow.insight_as_xlsx, name="insight_xlsx"),
    path("themas/<theme_name:slug>/<themelist:which>/", themes.whole_list, name="list"),
    path("acties/", all_actions.all_actions, name="all"),
    path("acties/werkagenda.csv", all_actions.all_as_csv, name="all_csv"),
    path("acties/werkagenda.xlsx", all_actions.all_as_xlsx, name="all_xlsx"),
    path("acties/keuzes/", all_actions.keep, name="keep"),
    path("acties/keuzes/<savedfilter:pk>/weg/", all_actions.forget, name="forget"),
    path("acties/oproepen/", coalition.calls, name="calls"),
    path("acties/nieuw/", proposal.propose, name="propose"),
    path("acties/concepten/<proposaldraft:pk>/weg/", proposal.discard, name="discard"),
    path("acties/koppelen/", proposal.link, name="link"),
    path("acties/<action:pk>/", themes.action, name="action"),
    path("acties/<action:pk>/wijzigen/", proposal.revise, name="revise"),
    path("acties/<action:pk>/wegen/", weighing.weigh, name="weigh"),
    path("acties/<action:pk>/trekken/", progress.offer, name="offer"),
    path("acties/<action:pk>/trekker/", progress.ask_trekker, name="ask_trekker"),
    path("acties/<action:pk>/niet-trekken/", progress.refuse, name="refuse"),
    path("acties/<action:pk>/meedoen/", coalition.join, name="join"),
    path("acties/<action:pk>/bijdrage/", coalition.contribute, name="contribute"),
    path("acties/<action:pk>/uitstappen/", coalition.leave, name="leave"),
    path("acties/<action:pk>/oproep/", coalition.call, name="call"),
    path("acties/<action:pk>/oproep/sluiten/", coalition.close_call, name="close_call"),
    path("acties/<action:pk>/pilot/", coalition.offer_pilot, name="pilot"),
    path("acties/<action:pk>/pilot/stoppen/", coalition.end_pilot, name="end_pilot"),
    path("acties/<action:pk>/coalitie/", coalition.confer, name="confer"),
    path("acties/<action:pk>/voortgang/", progress.report, name="report"),
    path("acties/<action:pk>/voortgang/<progressupdate:update>/vrijgeven/", progress.release, name="release"),
    path("acties/<action:pk>/mijlpalen/", progress.plan, name="plan"),
    path("acties/<action:pk>/mijlpalen/<milestone:milestone>/", progress.close_milestone, name="close_milestone"),
    path("acties/<action:pk>/documenten/", progress.attach, name="attach"),
    path("acties/<action:pk>/documenten/<actionfile:file>/", progress.fetch, name="fetch"),
    path("acties/<action:pk>/documenten/<actionfile:file>/weg/", progress.detach, name="detach"),
    path("acties/<action:pk>/overdracht/", progress.answer_hand_over, name="hand_over"),
    path("acties/<action:pk>/persoonsgegevens/", report_view(Permission.READ, Action), name="report_personal_data"),
    path("acties/<action:pk>/gemeld/", review_view(Action), name="review"),
    path("organisaties/<organisation_name:organisation>/bijdragen/", coalition.contributions, name="contributions"),
    path("knelpunten/<knelpunt:pk>/antwoord/", themes.answer, name="answer"),
]
