"""What is written beside a knelpunt after it was handed in: a house adds, the landelijk bureau answers after the end."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from knelpunten.domain.steps import houses_behind
from knelpunten.enums import OWING_STATES, NoteKind, Verb
from knelpunten.models import Knelpunt, KnelpuntNote
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


class NoteRefused(Refused):
    pass


def blockers_for_adding(*, knelpunt: Knelpunt) -> list[Blocker]:
    """Why a house cannot add to it: while it can still change the text itself, it does that."""
    row = knelpunt.standing.row
    if row.takes_additions:
        return []
    instead = "pas de tekst zelf aan" if row.is_editable else "u kunt er nu niets bij schrijven"
    return [Blocker("not-submitted", f"Dit knelpunt staat nu op “{knelpunt.get_state_display()}”: {instead}.")]


@transaction.atomic
def add(*, key: UUID, knelpunt: Knelpunt, text: str, by: Actor) -> KnelpuntNote:
    """A house adds to its knelpunt what it learned since. Raises PersonalDataRefused."""
    guard.refuse_identifiers([text])
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if blockers := blockers_for_adding(knelpunt=knelpunt):
        raise NoteRefused(*blockers)
    return make_once(KnelpuntNote, key, lambda: _write(key, knelpunt, NoteKind.AANVULLING, text, by, house_of(by)))


def blockers_for_answer(*, knelpunt: Knelpunt) -> list[Blocker]:
    """Why the houses cannot be answered now."""
    if knelpunt.state not in OWING_STATES:
        return [Blocker("not-ended", f"Dit knelpunt staat nu op “{knelpunt.get_state_display()}”.")]
    return []


@transaction.atomic
def answer(*, key: UUID, knelpunt: Knelpunt, text: str, by: Actor) -> KnelpuntNote:
    """Write the houses what came of a knelpunt that ended elsewhere or was not taken up; from then on it is teruggekoppeld."""
    guard.refuse_identifiers([text])
    knelpunt = Knelpunt.objects.lock(knelpunt)
    if blockers := blockers_for_answer(knelpunt=knelpunt):
        raise NoteRefused(*blockers)

    def make() -> KnelpuntNote:
        made = _write(key, knelpunt, NoteKind.ANTWOORD, text, by, None)
        knelpunt.answered_at = made.written_at
        knelpunt.save(update_fields=["answered_at"])
        users = staff_of(*houses_behind(knelpunt))
        notifications.tell(
            users=users, occasion=f"knelpunt-answer:{made.pk}", path=knelpunt.get_absolute_url(), about=About.ANTWOORD
        )
        return made

    return make_once(KnelpuntNote, key, make)


def _write(key: UUID, knelpunt: Knelpunt, kind: NoteKind, text: str, by: Actor, house: House | None) -> KnelpuntNote:
    made = KnelpuntNote.objects.write(
        key=key, knelpunt=knelpunt, kind=kind, house=house, text=text.strip(), written_at=clock.now(), by=by
    )
    record(knelpunt, Verb.ADDED if kind == NoteKind.AANVULLING else Verb.ANSWERED, by=by, facts=[made])
    return made
