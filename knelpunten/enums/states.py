"""Where a knelpunt stands: one row per state says all that goes for it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices

from portal.kit.states import Tone
from portal.notify.enums import About


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

    @property
    def row(self) -> StateRow:
        return STATES[self]

    @property
    def tone(self) -> Tone:
        return self.row.tone


class Acting(TextChoices):
    """Who has to act before it goes on."""

    HOUSE = "house", "het huis"
    REVIEWER = "reviewer", "de privacybeoordelaar"
    BUREAU = "bureau", "het landelijk bureau"
    NETWORK = "network", "de leden van het netwerk"
    TABLE = "table", "de andere tafel"
    NOBODY = "nobody", "niemand"


class Reader(TextChoices):
    """Who reads it beside its own house. The landelijk bureau reads what was once handed in to it."""

    REVIEWER = "reviewer", "de privacybeoordelaar"
    BUREAU = "bureau", "het landelijk bureau"
    STUURGROEP = "stuurgroep", "de Stuurgroep"
    MEMBERS = "members", "elk lid"


class Audience(TextChoices):
    """Who hears of a step."""

    HOUSES = "houses", "de huizen die erachter staan"
    REVIEWERS = "reviewers", "de privacybeoordelaars"


class Answering(TextChoices):
    """Whether the houses behind it get an answer."""

    NOT_YET = "not_yet", "nog niet aan de orde"
    OWED = "owed", "de huizen wachten op een antwoord"
    GIVEN = "given", "de stap is zelf het antwoord"


class Need(TextChoices):
    """What a step into a state asks besides a reason. The label is what is said when it is missing."""

    PLACE = "not-placed", "Kies eerst een thema of een ambitie waar dit knelpunt bij hoort."
    AMBITION = "no-ambition", "Kies de ambitie van de Samenwerkingsagenda die dit oppakt."
    TABLE = "no-table", "Kies de tafel waar dit knelpunt belegd wordt."
    OTHER = "no-other", "Kies met welk knelpunt u dit samenvoegt."


@dataclass(frozen=True, kw_only=True)
class StateRow:
    """All that goes for a knelpunt while it stands in one state.

    acting, asks: who has to act before it goes on, and what the overview asks of them: a format of `knelpunt`, or empty.
    came: what happened to it with the step into this state, told afterwards.
    norm: how many working days it may stand there before it is late; None where nothing presses.
    steps: where it can go from here, in the order in which they are offered.
    needs: what a step into it asks besides a reason.
    read_by: who reads it beside its own house.
    is_editable, takes_additions: whether the house changes the text itself, and whether it adds to it.
    is_listed: whether it stands on the knelpuntenlijst of its theme.
    is_noted: whether the Stuurgroep takes note of it in its next meeting, as one list.
    answering: whether its houses are owed an answer.
    is_contestable: whether it is an end that the house can contest, once for each conclusion (`submissions.blockers_for_contesting`).
    tells: whom a step into it tells, and what about.
    means: what it means for the house.
    here: what there is of it at the first station of its chain, while nothing carries it on; empty where it left that station.
    branch: where its chain ends beside the road: a format of `table`, or empty.
    """

    tone: Tone
    acting: Acting
    came: str
    asks: str
    norm: int | None
    steps: tuple[KnelpuntState, ...]
    needs: Need | None
    read_by: frozenset[Reader]
    is_editable: bool
    takes_additions: bool
    is_listed: bool
    is_noted: bool
    answering: Answering
    is_contestable: bool
    tells: dict[Audience, About]
    means: str
    here: str
    branch: str


S = KnelpuntState
HANDED_IN = frozenset({Reader.BUREAU})
SHARED = frozenset({Reader.BUREAU, Reader.MEMBERS})
HOUSES = {Audience.HOUSES: About.KNELPUNT}

STATES: dict[KnelpuntState, StateRow] = {
    S.CONCEPT: StateRow(
        tone=Tone.PLAIN, acting=Acting.HOUSE, norm=None, needs=None, steps=(S.INGEDIEND, S.PRIVACYTOETS, S.INGETROKKEN),
        read_by=frozenset(), is_editable=True, takes_additions=False, is_listed=False, is_noted=False, answering=Answering.NOT_YET, is_contestable=False, tells=HOUSES,
        came="kwam terug als concept", asks="Dit concept is nog niet ingediend.", means="Alleen uw huis ziet het, tot de netwerkmanager het indient.", here="concept", branch="",
    ),
    S.PRIVACYTOETS: StateRow(
        tone=Tone.PLAIN, acting=Acting.REVIEWER, norm=3, needs=None, steps=(S.INGEDIEND, S.CONCEPT),
        read_by=frozenset({Reader.REVIEWER}), is_editable=False, takes_additions=False, is_listed=False, is_noted=False, answering=Answering.NOT_YET, is_contestable=False, tells={**HOUSES, Audience.REVIEWERS: About.PERSOONSGEGEVENS},
        came="ging naar de privacytoets", asks="Dit kan over één persoon gaan. Geeft u het vrij?", means="De privacybeoordelaar leest het eerst. Daarna gaat het naar het landelijk bureau.", here="ingediend, in privacytoets", branch="",
    ),
    S.INGEDIEND: StateRow(
        tone=Tone.PLAIN, acting=Acting.BUREAU, norm=5, needs=None, steps=(S.IN_BEOORDELING, S.INGETROKKEN),
        read_by=HANDED_IN, is_editable=False, takes_additions=True, is_listed=False, is_noted=False, answering=Answering.NOT_YET, is_contestable=False, tells=HOUSES,
        came="werd ingediend", asks="Wacht op een beoordeling, {knelpunt.origin}.", means="Het ligt nu bij het landelijk bureau. U ziet hier wat ermee gebeurt.", here="ingediend, nog niet gelezen", branch="",
    ),
    S.IN_BEOORDELING: StateRow(
        tone=Tone.PLAIN, acting=Acting.BUREAU, norm=15, needs=None,
        steps=(S.OP_DE_LIJST, S.SAMENGEVOEGD, S.ELDERS_BELEGD, S.NAAR_SAMENWERKINGSAGENDA, S.HOORT_IN_DE_REGIO, S.NIET_OPGENOMEN, S.TERUG_NAAR_INDIENER),
        read_by=HANDED_IN, is_editable=False, takes_additions=True, is_listed=False, is_noted=False, answering=Answering.NOT_YET, is_contestable=False, tells=HOUSES,
        came="werd in beoordeling genomen", asks="Wacht op een beoordeling, {knelpunt.origin}.", means="Het landelijk bureau beoordeelt het. De tekst ligt vast; u kunt er wel iets bij schrijven.", here="gelezen, wordt beoordeeld", branch="",
    ),
    S.TERUG_NAAR_INDIENER: StateRow(
        tone=Tone.ATTENTION, acting=Acting.HOUSE, norm=20, needs=None, steps=(S.INGEDIEND, S.PRIVACYTOETS, S.INGETROKKEN),
        read_by=HANDED_IN, is_editable=True, takes_additions=False, is_listed=False, is_noted=False, answering=Answering.NOT_YET, is_contestable=False, tells=HOUSES,
        came="kwam terug voor een aanvulling", asks="Het landelijk bureau vraagt om aanvulling.", means="Pas de tekst aan en dien het knelpunt opnieuw in, of trek het in.", here="terug naar de indiener", branch="",
    ),
    S.OP_DE_LIJST: StateRow(
        tone=Tone.PLAIN, acting=Acting.NETWORK, norm=None, needs=Need.PLACE, steps=(S.GEKOPPELD, S.ELDERS_BELEGD),
        read_by=SHARED, is_editable=False, takes_additions=True, is_listed=True, is_noted=False, answering=Answering.NOT_YET, is_contestable=False, tells=HOUSES,
        came="kwam op de knelpuntenlijst", asks="", means="Alle leden lezen het. Andere huizen kunnen het herkennen, en er kan een actie van komen.", here="beoordeeld, op de knelpuntenlijst", branch="",
    ),
    S.GEKOPPELD: StateRow(
        tone=Tone.GOOD, acting=Acting.NETWORK, norm=None, needs=None, steps=(S.BEANTWOORD,),
        read_by=SHARED, is_editable=False, takes_additions=True, is_listed=True, is_noted=False, answering=Answering.NOT_YET, is_contestable=False, tells=HOUSES,
        came="werd gekoppeld aan een actie", asks="", means="Er is een actie voor. Is die klaar, dan schrijft het landelijk bureau u wat ervan gekomen is.", here="", branch="",
    ),
    S.BEANTWOORD: StateRow(
        tone=Tone.GOOD, acting=Acting.NOBODY, norm=None, needs=None, steps=(S.IN_BEOORDELING,),
        read_by=SHARED, is_editable=False, takes_additions=True, is_listed=False, is_noted=False, answering=Answering.GIVEN, is_contestable=True, tells=HOUSES,
        came="werd beantwoord", asks="", means="U heeft antwoord: u leest hier wat ervan gekomen is.", here="", branch="",
    ),
    S.ELDERS_BELEGD: StateRow(
        tone=Tone.PLAIN, acting=Acting.TABLE, norm=None, needs=Need.TABLE, steps=(S.IN_BEOORDELING,),
        read_by=SHARED | {Reader.STUURGROEP}, is_editable=False, takes_additions=True, is_listed=False, is_noted=True, answering=Answering.OWED, is_contestable=True, tells=HOUSES,
        came="werd elders belegd", asks="", means="Een andere tafel pakt het op. Het landelijk bureau schrijft u wat ervan komt.", here="", branch="Elders belegd: {table}",
    ),
    S.HOORT_IN_DE_REGIO: StateRow(
        tone=Tone.PLAIN, acting=Acting.NOBODY, norm=None, needs=None, steps=(S.IN_BEOORDELING,),
        read_by=HANDED_IN, is_editable=False, takes_additions=True, is_listed=False, is_noted=False, answering=Answering.OWED, is_contestable=True, tells=HOUSES,
        came="ging terug naar de regio", asks="", means="Het landelijk bureau legt het terug bij uw regionale stuurgroep, met een advies.", here="", branch="Hoort in de regio",
    ),
    S.NIET_OPGENOMEN: StateRow(
        tone=Tone.STUCK, acting=Acting.NOBODY, norm=None, needs=None, steps=(S.IN_BEOORDELING,),
        read_by=HANDED_IN | {Reader.STUURGROEP}, is_editable=False, takes_additions=True, is_listed=False, is_noted=True, answering=Answering.OWED, is_contestable=True, tells=HOUSES,
        came="werd niet opgenomen", asks="", means="Het netwerk pakt dit niet op. U leest hier waarom.", here="", branch="Niet opgenomen",
    ),
    S.SAMENGEVOEGD: StateRow(
        tone=Tone.PLAIN, acting=Acting.NOBODY, norm=None, needs=Need.OTHER, steps=(S.IN_BEOORDELING,),
        read_by=HANDED_IN, is_editable=False, takes_additions=True, is_listed=False, is_noted=False, answering=Answering.NOT_YET, is_contestable=False, tells=HOUSES,
        came="werd samengevoegd met een ander", asks="", means="Het gaat verder in het andere knelpunt. Uw huis staat daarachter en hoort wat ermee gebeurt.", here="", branch="Samengevoegd met een ander knelpunt",
    ),
    S.NAAR_SAMENWERKINGSAGENDA: StateRow(
        tone=Tone.GOOD, acting=Acting.NETWORK, norm=None, needs=Need.AMBITION, steps=(S.IN_BEOORDELING,),
        read_by=SHARED, is_editable=False, takes_additions=True, is_listed=False, is_noted=False, answering=Answering.OWED, is_contestable=True, tells=HOUSES,
        came="ging naar de Samenwerkingsagenda", asks="", means="Een actielijn van de Samenwerkingsagenda kan het oppakken. U hoort het als dat gebeurt.", here="", branch="Naar de Samenwerkingsagenda",
    ),
    S.INGETROKKEN: StateRow(
        tone=Tone.STUCK, acting=Acting.NOBODY, norm=None, needs=None, steps=(),
        read_by=HANDED_IN, is_editable=False, takes_additions=False, is_listed=False, is_noted=False, answering=Answering.NOT_YET, is_contestable=False, tells=HOUSES,
        came="werd ingetrokken", asks="", means="Uw huis trok het in. Het blijft bij uw huis te lezen.", here="", branch="Ingetrokken",
    ),
}  # fmt: skip

# Where a knelpunt begins, and the steps it can take.
STEPS: dict[KnelpuntState | None, set[KnelpuntState]] = {
    None: {S.CONCEPT},
    **{state: set(row.steps) for state, row in STATES.items()},
}
# The outcomes the landelijk bureau chooses from when it assesses.
OUTCOMES = list(STATES[S.IN_BEOORDELING].steps)
READ_BY = {reader: {state for state, row in STATES.items() if reader in row.read_by} for reader in Reader}
# What every member may read: the knelpuntenlijst and what came of it.
SHARED_STATES = READ_BY[Reader.MEMBERS]
# What only the own house reads, and the privacybeoordelaar where it waits for one.
UNSEEN_STATES = set(S) - READ_BY[Reader.BUREAU]
NOTED_STATES = {state for state, row in STATES.items() if row.is_noted}
# What came to an end without an action of the network's: its houses are owed an answer.
OWING_STATES = {state for state, row in STATES.items() if row.answering is Answering.OWED}
CONTESTABLE_STATES = {state for state, row in STATES.items() if row.is_contestable}
LISTED_STATES = {state for state, row in STATES.items() if row.is_listed}
EDITABLE_STATES = {state for state, row in STATES.items() if row.is_editable}
# Where it waits for this one.
WAITING_FOR = {acting: {state for state, row in STATES.items() if row.acting is acting} for acting in Acting}
