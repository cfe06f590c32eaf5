"""What an item is also about, beside the one thing that a decision at it would change."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from agenda.meetings.domain.agenda_items import MeetingRefused, blockers_for_item
from agenda.meetings.enums import Verb
from agenda.meetings.models import AgendaItem, Meeting, Mention
from agenda.meetings.queries.subjects import KINDS
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit.refusals import Blocker

MOST = 12  # an agenda stays readable


def blockers_for_relating(*, item: AgendaItem, subject: models.Model) -> list[Blocker]:
    """Why the item cannot also be about this."""
    blockers = blockers_for_item(meeting=item.meeting)
    if type(subject) not in KINDS:
        blockers.append(Blocker("no-subject", "Daarover kan een agendapunt niet gaan.", is_input=True))
    if item.is_confidential:
        blockers.append(
            Blocker(
                "confidential-subject", "Een vertrouwelijk punt gaat niet over iets op de lijsten: daar zou iedereen het lezen."
            )
        )
    if item.subject == subject:
        blockers.append(Blocker("own-subject", "Daar gaat dit punt al over.", is_input=True))
    if item.mentions.count() >= MOST:  # type: ignore[attr-defined]
        blockers.append(Blocker("too-many", f"Een punt gaat over hooguit {MOST} onderwerpen."))
    return blockers


@transaction.atomic
def relate(*, item: AgendaItem, subject: models.Model, by: Actor) -> Mention:
    """Say that the item is also about this. Saying it twice changes nothing. Raises MeetingRefused."""
    Meeting.objects.lock(item.meeting)
    item = AgendaItem.objects.lock(item)
    if blockers := blockers_for_relating(item=item, subject=subject):
        raise MeetingRefused(*blockers)
    kind = ContentType.objects.get_for_model(subject)
    mention, is_new = Mention.objects.get_or_create(item=item, subject_type=kind, subject_id=subject.pk)
    if is_new:
        record(item, Verb.RELATED, by=by)
        Meeting.objects.touch(item.meeting)
    return mention


@transaction.atomic
def part(*, item: AgendaItem, subject: models.Model, by: Actor) -> None:
    """Say no longer that the item is about this. Raises MeetingRefused."""
    meeting = Meeting.objects.lock(item.meeting)
    if blockers := blockers_for_item(meeting=meeting, subject=None):
        raise MeetingRefused(*blockers)
    kind = ContentType.objects.get_for_model(subject)
    gone, _ = Mention.objects.filter(item=item, subject_type=kind, subject_id=subject.pk).delete()
    if gone:
        record(item, Verb.PARTED, by=by)
        Meeting.objects.touch(meeting)
