"""Taking over a list that was kept elsewhere: look at every row first, then take over all rows or the chosen ones, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from typing import Any
from uuid import UUID, uuid5

from django.db import connection, transaction

from knelpunten.enums import KnelpuntState, Verb
from knelpunten.importing import sheets
from knelpunten.importing.matching import Names, Row, match_columns, row_of
from knelpunten.models import Knelpunt, KnelpuntList, KnelpuntStep
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused
from portal.privacy.enums import Verdict
from portal.privacy.noticing.judgement import judge
from portal.privacy.noticing.known import names as known_names

TAKEN_OVER = "Overgenomen uit een lijst die eerder is opgehaald."
AT_A_TIME = 500  # rows: each lot costs the same number of queries
ACCEPTED, ALIKE, REFUSED = "accepted", "look_alike", "refused"
WORDS, TOGETHER = 8, 4  # of a row's telling words so many must be in another knelpunt to call them alike


class TakingOverRefused(Refused):
    pass


@dataclass(frozen=True)
class Step:
    """How far a long work is, in rows. The last one carries what came of it."""

    done: int
    total: int
    made: Any = None


def read(*, key: UUID, name: str, data: bytes, by: Actor) -> KnelpuntList:
    """Read a file and say of each row what would come of it. Raises SheetRefused. What was refused is not kept, only why."""
    read_list: KnelpuntList = _last(reading(key=key, name=name, data=data, by=by))
    return read_list


def reading(*, key: UUID, name: str, data: bytes, by: Actor) -> Iterator[Step]:
    """The same, a step for every lot of rows. Nothing is written before the last."""
    sheet = sheets.read(name, data)
    columns = match_columns(sheet.header)
    if "title" not in columns and "pattern" not in columns:
        raise TakingOverRefused(
            Blocker("no-columns", "Er is geen kolom met een titel of omschrijving gevonden. Gebruik de namen van het voorbeeld.")
        )
    digest, rows = sha256(data).hexdigest(), []
    for lot in examine(sheet, columns, digest):
        rows += lot
        yield Step(len(rows), len(sheet.rows))
    matched = {what: sheet.header[place] for what, place in columns.items()}
    yield Step(len(rows), len(rows), _keep(key, name, digest, matched, rows, by))


def _last(steps: Iterator[Step]) -> Any:
    made = None
    for step in steps:
        made = step.made
    return made


@transaction.atomic
def _keep(key: UUID, name: str, digest: str, columns: dict[str, str], rows: list[dict[str, Any]], by: Actor) -> KnelpuntList:
    def make() -> KnelpuntList:
        made = KnelpuntList.objects.create(
            key=key, file_name=name[:200], digest=digest, rows=rows, read_at=clock.now(), columns=columns
        )
        record(made, Verb.LIST_READ, by=by)
        return made

    return make_once(KnelpuntList, key, make)


def examine(sheet: sheets.Sheet, columns: dict[str, int], digest: str) -> Iterator[list[dict[str, Any]]]:
    """What would come of each row: accepted, like one that is there, or refused, and why. Two queries for every lot of 500 rows."""
    names, known = Names.of_the_network(), known_names()
    rows = [row_of(number, cells, columns, names) for number, cells in sheet.rows]
    return (_examined(lot, known, digest) for lot in _lots(rows))


def _lots(rows: list[Any]) -> Iterator[list[Any]]:
    return (rows[start : start + AT_A_TIME] for start in range(0, len(rows), AT_A_TIME))


def _examined(rows: list[Row], known: Any, digest: str) -> list[dict[str, Any]]:
    keys = {row.number: str(_key(digest, row)) for row in rows}
    there = set(map(str, Knelpunt.objects.filter(key__in=keys.values()).values_list("key", flat=True)))
    alike = _alike([f"{row.said['title']} {row.said['pattern']}" for row in rows])
    made = []
    for place, row in enumerate(rows):
        judged = [judge(str(row.said[what]), known) for what in ("title", "pattern", "would_help", "tried")]
        refused = [*row.refused, *(find.sentence for each in judged for find in each.hard)]
        if keys[row.number] in there:
            refused.append("Deze regel is al overgenomen.")
        is_soft = any(each.verdict == Verdict.SOFT for each in judged)
        verdict = REFUSED if refused else ALIKE if alike[place] else ACCEPTED
        notes = [*row.notes, *(["Kan over één persoon gaan: de privacybeoordelaar leest het eerst."] if is_soft else [])]
        said = {} if refused else {**row.said, "key": keys[row.number], "is_soft": is_soft}
        made.append(
            {"number": row.number, "verdict": verdict, "reasons": refused, "notes": notes, "alike": alike[place], "said": said}
        )
    return made


def _key(digest: str, row: Row) -> UUID:
    """The same row of the same file is the same knelpunt."""
    return uuid5(UUID(digest[:32]), f"{row.number}")


def _alike(texts: list[str]) -> list[list[int]]:
    """For each text the knelpunten on the lists that share four of its telling words, two at most. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tsvector_to_array(to_tsvector('dutch', t)) FROM unnest(%s::text[]) WITH ORDINALITY AS r(t, n) ORDER BY n",
            [texts],
        )
        wanted = [_all_of(words) for (words,) in cursor.fetchall()]
        cursor.execute(
            "SELECT r.n, k.id FROM unnest(%s::text[]) WITH ORDINALITY AS r(q, n) CROSS JOIN LATERAL ("
            "SELECT id FROM knelpunten_knelpunt WHERE r.q <> '' AND submitted_at IS NOT NULL AND found_by @@ to_tsquery('simple', r.q) ORDER BY id LIMIT 2) AS k",
            [wanted],
        )
        found: list[list[int]] = [[] for _ in texts]
        for number, knelpunt in cursor.fetchall():
            found[number - 1].append(knelpunt)
    return found


def _all_of(words: list[str]) -> str:
    """Any four of the longest words, as a query."""
    telling = sorted((word for word in words if len(word) > 3), key=lambda word: (-len(word), word))[:WORDS]
    quoted = ["'" + word.replace("\\", "").replace("'", "''") + "'" for word in telling]
    return " | ".join(f"({' & '.join(each)})" for each in combinations(quoted, TOGETHER))


def is_chosen(row: dict[str, Any]) -> bool:
    """Whether somebody ticked it, or nobody looked yet and it was accepted."""
    return bool(row["said"]) and bool(row.get("chosen", row["verdict"] == ACCEPTED))


@transaction.atomic
def choose(*, of: KnelpuntList, shown: set[int], ticked: set[int]) -> KnelpuntList:
    """Keep which of the rows that were shown are ticked."""
    of = _open(of)
    of.rows = [{**row, "chosen": row["number"] in ticked} if row["number"] in shown else row for row in of.rows]
    of.save(update_fields=["rows"])
    return of


def take_over(*, of: KnelpuntList, chosen: set[int] | None, by: Actor) -> list[Knelpunt]:
    """Make knelpunten of the rows with these numbers, or of all that are chosen. All or none; the same number of queries for every 500."""
    made: list[Knelpunt] = _last(taking_over(of=of, chosen=chosen, by=by))
    return made


def taking_over(*, of: KnelpuntList, chosen: set[int] | None, by: Actor) -> Iterator[Step]:
    """The same, a step for every lot of rows, in one transaction."""
    with transaction.atomic():
        of = _open(of)
        wanted = [row for row in of.rows if row["said"] and (row["number"] in chosen if chosen is not None else is_chosen(row))]
        if not wanted:
            raise TakingOverRefused(Blocker("nothing-chosen", "Kies eerst een regel om over te nemen."))
        made: list[Knelpunt] = []
        for lot in _lots(wanted):
            made += _write(of, lot, by)
            yield Step(len(made), len(wanted))
        of.taken_over_at, numbers = clock.now(), {row["number"] for row in wanted}
        of.rows = [{**row, "said": {}, "taken_over": row["number"] in numbers} for row in of.rows]
        of.save(update_fields=["taken_over_at", "rows"])
    yield Step(len(made), len(made), made)


def _open(of: KnelpuntList) -> KnelpuntList:
    of = KnelpuntList.objects.lock(of)
    if of.taken_over_at:
        raise TakingOverRefused(Blocker("taken-over", "Deze lijst is al overgenomen."))
    return of


def _write(of: KnelpuntList, rows: list[dict[str, Any]], by: Actor) -> list[Knelpunt]:
    moment = clock.now()
    made = Knelpunt.objects.bulk_create([_knelpunt(row["said"], moment) for row in rows])
    common = {"reason": TAKEN_OVER, "taken_at": moment}
    begun = [{"knelpunt": each, "from_state": None, "to_state": KnelpuntState.CONCEPT, **common} for each in made]
    handed_in = [{"knelpunt": each, "from_state": KnelpuntState.CONCEPT, "to_state": each.state, **common} for each in made]
    facts = [*KnelpuntStep.objects.write_all(begun, by=by), *KnelpuntStep.objects.write_all(handed_in, by=by)]
    record(of, Verb.IMPORTED, by=by, facts=facts)
    return made


def _knelpunt(said: dict[str, Any], moment: Any) -> Knelpunt:
    state = KnelpuntState.PRIVACYTOETS if said["is_soft"] else KnelpuntState.INGEDIEND
    keys = {f"{name}_id": said[name] for name in ("house", "theme", "ambition")}
    texts = {name: said[name] for name in ("key", "title", "pattern", "would_help", "tried", "kind", "frequency")}
    return Knelpunt(
        **texts, **keys, state=state, state_since=moment, drafted_at=moment, submitted_at=None if said["is_soft"] else moment
    )
