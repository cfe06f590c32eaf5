from agenda.meetings.forms.decisions import DecisionForm, DiscussionForm, ReservationForm
from agenda.meetings.forms.items import GuestForm, IssueForm, ItemForm, OwnNoteForm, StandingForm, WordingForm
from agenda.meetings.forms.outcome import ArrangementForm, EndForm, PublicLineForm, VerslagForm
from agenda.meetings.forms.papers import NewVersionForm, PaperForm, ReadersForm
from agenda.meetings.forms.written_rounds import AnswerForm, ConcludeForm, RoundForm
from agenda.meetings.forms.year import ConveneForm, DeadlinesForm, MoveForm, RulesForm, YearForm

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
    "WordingForm",
    "YearForm",
]
