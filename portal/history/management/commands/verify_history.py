from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.history.domain import verifying


class Command(BaseCommand):
    help = "Read the history back and name every row that is not as it was written."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--anchor", metavar="SEQ:HASH", help="a head of the chain that was kept elsewhere")

    def handle(self, *args: Any, anchor: str | None, **options: Any) -> None:
        found = list(verifying.findings(anchor=_parse(anchor) if anchor else None))
        for finding in found:
            self.stdout.write(finding)
        if found:
            raise CommandError(f"{len(found)} findings: the history is not as it was written.")
        seq, digest = verifying.head()
        self.stdout.write(f"{seq} links, all as written. Anchor: {seq}:{digest}")


def _parse(anchor: str) -> tuple[int, str]:
    seq, separator, digest = anchor.partition(":")
    if not (separator and seq.isdigit() and digest):
        raise CommandError("--anchor takes SEQ:HASH, as this command prints it.")
    return int(seq), digest
