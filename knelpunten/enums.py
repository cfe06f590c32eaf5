"""Where a knelpunt lies, where it stands and which steps it can take."""

from django.db.models import TextChoices


class KnelpuntKind(TextChoices):
    STELSEL = "stelsel", "het stelsel"
    BELEID = "beleid", "het beleid"
    WERKPROCESSEN = "werkprocessen", "de werkprocessen"
    SAMENWERKING = "samenwerking", "de samenwerking"


class Frequency(TextChoices):
    """How often a house meets it."""

    JAARLIJKS = "jaarlijks", "een paar keer per jaar"
    MAANDELIJKS = "maandelijks", "elke maand"
    WEKELIJKS = "wekelijks", "elke week"
    DAGELIJKS = "dagelijks", "vrijwel elke dag"


class Since(TextChoices):
    """Since when a house meets it."""

    KORT = "kort", "korter dan een half jaar"
    JAAR = "jaar", "een half tot één jaar"
    JAREN = "jaren", "één tot drie jaar"
    LANGER = "langer", "langer dan drie jaar"


class Level(TextChoices):
    """On which level something was tried."""

    OPERATIONEEL = "operationeel", "operationeel: in het werk zelf"
    TACTISCH = "tactisch", "tactisch: tussen leidinggevenden"
    STRATEGISCH = "strategisch", "strategisch: tussen bestuurders"


class KnelpuntState(TextChoices):
    CONCEPT = "concept", "concept"
    PRIVACYTOETS = "privacytoets", "in privacytoets"
    INGEDIEND = "ingediend", "ingediend"
    IN_BEOORDELING = "in_beoordeling", "in beoordeling"
    TERUG_NAAR_INDIENER = "terug_naar_indiener", "terug naar de indiener"
    OP_DE_LIJST = "op_de_lijst", "op de knelpuntenlijst"
    GEKOPPELD = "gekoppeld", "gekoppeld aan een actie"
    BEANTWOORD = "beantwoord", "beantwoord"
    ELDERS_BELEGD = "elders_belegd", "elders belegd"
    HOORT_IN_DE_REGIO = "hoort_in_de_regio", "hoort in de regio"
    NIET_OPGENOMEN = "niet_opgenomen", "niet opgenomen"
    SAMENGEVOEGD = "samengevoegd", "samengevoegd met een ander"
    NAAR_SAMENWERKINGSAGENDA = "naar_samenwerkingsagenda", "naar de Samenwerkingsagenda"
    INGETROKKEN = "ingetrokken", "ingetrokken"


S = KnelpuntState

STEPS: dict[KnelpuntState | None, set[KnelpuntState]] = {
    None: {S.CONCEPT},
    S.CONCEPT: {S.INGEDIEND, S.PRIVACYTOETS, S.INGETROKKEN},
    S.PRIVACYTOETS: {S.INGEDIEND, S.CONCEPT},
    S.INGEDIEND: {S.IN_BEOORDELING, S.INGETROKKEN},
    S.IN_BEOORDELING: {
        S.OP_DE_LIJST,
        S.SAMENGEVOEGD,
        S.ELDERS_BELEGD,
        S.NAAR_SAMENWERKINGSAGENDA,
        S.HOORT_IN_DE_REGIO,
        S.NIET_OPGENOMEN,
        S.TERUG_NAAR_INDIENER,
    },
    S.TERUG_NAAR_INDIENER: {S.INGEDIEND, S.PRIVACYTOETS, S.INGETROKKEN},
    S.OP_DE_LIJST: {S.GEKOPPELD, S.ELDERS_BELEGD},
    S.GEKOPPELD: {S.BEANTWOORD},
    S.BEANTWOORD: {S.IN_BEOORDELING},
    S.ELDERS_BELEGD: {S.IN_BEOORDELING},
    S.SAMENGEVOEGD: {S.IN_BEOORDELING},
    S.NAAR_SAMENWERKINGSAGENDA: {S.IN_BEOORDELING},
    S.HOORT_IN_DE_REGIO: set(),
    S.NIET_OPGENOMEN: set(),
    S.INGETROKKEN: set(),
}

# The outcomes the landelijk bureau chooses from when it assesses.
OUTCOMES = [
    S.OP_DE_LIJST,
    S.SAMENGEVOEGD,
    S.ELDERS_BELEGD,
    S.NAAR_SAMENWERKINGSAGENDA,
    S.HOORT_IN_DE_REGIO,
    S.NIET_OPGENOMEN,
    S.TERUG_NAAR_INDIENER,
]
# What every member may read: the knelpuntenlijst and what came of it.
SHARED_STATES = {S.OP_DE_LIJST, S.GEKOPPELD, S.BEANTWOORD, S.ELDERS_BELEGD, S.NAAR_SAMENWERKINGSAGENDA}
# What the Stuurgroep takes note of in its next meeting, as one list.
NOTED_STATES = {S.ELDERS_BELEGD, S.NIET_OPGENOMEN}
# What came to an end without an action of the network's: its houses are owed an answer.
OWING_STATES = {S.ELDERS_BELEGD, S.NAAR_SAMENWERKINGSAGENDA, S.HOORT_IN_DE_REGIO, S.NIET_OPGENOMEN}
# From where the house can say that it is not solved.
CONTESTABLE_STATES = {S.BEANTWOORD, S.ELDERS_BELEGD, S.NAAR_SAMENWERKINGSAGENDA}
# What stands on the knelpuntenlijst of a theme today.
LISTED_STATES = {S.OP_DE_LIJST, S.GEKOPPELD}
# What only the own house reads, and the privacybeoordelaar where it waits for one.
UNSEEN_STATES = {S.CONCEPT, S.PRIVACYTOETS}
# How many working days a knelpunt may stand where it stands, before it is late.
NORM = {S.PRIVACYTOETS: 3, S.INGEDIEND: 5, S.IN_BEOORDELING: 15, S.TERUG_NAAR_INDIENER: 20}
EDITABLE_STATES = {S.CONCEPT, S.TERUG_NAAR_INDIENER}


class NoteKind(TextChoices):
    """What is written beside a knelpunt after it was handed in."""

    AANVULLING = "aanvulling", "aanvulling van het huis"
    ANTWOORD = "antwoord", "antwoord aan de huizen"


class AskedFor(TextChoices):
    """On whose behalf the Stuurgroep puts a question to the houses."""

    STUURGROEP = "stuurgroep", "de Stuurgroep"
    RIJK = "rijk", "het Rijk, via de Stuurgroep"


class Permission(TextChoices):
    READ = "knelpunten.read"
    DRAFT = "knelpunten.draft"
    SUBMIT = "knelpunten.submit"
    ASSESS = "knelpunten.assess"
    RELEASE = "knelpunten.release"
    RECOGNISE = "knelpunten.recognise"
    BUNDLE = "knelpunten.bundle"
    IMPORT = "knelpunten.import"
    READ_PATTERNS = "knelpunten.read_patterns"
    SAY_UNSOLVED = "knelpunten.say_unsolved"
    ADD = "knelpunten.add"
    CLAIM = "knelpunten.claim"
    ATTACH = "knelpunten.attach"
    KEEP_TEXTS = "knelpunten.keep_texts"
    READ_LIST = "knelpunten.read_list"
    READ_RADAR = "knelpunten.read_radar"
    READ_INQUIRIES = "knelpunten.read_inquiries"
    READ_ANSWERS = "knelpunten.read_answers"
    PUT_INQUIRY = "knelpunten.put_inquiry"
    ANSWER_INQUIRY = "knelpunten.answer_inquiry"
    READ_MAIL = "knelpunten.read_mail"


class Verb(TextChoices):
    DRAFTED = "knelpunt_drafted", "zette het knelpunt in concept"
    REVISED = "knelpunt_revised", "wijzigde het concept"
    RECOGNISED = "knelpunt_recognised", "herkende het knelpunt"
    UNRECOGNISED = "recognition_withdrawn", "trok een herkenning in"
    BUNDLED = "knelpunten_bundled", "bundelde knelpunten in een rode draad"
    UNBUNDLED = "knelpunt_unbundled", "haalde een knelpunt uit een rode draad"
    PATTERN_WRITTEN = "pattern_written", "schreef aan een rode draad"
    LIST_READ = "list_read", "las een lijst met knelpunten"
    IMPORTED = "knelpunten_imported", "nam knelpunten uit een lijst over"
    ADDED = "knelpunt_note_added", "schreef een aanvulling"
    ANSWERED = "knelpunt_answered", "schreef de huizen een antwoord"
    CLAIMED = "knelpunt_claimed", "nam het knelpunt als eigen knelpunt aan"
    HANDED_OVER = "knelpunt_handed_over", "droeg het knelpunt over aan een andere tafel"
    HAND_OVER_CONFIRMED = "hand_over_confirmed", "legde vast dat de andere tafel het heeft aanvaard"
    CHECK_BACK_MOVED = "check_back_moved", "vroeg na en verzette de datum"
    MERGED = "knelpunt_merged", "voegde het knelpunt samen met een ander"
    UNMERGED = "knelpunt_unmerged", "haalde samengevoegde knelpunten weer uit elkaar"
    TEXT_KEPT = "reason_text_kept", "hield een vaste tekst bij"
    TEXT_DROPPED = "reason_text_dropped", "haalde een vaste tekst weg"
    ATTACHED = "file_attached", "voegde een bijlage toe"
    DETACHED = "file_detached", "haalde een bijlage weg"
    INQUIRY_PUT = "inquiry_put", "stelde de huizen een vraag"
    INQUIRY_EXTENDED = "inquiry_extended", "gaf de huizen meer tijd"
    INQUIRY_ANSWERED = "inquiry_answered", "beantwoordde de uitvraag voor een huis"
    STEPPED = "knelpunt_stepped", "zette een stap met het knelpunt"
