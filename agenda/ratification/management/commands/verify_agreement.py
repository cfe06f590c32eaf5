"""Recompute everything that a ratification rests on, and name what no longer is as it was."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agenda.ratification.models import Agreement, Ratification
from agenda.ratification.queries import verdicts
from portal.kit.opaque import row_in


class Command(BaseCommand):
    help = "Reken een bekrachtigde afspraak na. WOORD is wat in haar adres staat. Eindigt met 1 als er iets niet klopt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("word", metavar="WOORD")

    def handle(self, *args: Any, word: str, **options: Any) -> None:
        found = Ratification.objects.filter(agreement=row_in(Agreement, word)).select_related("agreement", "decision").first()
        if found is None:
            raise CommandError(f"Afspraak {word} is niet bekrachtigd.")
        if lines := verdicts.findings(found):
            for line in lines:
                self.stdout.write(f"Klopt niet: {line}.")
            sys.exit(1)
        self.stdout.write(f"Afspraak {word} {verdicts.verdict_on(found)}: {found.decision}, SHA-256 {found.sha256}.")
