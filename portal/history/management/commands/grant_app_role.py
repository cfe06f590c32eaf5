from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.history.domain import roles


class Command(BaseCommand):
    help = "Give the application's database role its rights: everything but changing facts and history."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("role")

    def handle(self, *args: Any, role: str, **options: Any) -> None:
        roles.grant(role)
        self.stdout.write(f"{role} has its rights.")
