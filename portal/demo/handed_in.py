"""The houses hand in, the landelijk bureau assesses: seven knelpunten on the lists and one in every other state."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from knelpunten.domain import assessing, drafting
from knelpunten.enums import KnelpuntKind as K
from knelpunten.enums import KnelpuntState as S
from knelpunten.models import Knelpunt
from portal.demo.calendar import on
from portal.demo.people import acting
from portal.demo.told import LISTED, Told
from portal.kit import clock
from portal.network.models import Ambition, Domain, House, PolicyTable, Theme
from portal.network.queries.seats import house_of


def _submitted(told: Told) -> Knelpunt:
    by = acting(told.who)
    house = house_of(by)
    with on(told.at):
        knelpunt = drafting.draft(
            key=uuid4(), house=house, theme=Theme.objects.get(slug=told.theme) if told.theme else None, kind=told.kind, title=told.title,
            pattern=told.pattern, would_help=told.would_help, domains=Domain.objects.filter(slug__in=told.domains),
            discussed_date=clock.today() - timedelta(days=14), by=by,
        )  # fmt: skip
    with on(told.at + 2):
        drafting.submit(knelpunt=knelpunt, by=by)
    return knelpunt


def _assessed(knelpunt: Knelpunt, at: int, outcome: S, reason: str, **details: Any) -> Knelpunt:
    with on(at):
        assessing.start(knelpunt=knelpunt, by=acting("bureau"))
    with on(at + 6):
        assessing.conclude(knelpunt=knelpunt, outcome=outcome, reason=reason, by=acting("bureau"), **details)
    return Knelpunt.objects.get(pk=knelpunt.pk)


def hand_in() -> dict[str, Knelpunt]:
    """Seven on the lists, and one in every other state."""
    reason = "Dit herkennen meer regio's. Het staat nu op de knelpuntenlijst van het thema, zodat er een actie van kan komen."
    listed = {told.name: _assessed(_submitted(told), told.at + 7, S.OP_DE_LIJST, reason) for told in LISTED}
    _other_states()
    return listed


def _other_states() -> None:
    def told(who: str, at: int, title: str, pattern: str, theme: str = "", kind: K = K.WERKPROCESSEN) -> Told:
        return Told("", who, at, theme, kind, title, pattern, "", ("veiligheid",))

    manager, other = "netwerkmanager", "ander-huis"
    twente = House.objects.get(slug="twente")
    with on(-3):
        drafting.draft(
            key=uuid4(), house=twente, kind=K.WERKPROCESSEN, title="Aanmeldformulieren vragen telkens andere gegevens",
            pattern="Elke partner vraagt bij een aanmelding om andere gegevens. Procesregisseurs vullen hetzelfde drie keer in en er gaan dingen verloren.",
            by=acting("medewerker"),
        )  # fmt: skip
    _submitted(
        told(
            manager,
            -6,
            "Wachttijd voor een beoordeling van wilsbekwaamheid loopt op",
            "Een beoordeling van wilsbekwaamheid duurt vaak langer dan drie maanden. In die tijd kan geen partij een volgende stap zetten.",
        )
    )
    with on(-5):
        assessing.start(
            knelpunt=_submitted(
                told(
                    other,
                    -12,
                    "Gegevens delen met het zorgkantoor roept steeds dezelfde vraag op",
                    "Bij elke casus ontstaat opnieuw de vraag of het zorgkantoor mag aanschuiven en wat gedeeld mag worden.",
                )
            ),
            by=acting("bureau"),
        )
    _assessed(
        _submitted(told(manager, -40, "Te weinig plekken", "Er zijn te weinig plekken.", "passende-woonzorgplek")),
        -35,
        S.TERUG_NAAR_INDIENER,
        "Kunt u aanvullen om welk soort plekken het gaat en waar het precies op vastloopt? Dan kunnen wij het beter plaatsen.",
    )
    _assessed(
        _submitted(
            told(
                other,
                -120,
                "Opvang voor slachtoffers van mensenhandel zit vol",
                "Voor slachtoffers van mensenhandel is er in de hele regio geen plek. Zij blijven te lang in de crisisopvang.",
                "passende-woonzorgplek",
                K.STELSEL,
            )
        ),
        -110,
        S.ELDERS_BELEGD,
        "De regiegroep Samen tegen Mensenhandel werkt al aan landelijke opvangplekken en neemt dit signaal mee.",
        table=PolicyTable.objects.get(slug="samen-tegen-mensenhandel"),
    )
    _assessed(
        _submitted(
            told(
                manager,
                -150,
                "Twee gemeenten leveren geen casusregisseur",
                "Twee gemeenten in de regio leveren al een jaar geen casusregisseur voor het casusoverleg.",
            )
        ),
        -140,
        S.HOORT_IN_DE_REGIO,
        "Dit gaat over afspraken binnen uw regio. Ons advies: leg het voor aan de regionale stuurgroep, met het convenant erbij.",
    )
    _assessed(
        _submitted(
            told(
                other,
                -170,
                "Het landelijk logo past niet op ons briefpapier",
                "Het logo van de huizen is in de huisstijl van de gemeente niet te gebruiken.",
            )
        ),
        -160,
        S.NIET_OPGENOMEN,
        "Dit is vervelend, maar geen knelpunt in het stelsel. Ons communicatieteam helpt u verder.",
    )
    withdrawn = _submitted(
        told(
            other,
            -90,
            "Dubbel ingediend: overdracht na crisis",
            "Bij nader inzien gaat dit over hetzelfde als ons eerdere knelpunt.",
        )
    )
    with on(-87):
        drafting.withdraw(knelpunt=withdrawn, reason="Per ongeluk dubbel ingediend.", by=acting(other))
    ict = _submitted(
        told(
            other,
            -75,
            "Elk huis bouwt zijn eigen koppeling met het registratiesysteem",
            "Alle huizen betalen apart voor dezelfde koppeling en lopen tegen dezelfde fouten aan.",
            kind=K.STELSEL,
        )
    )
    _assessed(
        ict,
        -70,
        S.OP_DE_LIJST,
        "Dit hoort bij de ambitie landelijke harmonisatie. Daar staat het nu op de lijst.",
        ambition=Ambition.objects.get(slug="landelijke-harmonisatie"),
    )
