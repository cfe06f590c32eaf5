"""Actions, the lists they stand on, who pulls them, who works on them, and how it goes."""

from agenda.lists.models.action import Action, ActionAmbition, ActionKnelpunt, ActionRevision, ActionSection
from agenda.lists.models.coalition import CoalitionCall, Comment, Contribution, Pilot
from agenda.lists.models.drafts import ProposalDraft, SavedFilter
from agenda.lists.models.moves import EndingDetails, ListMove, ListOrder, TableAnswer
from agenda.lists.models.progress import ActionFile, Milestone, ProgressRelease, ProgressUpdate
from agenda.lists.models.trekkers import TrekkerAssignment, TrekkerOffer, TrekkerRefusal, TrekkerRequest
from agenda.lists.models.weighings import Weighing

__all__ = [
    "Action",
    "ActionAmbition",
    "ActionFile",
    "ActionKnelpunt",
    "ActionRevision",
    "ActionSection",
    "CoalitionCall",
    "Comment",
    "Contribution",
    "EndingDetails",
    "TableAnswer",
    "ListMove",
    "ListOrder",
    "Milestone",
    "Pilot",
    "ProgressRelease",
    "ProgressUpdate",
    "ProposalDraft",
    "SavedFilter",
    "TrekkerAssignment",
    "TrekkerOffer",
    "TrekkerRefusal",
    "TrekkerRequest",
    "Weighing",
]
