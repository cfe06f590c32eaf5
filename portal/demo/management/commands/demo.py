from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from knelpunten.models import Knelpunt
from portal.demo import people, story


class Command(BaseCommand):
    help = "Tell the demo story into this database, once. Only where DEMO=1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do nothing when the story is there already")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo is told only with DEMO=1, never in production.")
        if Knelpunt.objects.exists():
            if once:
                return
            raise CommandError("There are knelpunten already. `make demo` starts afresh.")
        story.tell()
        self.stdout.write(f"The demo is told: {Knelpunt.objects.count()} knelpunten, {len(people.persons())} persons.")
