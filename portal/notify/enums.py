"""What a mail is about: its subject line, and the sentence over the link."""

from django.db.models import TextChoices


class About(TextChoices):
    """The label is the subject line."""

    KNELPUNT = "knelpunt", "Er is nieuws over een knelpunt waar uw huis achter staat"
    HERKENNING = "herkenning", "Een ander huis herkent een knelpunt waar uw huis achter staat"
    ANTWOORD = "antwoord", "Er is antwoord op een knelpunt waar uw huis achter staat"
    BUNDELING = "bundeling", "Een knelpunt waar uw huis achter staat, en een rode draad"
    OPGENOMEN = "opgenomen", "De Samenwerkingsagenda neemt een knelpunt op waar uw huis achter staat"
    UITVRAAG = "uitvraag", "De Stuurgroep vraagt iets aan uw huis"
    VOORTGANG = "voortgang", "Hoe gaat het met uw actie?"
    STANDPUNT = "standpunt", "Er wordt een standpunt van u gevraagd"
    JAARPLAN = "jaarplan", "Het jaarplan van uw huis vraagt iets van u"
    TOELICHTING = "toelichting", "Er is nieuws over een toelichting van uw huis"
    ACTIELIJN = "actielijn", "Hoe staat uw landelijke actielijn ervoor?"
    AGENDA = "agenda", "De agenda van uw vergadering staat klaar"
    SCHRIFTELIJK = "schriftelijk", "Uw gremium vraagt een besluit in een schriftelijke ronde"
    AGENDA_GEWIJZIGD = "agenda_gewijzigd", "De agenda van uw vergadering is gewijzigd"
    PERSOONSGEGEVENS = "persoonsgegevens", "Er wacht een tekst op de privacybeoordelaar"
    MELDING = "melding", "De privacybeoordelaar vraagt u iets over uw melding"
    TWEEDE = "tweede", "Er wordt een tweede persoon gevraagd bij het verwijderen van tekst"

    @property
    def sentence(self) -> str:
        return {
            About.KNELPUNT: "Er is een stap gezet met een knelpunt waar uw huis achter staat. U leest hier welke:",
            About.HERKENNING: "Een ander huis herkent een knelpunt waar uw huis achter staat. U leest hier welk:",
            About.ANTWOORD: (
                "Het landelijk bureau schreef wat er werd van een knelpunt waar uw huis achter staat. U leest het hier:"
            ),
            About.BUNDELING: (
                "Een knelpunt waar uw huis achter staat, hoort bij een rode draad, of hoort er niet meer bij. "
                "U leest hier waarom:"
            ),
            About.OPGENOMEN: (
                "Een actielijn van de Samenwerkingsagenda pakt een knelpunt op waar uw huis achter staat. U leest hier welke:"
            ),
            About.UITVRAAG: "De Stuurgroep vraagt iets aan alle huizen, ook aan het uwe. U leest en beantwoordt het hier:",
            About.VOORTGANG: (
                "Het laatste bericht over een actie waar u aan meedoet, is ouder dan drie maanden. U schrijft hier hoe het gaat:"
            ),
            About.STANDPUNT: (
                "Er loopt een ronde over een landelijke afspraak, en uw antwoord telt. U leest de tekst en antwoordt hier:"
            ),
            About.JAARPLAN: (
                "Er wordt om het jaarplan van uw huis gevraagd, of er zijn vragen over. U leest en schrijft het hier:"
            ),
            About.TOELICHTING: (
                "Uw huis lichtte toe waarom een actielijn niet haalbaar is. Iemand bood hulp aan of schreef een antwoord:"
            ),
            About.ACTIELIJN: (
                "Uw organisatie is eigenaar van een landelijke actielijn. Het halfjaar loopt af en er is nog geen bericht. "
                "U schrijft het hier:"
            ),
            About.AGENDA: "De agenda en de stukken van een vergadering staan klaar. U leest ze hier:",
            About.SCHRIFTELIJK: "Uw gremium besluit hierover buiten een vergadering om. U leest en beantwoordt de vraag hier:",
            About.AGENDA_GEWIJZIGD: (
                "De agenda van een vergadering is gewijzigd nadat zij verstuurd was. U leest hier wat er anders is:"
            ),
            About.PERSOONSGEGEVENS: "Iemand meldde persoonsgegevens, of een tekst kan over één persoon gaan. U leest haar hier:",
            About.MELDING: "U meldde persoonsgegevens. De privacybeoordelaar wil daar iets over weten. U antwoordt hier:",
            About.TWEEDE: (
                "In iets dat is besloten staan persoonsgegevens. Twee mensen beslissen of die tekst weg moet. U kijkt hier mee:"
            ),
        }[self]
