from django.db.models import TextChoices


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
