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


M = MeetingState

STEPS: dict[MeetingState | None, set[MeetingState]] = {
    None: {M.GEPLAND},
    M.GEPLAND: {M.IN_VOORBEREIDING},
    M.IN_VOORBEREIDING: {M.STUKKEN_VERZONDEN},
    M.STUKKEN_VERZONDEN: {M.GEOPEND},
    M.GEOPEND: {M.GESLOTEN},
    M.GESLOTEN: {M.VERSLAG_CONCEPT},
    M.VERSLAG_CONCEPT: {M.VERSLAG_VASTGESTELD},
    M.VERSLAG_VASTGESTELD: set(),
}

# What the button that takes a meeting there says. The verslag has no room yet: its steps have no button.
STEP_BUTTONS = {
    M.IN_VOORBEREIDING: "Begin met de agenda",
    M.STUKKEN_VERZONDEN: "Verstuur de agenda",
    M.GEOPEND: "Open de vergadering",
    M.GESLOTEN: "Sluit de vergadering",
}

AGENDA_STATES = {M.GEPLAND, M.IN_VOORBEREIDING, M.STUKKEN_VERZONDEN}
HELD_STATES = {M.GESLOTEN, M.VERSLAG_CONCEPT, M.VERSLAG_VASTGESTELD}


class ItemKind(TextChoices):
    OPENING = "opening", "ter opening"
    INFORMATIE = "informatie", "ter informatie"
    BESPREKING = "bespreking", "ter bespreking"
    BESLUITVORMING = "besluitvorming", "ter besluitvorming"
    BEKRACHTIGING = "bekrachtiging", "ter bekrachtiging"
    RONDVRAAG = "rondvraag", "rondvraag"


# What must have an outcome before the meeting can close.
DECIDING_KINDS = {ItemKind.BESLUITVORMING, ItemKind.BEKRACHTIGING}


class Permission(TextChoices):
    READ = "meetings.read"
    CONVENE = "meetings.convene"
    PREPARE = "meetings.prepare"
    TAKE_DECISION = "meetings.take_decision"
    ASK_DISCUSSION = "meetings.ask_discussion"


class Verb(TextChoices):
    CONVENED = "meeting_convened", "riep de vergadering bijeen"
    STEPPED = "meeting_stepped", "bracht de vergadering verder"
    ITEM_ADDED = "item_added", "zette een punt op de agenda"
    ITEM_REMOVED = "item_removed", "haalde een punt van de agenda"
    NOTED = "knelpunten_noted", "zette knelpunten ter kennisname op de agenda"
    DISCUSSION_ASKED = "discussion_asked", "vroeg om een knelpunt te bespreken"
    DECIDED_AT = "decided_at_item", "legde een besluit vast bij een agendapunt"
