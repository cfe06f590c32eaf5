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


# An editor of public documents sits at the landelijk bureau, but is no member of the network's own part.
MEMBER_FUNCTIONS = {function for function in SeatFunction if function is not SeatFunction.REDACTEUR}


class Phase(TextChoices):
    DIRECTE_VEILIGHEID = "directe_veiligheid", "directe veiligheid"
    STABIELE_VEILIGHEID = "stabiele_veiligheid", "stabiele veiligheid"
    MAATSCHAPPELIJK_HERSTEL = "maatschappelijk_herstel", "maatschappelijk herstel"


class Permission(TextChoices):
    READ_AS_MEMBER = "network.read_as_member"
    INVITE = "network.invite"
    KEEP_LANDSCAPE = "network.keep_landscape"


class Verb(TextChoices):
    SEATED = "seated", "kreeg een zetel"
    ADMITTED = "organisation_admitted", "liet een organisatie toe"
    SEAT_ENDED = "seat_ended", "zetel beëindigd"
    TABLE_WRITTEN = "table_written", "hield het beleidslandschap bij"
