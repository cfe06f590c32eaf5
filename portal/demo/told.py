"""What the demo story is made of: the knelpunten that reach a list and the actions that come of them."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.lists.enums import ActionKind, Ladder
from knelpunten.enums import KnelpuntKind as K


@dataclass(frozen=True)
class Told:
    """A knelpunt as the story tells it."""

    name: str
    who: str
    at: int
    theme: str
    kind: K
    title: str
    pattern: str
    would_help: str
    domains: tuple[str, ...]


LISTED = [
    Told("nacht", "netwerkmanager", -330, "acute-onveiligheid", K.WERKPROCESSEN, "Na vijven is er geen gezamenlijke beoordeling van acute onveiligheid",
         "Buiten kantoortijd beoordelen politie, crisisdienst en Veilig Thuis ieder voor zich. Wat de een al weet, hoort de ander pas de volgende ochtend. Daardoor wordt vaak te zwaar of te licht ingegrepen en begint de vervolgaanpak een dag te laat.",
         "Eén gezamenlijk beoordelingsmoment, ook 's avonds en in het weekend, met een vaste lijn naar de aanpak daarna.", ("veiligheid", "zorg")),
    Told("overdracht", "ander-huis", -290, "acute-onveiligheid", K.SAMENWERKING, "Na de crisis is niemand van de vervolgaanpak",
         "De crisis wordt goed opgepakt, maar bij de overdracht naar de structurele aanpak valt het stil. Elke organisatie denkt dat de ander aan zet is. Pas bij de volgende melding blijkt dat er niets is gebeurd.",
         "Een vaste afspraak wie binnen twee werkdagen de regie heeft.", ("veiligheid", "zorg", "sociaal-domein")),
    Told("zorgmijders", "netwerkmanager", -280, "autonomie-tot-dwang", K.STELSEL, "Wie zorg mijdt en geen strafbaar feit pleegt, valt overal buiten",
         "Voor mensen die zorg mijden en voortdurend overlast geven, is een zorgmachtiging vaak niet haalbaar en is er strafrechtelijk geen grond. Bemoeizorg stopt als het contact niet lukt. De regio heeft dan geen enkele maatregel over.",
         "Duidelijkheid over wat binnen de huidige wetten wel kan, en een voorstel voor wat ontbreekt.", ("zorg", "bestuur")),
    Told("gedragsaanwijzing", "ander-huis", -320, "autonomie-tot-dwang", K.BELEID, "Burgemeesters gebruiken de gedragsaanwijzing elk op hun eigen manier",
         "Tussen gemeenten in één regio verschilt het sterk of en hoe een gedragsaanwijzing wordt ingezet. Professionals weten niet waar ze op kunnen rekenen en rechters vragen telkens om een andere onderbouwing.",
         "Een handreiking met voorbeelden die stand hielden.", ("bestuur", "veiligheid")),
    Told("uitstroom", "netwerkmanager", -230, "passende-woonzorgplek", K.STELSEL, "Uitstroom uit de kliniek stokt door één ontbrekende handtekening",
         "Bij de overgang van forensische naar reguliere zorg wachten partijen op elkaars besluit over de financiering. De plek is er, de persoon is klaar, maar de start schuift weken op. In die weken gaat het vaak weer mis.",
         "Eén loket dat over de schotten heen mag toezeggen.", ("zorg", "wonen")),
    Told("dagbesteding", "ander-huis", -200, "maatschappelijk-herstel", K.BELEID, "Dagbesteding telt niet mee als stap naar werk",
         "Mensen die met begeleide dagbesteding beginnen, verliezen hun plek in het re-integratietraject. Gemeenten en UWV zien het een als eindstation van het ander. Daardoor durven mensen de eerste stap niet te zetten.",
         "Ruimte in de regels om dagbesteding als begin van een traject te zien.", ("sociaal-domein",)),
    Told("buurt", "netwerkmanager", -60, "passende-woonzorgplek", K.SAMENWERKING, "Buurten horen te laat dat er een woonzorgplek komt",
         "Bewoners horen pas van een nieuwe plek als de sleutel is overgedragen. Het gesprek begint dan met verzet. Corporatie, gemeente en zorgaanbieder hebben elk een eigen moment en een eigen verhaal.",
         "Een gezamenlijke manier om de buurt vroeg te betrekken.", ("wonen", "bestuur")),
]  # fmt: skip


@dataclass(frozen=True)
class Proposed:
    name: str
    who: str
    at: int
    theme: str
    title: str
    goal: str
    result: str
    kind: ActionKind
    ladder: str
    knelpunt: str


PROPOSED = [
    Proposed("nacht", "klankbordgroep", -310, "acute-onveiligheid", "Gezamenlijk beoordelen buiten kantoortijd", "Politie, crisisdienst en Veilig Thuis beoordelen acute onveiligheid samen, ook buiten kantoortijd.", "Een werkwijze die in drie regio's is beproefd en die elke regio kan overnemen.", ActionKind.ONTWIKKELEN, Ladder.PROGRAMMEREN, "nacht"),
    Proposed("overdracht", "klankbordgroep-2", -270, "acute-onveiligheid", "Van crisis naar vervolg: wie is aan zet", "Na een crisis is binnen twee werkdagen duidelijk wie de regie heeft.", "Een landelijke afspraak over de overdracht, met een format van één pagina.", ActionKind.ONTWIKKELEN, Ladder.COORDINEREN, "overdracht"),
    Proposed("zorgmijders", "bureau", -260, "autonomie-tot-dwang", "Wat kan er wel bij mensen die zorg mijden", "Professionals weten welke mogelijkheden er zijn tussen vrijwillige hulp en dwang.", "Een overzicht van bestaande mogelijkheden, en een lijst van wat ontbreekt.", ActionKind.INZICHT, Ladder.AFSTEMMEN, "zorgmijders"),
    Proposed("gedragsaanwijzing", "klankbordgroep", -305, "autonomie-tot-dwang", "Handreiking gedragsaanwijzing", "Burgemeesters zetten de gedragsaanwijzing op een vergelijkbare manier in.", "Een handreiking met voorbeelden en een modelonderbouwing.", ActionKind.KENNIS, Ladder.INFORMEREN, "gedragsaanwijzing"),
    Proposed("uitstroom", "klankbordgroep-2", -210, "passende-woonzorgplek", "Eén toezegging bij de overgang naar reguliere zorg", "De overgang van forensische naar reguliere zorg wacht niet meer op losse besluiten.", "Eén plek die over de financiering mag toezeggen.", ActionKind.SIGNALENKNOOPPUNT, "", "uitstroom"),
    Proposed("overzicht", "stuurgroep", -50, "passende-woonzorgplek", "Overzicht van regelingen voor woonzorgplekken", "Regio's zien in één overzicht welke regelingen er zijn voor woonzorgplekken.", "Een overzicht dat elk halfjaar klopt.", ActionKind.INFORMATIEDELING, Ladder.INFORMEREN, ""),
    Proposed("dagbesteding", "klankbordgroep", -180, "maatschappelijk-herstel", "Dagbesteding als eerste stap", "Wie met dagbesteding begint, houdt zicht op een traject naar werk.", "Afspraken met gemeenten en uitvoering over hoe dagbesteding meetelt.", ActionKind.ONTWIKKELEN, Ladder.VERBINDEN, "dagbesteding"),
    Proposed("ervaring", "klankbordgroep-2", -300, "maatschappelijk-herstel", "Ervaringsdeskundigen aan elke casustafel", "Ervaringskennis is overal beschikbaar bij het maken van een plan.", "Een pool van ervaringsdeskundigen per landsdeel.", ActionKind.KENNIS, Ladder.KENNEN, ""),
]  # fmt: skip
