import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.reference import pages


class Command(BaseCommand):
    help = "Print for every address who it is for."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = pages.matrix()
        if options["json"]:
            self.stdout.write(json.dumps(rows, indent=1))
            return
        for row in rows:
            self.stdout.write(f"{row['path']:<45} {'anyone' if row['public'] else row['permission']}")
