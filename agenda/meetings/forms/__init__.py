from agenda.meetings.forms.after import ArrangementForm, EndForm, PublicLineForm, VerslagForm
from agenda.meetings.forms.deciding import DecisionForm, DiscussionForm, ReservationForm
from agenda.meetings.forms.items import GuestForm, IssueForm, ItemForm, OwnNoteForm, StandingForm
from agenda.meetings.forms.papers import NewVersionForm, PaperForm, ReadersForm
from agenda.meetings.forms.planning import ConveneForm, DeadlinesForm, MoveForm, RulesForm, YearForm
from agenda.meetings.forms.rounds import AnswerForm, ConcludeForm, RoundForm

__all__ = [
    "AnswerForm",
    "ConcludeForm",
    "RoundForm",
    "ArrangementForm",
    "ConveneForm",
    "DeadlinesForm",
    "DecisionForm",
    "DiscussionForm",
    "EndForm",
    "GuestForm",
    "IssueForm",
    "ItemForm",
    "MoveForm",
    "NewVersionForm",
    "OwnNoteForm",
    "PaperForm",
    "PublicLineForm",
    "ReadersForm",
    "ReservationForm",
    "RulesForm",
    "StandingForm",
    "VerslagForm",
    "YearForm",
]
