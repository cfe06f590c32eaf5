"""The states of a national agreement, one row for each, its two routes, what can be answered, and who may do what."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices

from portal.kit.states import Tone


class Route(TextChoices):
    """Who commits themselves when: before the Stuurgroep decides, or after it agreed a concept."""

    VOORAF = "vooraf", "route I: commitment vooraf"
    ACHTERAF = "achteraf", "route II: commitment achteraf"


class AgreementState(TextChoices):
    CONCEPT = "concept", "concept"
    OVEREENGEKOMEN = "overeengekomen", "als concept overeengekomen"
    GEVRAAGD = "gevraagd", "standpunten gevraagd"
    VOORGELEGD = "voorgelegd", "voorgelegd aan de Stuurgroep"
    TERUGGELEGD = "teruggelegd", "teruggelegd"
    BEKRACHTIGD = "bekrachtigd", "bekrachtigd"
    VERVANGEN = "vervangen", "vervangen"
    UITGEWERKT = "uitgewerkt", "uitgewerkt"
    INGETROKKEN = "ingetrokken", "ingetrokken"

    @property
    def row(self) -> StateRow:
        return STATES[self]

    @property
    def tone(self) -> Tone:
        return self.row.tone


class Group(TextChoices):
    """Under which head of the register it stands."""

    IN_FORCE = "geldend", "geldend"
    UNDER_WAY = "onderweg", "onderweg"
    PAST = "voorbij", "voorbij"


@dataclass(frozen=True, kw_only=True)
class StateRow:
    """All that goes for an agreement while it stands in one state.

    asks: what it asks of who runs its route, where it is their turn; or empty.
    steps: where it can go from here.
    is_writable: whether the text is written freely; later a change of the text asks again.
    opens_for: for which routes a round can be opened from here: what was agreed as a concept, or what its owner begins with.
    is_asked: whether positions are asked about it, or were and count.
    is_public: whether everybody reads it; what is not, is for members.
    is_agreed: whether this is what somebody agreed or is asked about.
    """

    asks: str
    group: Group
    tone: Tone
    steps: tuple[AgreementState, ...]
    is_writable: bool
    opens_for: frozenset[Route]
    is_asked: bool
    is_public: bool
    is_agreed: bool


A = AgreementState

STATES: dict[AgreementState, StateRow] = {
    A.CONCEPT: StateRow(
        asks="Het concept is nog niet af, of nog niet gevraagd.",
        group=Group.UNDER_WAY, tone=Tone.PLAIN, steps=(A.GEVRAAGD, A.OVEREENGEKOMEN, A.INGETROKKEN),
        is_writable=True, opens_for=frozenset({Route.VOORAF}), is_asked=False, is_public=False, is_agreed=False,
    ),
    A.OVEREENGEKOMEN: StateRow(
        asks="De Stuurgroep kwam het concept overeen. Vraag om standpunten.",
        group=Group.UNDER_WAY, tone=Tone.PLAIN, steps=(A.GEVRAAGD, A.TERUGGELEGD, A.INGETROKKEN),
        is_writable=False, opens_for=frozenset({Route.ACHTERAF}), is_asked=False, is_public=False, is_agreed=True,
    ),
    A.GEVRAAGD: StateRow(
        asks="",
        group=Group.UNDER_WAY, tone=Tone.PLAIN, steps=(A.VOORGELEGD, A.INGETROKKEN),
        is_writable=False, opens_for=frozenset(), is_asked=True, is_public=False, is_agreed=True,
    ),
    A.VOORGELEGD: StateRow(
        asks="",
        group=Group.UNDER_WAY, tone=Tone.ATTENTION, steps=(A.GEVRAAGD, A.BEKRACHTIGD, A.TERUGGELEGD, A.INGETROKKEN),
        is_writable=False, opens_for=frozenset(), is_asked=True, is_public=False, is_agreed=True,
    ),
    A.TERUGGELEGD: StateRow(
        asks="De Stuurgroep legde de afspraak terug. Pas de tekst aan en vraag opnieuw, of trek haar in.",
        group=Group.UNDER_WAY, tone=Tone.ATTENTION, steps=(A.GEVRAAGD, A.OVEREENGEKOMEN, A.INGETROKKEN),
        is_writable=True, opens_for=frozenset(Route), is_asked=False, is_public=False, is_agreed=False,
    ),
    A.BEKRACHTIGD: StateRow(
        asks="",
        group=Group.IN_FORCE, tone=Tone.GOOD, steps=(A.VERVANGEN, A.UITGEWERKT),
        is_writable=False, opens_for=frozenset(), is_asked=False, is_public=True, is_agreed=True,
    ),
    A.VERVANGEN: StateRow(
        asks="",
        group=Group.PAST, tone=Tone.PLAIN, steps=(),
        is_writable=False, opens_for=frozenset(), is_asked=False, is_public=True, is_agreed=False,
    ),
    A.UITGEWERKT: StateRow(
        asks="",
        group=Group.PAST, tone=Tone.PLAIN, steps=(),
        is_writable=False, opens_for=frozenset(), is_asked=False, is_public=True, is_agreed=False,
    ),
    A.INGETROKKEN: StateRow(
        asks="",
        group=Group.PAST, tone=Tone.STUCK, steps=(),
        is_writable=False, opens_for=frozenset(), is_asked=False, is_public=False, is_agreed=False,
    ),
}  # fmt: skip

# Where an agreement begins, and the steps it can take.
STEPS: dict[AgreementState | None, set[AgreementState]] = {
    None: {A.CONCEPT},
    **{state: set(row.steps) for state, row in STATES.items()},
}
WRITABLE_STATES = {state for state, row in STATES.items() if row.is_writable}
PUBLIC_STATES = {state for state, row in STATES.items() if row.is_public}
STANDING_STATES = {state for state, row in STATES.items() if row.is_agreed}
GROUPS = {group: {state for state, row in STATES.items() if row.group is group} for group in Group}


class Stance(TextChoices):
    AKKOORD = "akkoord", "akkoord"
    KANTTEKENING = "kanttekening", "akkoord met kanttekening"
    NIET_AKKOORD = "niet_akkoord", "niet akkoord"

    @property
    def row(self) -> StanceRow:
        return STANCES[self]

    @property
    def tone(self) -> Tone:
        return self.row.tone


@dataclass(frozen=True, kw_only=True)
class StanceRow:
    """asks_reason: whether it is given with a reason."""

    tone: Tone
    asks_reason: bool


STANCES: dict[Stance, StanceRow] = {
    Stance.AKKOORD: StanceRow(tone=Tone.GOOD, asks_reason=False),
    Stance.KANTTEKENING: StanceRow(tone=Tone.ATTENTION, asks_reason=True),
    Stance.NIET_AKKOORD: StanceRow(tone=Tone.STUCK, asks_reason=True),
}
REASONED = {stance for stance, row in STANCES.items() if row.asks_reason}


class Channel(TextChoices):
    """How a position came in."""

    PORTAAL = "portaal", "in het portaal"
    TELEFOON = "telefoon", "per telefoon"
    MAIL = "mail", "per mail"
    OVERLEG = "overleg", "in een overleg"


class RoundOutcome(TextChoices):
    """Why a round is over."""

    TERMIJN = "termijn", "de termijn is voorbij"
    ALLEN = "allen", "iedereen heeft geantwoord"
    GEWIJZIGD = "gewijzigd", "de tekst is gewijzigd"
    INGETROKKEN = "ingetrokken", "de afspraak is ingetrokken"


class UptakeStatus(TextChoices):
    """Whether a house works by an agreement."""

    WERKT = "werkt", "werkt ermee"
    BEGINT = "begint", "begint ermee"
    NOG_NIET = "nog_niet", "nog niet begonnen"
    KAN_NIET = "kan_niet", "kan er niet mee werken"


# Days after the opening of a round on which the silent are reminded: further and further apart.
REMIND_AFTER = (5, 10, 20, 40)
LAST_CALL = 2  # days before the end


class Permission(TextChoices):
    READ = "ratification.read"
    RUN = "ratification.run"
    TAKE_POSITION = "ratification.take_position"
    RECORD = "ratification.record_on_behalf"
    READ_ALL = "ratification.read_all_positions"
    CARRY = "ratification.carry"
    REPORT_UPTAKE = "ratification.report_uptake"


class Verb(TextChoices):
    DRAFTED = "agreement_drafted", "begon een landelijke afspraak"
    REWRITTEN = "agreement_rewritten", "schreef aan de afspraak"
    STEPPED = "agreement_stepped", "bracht de afspraak verder"
    ROUND_OPENED = "round_opened", "vroeg om standpunten"
    ROUND_EXTENDED = "round_extended", "verlengde de termijn"
    ROUND_ENDED = "round_ended", "sloot een ronde"
    POSITION_TAKEN = "position_taken", "gaf een standpunt"
    POSITION_CONFIRMED = "position_confirmed", "bevestigde een standpunt"
    REMARK_ANSWERED = "remark_answered", "beantwoordde een kanttekening"
    REMARK_SETTLED = "remark_settled", "vindt de kanttekening beantwoord"
    CONSULTED = "constituency_consulted", "legde vast hoe de achterban is geraadpleegd"
    RATIFIED = "agreement_ratified", "bekrachtigde de afspraak"
    CARRIED = "agreement_carried", "legde vast hoe de afspraak naar de achterban gaat"
    UPTAKE = "agreement_uptake", "meldde hoe het huis met de afspraak werkt"
