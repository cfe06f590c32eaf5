"""What kinds of file are taken in, what each is called on disk, and how it is sent."""

from django.db.models import TextChoices


class FileKind(TextChoices):
    PDF = "pdf", "PDF"
    DOCX = "docx", "Word-document"
    XLSX = "xlsx", "Excel-bestand"
    PPTX = "pptx", "PowerPoint-bestand"
    ODT = "odt", "OpenDocument-tekst"
    ODS = "ods", "OpenDocument-rekenblad"
    PNG = "png", "afbeelding (PNG)"
    JPEG = "jpg", "afbeelding (JPEG)"
    TEXT = "txt", "tekst"

    @property
    def media_type(self) -> str:
        office = "application/vnd.openxmlformats-officedocument"
        return {
            FileKind.PDF: "application/pdf",
            FileKind.DOCX: f"{office}.wordprocessingml.document",
            FileKind.XLSX: f"{office}.spreadsheetml.sheet",
            FileKind.PPTX: f"{office}.presentationml.presentation",
            FileKind.ODT: "application/vnd.oasis.opendocument.text",
            FileKind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
            FileKind.PNG: "image/png",
            FileKind.JPEG: "image/jpeg",
            FileKind.TEXT: "text/plain; charset=utf-8",
        }[self]


class Permission(TextChoices):
    READ_HELD = "files.read_held"


class Verb(TextChoices):
    FILE_KEPT = "file_kept", "bewaarde een bestand"
    FILE_REMOVED = "file_removed", "haalde een bestand weg"


class Damage(TextChoices):
    """What is wrong with the bytes of a file. The label completes "Bestand 12 …"."""

    MISSING = "missing", "ontbreekt"
    DIFFERS = "differs", "is niet meer wat het was"


class Outcome(TextChoices):
    """How a night's tidying ended. The label is told to who keeps the portal."""

    DONE = "done", "Er is opgeruimd."
    OTHER_FOLDER = "other_folder", "De map met bestanden hoort niet bij deze database. Er is niets opgeruimd."
    STRANGERS = (
        "strangers",
        "In de map liggen bestanden die deze database niet kent: zij is ouder dan de map. Er is niets opgeruimd.",
    )
    TOO_MANY = "too_many", "Er zou meer worden opgeruimd dan in één nacht past. Er is niets opgeruimd."
