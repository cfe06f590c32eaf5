"""What a mail is about: its subject line, and the sentence over the link."""

from django.db.models import TextChoices


class About(TextChoices):
    """The label is the subject line."""

    KNELPUNT = "knelpunt", "Er is nieuws over een knelpunt van uw huis"
    UITVRAAG = "uitvraag", "De Stuurgroep vraagt iets aan uw huis"
    VOORTGANG = "voortgang", "Hoe gaat het met uw actie?"
    PERSOONSGEGEVENS = "persoonsgegevens", "Er wacht een tekst op de privacybeoordelaar"

    @property
    def sentence(self) -> str:
        return {
            About.KNELPUNT: "Er is een stap gezet met een knelpunt van uw huis. U leest hier welke:",
            About.UITVRAAG: "De Stuurgroep vraagt iets aan alle huizen, ook aan het uwe. U leest en beantwoordt het hier:",
            About.VOORTGANG: "Het laatste bericht over een actie waar u aan meedoet, is ouder dan drie maanden. U schrijft hier hoe het gaat:",
            About.PERSOONSGEGEVENS: "Iemand meldde persoonsgegevens, of een tekst kan over één persoon gaan. U leest haar hier:",
        }[self]
