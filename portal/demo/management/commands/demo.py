from contextlib import nullcontext
from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from knelpunten.models import Knelpunt
from portal.kit import clock

MIDDAY = time(12)


class Command(BaseCommand):
    help = "Tell the demo story into this database, once. Only where DEMO=1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do nothing when the story is there already")
        parser.add_argument("--on", type=date.fromisoformat, help="tell it as it is told on this day, as 2027-01-01")

    def handle(self, *args: Any, once: bool, on: date | None, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo is told only with DEMO=1, never in production.")
        if Knelpunt.objects.exists():
            if once:
                return
            raise CommandError("There are knelpunten already. `make demo` starts afresh.")
        with clock.at(datetime.combine(on, MIDDAY)) if on else nullcontext():
            from portal.demo import people, story  # the story counts its days from the day on which it is read in

            story.tell()
        self.stdout.write(f"The demo is told: {Knelpunt.objects.count()} knelpunten, {len(people.persons())} persons.")
