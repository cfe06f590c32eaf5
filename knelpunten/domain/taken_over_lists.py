"""Taking over a list that was kept elsewhere: look at every row first, then take
over all rows or the chosen ones, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from itertools import combinations
from typing import Any
from uuid import UUID, uuid5

from django.db import connection, transaction

from knelpunten.enums import KnelpuntState, Verb
from knelpunten.importing import sealed, sheets
from knelpunten.importing.cells import Table
from knelpunten.importing.matching import LONGEST, Names, Row, guess_columns, guess_header, guess_table, row_from, row_of
from knelpunten.importing.twins import twins
from knelpunten.models import Knelpunt, KnelpuntList, KnelpuntStep
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.db import make_once
from portal.kit.refusals import Blocker, Refused
from portal.privacy.enums import Verdict
from portal.privacy.noticing.judgement import identifiers_in, judge
from portal.privacy.noticing.known import names as known_names

TAKEN_OVER = "Overgenomen uit een lijst die eerder is opgehaald."
LYING = timedelta(hours=12)  # that a locked file waits for its reader
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


@dataclass(frozen=True)
class Layout:
    """How a file is read: which of its sheets, which line says what the columns are, and which column says what."""

    table: int
    header: int
    columns: dict[str, int]


def guess(found: list[Table], *, table: int | None = None, header: int | None = None) -> Layout:
    """The likeliest layout, with what somebody already said about it."""
    lines = [each.lines for each in found]
    place = table if table is not None and table in range(len(found)) else guess_table(lines)
    line = header if header is not None and 0 < header <= len(lines[place]) else guess_header(lines[place])[0]
    return Layout(place, line, guess_columns(lines[place][line - 1]) if line else {})


@transaction.atomic
def hold(*, key: UUID, name: str, data: bytes) -> tuple[KnelpuntList, str, list[Table]]:
    """Keep a file locked until somebody said how it is read, with the key for the page. Raises SheetRefused.

    What was left lying goes.
    """
    found = sheets.tables(name, data)
    KnelpuntList.objects.filter(sealed__isnull=False, read_at__lt=clock.now() - LYING).delete()
    lock, kept = sealed.seal(data)
    KnelpuntList.objects.filter(key=key, sealed__isnull=False).delete()
    held = KnelpuntList.objects.create(
        key=key, file_name=name[:200], digest=sha256(data).hexdigest(), rows=[], columns={}, read_at=clock.now(), sealed=kept
    )
    return held, lock, found


def opened(held: KnelpuntList, lock: str) -> bytes:
    """The file again, for whoever has the page. Raises TakingOverRefused."""
    data = sealed.unseal(lock, bytes(held.sealed)) if held.sealed else None
    if data is None:
        raise TakingOverRefused(Blocker("gone", "Dit bestand is hier niet meer. Kies het nog eens."))
    return data


def read(*, key: UUID, name: str, data: bytes, by: Actor, layout: Layout | None = None) -> KnelpuntList:
    """Read a file and say of each row what would come of it. Raises SheetRefused.

    What is refused for what it holds is not kept, only why.
    """
    read_list: KnelpuntList = _last(reading(key=key, name=name, data=data, by=by, layout=layout))
    return read_list


def reading(*, key: UUID, name: str, data: bytes, by: Actor, layout: Layout | None = None) -> Iterator[Step]:
    """The same, a step for every lot of rows. Nothing is written before the last. Without a layout the likeliest is taken."""
    found = sheets.tables(name, data)
    layout = layout or guess(found)
    if not layout.header:
        sentence = "Geen regel zegt wat er in elke kolom staat, zoals “Titel” en “Omschrijving”."
        raise sheets.refusal("no-header", sentence)
    sheet = sheets.sheet_of(found[layout.table].lines, layout.header)
    columns = layout.columns
    if "title" not in columns and "pattern" not in columns:
        raise TakingOverRefused(
            Blocker("no-columns", "Geen kolom is aangewezen als titel of omschrijving. Kies ten minste een van beide.")
        )
    digest, rows = sha256(data).hexdigest(), []
    if layout.table:  # the same line of another sheet is another row
        digest = sha256(f"{digest}:{layout.table}".encode()).hexdigest()
    for lot in examine(sheet, columns, digest):
        rows += lot
        yield Step(len(rows), len(sheet.rows))
    matched = {what: sheet.header[place] if place < len(sheet.header) else "" for what, place in columns.items()}
    yield Step(len(rows), len(rows), _keep(key, name, digest, matched, rows, by))


def _last(steps: Iterator[Step]) -> Any:
    made = None
    for step in steps:
        made = step.made
    return made


@transaction.atomic
def _keep(key: UUID, name: str, digest: str, columns: dict[str, str], rows: list[dict[str, Any]], by: Actor) -> KnelpuntList:
    KnelpuntList.objects.filter(key=key, sealed__isnull=False).delete()

    def make() -> KnelpuntList:
        made = KnelpuntList.objects.create(
            key=key, file_name=name[:200], digest=digest, rows=rows, read_at=clock.now(), columns=columns
        )
        record(made, Verb.LIST_READ, by=by)
        return made

    return make_once(KnelpuntList, key, make)


def examine(sheet: sheets.Sheet, columns: dict[str, int], digest: str) -> Iterator[list[dict[str, Any]]]:
    """What would come of each row: accepted, like one that is there, or refused, and why.

    Two queries for every lot of 500 rows.
    """
    names, known = Names.of_the_network(), known_names()
    rows = [row_of(number, cells, columns, names) for number, cells in sheet.rows]
    alike = twins({row.number: f"{row.said['title']} {row.said['pattern']}" for row in rows})
    keys = {row.number: str(_key(digest, row.number)) for row in rows}
    return (_examined(lot, known, keys, alike) for lot in _lots(rows))


def _lots(rows: list[Any]) -> Iterator[list[Any]]:
    return (rows[start : start + AT_A_TIME] for start in range(0, len(rows), AT_A_TIME))


def _examined(rows: list[Row], known: Any, keys: dict[int, str], twin_of: dict[int, int]) -> list[dict[str, Any]]:
    mine = [keys[row.number] for row in rows]
    there = set(map(str, Knelpunt.objects.filter(key__in=mine).values_list("key", flat=True)))
    alike = _alike([f"{row.said['title']} {row.said['pattern']}" for row in rows])
    made = []
    for place, row in enumerate(rows):
        judged = [judge(str(row.said[what]), known) for what in ("title", "pattern", "would_help", "tried")]
        personal = any(each.hard for each in judged) or any(identifiers_in(text) for text in row.said["written"].values())
        refused = [*row.refused, *(find.sentence for each in judged for find in each.hard)]
        if keys[row.number] in there:
            refused.append("Deze regel is al overgenomen.")
        is_soft = any(each.verdict == Verdict.SOFT for each in judged)
        verdict = REFUSED if refused else ALIKE if alike[place] else ACCEPTED
        notes = [*row.notes, *(["Kan over één persoon gaan: de privacybeoordelaar leest het eerst."] if is_soft else [])]
        if personal and not refused:
            refused, verdict = ["In een van de kolommen staat een persoonsgegeven."], REFUSED
        said = {} if personal else {**row.said, "key": keys[row.number], "is_soft": is_soft}
        made.append(
            {"number": row.number, "verdict": verdict, "reasons": refused, "notes": notes, "alike": alike[place], "said": said,
             "twin": twin_of.get(row.number)}
        )  # fmt: skip
    return made


def _key(digest: str, number: int) -> UUID:
    """The same row of the same file is the same knelpunt."""
    return uuid5(UUID(digest[:32]), f"{number}")


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
            "SELECT id FROM knelpunten_knelpunt WHERE r.q <> '' AND submitted_at IS NOT NULL "
            "AND found_by @@ to_tsquery('simple', r.q) ORDER BY id LIMIT 2) AS k",
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
    """Whether somebody ticked it; or nobody looked yet, it was accepted, and no row before it says nearly the same."""
    return can_come(row) and bool(row.get("chosen", row["verdict"] == ACCEPTED and not row.get("twin")))


def can_come(row: dict[str, Any]) -> bool:
    return bool(row["said"]) and row["verdict"] != REFUSED


@transaction.atomic
def choose(*, of: KnelpuntList, shown: set[int], ticked: set[int]) -> KnelpuntList:
    """Keep which of the rows that were shown are ticked."""
    of = _open(of)
    of.rows = [{**row, "chosen": row["number"] in ticked} if row["number"] in shown else row for row in of.rows]
    of.save(update_fields=["rows"])
    return of


@transaction.atomic
def revise_rows(*, of: KnelpuntList, written: dict[int, dict[str, str]]) -> tuple[KnelpuntList, list[str]]:
    """Put other words in rows, and judge those again.

    What holds personal data is not kept: the row stays as it was, and a sentence says so.
    """
    of = _open(of)
    names, said_so = Names.of_the_network(), []
    changed = {row["number"]: row for row in of.rows if row["said"] and _differs(row["said"], written.get(row["number"], {}))}
    rows = [row_from(number, _texts(row["said"]) | written[number], names) for number, row in changed.items()]
    keys = {number: row["said"]["key"] for number, row in changed.items()}
    judged: dict[int, dict[str, Any]] = {}
    for lot in _lots(rows):
        for row in _examined(lot, known_names(), keys, {number: row["twin"] for number, row in changed.items()}):
            if row["said"]:
                was = changed[row["number"]]
                kept = {"chosen": was["chosen"]} if "chosen" in was and was["verdict"] != REFUSED else {}
                judged[row["number"]] = row | kept
            else:
                said_so.append(f"Regel {row['number']} is niet gewijzigd. {' '.join(row['reasons'])}")
    of.rows = [judged.get(row["number"], row) for row in of.rows]
    of.save(update_fields=["rows"])
    return of, said_so


def _texts(said: dict[str, Any]) -> dict[str, str]:
    """What was written in a row, column by column."""
    return {what: said[what] for what in LONGEST} | said["written"]


def _differs(said: dict[str, Any], written: dict[str, str]) -> bool:
    before = _texts(said)
    return any(before.get(what, "") != text for what, text in written.items())


def take_over(*, of: KnelpuntList, chosen: set[int] | None, by: Actor) -> list[Knelpunt]:
    """Make knelpunten of the rows with these numbers, or of all that are chosen.

    All or none; the same number of queries for every 500.
    """
    made: list[Knelpunt] = _last(taking_over(of=of, chosen=chosen, by=by))
    return made


def taking_over(*, of: KnelpuntList, chosen: set[int] | None, by: Actor) -> Iterator[Step]:
    """The same, a step for every lot of rows, in one transaction."""
    with transaction.atomic():
        of = _open(of)
        wanted = [row for row in of.rows if can_come(row) and (row["number"] in chosen if chosen is not None else is_chosen(row))]
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
    keys = {"collected_about_id": said["house"], "theme_id": said["theme"], "ambition_id": said["ambition"]}
    texts = {name: said[name] for name in ("key", "title", "pattern", "would_help", "tried", "kind", "frequency")}
    return Knelpunt(
        **texts, **keys, state=state, state_since=moment, drafted_at=moment, submitted_at=None if said["is_soft"] else moment
    )
