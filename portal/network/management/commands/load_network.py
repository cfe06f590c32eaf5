from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.network.domain import reference_data


class Command(BaseCommand):
    help = "Load regions, houses, organisations, bodies, themes, ambitions and policy tables. May run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", type=Path, default=reference_data.DATA)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        for name, number in reference_data.load(folder).items():
            self.stdout.write(f"{number:>4} {name}")
