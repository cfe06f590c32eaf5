from django.db.models import TextChoices


class EditionStatus(TextChoices):
    CONCEPT = "concept", "concept"
    GELDEND = "geldend", "geldend"
    VERVANGEN = "vervangen", "vervangen"


class Permission(TextChoices):
    EDIT_PUBLIC = "documents.edit_public"


class Verb(TextChoices):
    PUBLISHED = "chapter_published", "publiceerde een hoofdstuk"
    ENTERED = "edition_entered", "voerde een geldende editie in"
