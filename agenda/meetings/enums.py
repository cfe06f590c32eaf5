"""The states of a meeting, the kinds of agenda items, and who may do what in it."""

from django.db.models import TextChoices


class MeetingState(TextChoices):
    GEPLAND = "gepland", "gepland"
    IN_VOORBEREIDING = "in_voorbereiding", "agenda in voorbereiding"
    STUKKEN_VERZONDEN = "stukken_verzonden", "stukken verzonden"
    GEOPEND = "geopend", "geopend"
    GESLOTEN = "gesloten", "gesloten"
    VERSLAG_CONCEPT = "verslag_concept", "verslag concept"
    VERSLAG_VASTGESTELD = "verslag_vastgesteld", "verslag vastgesteld"
    VERVALLEN = "vervallen", "gaat niet door"


M = MeetingState

STEPS: dict[MeetingState | None, set[MeetingState]] = {
    None: {M.GEPLAND},
    M.GEPLAND: {M.IN_VOORBEREIDING, M.VERVALLEN},
    M.IN_VOORBEREIDING: {M.STUKKEN_VERZONDEN, M.VERVALLEN},
    M.STUKKEN_VERZONDEN: {M.GEOPEND, M.VERVALLEN},
    M.GEOPEND: {M.GESLOTEN},
    M.GESLOTEN: {M.VERSLAG_CONCEPT},
    M.VERSLAG_CONCEPT: {M.VERSLAG_VASTGESTELD},
    M.VERSLAG_VASTGESTELD: set(),
    M.VERVALLEN: set(),
}

# What the button that takes a meeting there says. The verslag is sent from its own page and adopted by a later meeting.
STEP_BUTTONS = {
    M.IN_VOORBEREIDING: "Begin met de agenda",
    M.STUKKEN_VERZONDEN: "Verstuur de agenda",
    M.GEOPEND: "Open de vergadering",
    M.GESLOTEN: "Sluit de vergadering",
}

UNSENT_STATES = {M.GEPLAND, M.IN_VOORBEREIDING}
AGENDA_STATES = {*UNSENT_STATES, M.STUKKEN_VERZONDEN}
HELD_STATES = {M.GESLOTEN, M.VERSLAG_CONCEPT, M.VERSLAG_VASTGESTELD}
# The agenda was sent.
SENT_STATES = {M.STUKKEN_VERZONDEN, M.GEOPEND, *HELD_STATES}
# While a meeting stands there, a guest sees nothing of it.
GUESTS_STAY_OUT = {*UNSENT_STATES, M.VERSLAG_VASTGESTELD, M.VERVALLEN}
# There the papers cannot change any more.
CLOSED_TO_PAPERS = {M.VERSLAG_VASTGESTELD, M.VERVALLEN}
# In these steps a state is reached by a verb of its own, which asks more than a button can.
BY_OWN_VERB = {M.VERVALLEN, M.VERSLAG_CONCEPT, M.VERSLAG_VASTGESTELD}


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


# In working days before (or, below zero, after) the meeting.
DEADLINE_DAYS = {
    DeadlineKind.INDIENEN: 20, DeadlineKind.WEGING: 15, DeadlineKind.CONSULTATIE: 12, DeadlineKind.STUKKEN: 7, DeadlineKind.VERSLAG: -10,
}  # fmt: skip


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
