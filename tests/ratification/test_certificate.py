"""What was ratified can be recomputed by anybody, and what was changed past the triggers is named."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agenda.decisions.enums import DecisionKind
from agenda.ratification.domain import positions, rounds
from agenda.ratification.enums import Stance
from agenda.ratification.models import Agreement
from agenda.ratification.queries import verdicts
from agenda.ratification.templatetags.agreements import agreement_text
from portal.kit import clock
from portal.kit.opaque import of
from portal.network.models import House
from portal.run import localdb
from tests import factories as make
from tests.privacy.test_writing import client_of
from tests.ratification.test_routes import fresh, say

# In the order in which a row is damaged: what is found then, and how.
TAMPERING = {
    "een standpunt": "UPDATE ratification_position SET stance = 'akkoord' WHERE stance <> 'akkoord'",
    "antwoord op een kanttekening": "UPDATE ratification_remarkanswer SET text = 'Die tijd is er niet.'",
    "versie van een afspraak": "UPDATE ratification_agreementversion SET text = text || '.'",
    "besluit": "UPDATE decisions_decision SET wording = 'Iets anders.' WHERE kind = 'bekrachtigen'",
    "wie gevraagd is": "DELETE FROM ratification_asked WHERE id = (SELECT max(id) FROM ratification_asked)",
    "de vastgelegde opsomming": "UPDATE ratification_ratification SET payload = replace(payload, 'akkoord', 'niet_akkoord')",
}


def with_a_remark() -> Agreement:
    """A ratified agreement with one kanttekening that was answered and settled."""
    made, manager = make.asked_agreement(), make.manager()
    make.all_agree(made, but=("twente",))
    position = say(made, manager, Stance.KANTTEKENING, "Met tijd om te beginnen.")
    positions.answer_remark(position=position, text="Die tijd is er.", by=make.board())
    positions.settle(position=position, by=manager)
    rounds.put(agreement=made, by=make.board())
    make.decide_and_close(fresh(made), DecisionKind.BEKRACHTIGEN)
    return fresh(made)


@pytest.mark.django_db
def test_what_was_ratified_verifies_on_its_page_on_paper_and_by_command(capsys: Any) -> None:
    made = with_a_remark()
    call_command("verify_agreement", of(made))
    assert "klopt" in capsys.readouterr().out
    client = client_of(make.member())
    page = client.get(f"/afspraken/{of(made)}/certificaat/").content.decode()
    assert made.ratification.sha256 in page and "klopt niet meer" not in page  # type: ignore[attr-defined]
    assert client.get(f"/afspraken/{of(made)}/certificaat/pdf/").content.startswith(b"%PDF")
    assert client.get(f"/afspraken/{of(made)}/certificaat/docx/").status_code == 200


@pytest.mark.django_db
def test_taking_personal_data_out_of_a_reason_leaves_the_certificate_whole() -> None:
    from portal.history.domain.recording import redact

    made = with_a_remark()
    position = made.rounds.get().asked.get(house__slug="twente").positions.get()  # type: ignore[attr-defined]
    redact(position, ground="persoonsgegevens", by=make.bureau())
    assert [line for line in verdicts.findings(made.ratification) if "tekst" in line] == []  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_certificate_holds_when_a_house_is_called_otherwise_later() -> None:
    made = with_a_remark()
    House.objects.filter(slug="twente").update(name="Huis voor Twente en omstreken")
    assert verdicts.findings(fresh(made).ratification) == []  # type: ignore[attr-defined]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        (
            "Een.\nTwee.\n\n## Kop\n- a\n- b\n\nDrie <b>.",
            "<p>Een. Twee.</p><h3>Kop</h3><ul><li>a</li><li>b</li></ul><p>Drie &lt;b&gt;.</p>",
        ),
        ("## a\n" * 4000, "<h3>a</h3>" * 4000),
        ("", ""),
    ],
)
def test_text_is_drawn_by_its_marks_however_many_there_are(text: str, drawn: str) -> None:
    assert agreement_text(text, clock.today()) == drawn


@pytest.mark.django_db
def test_citations_of_a_whole_text_are_read_at_once() -> None:
    with CaptureQueriesContext(connection) as few:
        agreement_text("Zie Kader 2024, § 4.2.", clock.today())
    with CaptureQueriesContext(connection) as many:
        agreement_text("Zie Kader 2024, § 4.2.\n\n" * 50, clock.today())
    assert len(few) == len(many)


@pytest.mark.database
def test_tampering_past_the_triggers_is_named(committed_db: str) -> None:
    made = with_a_remark()
    settings = connection.settings_dict
    dsn = f"host={settings['HOST']} port={settings['PORT']} dbname={settings['NAME']} user={localdb.SUPERUSER}"
    for named, statement in TAMPERING.items():
        assert not any(named in line for line in verdicts.findings(fresh(made).ratification))  # type: ignore[attr-defined]
        with psycopg.connect(dsn) as forced:
            forced.execute("SET session_replication_role = replica")
            assert forced.execute(statement).rowcount > 0
        found = verdicts.findings(fresh(made).ratification)  # type: ignore[attr-defined]
        assert any(named in line for line in found), (named, found)
    with pytest.raises(SystemExit):
        call_command("verify_agreement", of(made))
