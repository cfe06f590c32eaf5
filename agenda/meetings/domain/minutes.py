"""The verslag of a meeting: written in versions, adopted by a decision of a later
one; and the besluitenlijst as anybody may read it."""

from __future__ import annotations

from django.db import transaction

from agenda.decisions.models import Decision
from agenda.meetings.domain.meeting_steps import write_step
from agenda.meetings.enums import HELD_STATES, MeetingState, Verb
from agenda.meetings.models import (
    AgendaItem,
    ItemNotes,
    Meeting,
    PublicLine,
    PublicList,
    VerslagAdoption,
    VerslagPart,
    VerslagVersion,
)
from agenda.meetings.queries import waiting
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused, Stale
from portal.privacy.domain import guard


class MinutesRefused(Refused):
    pass


def draft_of(meeting: Meeting) -> dict[int, str]:
    """What the verslag says at each item: as it was last written, and before that what was noted in the meeting."""
    last = meeting.verslagen.last()
    if last:
        texts: dict[int, str] = last.texts_by_item
        return texts
    return dict(ItemNotes.objects.filter(item__meeting=meeting).values_list("item_id", "text"))


def blockers_for_writing(*, meeting: Meeting) -> list[Blocker]:
    """Why its verslag cannot be written now."""
    if meeting.state not in (MeetingState.GESLOTEN, MeetingState.VERSLAG_CONCEPT):
        return [
            Blocker(
                "not-now",
                f"Deze vergadering staat nu op “{meeting.get_state_display()}”: het verslag kan nu niet gewijzigd worden.",
            )
        ]
    return []


@transaction.atomic
def write(*, meeting: Meeting, texts: dict[int, str], expected: int, by: Actor) -> VerslagVersion:
    """The next version of the verslag. The first makes it a concept that members read.

    Raises Stale, MinutesRefused, PersonalDataRefused.
    """
    guard.refuse_identifiers(texts.values())
    meeting = Meeting.objects.lock(meeting)
    if blockers := blockers_for_writing(meeting=meeting):
        raise MinutesRefused(*blockers)
    last = meeting.verslagen.last()
    number = last.number if last else 0
    if number != expected:
        raise Stale
    own = set(meeting.items.values_list("pk", flat=True))
    version: VerslagVersion = VerslagVersion.objects.write(meeting=meeting, number=number + 1, written_at=clock.now(), by=by)
    rows = [{"verslag": version, "item_id": pk, "text": text.strip()} for pk, text in texts.items() if pk in own and text.strip()]
    parts = VerslagPart.objects.write_all(rows, by=by)
    if meeting.state == MeetingState.GESLOTEN:
        write_step(meeting, MeetingState.GESLOTEN, MeetingState.VERSLAG_CONCEPT, by)
    record(meeting, Verb.MINUTED, by=by, facts=[version, *parts])
    Meeting.objects.touch(meeting)
    return version


def blockers_for_adopting(meeting: Meeting) -> list[Blocker]:
    """Why its verslag cannot be adopted now."""
    if meeting.state != MeetingState.VERSLAG_CONCEPT:
        return [Blocker("no-concept", "Er is geen verslag in concept om vast te stellen.")]
    return []


def adopt(meeting: Meeting, *, decision: Decision, by: Actor) -> VerslagAdoption:
    """Adopt the last version, by this decision of a later meeting. Called inside the transaction of the decision."""
    meeting = Meeting.objects.lock(meeting)
    if blockers := blockers_for_adopting(meeting):
        raise MinutesRefused(*blockers)
    last = meeting.verslagen.last()
    fact: VerslagAdoption = VerslagAdoption.objects.write(verslag=last, decision=decision, adopted_at=clock.now(), by=by)
    write_step(meeting, MeetingState.VERSLAG_CONCEPT, MeetingState.VERSLAG_VASTGESTELD, by)
    record(meeting, Verb.MINUTED, by=by, facts=[fact])
    return fact


def publishable(meeting: Meeting) -> list[AgendaItem]:
    """The items whose decisions anybody may read, once the secretaris read them again."""
    rows = waiting.publishable().filter(meeting=meeting)
    return list(rows.select_related("outcome__decision").order_by("number"))


def blockers_for_publishing(*, meeting: Meeting) -> list[Blocker]:
    """Why no besluitenlijst of it can go out now."""
    if meeting.state not in HELD_STATES:
        return [Blocker("not-held", "Een besluitenlijst gaat naar buiten als de vergadering gesloten is.")]
    if not publishable(meeting):
        return [Blocker("nothing-open", "Bij geen van de openbare punten is een besluit genomen.")]
    return []


def not_yet_public(meeting: Meeting) -> list[AgendaItem]:
    """What could be public and is not: whatever the last list that went out leaves out."""
    return list(waiting.unpublished().filter(meeting=meeting).order_by("number"))


def _own_words(item: AgendaItem, title: str, text: str) -> dict[str, str | None]:
    """What the secretaris worded otherwise than the item and its decision: the rest is read there."""
    said = {"title": (title, item.title), "text": (text, item.decision.wording if item.decision else None)}
    return {name: None if mine.split() == (theirs or "").split() else mine.strip() for name, (mine, theirs) in said.items()}


@transaction.atomic
def publish(*, meeting: Meeting, lines: dict[int, tuple[str, str]], by: Actor) -> PublicList:
    """Let anybody read these decisions: by key of the decision its title and text, as the secretaris read them.

    Published again, the newest counts.

    Raises MinutesRefused and PersonalDataRefused.
    """
    guard.refuse_identifiers(text for line in lines.values() for text in line)
    meeting = Meeting.objects.lock(meeting)
    if blockers := blockers_for_publishing(meeting=meeting):
        raise MinutesRefused(*blockers)
    possible = {item.outcome.decision_id: item for item in publishable(meeting)}  # type: ignore[attr-defined]
    chosen = {pk: line for pk, line in lines.items() if pk in possible}
    if not chosen:
        raise MinutesRefused(Blocker("nothing-chosen", "Kies ten minste één besluit dat u heeft nagelezen.", is_input=True))
    last = meeting.public_lists.last()
    made: PublicList = PublicList.objects.write(
        meeting=meeting, number=last.number + 1 if last else 1, published_at=clock.now(), by=by
    )
    rows = [{"list": made, "decision_id": pk, **_own_words(possible[pk], *line)} for pk, line in chosen.items()]
    facts = PublicLine.objects.write_all(rows, by=by)
    record(meeting, Verb.PUBLISHED, by=by, facts=[made, *facts])
    return made
