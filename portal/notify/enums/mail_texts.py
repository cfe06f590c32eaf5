"""Every mail: what it is about, its subject line, and the sentence over the link."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices


class About(TextChoices):
    KNELPUNT = "knelpunt"
    HERKENNING = "herkenning"
    ANTWOORD = "antwoord"
    BUNDELING = "bundeling"
    OPGENOMEN = "opgenomen"
    UITVRAAG = "uitvraag"
    VOORTGANG = "voortgang"
    STANDPUNT = "standpunt"
    JAARPLAN = "jaarplan"
    TOELICHTING = "toelichting"
    ACTIELIJN = "actielijn"
    AGENDA = "agenda"
    SCHRIFTELIJK = "schriftelijk"
    AGENDA_GEWIJZIGD = "agenda_gewijzigd"
    PERSOONSGEGEVENS = "persoonsgegevens"
    MELDING = "melding"
    TWEEDE = "tweede"

    @property
    def label(self) -> str:
        """The subject line."""
        return MAILS[self].subject

    @property
    def sentence(self) -> str:
        return MAILS[self].sentence


@dataclass(frozen=True, kw_only=True)
class MailText:
    """What a mail says: nothing of what it is about, for that is read after signing in."""

    subject: str
    sentence: str


MAILS: dict[About, MailText] = {
    About.KNELPUNT: MailText(
        subject="Er is nieuws over een knelpunt waar uw huis achter staat",
        sentence="Er is een stap gezet met een knelpunt waar uw huis achter staat. U leest hier welke:",
    ),
    About.HERKENNING: MailText(
        subject="Een ander huis herkent een knelpunt waar uw huis achter staat",
        sentence="Een ander huis herkent een knelpunt waar uw huis achter staat. U leest hier welk:",
    ),
    About.ANTWOORD: MailText(
        subject="Er is antwoord op een knelpunt waar uw huis achter staat",
        sentence="Het landelijk bureau schreef wat er werd van een knelpunt waar uw huis achter staat. U leest het hier:",
    ),
    About.BUNDELING: MailText(
        subject="Er is nieuws over een rode draad met een knelpunt van uw huis",
        sentence="Een knelpunt waar uw huis achter staat, hoort bij een rode draad, of hoort er niet meer bij. U leest hier waarom:",
    ),
    About.OPGENOMEN: MailText(
        subject="De Samenwerkingsagenda neemt een knelpunt op waar uw huis achter staat",
        sentence="Een actielijn van de Samenwerkingsagenda pakt een knelpunt op waar uw huis achter staat. U leest hier welke:",
    ),
    About.UITVRAAG: MailText(
        subject="De Stuurgroep vraagt iets aan uw huis",
        sentence="De Stuurgroep vraagt iets aan alle huizen, ook aan het uwe. U leest en beantwoordt het hier:",
    ),
    About.VOORTGANG: MailText(
        subject="Hoe gaat het met uw actie?",
        sentence="Het laatste bericht over een actie waar u aan meedoet, is ouder dan drie maanden. U schrijft hier hoe het gaat:",
    ),
    About.STANDPUNT: MailText(
        subject="Er wordt een standpunt van u gevraagd",
        sentence="Er loopt een ronde over een landelijke afspraak, en uw antwoord telt. U leest de tekst en antwoordt hier:",
    ),
    About.JAARPLAN: MailText(
        subject="Er wordt iets gevraagd over het jaarplan van uw huis",
        sentence="Er wordt om het jaarplan van uw huis gevraagd, of er zijn vragen over. U leest en schrijft het hier:",
    ),
    About.TOELICHTING: MailText(
        subject="Er is nieuws over een toelichting van uw huis",
        sentence=(
            "Uw huis lichtte toe waarom een actielijn niet haalbaar is. Iemand bood hulp aan of schreef een antwoord. "
            "U leest het hier:"
        ),
    ),
    About.ACTIELIJN: MailText(
        subject="Hoe staat uw landelijke actielijn ervoor?",
        sentence="Uw organisatie is eigenaar van een landelijke actielijn. Het halfjaar loopt af en er is nog geen bericht. U schrijft het hier:",
    ),
    About.AGENDA: MailText(
        subject="De agenda van uw vergadering staat klaar",
        sentence="De agenda en de stukken van een vergadering staan klaar. U leest ze hier:",
    ),
    About.SCHRIFTELIJK: MailText(
        subject="Uw gremium vraagt een besluit in een schriftelijke ronde",
        sentence="Uw gremium besluit hierover buiten een vergadering om. U leest en beantwoordt de vraag hier:",
    ),
    About.AGENDA_GEWIJZIGD: MailText(
        subject="De agenda van uw vergadering is gewijzigd",
        sentence="De agenda van een vergadering is gewijzigd nadat zij verstuurd was. U leest hier wat er anders is:",
    ),
    About.PERSOONSGEGEVENS: MailText(
        subject="Er wacht een tekst op de privacybeoordelaar",
        sentence="Iemand meldde persoonsgegevens, of een tekst kan over één persoon gaan. U leest haar hier:",
    ),
    About.MELDING: MailText(
        subject="De privacybeoordelaar vraagt u iets over uw melding",
        sentence="U meldde persoonsgegevens. De privacybeoordelaar wil daar iets over weten. U antwoordt hier:",
    ),
    About.TWEEDE: MailText(
        subject="Er wordt een tweede persoon gevraagd bij het verwijderen van tekst",
        sentence="In iets dat is besloten staan persoonsgegevens. Twee mensen beslissen of die tekst weg moet. U kijkt hier mee:",
    ),
}
