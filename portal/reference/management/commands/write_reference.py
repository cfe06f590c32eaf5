from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.reference import pages


class Command(BaseCommand):
    help = "Write docs/reference from the tables in the code; with --check, say which pages are stale."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        if not check:
            pages.write()
        elif stale := pages.stale():
            raise CommandError(f"Stale, run `make docs`: {', '.join(stale)}")
