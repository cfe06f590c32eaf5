"""Filling a database by COPY: so many actions, ten times as many knelpunten, and the
steps, moves and decisions that carry them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import psycopg

from bench import agendas

NOW = datetime(2026, 11, 1, 10, tzinfo=UTC)
WALK = ["concept", "ingediend", "in_beoordeling", "op_de_lijst", "gekoppeld", "beantwoord"]
ENDS = [
    "op_de_lijst",
    "gekoppeld",
    "gekoppeld",
    "beantwoord",
    "ingediend",
    "op_de_lijst",
    "gekoppeld",
    "beantwoord",
    "gekoppeld",
    "concept",
]
# Words that differ from one knelpunt to the next, so that a question finds some of them and not all.
SUBJECTS = [
    "wachtlijst",
    "overdracht",
    "ontslag",
    "huisverbod",
    "bewindvoering",
    "schuldhulp",
    "dagbesteding",
    "urgentie",
    "vervoer",
    "crisisdienst",
    "reclassering",
    "nazorg",
    "detentie",
    "inschrijving",
    "briefadres",
    "indicatie",
    "zorgmachtiging",
    "wijkteam",
    "casusregie",
    "tolk",
    "medicatie",
    "verslaving",
    "huurschuld",
    "ontruiming",
    "herstel",
    "jongerenwerk",
    "beveiliging",
    "terugkeer",
    "mantelzorg",
    "sportclub",
    "onderwijs",
    "leerplicht",
    "veiligheidsplan",
    "tijdelijkheid",
    "gezinshuis",
    "begeleiding",
    "convenant",
    "privacyregels",
    "financiering",
    "gemeentegrens",
    "regiobinding",
    "woonplaats",
    "bekostiging",
    "nachtopvang",
    "dagopvang",
    "zorgkantoor",
    "huisarts",
    "apotheek",
    "politiebureau",
    "rechtbank",
    "dossier",
    "overleg",
    "scholing",
    "werkgever",
    "uitkering",
    "toeslagen",
    "vergunning",
    "camerabeeld",
    "signalering",
    "risicotaxatie",
    "stalking",
    "slachtoffer",
    "getuige",
    "noodplek",
    "telefoonnummer",
    "avonddienst",
    "weekend",
    "vakantie",
    "personeel",
    "verzuim",
    "opleiding",
    "ervaring",
    "netwerk",
    "vertrouwen",
    "toezicht",
    "verlof",
    "proefverlof",
]
TEXT = (
    "Elke partner doet zijn eigen deel en niemand overziet het geheel, "
    "waardoor het in de keten van aanpak steeds weer vastloopt. "
)


def fill(dsn: str, actions: int) -> None:
    """Load by COPY past the triggers, then check what they would have checked."""
    with psycopg.connect(dsn) as connection:
        connection.execute("SET session_replication_role = replica")
        places = _places(connection)
        first = {table: _next(connection, table) for table in TABLES}
        for table, columns, rows in _everything(actions, places, first):
            _copy(connection, table, columns, rows)
        for table in TABLES:
            connection.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
        connection.execute("ANALYZE")  # without statistics the checks below can take minutes
        _check(connection)
        connection.commit()
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE")


TABLES = (
    "knelpunten_knelpunt", "knelpunten_knelpuntstep", "lists_action", "lists_actionknelpunt", "lists_listmove",
    "lists_contribution", "lists_progressupdate", "lists_weighing", *agendas.TABLES,
)  # fmt: skip


def _places(connection: psycopg.Connection) -> dict[str, Any]:
    def ids(sql: str) -> list[int]:
        return [row[0] for row in connection.execute(sql)]

    return {
        "themes": ids("SELECT id FROM network_theme ORDER BY number"),
        "houses": ids("SELECT id FROM network_house ORDER BY id"),
        "stuurgroep": ids("SELECT id FROM network_body WHERE slug = 'stuurgroep'")[0],
        "weighers": ids(
            "SELECT m.id FROM network_membership m JOIN network_body b ON b.id = m.body_id "
            "WHERE b.slug = 'stuurgroep' ORDER BY m.id"
        ),
        "members": ids(
            "SELECT m.id FROM network_membership m JOIN network_body b ON b.id = m.body_id WHERE b.slug = 'klankbordgroep'"
        ),
        "trekkers": ids(
            "SELECT s.id FROM network_seat s JOIN network_membership m ON m.id = s.membership_id "
            "JOIN network_body b ON b.id = m.body_id "
            "WHERE b.slug = 'stuurgroep' AND s.function IN ('lid', 'voorzitter') AND NOT s.is_deputy AND s.until_date IS NULL"
        ),
        "action_type": ids("SELECT id FROM django_content_type WHERE app_label = 'lists' AND model = 'action'")[0],
    }


def _next(connection: psycopg.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])  # type: ignore[index]


def _everything(n: int, places: dict[str, Any], first: dict[str, int]) -> Iterator[tuple[str, str, Iterable[Any]]]:
    yield (
        "knelpunten_knelpunt",
        (
            "id, key, version, house_id, theme_id, kind, title, pattern, would_help, state, "
            "drafted_at, state_since, submitted_at, frequency, since, tried, tried_on"
        ),
        _knelpunten(n, places, first),
    )
    yield (
        "knelpunten_knelpuntstep",
        "knelpunt_id, from_state, to_state, reason, taken_at, by_label, text_salt, text_digest",
        _steps(n, first),
    )
    yield (
        "decisions_decision",
        "id, key, body_id, number, kind, serves, wording, subject_type_id, subject_id, taken_at, by_label",
        _decisions(n, places, first),
    )
    yield from agendas.tables(_decided(n), places, first, NOW)
    yield (
        "lists_action",
        (
            "id, key, theme_id, title, goal, intended_result, kind, ladder, without_knelpunt, "
            "list, list_since, outcome, trekker_id, proposed_at, version"
        ),
        _actions(n, places, first),
    )
    yield "lists_actionknelpunt", "action_id, knelpunt_id, linked_at, by_label", _links(n, first)
    yield "lists_listmove", "action_id, from_list, to_list, decision_id, outcome, moved_at, by_label", _moves(n, first)
    yield (
        "lists_progressupdate",
        "id, key, action_id, status, happened, next_step, next_date, asks_steering, steering, reported_at, by_label",
        _updates(n, first),
    )
    yield (
        "lists_weighing",
        "id, key, action_id, membership_id, belang, uitvoerbaarheid, impact, argument, weighed_at, by_label",
        _weighings(n, places, first),
    )
    yield (
        "lists_contribution",
        "action_id, membership_id, text, joined_at, left_reason, freed, version",
        _contributions(n, places, first),
    )


def _copy(connection: psycopg.Connection, table: str, columns: str, rows: Iterable[Any]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _ago(number: int) -> datetime:
    return NOW - timedelta(hours=number % 20_000)


def _knelpunten(n: int, places: dict[str, Any], first: dict[str, int]) -> Iterator[Any]:
    start = first["knelpunten_knelpunt"]
    for k in range(10 * n):
        theme, house = places["themes"][k % len(places["themes"])], places["houses"][k % len(places["houses"])]
        yield (
            start + k,
            uuid4(),
            1,
            house,
            theme,
            "stelsel",
            f"Knelpunt {k}: het loopt vast tussen zorg en veiligheid",
            TEXT * 3,
            " ".join(SUBJECTS[(k * step + k // len(SUBJECTS)) % len(SUBJECTS)] for step in (1, 7, 11, 13, 17, 19)),
            ENDS[k % 10],
            *[_ago(k)] * 3,
            *[""] * 4,
        )


def _steps(n: int, first: dict[str, int]) -> Iterator[Any]:
    start = first["knelpunten_knelpunt"]
    for k in range(10 * n):
        states = WALK[: WALK.index(ENDS[k % 10]) + 1]
        for origin, to in zip([None, *states], states, strict=False):
            yield (start + k, origin, to, TEXT, _ago(k), "bench", "zout", "digest")


YEARS = 10
LISTS = {"op_de_actielijst": "actielijst", "naar_gereed": "gereedlijst", "terug_naar_voorraad": "voorraadlijst"}
# What was decided about an action over ten years, for every four actions again: where it stands now is the last of it.
WALKS: tuple[tuple[str, ...], ...] = (
    (),
    ("op_de_actielijst",),
    ("op_de_actielijst", "naar_gereed"),
    ("op_de_actielijst", "terug_naar_voorraad", "op_de_actielijst", "terug_naar_voorraad", "op_de_actielijst"),
)


def _walk(a: int) -> tuple[str, ...]:
    return WALKS[a % len(WALKS)]


def _moment(a: int, step: int) -> datetime:
    """When an action took its step: the first is its proposal, the last some days or months ago."""
    begins, ends = NOW - timedelta(days=365 * YEARS - a * 37 % 1500), NOW - timedelta(hours=24 + a % 20_000)
    steps = len(_walk(a))
    return ends if step == steps else begins + (ends - begins) * (step / max(steps, 1))


def _list_of(a: int) -> str:
    return LISTS[_walk(a)[-1]] if _walk(a) else "voorraadlijst"


def _decided(n: int) -> list[tuple[int, int, str]]:
    """(action, which step, kind) of every decision."""
    return [(a, step, kind) for a in range(n) for step, kind in enumerate(_walk(a), 1)]


def _decisions(n: int, places: dict[str, Any], first: dict[str, int]) -> Iterator[Any]:
    for place, (a, step, kind) in enumerate(_decided(n)):
        subject = first["lists_action"] + a
        yield (
            first["decisions_decision"] + place,
            uuid4(),
            places["stuurgroep"],
            f"B{place}",
            kind,
            "verbinder",
            TEXT,
            places["action_type"],
            subject,
            _moment(a, step),
            "bench",
        )


def _actions(n: int, places: dict[str, Any], first: dict[str, int]) -> Iterator[Any]:
    trekkers = itertools.cycle(places["trekkers"])
    for a in range(n):
        which = _list_of(a)
        trekker = next(trekkers) if which != "voorraadlijst" else None
        outcome = "afgerond" if which == "gereedlijst" else ""
        theme = places["themes"][(a // 4) % len(places["themes"])]
        yield (
            first["lists_action"] + a,
            uuid4(),
            theme,
            f"Actie {a}: samen beter vooruit",
            TEXT,
            TEXT,
            "kennis",
            "",
            "",
            which,
            _moment(a, len(_walk(a))),
            outcome,
            trekker,
            _moment(a, 0),
            1,
        )


def _links(n: int, first: dict[str, int]) -> Iterator[Any]:
    """Each action serves the linked and answered knelpunten of its own ten."""
    for a in range(n):
        for place, end in enumerate(ENDS):
            if end in ("gekoppeld", "beantwoord"):
                yield (first["lists_action"] + a, first["knelpunten_knelpunt"] + 10 * a + place, _ago(a), "bench")


def _moves(n: int, first: dict[str, int]) -> Iterator[Any]:
    place = first["decisions_decision"]
    for a in range(n):
        action, origin = first["lists_action"] + a, "voorraadlijst"
        yield (action, None, origin, None, "", _moment(a, 0), "bench")
        for step, kind in enumerate(_walk(a), 1):
            to = LISTS[kind]
            outcome = "afgerond" if to == "gereedlijst" else ""
            yield (action, origin, to, place, outcome, _moment(a, step), "bench")
            origin, place = to, place + 1


UPDATES = 8  # of each action that is or was worked on


def _updates(n: int, first: dict[str, int]) -> Iterator[Any]:
    worked = [a for a in range(n) if _walk(a)]
    for place, (a, number) in enumerate(itertools.product(worked, range(UPDATES))):
        at = _moment(a, 1) + (NOW - _moment(a, 1)) * (number / UPDATES)
        status = ("op_koers", "op_koers", "aandacht", "stagneert")[(a // 4 + number) % 4]
        pk = first["lists_progressupdate"] + place
        yield (pk, uuid4(), first["lists_action"] + a, status, TEXT, "Een gesprek met de partners", None, False, "", at, "bench")


def _weighings(n: int, places: dict[str, Any], first: dict[str, int]) -> Iterator[Any]:
    """Every organisation of the Stuurgroep weighed each action that was ever wished for, twice."""
    rows = itertools.product(range(n), enumerate(places["weighers"]), range(2))
    for place, (a, (number, membership), again) in enumerate(rows):
        scores = [(a + number * step + again) % 5 + 1 for step in (1, 2, 3)]
        at = _moment(a, 0) + timedelta(days=10 + 20 * again)
        yield (first["lists_weighing"] + place, uuid4(), first["lists_action"] + a, membership, *scores, TEXT, at, "bench")


def _contributions(n: int, places: dict[str, Any], first: dict[str, int]) -> Iterator[Any]:
    for a in range(n):
        for place in range(3):
            yield (
                first["lists_action"] + a,
                places["members"][(a + place) % len(places["members"])],
                TEXT,
                _moment(a, 0),
                "",
                "",
                1,
            )


INVARIANTS = {
    "every knelpunt stands where its last step went": (
        "SELECT count(*) FROM knelpunten_knelpunt k WHERE state <> "
        "(SELECT to_state FROM knelpunten_knelpuntstep s WHERE s.knelpunt_id = k.id ORDER BY id DESC LIMIT 1)"
    ),
    "every action stands where its last move went": (
        "SELECT count(*) FROM lists_action a WHERE list <> "
        "(SELECT to_list FROM lists_listmove m WHERE m.action_id = a.id ORDER BY id DESC LIMIT 1)"
    ),
    "every meeting stands where its last step went": (
        "SELECT count(*) FROM meetings_meeting t WHERE state <> "
        "(SELECT to_state FROM meetings_meetingstep s WHERE s.meeting_id = t.id ORDER BY id DESC LIMIT 1)"
    ),
    "every move but the first rests on a decision": (
        "SELECT count(*) FROM lists_listmove WHERE from_list IS NOT NULL AND decision_id IS NULL"
    ),
    "every action on the actielijst has a trekker": (
        "SELECT count(*) FROM lists_action WHERE list = 'actielijst' AND trekker_id IS NULL"
    ),
}


def _check(connection: psycopg.Connection) -> None:
    for sentence, sql in INVARIANTS.items():
        if connection.execute(sql).fetchone() != (0,):
            raise RuntimeError(f"The loaded data is not as the portal would write it: not {sentence}.")
