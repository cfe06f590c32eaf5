"""The Stuurgroep puts a question to all houses; each answers once."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from knelpunten.enums import AskedFor, Verb
from knelpunten.models import Inquiry, InquiryAnswer, InquiryHouse
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused
from portal.network.models import House
from portal.network.queries.seats import house_of
from portal.network.queries.staff import staff_of
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.privacy.domain import guard


class InquiryRefused(Refused):
    pass


@transaction.atomic
def put(*, key: UUID, question: str, purpose: str, asked_for: AskedFor, closes_date: date, by: Actor) -> Inquiry:
    """Ask every house of today; those asked stay those. Everybody at their bureaus hears of it."""
    guard.refuse_identifiers([question, purpose])
    if closes_date <= clock.today():
        raise InquiryRefused(Blocker("term-past", "Geef de huizen tijd: kies een dag na vandaag.", is_input=True))

    def make() -> Inquiry:
        made = Inquiry.objects.create(
            key=key, question=question, purpose=purpose, asked_for=asked_for, closes_date=closes_date, put_at=clock.now()
        )
        houses = House.objects.valid_on(clock.today())
        asked = InquiryHouse.objects.write_all([{"inquiry": made, "house": house} for house in houses], by=by)
        record(made, Verb.INQUIRY_PUT, by=by, facts=asked)
        users = staff_of(*(house.pk for house in houses))
        notifications.tell(users=users, occasion=f"inquiry:{made.pk}", path=made.get_absolute_url(), about=About.UITVRAAG)
        return made

    return make_once(Inquiry, key, make)


@transaction.atomic
def extend(*, inquiry: Inquiry, closes_date: date, by: Actor) -> Inquiry:
    """Give the houses more time, also when the term has passed."""
    inquiry = Inquiry.objects.lock(inquiry)
    if inquiry.completed_at is not None:
        raise InquiryRefused(Blocker("complete", "Alle huizen hebben al geantwoord."))
    if closes_date <= max(inquiry.closes_date, clock.today()):
        raise InquiryRefused(Blocker("no-extension", "Kies een dag na de oude termijn en na vandaag.", is_input=True))
    inquiry.closes_date = closes_date
    inquiry.save(update_fields=["closes_date"])
    record(inquiry, Verb.INQUIRY_EXTENDED, by=by)
    return inquiry


def blockers_for_answer(*, inquiry: Inquiry, house: House) -> list[Blocker]:
    """Why this house cannot answer now."""
    if inquiry.answers.filter(house=house).exists():
        return [Blocker("answered", f"{house} heeft deze vraag al beantwoord. Een huis antwoordt één keer.")]
    if not inquiry.asked.filter(house=house).exists():
        return [Blocker("not-asked", f"{house} bestond nog niet toen deze vraag werd gesteld.")]
    if not inquiry.is_open:
        return [Blocker("closed", "De termijn is voorbij. De secretaris van de Stuurgroep kan u meer tijd geven.")]
    return []


@transaction.atomic
def answer(*, inquiry: Inquiry, text: str, by: Actor) -> InquiryAnswer:
    """Answer for one's own house, once. The last answer completes the uitvraag. Raises PersonalDataRefused."""
    guard.refuse_identifiers([text])
    inquiry, house = Inquiry.objects.lock(inquiry), house_of(by)
    if blockers := blockers_for_answer(inquiry=inquiry, house=house):
        raise InquiryRefused(*blockers)
    made: InquiryAnswer = InquiryAnswer.objects.write(
        inquiry=inquiry, house=house, text=text.strip(), answered_at=clock.now(), by=by
    )
    if inquiry.answers.count() == inquiry.asked.count():
        inquiry.completed_at = made.answered_at
        inquiry.save(update_fields=["completed_at"])
    record(inquiry, Verb.INQUIRY_ANSWERED, by=by, facts=[made])
    return made
