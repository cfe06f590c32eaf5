"""Something to decide about for every line of the table of effects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.db.models import Model

from agenda.decisions.enums import DecisionKind as D
from agenda.lists.enums import ActionList
from agenda.lists.models import Action
from agenda.meetings.enums import MeetingState
from agenda.meetings.models import Meeting
from agenda.ratification.enums import Route
from agenda.ratification.models import Agreement
from knelpunten.models import Knelpunt, Pattern
from portal.documents.models import Edition
from portal.kit import clock
from portal.network.models import Organisation, PolicyTable
from tests import factories as make
from tests.documents.editions import published

Case = tuple[Any, dict[str, Any]]  # what is decided about, with the details that the decision asks for


def pulled() -> dict[str, Any]:
    return {"trekker": make.seat("stuurgroep", organisation="vng"), "accepted": True}


def newcomer() -> Organisation:
    group = Organisation.objects.all()[0].actor_group
    words = {"name": "Nieuwe partner", "short_name": "Nieuw", "sort_key": "nieuw"}
    return Organisation.objects.create(slug="nieuw", actor_group=group, from_date=date(2026, 1, 1), **words)


CASES: dict[tuple[D, type[Model] | None], Callable[[], Case]] = {
    (D.WENSELIJK, Action): lambda: (make.action(), {}),
    (D.OP_DE_ACTIELIJST, Action): lambda: (make.action(), pulled()),
    (D.BLIJFT, Action): lambda: (make.action(), {}),
    (D.TERUG_NAAR_VOORRAAD, Action): lambda: (make.action_on(ActionList.ACTIELIJST), {}),
    (D.NAAR_GEREED, Action): lambda: (make.action_on(ActionList.ACTIELIJST), make.DONE),
    (D.HEROPENEN, Action): lambda: (make.action_on(ActionList.GEREEDLIJST), pulled()),
    (D.BIJSTUREN, Action): lambda: (make.action_on(ActionList.ACTIELIJST), {}),
    (D.TREKKER_WIJZIGEN, Action): lambda: (make.action_on(ActionList.ACTIELIJST), pulled()),
    (D.KNELPUNT_ELDERS, Knelpunt): lambda: (make.knelpunt(make.S.OP_DE_LIJST), {"table": PolicyTable.objects.first()}),
    (D.TER_KENNISGEVING, Pattern): lambda: (make.pattern(), {}),
    (D.VASTSTELLEN, Edition): lambda: (published(edition="2027"), {"in_force_date": clock.today() + timedelta(days=30)}),
    (D.VERSLAG_VASTSTELLEN, Meeting): lambda: (make.meeting(MeetingState.VERSLAG_CONCEPT), {}),
    (D.PARTIJ_TOELATEN, Organisation): lambda: (newcomer(), {}),
    (D.CONCEPT_OVEREENKOMEN, Agreement): lambda: (make.agreement(Route.ACHTERAF), {}),
    (D.BEKRACHTIGEN, Agreement): lambda: (make.put_agreement(), {}),
    (D.TERUGLEGGEN, Agreement): lambda: (make.put_agreement(), {}),
    (D.INTREKKEN, Agreement): lambda: (make.put_agreement(), {}),
    (D.TER_KENNISGEVING, None): lambda: (make.action(), {}),
    (D.AANHOUDEN, None): lambda: (make.action_on(ActionList.ACTIELIJST), {}),
}
