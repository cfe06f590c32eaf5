"""How long one search over everything takes, kind by kind, and by which indexes: `python -m bench.finding [ACTIONS]`.

The data is the bench's: ten times as many knelpunten as actions. See docs/performance.md.
"""

from __future__ import annotations

import os
import re
import sys
import time
from typing import Any

import django

ASKED = {
    "rare": "wachtlijst overdracht ontslag",
    "common": "knelpunt",
    "in every action": "bench actie",
    "one letter": "w",
    "number": "actie 9",
    "nothing": "kwartjesvinder",
}
TIMES = 3
OURS = re.compile(r"(?:Index Scan(?: using)?|Index Only Scan using|on) (\w+_(?:words|found_by))\b")


def main() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
    django.setup()
    from bench import load
    from portal.run import localdb
    from tests import databases

    actions = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    name, place = databases.clone(databases.template(databases.DEMO), "bench_finding"), databases.server()
    try:
        load.fill(f"host={place['host']} port={place['port']} dbname={name} user={localdb.SUPERUSER}", actions)
        _measure(name, actions)
    finally:
        databases.drop(name)
    return 0


def _measure(name: str, actions: int) -> None:
    from django.contrib.auth.models import AnonymousUser
    from django.db import connection

    from portal.accounts.models import User

    connection.close()
    connection.settings_dict["NAME"] = name
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    member = User.objects.filter(seats__function="medewerker", seats__membership__body__slug="landelijk-bureau").first()
    print(f"{actions} actions, {10 * actions} knelpunten")
    for who, reader in (("member", member), ("anybody", AnonymousUser())):
        for what, words in ASKED.items():
            took, slowest, indexes = min(_asked(reader, words) for _ in range(TIMES))
            print(f"{who:8} {what:16} {took:6.0f} ms, the slowest query {slowest[0]:.0f} ms ({slowest[1]}); {' '.join(indexes)}")
    connection.close()


def _asked(reader: Any, words: str) -> tuple[float, tuple[float, str], list[str]]:
    """Milliseconds of all its queries, the slowest of them with its table, and the indexes of words that were used."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from portal.ui.finding import Question, read

    began = time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        read(reader, Question(q=words))
    took = (time.perf_counter() - began) * 1000
    each = [(float(query["time"]) * 1000, query["sql"].split(" FROM ")[1].split(" ")[0].strip('"')) for query in queries]
    indexes: set[str] = set()
    with connection.cursor() as cursor:
        for query in queries.captured_queries:
            cursor.execute(f"EXPLAIN {query['sql']}")
            indexes |= set(OURS.findall("\n".join(row[0] for row in cursor.fetchall())))
    return took, max(each), sorted(indexes)


if __name__ == "__main__":
    raise SystemExit(main())
