"""A line is (partly) not feasible somewhere: shared at any moment, with help from
others, and an answer that says what was found together."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from ambitions.enums import Scope, Verb
from ambitions.models import ActionLine, Explanation, Finding, HelpOffer, LineAnswer
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused
from portal.network.models import House
from portal.network.queries.seats import seat_of
from portal.network.queries.staff import staff_of
from portal.notify.domain import notifications
from portal.notify.enums import About
from portal.privacy.domain import guard

RENEWED = "Er is een nieuwe toelichting."


class ExplanationRefused(Refused):
    pass


def standing_of(*, house: House, line: int) -> Explanation | None:
    """The explanation of this house on a line that holds today."""
    return Explanation.objects.standing(clock.today()).filter(house=house, line_id=line).first()


def blockers_for_sharing(*, house: House, line: ActionLine, holds_until: date | None) -> list[Blocker]:
    """Why this house cannot explain this line now."""
    blockers = []
    if line.scope != Scope.REGIONAAL:
        blockers.append(Blocker("national", "Over een landelijke lijn bericht de eigenaar."))
    if holds_until and holds_until < clock.today():
        blockers.append(Blocker("past", "Kies een dag die nog komt, of laat de dag leeg.", is_input=True))
    if standing_of(house=house, line=line.pk):
        blockers.append(Blocker("standing", "Uw huis heeft bij deze lijn al een toelichting die geldt. Trek die eerst in."))
    return blockers


@transaction.atomic
def share(
    *, key: UUID, house: House, line: ActionLine, text: str, holds_until: date | None, by: Actor, answer: LineAnswer | None = None
) -> Explanation:
    """Share with the whole network why a line is (partly) not feasible; `answer` where a plan says so. Raises ExplanationRefused.

    Sent twice, it is shared once.
    """
    guard.refuse_identifiers([text])
    line = ActionLine.objects.lock(line)
    if existing := Explanation.objects.filter(key=key).first():
        return existing
    if blockers := blockers_for_sharing(house=house, line=line, holds_until=holds_until):
        raise ExplanationRefused(*blockers)

    def make() -> Explanation:
        for old in Explanation.objects.filter(house=house, line=line, ended_at__isnull=True):
            end(explanation=old, reason=RENEWED, by=by)
        made = Explanation.objects.create(
            key=key,
            house=house,
            line=line,
            line_number=line.version,
            text=text,
            answer=answer,
            holds_until=holds_until,
            shared_at=clock.now(),
        )
        record(made, Verb.EXPLAINED, by=by)
        return made

    return make_once(Explanation, key, make)


@transaction.atomic
def end(*, explanation: Explanation, reason: str, by: Actor) -> Explanation:
    """It no longer holds. Raises ExplanationRefused where it was withdrawn already."""
    guard.refuse_identifiers([reason])
    explanation = Explanation.objects.lock(explanation)
    if explanation.ended_at:
        raise ExplanationRefused(Blocker("ended", "Deze toelichting is al ingetrokken."))
    explanation.ended_at, explanation.ended_reason = clock.now(), reason.strip()
    explanation.save(update_fields=["ended_at", "ended_reason"])
    record(explanation, Verb.EXPLANATION_ENDED, by=by)
    return explanation


@transaction.atomic
def offer(*, explanation: Explanation, text: str, by: Actor) -> HelpOffer:
    """Offer help for one's own house or organisation; the house hears of it. The same said twice stands once.

    Raises ExplanationRefused.
    """
    guard.refuse_identifiers([text])
    explanation = Explanation.objects.lock(explanation)
    if explanation.ended_at:
        raise ExplanationRefused(Blocker("ended", "Deze toelichting is ingetrokken: hulp is niet meer nodig."))
    place = seat_of(by).membership
    if same := explanation.offers.filter(by_seat=by.seat_id, text=text).first():  # type: ignore[attr-defined]
        return same  # type: ignore[no-any-return]
    made: HelpOffer = HelpOffer.objects.write(
        explanation=explanation,
        house=place.body.house or place.house,
        organisation=None if place.body.house_id else place.organisation,
        text=text,
        offered_at=clock.now(),
        by=by,
    )
    record(explanation, Verb.HELP_OFFERED, by=by, facts=[made])
    _tell(explanation, f"help-offer:{made.pk}", by)
    return made


@transaction.atomic
def find_together(*, explanation: Explanation, text: str, by: Actor) -> Finding:
    """Write down what was found together. Written again, the newest counts and the house hears of it."""
    guard.refuse_identifiers([text])
    explanation = Explanation.objects.lock(explanation)
    last = explanation.findings.order_by("-pk").first()  # type: ignore[attr-defined]
    if last and last.text == text:
        return last  # type: ignore[no-any-return]
    made: Finding = Finding.objects.write(explanation=explanation, text=text, found_at=clock.now(), by=by)
    record(explanation, Verb.FOUND_TOGETHER, by=by, facts=[made])
    _tell(explanation, f"finding:{made.pk}", by)
    return made


def _tell(explanation: Explanation, occasion: str, by: Actor) -> None:
    users = [user for user in staff_of(explanation.house_id) if user != by.user]
    notifications.tell(users=users, occasion=occasion, path=explanation.get_absolute_url(), about=About.TOELICHTING)
