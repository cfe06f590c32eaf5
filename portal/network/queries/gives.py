"""What each seat lets somebody do, in words: said where a seat is given and where it ends."""

from __future__ import annotations

from portal.network.enums import SEATS_OF, BodyKind, SeatFunction

B, F = BodyKind, SeatFunction
READING = "lezen wat alleen voor leden van het netwerk is"
MEETS = "wegen, meebesluiten en de stukken van dit gremium lezen"
LEADS = "vergaderingen plannen, agenda's maken, vergaderingen openen en sluiten"
KEEPS = "besluiten en verslagen vastleggen, zetels van dit gremium beëindigen"
HELPS = "de stukken van dit gremium lezen"

OF_FUNCTION: dict[SeatFunction, list[str]] = {
    F.LID: [READING, MEETS],
    F.VOORZITTER: [READING, MEETS, LEADS],
    F.SECRETARIS: [READING, LEADS, KEEPS],
    F.MEDEWERKER: [READING, HELPS],
    F.NETWERKMANAGER: [READING, "voor het huis knelpunten indienen, standpunten en het jaarplan vastleggen"],
    F.PRIVACYBEOORDELAAR: [READING, "teksten met persoonsgegevens lezen en verwijderen"],
    F.REDACTEUR: ["openbare documenten schrijven en publiceren"],
}
BUREAU = "knelpunten beoordelen, mensen uitnodigen, zetels beëindigen"
OF_PAIR: dict[tuple[BodyKind, SeatFunction], list[str]] = {
    (B.LANDELIJK_BUREAU, F.MEDEWERKER): [READING, BUREAU],
    (B.LANDELIJK_BUREAU, F.SECRETARIS): [READING, BUREAU],
    (B.REGIONAAL_BUREAU, F.MEDEWERKER): [READING, "voor het huis knelpunten schrijven en herkennen"],
    **{
        (B.BESTUUR_NZVH, function): [READING, "afspraken van de vereniging schrijven en aan de huizen vragen, zetels bevestigen"]
        for function in SEATS_OF[B.BESTUUR_NZVH]
    },
}


def gives(kind: str, function: str) -> list[str]:
    pair = (BodyKind(kind), SeatFunction(function))
    return OF_PAIR.get(pair, OF_FUNCTION[pair[1]])
