from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.accounts.models import NO_SUPERUSERS


class Command(BaseCommand):
    """In the place of Django's own."""

    help = "There are no superusers here: says what to use instead."

    def add_arguments(self, parser: Any) -> None:
        """Takes what Django's own would, and does nothing with it."""
        for option in ("--email", "--username", "--database"):
            parser.add_argument(option)
        parser.add_argument("--noinput", "--no-input", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        raise CommandError(NO_SUPERUSERS)
