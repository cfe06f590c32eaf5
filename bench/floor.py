"""The floor under every page: what the same answer costs with nothing of ours in it.

One generic view: session and user, the page's row queries as `values_list` (see rows.py), one
fixed template padded to the page's bytes. For a write: the same inserts, in one transaction.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.views.decorators.csrf import csrf_exempt

from bench.rows import ROWS
from portal.kit.access import public

SPECIFICATION = settings.LOCAL_DIR / "bench-floor.json"
PLAIN = "<!doctype html><html lang=nl><title>{{ name }}</title><p>{{ user.name }}</p><p>{{ rows }}</p>{{ padding }}</html>"


@cache
def _specification(stamp: float) -> dict[str, Any]:
    return json.loads(SPECIFICATION.read_text())


@public
def floor(request: HttpRequest, name: str) -> HttpResponse:
    """The floor of the page of that name, as the bench wrote it down."""
    wanted = _specification(SPECIFICATION.stat().st_mtime)[name]
    if wanted["signed_in"]:
        assert request.user.is_authenticated
    rows = sum(len(list(queryset)) for queryset in ROWS[name](request.user, wanted["path"]))
    template = _template()
    return HttpResponse(template.render({"name": name, "user": request.user, "rows": rows, "padding": "x" * wanted["bytes"]}))


@cache
def _template() -> Any:
    return engines["django"].from_string(PLAIN)


@csrf_exempt
@public
def write_floor(request: HttpRequest, name: str) -> HttpResponse:
    """The inserts of one write in one transaction: the row with its fact, the event and the confirmation."""
    given, seat = request.POST, request.user.seats_today[0]
    with transaction.atomic(), connection.cursor() as cursor:
        if name == "draft":
            cursor.execute(_KNELPUNT, [given["key"], seat.membership.house_id, given["title"], given["pattern"]])
            (pk,) = cursor.fetchone()
            cursor.execute(_STEP, [pk, None, "concept"])
        else:
            pk = int(given["pk"])
            cursor.execute("SELECT id FROM lists_action WHERE id = %s FOR NO KEY UPDATE", [pk])
            if name == "weigh":
                scores = [given[criterion] for criterion in ("belang", "uitvoerbaarheid", "impact")]
                cursor.execute(_WEIGHING, [given["key"], pk, seat.membership_id, *scores, given["argument"]])
            else:
                cursor.execute(_CONTRIBUTION, [pk, seat.membership_id, given["text"], given["freed"], seat.pk])
        cursor.execute(_EVENT, ["knelpunt" if name == "draft" else "action", pk])
        messages.success(request, "Bewaard.")
    return HttpResponse(status=302, headers={"Location": "/"})


_WEIGHING = """
    INSERT INTO lists_weighing (key, action_id, membership_id, belang, uitvoerbaarheid, impact, argument, weighed_at, by_label, text_salt, text_digest)
    VALUES (%s, %s, %s, %s, %s, %s, %s, now(), 'bench', 'zout', 'digest')
"""  # noqa: E501
_CONTRIBUTION = """
    INSERT INTO lists_contribution (action_id, membership_id, text, freed, contact_id, version, joined_at, left_reason)
    VALUES (%s, %s, %s, %s, %s, 1, now(), '')
"""
_KNELPUNT = """
    INSERT INTO knelpunten_knelpunt (key, version, house_id, kind, title, pattern, would_help, frequency, since, tried, tried_on, state, drafted_at, state_since)
    VALUES (%s, 1, %s, 'stelsel', %s, %s, '', '', '', '', '', 'concept', now(), now()) RETURNING id
"""  # noqa: E501
_STEP = """
    INSERT INTO knelpunten_knelpuntstep (knelpunt_id, from_state, to_state, reason, taken_at, by_label, text_salt, text_digest)
    VALUES (%s, %s, %s, 'Reden', now(), 'bench', 'zout', 'digest')
"""
_EVENT = """
    INSERT INTO history_event (verb, by_label, subject_type_id, subject_id, happened_at, facts, payload)
    VALUES ('bench', 'bench', (SELECT id FROM django_content_type WHERE model = %s AND app_label IN ('knelpunten', 'lists')), %s, now(), '[]', '{}')
"""  # noqa: E501


class CountQueries:
    """Middleware: says in a header how many queries an answer took, when asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "X-Count" not in request.headers:
            return self.get_response(request)
        asked: list[str] = []

        def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            result = execute(sql, params, many, context)
            asked.append(connection.ops.last_executed_query(context["cursor"], sql, params))
            return result

        with connection.execute_wrapper(note):
            response = self.get_response(request)
        response["X-Queries"] = json.dumps(asked)
        return response
