"""A house says that it meets another house's knelpunt too; how many houses stand behind it is its breedte."""

from __future__ import annotations

from django.db import transaction

from knelpunten.enums import SHARED_STATES, Verb
from knelpunten.models import Knelpunt, Recognition
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.network.models import House
from portal.network.queries.seats import house_of
from portal.network.queries.staff import staff_of
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.privacy.domain import guard


class RecognitionRefused(Refused):
    pass


def blockers_for_recognising(*, knelpunt: Knelpunt, house: House) -> list[Blocker]:
    """Why this house cannot say that it recognises this knelpunt."""
    blockers = []
    if knelpunt.house_id == house.pk:
        blockers.append(Blocker("own", "Dit knelpunt is van uw eigen huis."))
    if knelpunt.state not in SHARED_STATES:
        blockers.append(Blocker("not-shared", "Dit knelpunt staat niet op de knelpuntenlijst."))
    return blockers


@transaction.atomic
def recognise(*, knelpunt: Knelpunt, note: str, by: Actor) -> Recognition:
    """Stand behind it with one's own house. Who did already keeps the note that stands."""
    return stand_behind(knelpunt=knelpunt, house=house_of(by), note=note, by=by)


@transaction.atomic
def stand_behind(*, knelpunt: Knelpunt, house: House, note: str, by: Actor) -> Recognition:
    """The same for a house that said so elsewhere: in an explanation that became this knelpunt."""
    guard.refuse_identifiers([note])
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if blockers := blockers_for_recognising(knelpunt=knelpunt, house=house):
        raise RecognitionRefused(*blockers)
    if standing := knelpunt.recognitions.filter(house=house, withdrawn_at__isnull=True).first():
        return standing
    made = Recognition.objects.create(knelpunt=knelpunt, house=house, note=note.strip(), recognised_at=clock.now())
    record(knelpunt, Verb.RECOGNISED, by=by)
    notifications.tell(
        users=staff_of(knelpunt.house_id) if knelpunt.house_id else [],
        occasion=f"recognition:{made.pk}",
        path=knelpunt.get_absolute_url(),
        about=About.HERKENNING,
    )
    return made


@transaction.atomic
def withdraw(*, knelpunt: Knelpunt, by: Actor) -> None:
    """Take it back for one's own house."""
    knelpunt = Knelpunt.objects.lock(knelpunt)
    taken_back = knelpunt.recognitions.filter(house=house_of(by), withdrawn_at__isnull=True).update(withdrawn_at=clock.now())
    if not taken_back:
        raise RecognitionRefused(Blocker("not-recognised", "Uw huis had dit knelpunt niet herkend."))
    record(knelpunt, Verb.UNRECOGNISED, by=by)


def blockers_for_claiming(*, knelpunt: Knelpunt, house: House) -> list[Blocker]:
    """Why no house can say that this one is its own."""
    if knelpunt.house is not None:
        return [Blocker("has-house", f"Dit knelpunt is van {knelpunt.house}. U kunt er wel achter gaan staan.")]
    if knelpunt.collected_about_id not in (None, house.pk):
        sentence = f"Dit knelpunt is opgehaald over {knelpunt.collected_about}. U kunt er wel achter gaan staan."
        return [Blocker("of-another", sentence)]
    if knelpunt.state not in SHARED_STATES:
        return [Blocker("not-shared", "Dit knelpunt staat niet op de knelpuntenlijst.")]
    return []


@transaction.atomic
def claim(*, knelpunt: Knelpunt, by: Actor) -> Knelpunt:
    """Say that what was landelijk opgehaald came from one's own house, which from then on gets its answers."""
    knelpunt, house = Knelpunt.objects.lock(knelpunt), house_of(by)
    if blockers := blockers_for_claiming(knelpunt=knelpunt, house=house):
        raise RecognitionRefused(*blockers)
    knelpunt.recognitions.filter(house=house, withdrawn_at__isnull=True).update(withdrawn_at=clock.now())
    knelpunt.house = house
    knelpunt.save(update_fields=["house"])
    record(knelpunt, Verb.CLAIMED, by=by)
    return knelpunt
