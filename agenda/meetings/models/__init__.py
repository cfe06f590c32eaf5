from agenda.meetings.models.calendar import AgendaSet, CalendarFeed, MeetingInvitation
from agenda.meetings.models.issues import Issue, IssueChoice
from agenda.meetings.models.items import AgendaItem, ItemDecision, ItemTreatment, Mention, StandingItem
from agenda.meetings.models.meeting import Deadline, Meeting, MeetingMove, MeetingStep
from agenda.meetings.models.noted_knelpunten import DiscussionRequest, NotedKnelpunt
from agenda.meetings.models.outcome import (
    Arrangement,
    ArrangementEnd,
    PublicLine,
    PublicList,
    VerslagAdoption,
    VerslagPart,
    VerslagVersion,
)
from agenda.meetings.models.papers import Paper, PaperConfirmation, PaperOpening, PaperVersion, PaperWidening
from agenda.meetings.models.room import Attendance, BodyRules, Guest, ItemNotes, OwnNote
from agenda.meetings.models.versions import AgendaVersion, SentAbout, SentItem
from agenda.meetings.models.written_rounds import ProcedureAnswer, WrittenProcedure

__all__ = [
    "AgendaItem",
    "AgendaSet",
    "AgendaVersion",
    "Arrangement",
    "ArrangementEnd",
    "Attendance",
    "BodyRules",
    "CalendarFeed",
    "Deadline",
    "DiscussionRequest",
    "Guest",
    "Issue",
    "IssueChoice",
    "ItemDecision",
    "ItemNotes",
    "ItemTreatment",
    "Meeting",
    "MeetingInvitation",
    "MeetingMove",
    "MeetingStep",
    "Mention",
    "NotedKnelpunt",
    "OwnNote",
    "Paper",
    "PaperConfirmation",
    "PaperOpening",
    "PaperVersion",
    "PaperWidening",
    "ProcedureAnswer",
    "PublicLine",
    "PublicList",
    "SentAbout",
    "SentItem",
    "StandingItem",
    "VerslagAdoption",
    "VerslagPart",
    "VerslagVersion",
    "WrittenProcedure",
]
