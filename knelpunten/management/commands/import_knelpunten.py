from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from knelpunten.domain import taken_over_lists
from portal.accounts.actor import operator
from portal.kit.refusals import Refused


class Command(BaseCommand):
    help = (
        "Take over a list of knelpunten from Excel (.xlsx) or CSV: "
        "first what would come of each row, then all accepted rows or the chosen ones."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would come of each row; write nothing")
        parser.add_argument("--json", action="store_true", help="print the rows as JSON")
        parser.add_argument(
            "--rows", help="the numbers of the rows to take over, such as 2,5,9; also those that resemble another"
        )

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            data = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        chosen = _numbers(options["rows"])
        by = operator("import_knelpunten")
        try:
            with transaction.atomic():
                read = taken_over_lists.read(key=uuid4(), name=file.name, data=data, by=by)
                rows = [{name: row[name] for name in ("number", "verdict", "reasons", "notes", "alike")} for row in read.rows]
                made = [] if options["dry_run"] else taken_over_lists.take_over(of=read, chosen=chosen, by=by)
                transaction.set_rollback(options["dry_run"])
        except Refused as refused:
            raise CommandError(" ".join(refused.sentences)) from refused
        if options["json"]:
            self.stdout.write(
                json.dumps({"columns": read.columns, "rows": rows, "taken_over": len(made)}, ensure_ascii=False, indent=1)
            )
        else:
            self._tell(rows, len(made))

    def _tell(self, rows: list[dict[str, Any]], made: int) -> None:
        for row in rows:
            said = "; ".join([*row["reasons"], *row["notes"]])
            self.stdout.write(f"row {row['number']}: {row['verdict']}{f' ({said})' if said else ''}")
        self.stdout.write(f"{made} of {len(rows)} rows taken over.")


def _numbers(text: str | None) -> set[int] | None:
    if text is None:
        return None
    parts = text.split(",")
    if not all(part.strip().isdecimal() for part in parts):
        raise CommandError("Give the rows as numbers with commas: --rows 2,5,9")
    return {int(part) for part in parts}
