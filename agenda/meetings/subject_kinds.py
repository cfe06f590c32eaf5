"""The kinds of subject of these rooms and those below."""

from __future__ import annotations

from agenda.lists.enums import ActionList
from agenda.lists.models import Action
from agenda.meetings.enums import MeetingState
from agenda.meetings.models import Meeting
from agenda.meetings.queries import opleggers
from agenda.meetings.queries.subjects import SubjectKind, register
from knelpunten.models import Knelpunt, Pattern
from portal.documents.models import Edition
from portal.kit import clock
from portal.network.models import Organisation


def fill() -> None:
    for kind in (ACTION, EDITION, ORGANISATION, VERSLAG, PATTERN, KNELPUNT):
        register(kind)


ACTION = SubjectKind(
    name="action",
    model=Action,
    phrase="de actie",
    visible=lambda user: Action.objects.visible_to(user).for_mention(),
    status=lambda action: f"{ActionList(action.list).label}, {action.standing}",
    sheet=opleggers.of_action,
    quotes=opleggers.served,
    question="Over welke actie?",
    choices=lambda user, meeting: Action.objects.visible_to(user).order_by("theme__number", "list", "title"),
    search="title",
)
EDITION = SubjectKind(
    name="edition",
    model=Edition,
    phrase="het document",
    visible=lambda user: Edition.objects.with_document(),
    status=lambda edition: edition.status.label,
    sheet=opleggers.of_edition,
    question="Over welk document?",
    choices=lambda user, meeting: Edition.objects.with_document().filter(in_force_date__isnull=True),
    help_text="Een concept dat de Stuurgroep kan vaststellen.",
)
ORGANISATION = SubjectKind(
    name="organisation",
    model=Organisation,
    phrase="de organisatie",
    visible=lambda user: Organisation.objects.all(),
    address=lambda organisation: "",
    question="Over welke organisatie?",
    choices=lambda user, meeting: Organisation.objects.valid_on(clock.today()),
    help_text="Een organisatie die de Stuurgroep kan toelaten.",
)
VERSLAG = SubjectKind(
    name="verslag",
    model=Meeting,
    phrase="het verslag van",
    visible=lambda user: Meeting.objects.visible_to(user),
    status=lambda meeting: meeting.get_state_display(),
    sheet=opleggers.of_meeting,
    address=lambda meeting: f"{meeting.get_absolute_url()}verslag/",
    question="Over het verslag van welke vergadering?",
    choices=lambda user, meeting: Meeting.objects.filter(body=meeting.body_id, state=MeetingState.VERSLAG_CONCEPT),
)
PATTERN = SubjectKind(
    name="pattern",
    model=Pattern,
    phrase="de rode draad",
    visible=lambda user: Pattern.objects.visible_to(user),
    sheet=opleggers.of_pattern,
    quotes=opleggers.bundled_in,
    question="Over welke rode draad?",
    choices=lambda user, meeting: Pattern.objects.visible_to(user).order_by("title"),
    search="title",
)
KNELPUNT = SubjectKind(
    name="knelpunt",
    model=Knelpunt,
    phrase="het knelpunt",
    visible=lambda user: Knelpunt.objects.visible_to(user),
    status=lambda knelpunt: knelpunt.get_state_display(),
    sheet=opleggers.of_knelpunt,
    search="title",
)
