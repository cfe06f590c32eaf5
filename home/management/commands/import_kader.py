from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.reading_in import publishing
from portal.accounts.actor import operator
from portal.documents.domain import editions
from portal.documents.enums import DocumentKind
from portal.documents.importing import sources
from portal.documents.importing.outline import Outline
from portal.documents.models import Document


class Command(BaseCommand):
    help = "Read an edition of a document from Word, Markdown or text into pages that are published as a concept."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--edition", help="for example 2024; needed unless --dry-run")
        parser.add_argument("--title", help="the title of this edition; the document's own where none is given")
        parser.add_argument(
            "--document", default="kader", help="the document's address: kader, landelijke-agenda, … (default kader)"
        )
        parser.add_argument("--kind", default=DocumentKind.KADER, choices=DocumentKind.values, help="what kind of document it is")
        parser.add_argument(
            "--in-force", type=date.fromisoformat, metavar="DATE", help="the edition was adopted before the portal: since when"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be read; write nothing")
        parser.add_argument("--json", action="store_true", help="print sections, what was left out and the coverage")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        outline = _read(file)
        if not options["dry_run"]:
            self._publish(outline, **options)
        if options["json"]:
            self.stdout.write(json.dumps(outline.as_json(), ensure_ascii=False, indent=1))
        else:
            self._tell(outline)

    def _publish(
        self, outline: Outline, *, edition: str | None, title: str | None, document: str, kind: str, in_force: Any, **options: Any
    ) -> None:
        if not edition:
            raise CommandError("Say which edition this is: --edition 2024")
        known = Document.objects.filter(slug=document).first()
        named = known.title if known else (title or DocumentKind(kind).label)
        try:
            page = publishing.publish(
                outline, document_title=named, document_slug=document, edition=edition, title=title or named, kind=kind
            )
            if in_force and page.edition_made.in_force_date != in_force:
                editions.enter_existing(edition=page.edition_made, in_force_date=in_force, by=operator("import_kader"))
        except editions.EditionRefused as refused:
            raise CommandError(" ".join(refused.sentences)) from refused

    def _tell(self, outline: Outline) -> None:
        for section in outline.sections:
            self.stdout.write(
                f"{'  ' * (section.level - 1)}{section.number} {section.title} ({section.word_count} words)".strip()
            )
        for piece in outline.left_out:
            self.stdout.write(f"left out ({piece.reason}): {piece.text.strip().splitlines()[0][:70]}")
        for each in outline.breaks:
            self.stdout.write(f"break: {each.by} stands in the middle of “{each.after}”; {each.moved} blocks moved back")
        for warning in outline.warnings:
            self.stdout.write(f"note: {warning}")
        self.stdout.write(f"{outline.coverage:.1%} of {outline.total_words} words placed in {len(outline.sections)} sections.")


def _read(file: Path) -> Outline:
    try:
        return sources.read(file.name, file.read_bytes())
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
    except sources.SourceRefused as refused:
        raise CommandError(" ".join(refused.sentences)) from refused
