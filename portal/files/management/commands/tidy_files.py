from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.files.domain import folder_pair, tidyings


class Command(BaseCommand):
    help = (
        "Tidy the folder of files as the worker does every night, and say what was found. "
        "Moves to a bin that is kept 90 days; see ADR 15."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only count")
        parser.add_argument("--pair", action="store_true", help="say that this folder belongs to this database, after a restore")
        parser.add_argument(
            "--agreed", action="store_true", help="set aside also what is more than a night's share, and what no row names"
        )

    def handle(self, *args: Any, dry_run: bool, pair: bool, agreed: bool, **options: Any) -> None:
        if dry_run:
            found = tidyings.survey()
            self.stdout.write(
                f"{len(found.lying)} files; {len(found.left)} let go and there yet; {len(found.strangers)} that no row names; "
                f"{'a pair' if folder_pair.is_pair() else 'not known to be a pair'} with this database."
            )
            return
        if pair:
            folder_pair.pair()
        made = tidyings.tidy(is_agreed=agreed)
        self.stdout.write(
            f"{made.get_outcome_display()} Opzij gelegd: {made.set_aside}. Weggegooid: {made.thrown_away}. "
            f"Van niemand: {made.strangers}. Beschadigd of weg: {made.damaged}."
        )
