from __future__ import annotations

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from portal.network.models import Organisation
from portal.privacy.noticing.judgement import judge
from portal.privacy.noticing.known import names, reference_names


class Command(BaseCommand):
    help = "Read one text per line from standard input and say of each what personal data was found in it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object per line")

    def handle(self, *args: Any, **options: Any) -> None:
        is_loaded = Organisation._meta.db_table in connection.introspection.table_names()
        known = names() if is_loaded else reference_names()
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            found = judge(text, known)
            finds = [
                {
                    "kind": find.kind.value,
                    "severity": "hard" if find.is_hard else "soft",
                    "start": find.start,
                    "end": find.end,
                    "fragment": text[find.start : find.end],
                }
                for find in found.finds
            ]
            if options["json"]:
                self.stdout.write(json.dumps({"verdict": found.verdict.value, "finds": finds}, ensure_ascii=False))
            else:
                said = ", ".join(f"{find['kind']} “{find['fragment']}”" for find in finds)
                self.stdout.write(f"{found.verdict.value}{f': {said}' if said else ''}")
