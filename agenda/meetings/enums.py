"""The states of a meeting, one row for each, the kinds of agenda items, and who may do what in it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices

from portal.kit.states import Tone


class MeetingState(TextChoices):
    GEPLAND = "gepland", "gepland"
    IN_VOORBEREIDING = "in_voorbereiding", "agenda in voorbereiding"
    STUKKEN_VERZONDEN = "stukken_verzonden", "stukken verzonden"
    GEOPEND = "geopend", "geopend"
    GESLOTEN = "gesloten", "gesloten"
    VERSLAG_CONCEPT = "verslag_concept", "verslag concept"
    VERSLAG_VASTGESTELD = "verslag_vastgesteld", "verslag vastgesteld"
    VERVALLEN = "vervallen", "gaat niet door"

    @property
    def row(self) -> StateRow:
        return STATES[self]

    @property
    def tone(self) -> Tone:
        return self.row.tone


class Phase(TextChoices):
    """How far a meeting is."""

    PREPARING = "preparing", "wordt voorbereid"
    SENT = "sent", "de agenda is verstuurd"
    OPEN = "open", "wordt gehouden"
    HELD = "held", "is gehouden"
    OFF = "off", "gaat niet door"


@dataclass(frozen=True, kw_only=True)
class StateRow:
    """All that goes for a meeting while it stands in one state.

    asks: what it asks of its secretaris, on the overview; or empty.
    steps: where it can go from here.
    button: what the button that takes a meeting into this state says; empty where a verb
        of its own does, which asks more than a button can.
    lets_guests_in: whether a guest sees the item they are invited for.
    takes_decisions, takes_papers: what can still be added to it.
    """

    phase: Phase
    tone: Tone
    asks: str
    steps: tuple[MeetingState, ...]
    button: str
    lets_guests_in: bool
    takes_decisions: bool
    takes_papers: bool


M = MeetingState

STATES: dict[MeetingState, StateRow] = {
    M.GEPLAND: StateRow(
        phase=Phase.PREPARING, tone=Tone.PLAIN, asks="Begin met de agenda.", steps=(M.IN_VOORBEREIDING, M.VERVALLEN), button="",
        lets_guests_in=False, takes_decisions=False, takes_papers=True,
    ),
    M.IN_VOORBEREIDING: StateRow(
        phase=Phase.PREPARING, tone=Tone.PLAIN, asks="De agenda is nog niet verstuurd.", steps=(M.STUKKEN_VERZONDEN, M.VERVALLEN),
        button="Begin met de agenda", lets_guests_in=False, takes_decisions=False, takes_papers=True,
    ),
    M.STUKKEN_VERZONDEN: StateRow(
        phase=Phase.SENT, tone=Tone.PLAIN, asks="Vandaag is de vergadering. Open haar als zij begint.",
        steps=(M.GEOPEND, M.VERVALLEN),
        button="Verstuur de agenda", lets_guests_in=True, takes_decisions=False, takes_papers=True,
    ),
    M.GEOPEND: StateRow(
        phase=Phase.OPEN, tone=Tone.ATTENTION, asks="De vergadering is open: leg de besluiten vast en sluit haar.",
        steps=(M.GESLOTEN,),
        button="Open de vergadering", lets_guests_in=True, takes_decisions=True, takes_papers=True,
    ),
    M.GESLOTEN: StateRow(
        phase=Phase.HELD, tone=Tone.PLAIN, asks="", steps=(M.VERSLAG_CONCEPT,), button="Sluit de vergadering",
        lets_guests_in=True, takes_decisions=True, takes_papers=True,
    ),
    M.VERSLAG_CONCEPT: StateRow(
        phase=Phase.HELD, tone=Tone.PLAIN, asks="", steps=(M.VERSLAG_VASTGESTELD,), button="",
        lets_guests_in=True, takes_decisions=True, takes_papers=True,
    ),
    M.VERSLAG_VASTGESTELD: StateRow(
        phase=Phase.HELD, tone=Tone.PLAIN, asks="", steps=(), button="", lets_guests_in=False, takes_decisions=False,
        takes_papers=False,
    ),
    M.VERVALLEN: StateRow(
        phase=Phase.OFF, tone=Tone.PLAIN, asks="", steps=(), button="", lets_guests_in=False, takes_decisions=False,
        takes_papers=False,
    ),
}  # fmt: skip

# Where a meeting begins, and the steps it can take.
STEPS: dict[MeetingState | None, set[MeetingState]] = {
    None: {M.GEPLAND},
    **{state: set(row.steps) for state, row in STATES.items()},
}


def _in(*phases: Phase) -> set[MeetingState]:
    return {state for state, row in STATES.items() if row.phase in phases}


UNSENT_STATES = _in(Phase.PREPARING)
AGENDA_STATES = _in(Phase.PREPARING, Phase.SENT)
AHEAD_STATES = _in(Phase.PREPARING, Phase.SENT, Phase.OPEN)
HELD_STATES = _in(Phase.HELD)
# There the papers cannot change any more.
CLOSED_TO_PAPERS = {state for state, row in STATES.items() if not row.takes_papers}
# The agenda was sent.
SENT_STATES = _in(Phase.SENT, Phase.OPEN, Phase.HELD)
# While a meeting stands there, a guest sees what they are invited for.
GUEST_STATES = {state for state, row in STATES.items() if row.lets_guests_in}


class ItemKind(TextChoices):
    OPENING = "opening", "ter opening"
    INFORMATIE = "informatie", "ter informatie"
    BESPREKING = "bespreking", "ter bespreking"
    BESLUITVORMING = "besluitvorming", "ter besluitvorming"
    BEKRACHTIGING = "bekrachtiging", "ter bekrachtiging"
    RONDVRAAG = "rondvraag", "rondvraag"


# What asks for a decision before the meeting can close; the other kinds can also be treated without one.
DECIDING_KINDS = {ItemKind.BESLUITVORMING, ItemKind.BEKRACHTIGING}


class Treatment(TextChoices):
    """What became of an item without a decision."""

    BESPROKEN = "besproken", "besproken"
    NIET_BEHANDELD = "niet_behandeld", "niet behandeld: gaat door naar de volgende vergadering"


class DeadlineKind(TextChoices):
    INDIENEN = "indienen", "punten en stukken indienen"
    WEGING = "weging", "wegen sluit"
    CONSULTATIE = "consultatie", "achterban raadplegen"
    STUKKEN = "stukken", "stukken versturen"
    VERSLAG = "verslag", "verslag in concept"


class IssueKind(TextChoices):
    VRAAGSTUK = "vraagstuk", "vraagstuk"
    DILEMMA = "dilemma", "dilemma"


class Presence(TextChoices):
    AANWEZIG = "aanwezig", "aanwezig"
    VERVANGEN = "vervangen", "vervangen"
    AFGEMELD = "afgemeld", "afgemeld"
    AFWEZIG = "afwezig", "afwezig"


# Whose organisation takes part in the meeting.
THERE = {Presence.AANWEZIG, Presence.VERVANGEN}


class ArrangementKind(TextChoices):
    TOEZEGGING = "toezegging", "toezegging"
    AFSPRAAK = "afspraak", "afspraak"


class ArrangementOutcome(TextChoices):
    NAGEKOMEN = "nagekomen", "nagekomen"
    VERVANGEN = "vervangen", "vervangen"
    UITGEWERKT = "uitgewerkt", "uitgewerkt"


class WrittenAnswer(TextChoices):
    AKKOORD = "akkoord", "akkoord"
    BESPREKEN = "bespreken", "liever bespreken in een vergadering"
    NIET_AKKOORD = "niet_akkoord", "niet akkoord"


class Permission(TextChoices):
    READ = "meetings.read"
    CONVENE = "meetings.convene"
    PREPARE = "meetings.prepare"
    TAKE_DECISION = "meetings.take_decision"
    ASK_DISCUSSION = "meetings.ask_discussion"
    RAISE = "meetings.raise_issue"
    RESERVE = "meetings.reserve"
    VISIT = "meetings.visit"
    ANSWER = "meetings.answer_round"


class Verb(TextChoices):
    CONVENED = "meeting_convened", "riep de vergadering bijeen"
    STEPPED = "meeting_stepped", "bracht de vergadering verder"
    MOVED = "meeting_moved", "verplaatste de vergadering"
    DEADLINE_SET = "deadline_set", "zette een termijn op een eigen dag"
    ITEM_ADDED = "item_added", "zette een punt op de agenda"
    ITEM_CHANGED = "item_changed", "wijzigde een agendapunt"
    RELATED = "item_related", "koppelde een onderwerp aan een agendapunt"
    PARTED = "item_parted", "maakte een onderwerp los van een agendapunt"
    ITEM_REMOVED = "item_removed", "haalde een punt van de agenda"
    ARRANGED = "agenda_arranged", "zette de agenda in een andere volgorde"
    SENT = "agenda_sent", "verstuurde de agenda"
    NOTED = "knelpunten_noted", "zette knelpunten ter kennisname op de agenda"
    DISCUSSION_ASKED = "discussion_asked", "vroeg om een knelpunt te bespreken"
    DECIDED_AT = "decided_at_item", "legde een besluit vast bij een agendapunt"
    TREATED = "item_treated", "legde vast wat er met een agendapunt gebeurde"
    PAPER_ADDED = "paper_added", "voegde een stuk toe"
    PAPER_WIDENED = "paper_widened", "vroeg om een stuk voor meer lezers"
    PAPER_CONFIRMED = "paper_confirmed", "gaf een stuk vrij voor meer lezers"
    PAPER_REMOVED = "paper_removed", "haalde een stuk weg"
    ISSUE_RAISED = "issue_raised", "droeg een vraagstuk aan"
    ISSUE_CHOSEN = "issue_chosen", "koos een vraagstuk voor de Stuurgroep"
    ISSUE_DROPPED = "issue_dropped", "legde een vraagstuk niet voor"
    PRESENCE_MARKED = "presence_marked", "hield de presentie bij"
    BROUGHT_UP = "item_brought_up", "bracht een punt aan de orde"
    PROMISED = "arrangement_made", "legde een afspraak vast"
    ARRANGEMENT_ENDED = "arrangement_ended", "sloot een afspraak af"
    MINUTED = "minutes_written", "schreef het verslag"
    PUBLISHED = "list_published", "maakte de besluitenlijst openbaar"
    FEED_MADE = "feed_made", "maakte een agenda-abonnement"
    FEED_ENDED = "feed_ended", "trok een agenda-abonnement in"
    ROUND_PUT = "round_put", "vroeg een besluit in een schriftelijke ronde"
    ROUND_ANSWERED = "round_answered", "antwoordde in een schriftelijke ronde"
    ROUND_CONCLUDED = "round_concluded", "legde de uitkomst van een schriftelijke ronde vast"
    GUEST_INVITED = "guest_invited", "nodigde een gast uit"
