"""The states of a national agreement, its two routes, what can be answered, and who may do what."""

from django.db.models import TextChoices


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


A = AgreementState

STEPS: dict[AgreementState | None, set[AgreementState]] = {
    None: {A.CONCEPT},
    A.CONCEPT: {A.GEVRAAGD, A.OVEREENGEKOMEN, A.INGETROKKEN},
    A.OVEREENGEKOMEN: {A.GEVRAAGD, A.TERUGGELEGD, A.INGETROKKEN},
    A.GEVRAAGD: {A.VOORGELEGD, A.INGETROKKEN},
    A.VOORGELEGD: {A.GEVRAAGD, A.BEKRACHTIGD, A.TERUGGELEGD, A.INGETROKKEN},
    A.TERUGGELEGD: {A.GEVRAAGD, A.OVEREENGEKOMEN, A.INGETROKKEN},
    A.BEKRACHTIGD: {A.VERVANGEN, A.UITGEWERKT},
    A.VERVANGEN: set(),
    A.UITGEWERKT: set(),
    A.INGETROKKEN: set(),
}

# The text can be written freely; later a change of the text asks again.
WRITABLE_STATES = {A.CONCEPT, A.TERUGGELEGD}
# From here a round can be opened, by route: what was agreed as a concept, or what its owner begins with.
OPENS_FROM = {Route.VOORAF: {A.CONCEPT, A.TERUGGELEGD}, Route.ACHTERAF: {A.OVEREENGEKOMEN, A.TERUGGELEGD}}
# Everybody may read these; what came before is for members.
PUBLIC_STATES = {A.BEKRACHTIGD, A.VERVANGEN, A.UITGEWERKT}


# What stands in these is what somebody agreed or is asked about.
STANDING_STATES = {A.OVEREENGEKOMEN, A.GEVRAAGD, A.VOORGELEGD, A.BEKRACHTIGD}


class Stance(TextChoices):
    AKKOORD = "akkoord", "akkoord"
    KANTTEKENING = "kanttekening", "akkoord met kanttekening"
    NIET_AKKOORD = "niet_akkoord", "niet akkoord"


# These ask for a reason.
REASONED = {Stance.KANTTEKENING, Stance.NIET_AKKOORD}


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
