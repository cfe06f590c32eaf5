from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from home import importing
from portal.accounts.actor import operator
from portal.documents.domain import editions
from portal.documents.importing import kader
from portal.documents.importing.outline import Outline


class Command(BaseCommand):
    help = "Read an edition of the Landelijk Kader from a text file into pages that are published."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--edition", required=True, help="for example 2024")
        parser.add_argument("--title", required=True, help="the title of this edition")
        parser.add_argument(
            "--in-force", type=date.fromisoformat, metavar="DATE", help="the edition was adopted before the portal: since when"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be read; write nothing")
        parser.add_argument("--json", action="store_true", help="print sections, what was left out and the coverage")

    def handle(self, *args: Any, file: Path, edition: str, title: str, **options: Any) -> None:
        outline = _read(file)
        if not options["dry_run"]:
            page = importing.publish(
                outline, document_title="Landelijk Kader", document_slug="kader", edition=edition, title=title
            )
            if options["in_force"]:
                editions.enter_existing(edition=page.edition, in_force_date=options["in_force"], by=operator("import_kader"))
        if options["json"]:
            self.stdout.write(json.dumps(outline.as_json(), ensure_ascii=False, indent=1))
        else:
            self._tell(outline)

    def _tell(self, outline: Outline) -> None:
        for section in outline.sections:
            self.stdout.write(
                f"{'  ' * (section.level - 1)}{section.number} {section.title} ({section.word_count} words)".strip()
            )
        for piece in outline.left_out:
            self.stdout.write(f"left out ({piece.reason}): {piece.text.splitlines()[0][:70]}")
        self.stdout.write(f"{outline.coverage:.1%} of {outline.total_words} words placed in {len(outline.sections)} sections.")


def _read(file: Path) -> Outline:
    try:
        return kader.read(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CommandError(f"{file} is not there.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{file} is not text in UTF-8.") from error
    except kader.NoContents as error:
        raise CommandError(str(error)) from error
