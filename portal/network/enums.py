"""Who is who and who may: kinds of bodies, functions of seats, phases of the vision, permissions."""

from django.db.models import TextChoices


class BodyKind(TextChoices):
    STUURGROEP = "stuurgroep", "landelijke Stuurgroep Zorg en Veiligheid"
    KLANKBORDGROEP = "klankbordgroep", "Klankbordgroep Zorg en Veiligheid"
    REGIONALE_STUURGROEP = "regionale_stuurgroep", "regionale stuurgroep"
    PARTNEROVERLEG = "partneroverleg", "partneroverleg"
    LANDELIJK_BUREAU = "landelijk_bureau", "landelijk bureau"
    REGIONAAL_BUREAU = "regionaal_bureau", "regionaal bureau"
    RECHTMATIGHEID = "rechtmatigheid", "Rechtmatigheidsadviescommissie"
    BESTUUR_NZVH = "bestuur_nzvh", "bestuur van de vereniging N-ZVH"


class SeatFunction(TextChoices):
    LID = "lid", "lid"
    VOORZITTER = "voorzitter", "voorzitter"
    SECRETARIS = "secretaris", "secretaris"
    NETWERKMANAGER = "netwerkmanager", "netwerkmanager"
    MEDEWERKER = "medewerker", "medewerker"
    PRIVACYBEOORDELAAR = "privacybeoordelaar", "privacybeoordelaar"
    REDACTEUR = "redacteur", "redacteur"


# Who reads what members read. An editor of public documents sits at the landelijk bureau, but is none of them; a function
# that is not named here reads nothing until somebody decides that it does.
MEMBER_FUNCTIONS = {
    SeatFunction.LID,
    SeatFunction.VOORZITTER,
    SeatFunction.SECRETARIS,
    SeatFunction.NETWERKMANAGER,
    SeatFunction.MEDEWERKER,
    SeatFunction.PRIVACYBEOORDELAAR,
}


B, F = BodyKind, SeatFunction
BOARD = {F.LID, F.VOORZITTER, F.SECRETARIS}
# Which functions there are in which kind of body. The database refuses every other pair.
SEATS_OF: dict[BodyKind, set[SeatFunction]] = {
    B.STUURGROEP: BOARD | {F.MEDEWERKER},
    B.KLANKBORDGROEP: BOARD | {F.MEDEWERKER},
    B.REGIONALE_STUURGROEP: BOARD,
    B.PARTNEROVERLEG: BOARD,
    B.LANDELIJK_BUREAU: {F.MEDEWERKER, F.SECRETARIS, F.PRIVACYBEOORDELAAR, F.REDACTEUR},
    B.REGIONAAL_BUREAU: {F.NETWERKMANAGER, F.MEDEWERKER},
    B.RECHTMATIGHEID: BOARD,
    B.BESTUUR_NZVH: BOARD,
}

# With these one can do more than one's own work: they are given by two persons. In the bestuur that goes for every seat.
WEIGHTY = {F.SECRETARIS, F.VOORZITTER, F.PRIVACYBEOORDELAAR, F.REDACTEUR}
# Who speaks for a body, and can so confirm a seat in it. At the landelijk bureau its medewerkers do.
SPEAKING = BOARD | {F.NETWERKMANAGER}
# Who holds one of these hears of it wherever it is given: elsewhere only who holds it in the same body.
ONE_IN_ALL = {F.PRIVACYBEOORDELAAR, F.REDACTEUR}


def needs_second_person(kind: str, function: str) -> bool:
    """Whether this seat is given by two persons, whoever asks and from whatever day."""
    return kind == BodyKind.BESTUUR_NZVH or function in WEIGHTY


class Answer(TextChoices):
    CONFIRMED = "confirmed", "bevestigd"
    DECLINED = "declined", "afgewezen"
    WITHDRAWN = "withdrawn", "ingetrokken"


class Ground(TextChoices):
    """Why a proposed seat is not given. Chosen, not written: no word about a person is kept."""

    NOT_ASKED = "not_asked", "ons gremium heeft diegene hier niet voor gevraagd"
    OTHER_PERSON = "other_person", "het moet iemand anders zijn"
    OTHER_FUNCTION = "other_function", "de functie of het gremium klopt niet"
    OTHER_DAY = "other_day", "de begindatum klopt niet"
    TALK_FIRST = "talk_first", "wij willen hier eerst over spreken"


class EndGround(TextChoices):
    """Why a seat ends. Chosen, not written: no word about a person is kept."""

    STEPPED_DOWN = "stepped_down", "diegene legde de functie neer"
    SUCCEEDED = "succeeded", "iemand anders volgt op"
    OTHER_WORK = "other_work", "diegene kreeg ander werk"
    MEMBER_CHOSE = "member_chose", "de organisatie of het huis wees iemand anders aan"
    MISTAKE = "mistake", "de zetel was een vergissing"
    SAFETY = "safety", "de toegang moet snel weg"


class Phase(TextChoices):
    DIRECTE_VEILIGHEID = "directe_veiligheid", "directe veiligheid"
    STABIELE_VEILIGHEID = "stabiele_veiligheid", "stabiele veiligheid"
    MAATSCHAPPELIJK_HERSTEL = "maatschappelijk_herstel", "maatschappelijk herstel"


class Permission(TextChoices):
    READ_AS_MEMBER = "network.read_as_member"
    INVITE = "network.invite"
    KEEP_LANDSCAPE = "network.keep_landscape"
    READ_PROPOSAL = "network.read_proposal"
    CONFIRM_SEAT = "network.confirm_seat"
    END_SEAT = "network.end_seat"
    LET_IN = "network.let_in"


class Verb(TextChoices):
    SEATED = "seated", "kreeg een zetel"
    SEATED_BY_OPERATOR = "seated_by_operator", "kreeg een zetel van wie de server beheert, zonder tweede persoon"
    SEAT_PROPOSED = "seat_proposed", "stelde een zetel voor, die op een tweede persoon wacht"
    SEAT_CONFIRMED = "seat_confirmed", "bevestigde als tweede persoon een voorgestelde zetel"
    SEAT_DECLINED = "seat_declined", "wees een voorgestelde zetel af"
    SEAT_WITHDRAWN = "seat_withdrawn", "trok een voorgestelde zetel in"
    INVITED_AGAIN = "invited_again", "stuurde een uitnodiging opnieuw"
    INVITATION_WITHDRAWN = "invitation_withdrawn", "trok een uitnodiging in"
    ADMITTED = "organisation_admitted", "liet een organisatie toe"
    SEAT_ENDED = "seat_ended", "zetel beëindigd"
    TABLE_WRITTEN = "table_written", "hield het beleidslandschap bij"
