"""Recompute everything that a ratification rests on, and name what no longer is as it was."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agenda.ratification.domain import ratifying
from agenda.ratification.models import Ratification


class Command(BaseCommand):
    help = "Reken een bekrachtigde afspraak na. ID is het nummer in haar adres. Eindigt met 1 als er iets niet klopt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("id", type=int)

    def handle(self, *args: Any, id: int, **options: Any) -> None:
        found = Ratification.objects.filter(agreement=id).select_related("agreement", "decision").first()
        if found is None:
            raise CommandError(f"Afspraak {id} is niet bekrachtigd.")
        if lines := ratifying.findings(found):
            for line in lines:
                self.stdout.write(f"Klopt niet: {line}.")
            sys.exit(1)
        self.stdout.write(f"Afspraak {id} {ratifying.verdict_on(found)}: {found.decision}, SHA-256 {found.sha256}.")
