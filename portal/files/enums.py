"""What kinds of file are taken in, what each is called on disk, and how it is sent."""

from django.db.models import TextChoices


class FileKind(TextChoices):
    PDF = "pdf", "PDF"
    DOCX = "docx", "Word-document"
    XLSX = "xlsx", "Excel-bestand"
    PPTX = "pptx", "PowerPoint-bestand"
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
            FileKind.PNG: "image/png",
            FileKind.JPEG: "image/jpeg",
            FileKind.TEXT: "text/plain; charset=utf-8",
        }[self]
