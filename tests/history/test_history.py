"""The history names whatever was changed, deleted or cut by force; and the application cannot even try."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, connections, transaction

from agenda.lists.models import ListMove
from knelpunten.domain import submissions
from knelpunten.models import Knelpunt, KnelpuntStep
from portal.history.domain import recording, verifying
from portal.history.evidence import evidence_models
from portal.history.models import Event, HistoryLink
from tests import factories as make

pytestmark = pytest.mark.database


@contextmanager
def by_force() -> Iterator[Any]:
    """Past every trigger, as only a superuser of the server could."""
    from portal.run import localdb

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
    settings = connection.settings_dict
    import psycopg

    dsn = f"host={settings['HOST']} port={settings['PORT']} dbname={settings['NAME']} user={localdb.SUPERUSER}"
    with psycopg.connect(dsn, autocommit=True) as forced:
        forced.execute("SET session_replication_role = replica")
        yield forced


def test_history_of_a_whole_walk_verifies(committed_db: str) -> None:
    make.knelpunt(make.S.BEANTWOORD)
    assert list(verifying.findings()) == []
    assert HistoryLink.objects.count() == Event.objects.count()


def test_links_are_dense_and_in_order_of_commit(committed_db: str) -> None:
    make.knelpunt(make.S.INGEDIEND)
    seqs = list(HistoryLink.objects.values_list("seq", flat=True))
    assert seqs == list(range(1, len(seqs) + 1))


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "UPDATE knelpunten_knelpuntstep SET by_label = 'iemand anders' WHERE id = {step}",
            "knelpunten.knelpuntstep {step} was changed",
        ),
        (
            "UPDATE knelpunten_knelpuntstep SET reason = 'iets anders' WHERE id = {step}",
            "knelpunten.knelpuntstep {step} has another text than was written",
        ),
        ("DELETE FROM knelpunten_knelpuntstep WHERE id = {step}", "knelpunten.knelpuntstep {step} is missing"),
        ("UPDATE history_event SET verb = 'iets anders' WHERE id = {event}", "event {event} was changed"),
        ("DELETE FROM history_historylink WHERE seq = 2", "link 2 is missing (found 3)"),
    ],
)
def test_verify_names_what_was_changed_by_force(committed_db: str, statement: str, expected: str) -> None:
    knelpunt = make.knelpunt(make.S.INGEDIEND)
    names = {"step": knelpunt.steps.last().pk, "event": Event.objects.order_by("pk")[2].pk}
    with by_force() as forced:
        forced.execute(statement.format(**names))
    assert expected.format(**names) in list(verifying.findings())


def test_verify_names_a_rewritten_payload(committed_db: str) -> None:
    make.knelpunt(make.S.INGEDIEND)
    event = Event.objects.order_by("pk")[1]
    with by_force() as forced:
        forced.execute("UPDATE history_event SET verb = 'x', payload = replace(payload, verb, 'x') WHERE id = %s", [event.pk])
    findings = list(verifying.findings())
    assert f"link 2 does not follow from link 1 and event {event.pk}" in findings


def test_a_cut_end_shows_only_against_the_anchor(committed_db: str) -> None:
    knelpunt = make.knelpunt(make.S.INGEDIEND)
    seq, digest = verifying.head()
    step = knelpunt.steps.last()
    with by_force() as forced:
        forced.execute("DELETE FROM history_historylink WHERE seq = %s", [seq])
        forced.execute(
            "DELETE FROM history_event WHERE facts @> %s::jsonb", [f'[{{"pk": {step.pk}, "model": "knelpunten.knelpuntstep"}}]']
        )
        forced.execute("DELETE FROM knelpunten_knelpuntstep WHERE id = %s", [step.pk])
    assert list(verifying.findings()) == []
    assert list(verifying.findings(anchor=(seq, digest))) == [f"link {seq}, the anchored one, is missing: the end was cut"]


def test_a_fact_without_an_event_is_named(committed_db: str) -> None:
    knelpunt = make.knelpunt(make.S.INGEDIEND)
    with by_force() as forced:
        forced.execute(
            "INSERT INTO knelpunten_knelpuntstep (knelpunt_id, from_state, to_state, reason, taken_at, by_label) "
            "VALUES (%s, 'ingediend', 'in_beoordeling', 'zomaar', now(), 'niemand')",
            [knelpunt.pk],
        )
    assert any("is named by no event" in finding for finding in verifying.findings())


def test_verify_command_prints_an_anchor_and_fails_on_findings(committed_db: str) -> None:
    knelpunt = make.knelpunt(make.S.INGEDIEND)
    out = StringIO()
    call_command("verify_history", stdout=out)
    anchor = out.getvalue().split("Anchor: ")[1].strip()
    call_command("verify_history", anchor=anchor, stdout=StringIO())
    with by_force() as forced:
        forced.execute("DELETE FROM knelpunten_knelpuntstep WHERE id = %s", [knelpunt.steps.last().pk])
    with pytest.raises(CommandError):
        call_command("verify_history", anchor=anchor, stdout=StringIO())
    with pytest.raises(CommandError):
        call_command("verify_history", anchor="onzin", stdout=StringIO())


def test_redaction_takes_the_text_and_the_history_still_verifies(committed_db: str) -> None:
    knelpunt = make.knelpunt(make.S.OP_DE_LIJST)
    step = knelpunt.steps.last()
    recording.redact(step, ground="persoonsgegevens", by=make.bureau())
    step.refresh_from_db()
    assert (step.reason, step.text_salt) == (None, None)
    assert step.redacted_at is not None
    assert list(verifying.findings()) == []
    with pytest.raises(DatabaseError), transaction.atomic():
        recording.redact(step, ground="nog een keer", by=make.bureau())


@pytest.mark.parametrize("model", [Event, HistoryLink, *evidence_models()], ids=lambda model: model._meta.label)
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE", "TRUNCATE"])
@pytest.mark.django_db
def test_triggers_refuse_to_change_facts(model: Any, verb: str) -> None:
    make.action_on(make.ActionList.ACTIELIJST)
    connection.check_constraints()
    table = model._meta.db_table
    key = model._meta.pk.column
    statement = {
        "UPDATE": f"UPDATE {table} SET {key} = {key}",
        "DELETE": f"DELETE FROM {table}",
        "TRUNCATE": f"TRUNCATE {table} CASCADE",
    }[verb]
    has_rows = model.objects.exists()
    if not has_rows and verb != "TRUNCATE":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass AND tgname LIKE 'pgtrigger_%%'", [table])
            assert cursor.fetchone()[0] >= 3
        return
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("model", [Event, HistoryLink, *evidence_models()], ids=lambda model: model._meta.label)
@pytest.mark.django_db
def test_application_role_has_no_right_to_change_facts(model: Any) -> None:
    with connection.cursor() as cursor:
        for right in ("DELETE", "TRUNCATE", "UPDATE"):
            cursor.execute("SELECT has_table_privilege('portal_app', %s, %s)", [model._meta.db_table, right])
            assert cursor.fetchone() == (False,)


def test_application_role_can_do_its_work_and_write_the_chain(committed_db: str) -> None:
    by = make.manager()
    knelpunt = make.knelpunt()
    connection.close()
    before, connection.settings_dict["USER"] = connection.settings_dict["USER"], "portal_app"
    try:
        submissions.submit(knelpunt=knelpunt, by=by)
        recording.redact(KnelpuntStep.objects.last(), ground="proef", by=by)
        with pytest.raises(DatabaseError), connection.cursor() as cursor:
            cursor.execute("INSERT INTO history_historylink (seq, event_id, hash) VALUES (999999, 1, 'x')")
    finally:
        connection.close()
        connection.settings_dict["USER"] = before
    assert list(verifying.findings()) == []


@pytest.mark.django_db
def test_an_action_cannot_stand_where_no_move_put_it() -> None:
    action = make.action()
    connection.check_constraints()
    with pytest.raises(DatabaseError, match="its last step went to"), transaction.atomic():
        action.__class__.objects.filter(pk=action.pk).update(list="gereedlijst", outcome="afgerond")
        connection.check_constraints()


@pytest.mark.django_db
def test_a_move_cannot_start_where_the_action_does_not_stand() -> None:
    action = make.action_on(make.ActionList.ACTIELIJST)
    connection.check_constraints()
    decision = ListMove.objects.get(action=action, to_list="actielijst").decision
    with pytest.raises(DatabaseError), transaction.atomic():
        ListMove.objects.write(
            action=action,
            from_list="voorraadlijst",
            to_list="actielijst",
            decision=decision,
            moved_at=make.clock.now(),
            by=make.bureau(),
        )
        connection.check_constraints()


def test_200_transactions_in_both_lock_orders_end_without_deadlock(committed_db: str) -> None:
    """Two knelpunten locked in both orders through the one way rows are locked, each with history at commit."""
    by = make.manager()
    pair = [make.knelpunt(), make.knelpunt()]
    failures: list[str] = []

    def work(number: int) -> None:
        try:
            for turn in range(25):
                rows = pair if (number + turn) % 2 else pair[::-1]
                with transaction.atomic():
                    for row in Knelpunt.objects.lock_all(rows):
                        recording.record(row, "touched", by=by)
        except Exception as error:  # what went wrong in a thread is told to the test
            failures.append(repr(error))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    assert failures == []
    assert Event.objects.filter(verb="touched").count() == 400
    assert list(verifying.findings()) == []
