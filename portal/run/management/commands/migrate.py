"""Django's `migrate`, one at a time, and with all that new tables ask for: nothing is left for somebody to remember."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.commands import migrate
from django.db import connections

from portal.history.domain import roles
from portal.run import snapshot

ONE_AT_A_TIME = 7_230_118  # the number of our lock in this database
LOOK_AGAIN = 0.3  # seconds


class Command(migrate.Command):
    help = f"{migrate.Command.help} Then: the cache table, the network's reference data, and the rights of the web's role."

    def handle(self, *args: Any, **options: Any) -> None:
        if options["plan"] or options["check_unapplied"]:
            return super().handle(*args, **options)
        with self._alone(options["database"]):
            if self._starts_from_nothing(options):
                snapshot.restore(connections[options["database"]])
            super().handle(*args, **options)
            if not options["app_label"]:
                call_command("createcachetable", verbosity=0)
                call_command("load_network", stdout=io.StringIO())
            self._give_rights()
        return None

    def add_arguments(self, parser: Any) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--slowly", action="store_true", help="Run every migration, also where the snapshot says what comes of them."
        )

    def _starts_from_nothing(self, options: dict[str, Any]) -> bool:
        if options["app_label"] or options["slowly"]:
            return False
        return snapshot.is_empty(connections[options["database"]]) and snapshot.fits()

    @contextmanager
    def _alone(self, database: str) -> Iterator[None]:
        """Asked for again and again rather than waited for: whoever waits inside PostgreSQL
        holds up an index that is made concurrently."""
        connection = connections[database]
        with connection.cursor() as cursor:
            is_told = False
            while not self._ask(cursor, "SELECT pg_try_advisory_lock(%s)"):
                if not is_told:
                    self.stderr.write("Another migration is under way; this one waits for it.")
                is_told = True
                time.sleep(LOOK_AGAIN)
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                self._ask(cursor, "SELECT pg_advisory_unlock(%s)")

    def _ask(self, cursor: Any, question: str) -> bool:
        cursor.execute(question, [ONE_AT_A_TIME])
        return bool(cursor.fetchone()[0])

    def _give_rights(self) -> None:
        if not roles.exists(settings.APP_ROLE):
            self.stderr.write(f"There is no role {settings.APP_ROLE} (PORTAL_APP_ROLE): nobody but the owner was given rights.")
        elif roles.has_evidence():
            roles.grant(settings.APP_ROLE)
