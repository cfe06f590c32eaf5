"""What the Stuurgroep can decide about an organisation: that it joins."""

from __future__ import annotations

from agenda.decisions.effects.table import Effect, register
from agenda.decisions.enums import DecisionKind
from agenda.decisions.models import Decision
from portal.accounts.actor import Actor
from portal.kit import clock
from portal.kit.refusals import Blocker
from portal.network.domain import seats
from portal.network.enums import BodyKind
from portal.network.models import Membership, Organisation


def can_join(organisation: Organisation) -> list[Blocker]:
    places = Membership.objects.valid_on(clock.today()).filter(body__kind=BodyKind.STUURGROEP, organisation=organisation)
    return [Blocker("is-member", f"{organisation} zit al in de Stuurgroep.")] if places.exists() else []


def join(organisation: Organisation, *, decision: Decision, by: Actor) -> None:
    seats.admit(organisation=organisation, body=decision.body, from_date=clock.today(), by=by)


def fill() -> None:
    """Enter the effect of this room in the table."""
    sentence = "De organisatie krijgt vanaf vandaag een plaats in de Stuurgroep. Het landelijk bureau vult de zetel."
    register(DecisionKind.PARTIJ_TOELATEN, Organisation, Effect(join, can_join, lambda organisation: sentence))
