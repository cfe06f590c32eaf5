"""What kinds of document there are, where an edition stands, and who may do what with them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices

from portal.kit.states import Tone


class DocumentKind(TextChoices):
    """What kind of document; one machinery serves them all."""

    KADER = "kader", "Landelijk Kader"
    AGENDA = "agenda", "landelijke agenda zorg & veiligheid"
    SAMENWERKINGSAGENDA = "samenwerkingsagenda", "Samenwerkingsagenda"
    MODEL = "model", "modelafspraak of privacyprotocol"
    AFWEGING = "afweging", "afwegingskader plustaken"
    PROCES = "proces", "procesbeschrijving"


class EditionStatus(TextChoices):
    """Where an edition stands on a day. It is never stored: the dates say it."""

    CONCEPT = "concept", "concept"
    VASTGESTELD = "vastgesteld", "vastgesteld, nog niet geldend"
    GELDEND = "geldend", "geldend"
    VERVANGEN = "vervangen", "vervangen"

    @property
    def row(self) -> StatusRow:
        return STATUSES[self]

    @property
    def tone(self) -> Tone:
        return self.row.tone


@dataclass(frozen=True, kw_only=True)
class StatusRow:
    """steps: what comes after it, as the days go by or a decision is taken."""

    tone: Tone
    steps: tuple[EditionStatus, ...]


E = EditionStatus

STATUSES: dict[EditionStatus, StatusRow] = {
    E.CONCEPT: StatusRow(tone=Tone.PLAIN, steps=(E.VASTGESTELD, E.GELDEND)),
    E.VASTGESTELD: StatusRow(tone=Tone.GOOD, steps=(E.GELDEND,)),
    E.GELDEND: StatusRow(tone=Tone.GOOD, steps=(E.VERVANGEN,)),
    E.VERVANGEN: StatusRow(tone=Tone.PLAIN, steps=()),
}


class Permission(TextChoices):
    EDIT_PUBLIC = "documents.edit_public"
    IMPORT = "documents.import"
    SETTLE = "documents.settle"


class Verb(TextChoices):
    PUBLISHED = "chapter_published", "publiceerde een hoofdstuk"
    DROPPED = "chapter_dropped", "haalde een hoofdstuk uit een concept"
    ENTERED = "edition_entered", "voerde een geldende editie in"
    READ_IN = "import_read", "las een bestand in"
    CORRECTED = "import_corrected", "verbeterde wat er was ingelezen"
    MADE_CONCEPT = "import_made_concept", "maakte een concept van wat er was ingelezen"
    SETTLED = "succession_settled", "bepaalde waar een paragraaf in de nieuwe editie staat"
    ADOPTED = "edition_adopted", "legde vast dat een editie is vastgesteld"
