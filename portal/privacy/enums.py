"""What may be found in a text, and what follows from it."""

from django.db.models import TextChoices


class Verdict(TextChoices):
    CLEAN = "clean", "niets gevonden"
    SOFT = "soft", "kan over een persoon gaan"
    HARD = "hard", "persoonsgegeven"


class Kind(TextChoices):
    """Each label reads after "Dit lijkt op"."""

    BSN = "bsn", "een burgerservicenummer"
    IBAN = "iban", "een rekeningnummer"
    TELEPHONE = "telephone", "een telefoonnummer"
    EMAIL = "email", "een mailadres van een persoon"
    PROFILE = "profile", "een profiel van een persoon"
    PLATE = "licence_plate", "een kenteken"
    ADDRESS = "address", "een adres"
    POSTCODE = "postcode", "een postcode met huisnummer"
    BIRTH = "date_of_birth", "een geboortedatum"
    CASE = "case_number", "een zaak-, parket- of dossiernummer"
    TITLED_NAME = "titled_name", "de naam van een persoon"
    NAME = "name", "een naam"
    AGE = "age", "een leeftijd van een persoon"
    TOGETHER = "together", "een beschrijving van één persoon"
    DAY = "day", "een datum die een geboortedatum kan zijn"


HARD = {
    Kind.BSN, Kind.IBAN, Kind.TELEPHONE, Kind.EMAIL, Kind.PROFILE, Kind.PLATE, Kind.ADDRESS, Kind.POSTCODE, Kind.BIRTH, Kind.CASE,
    Kind.TITLED_NAME,
}  # fmt: skip

# What to do instead, for the writer of the text.
INSTEAD = {
    Kind.BSN: "Laat het nummer weg.",
    Kind.IBAN: "Laat het nummer weg.",
    Kind.TELEPHONE: "Laat het nummer weg. Het landelijk bureau weet wie uw huis is.",
    Kind.EMAIL: "Laat het adres weg, of noem alleen de organisatie.",
    Kind.PROFILE: "Laat de verwijzing weg, of noem alleen de organisatie.",
    Kind.PLATE: "Laat het kenteken weg.",
    Kind.ADDRESS: "Noem hooguit de gemeente of de wijk in het algemeen.",
    Kind.POSTCODE: "Noem hooguit de gemeente of de wijk in het algemeen.",
    Kind.BIRTH: "Schrijf over een leeftijdsgroep, zoals jongeren of ouderen.",
    Kind.CASE: "Laat het nummer weg. Schrijf over het patroon, niet over de zaak.",
    Kind.TITLED_NAME: "Noem de functie of de organisatie, niet de naam.",
    Kind.NAME: "Noem de functie of de organisatie, niet de naam.",
    Kind.AGE: "Schrijf over een groep, zoals jongeren of ouderen.",
    Kind.TOGETHER: "Schrijf wat steeds weer gebeurt, niet over één persoon.",
    Kind.DAY: "Laat de datum weg als het een geboortedatum is.",
}


class Judgement(TextChoices):
    """What a reviewer made of a report."""

    PUT_BACK = "teruggezet", "geen persoonsgegevens: het staat er"
    REMOVED = "verwijderd", "verwijderd"
    GONE = "weg", "het deel was er al niet meer"


class SecondWord(TextChoices):
    YES = "akkoord", "verwijderd"
    NO = "niet_akkoord", "blijft staan"


class Ground(TextChoices):
    """Why words were taken away. Each label reads after "Grond:"."""

    PERSONAL = "persoonsgegevens", "persoonsgegevens (AVG)"
    SPECIAL = "bijzonder", "bijzondere of strafrechtelijke persoonsgegevens (AVG)"
    CASE = "casus", "gegevens uit een casus (WGS)"


class Permission(TextChoices):
    REVIEW = "privacy.review"
    SECOND = "privacy.second"
    REPORTED = "privacy.reported"


class Verb(TextChoices):
    REPORTED = "personal_data_reported", "meldde persoonsgegevens"
    PUT_BACK = "text_put_back", "zette de tekst terug: er stonden geen persoonsgegevens in"
    REMOVED = "text_removed", "verwijderde tekst: er stonden persoonsgegevens in"
    FOUND_GONE = "report_closed", "sloot een melding: het deel was er al niet meer"
    WITHHELD = "text_withheld", "verborg tekst tot hij beoordeeld is"
    ENQUIRED = "reporter_asked", "vroeg de melder om uitleg"
    CLARIFIED = "report_clarified", "legde een melding uit"
    REMOVAL_ASKED = "removal_asked", "vroeg een tweede om tekst te verwijderen uit wat besloten is"
    REMOVAL_REFUSED = "removal_refused", "liet tekst staan die een ander wilde verwijderen"
