"""Personal data is found in every notation, clean sentences are left alone, and a
text that means harm costs no more than its length."""

from __future__ import annotations

import io
import json
import time
from collections import Counter

import pytest
from django.core.management import call_command

from portal.network.models import House, Organisation
from portal.privacy.enums import Kind, Verdict
from portal.privacy.noticing.judgement import identifiers_in, judge
from portal.privacy.noticing.known import names, reference_names
from portal.privacy.noticing.normalised import LONGEST, normalise
from tests.privacy.measuring import TUNED, UNSEEN, is_of_unseen, scores, sentences
from tests.privacy.notations import NOTATIONS, generated

HARMFUL = {
    "digits": "1", "digits and spaces": "1 ", "zeros": "0", "plus and digits": "+1 ", "letters": "a", "capitals": "A",
    "capital words": "Aa ", "dots": ".", "at signs": "a@", "mail without end": "a.b@c.", "initials": "A. ", "dashes": "a-",
    "streets": "straat", "straat 1": "Dorpsstraat 1 ", "born": "geboren ", "bsn": "bsn ", "euros": "€ 1.", "names": "Jan van de ",
    "titles": "dhr. ", "ages": "man van ", "years": "16-jarige ", "places": "Zwolle ", "postcodes": "1234 AB ",
    "plates": "AB-12-", "brackets": "(0", "case": "zaaknummer ", "heet": "heet ", "iban": "NL91 ABNA ", "zero width": "\u200b1",
    "new lines": "\n", "accents": "é", "sentences": "Een man. ", "spoken": "een twee ", "points": "a punt ",
    "apenstaart": "a apenstaart ", "only": "De enige zoon van ", "only one": "de enige a ", "small titles": "dhr van de ",
    "profile": "facebook.com/a", "cut short": "J. de ", "aged": "A.B. (1", "at": "a at b punt ", "office": "burgemeester Aa ",
    "son of": "zoon van burgemeester ",
}  # fmt: skip


def test_corpus_has_enough_of_both() -> None:
    rows = sentences()
    clean = sum(not kinds for kinds, _ in rows)
    assert len(rows) >= 300
    assert 0.4 <= clean / len(rows) <= 0.6


def test_no_sentence_changed_halves() -> None:
    assert [text for _, text in sentences(TUNED) if is_of_unseen(text)] == []
    assert [text for _, text in sentences(UNSEEN) if not is_of_unseen(text)] == []


@pytest.mark.parametrize("kind", [*Kind.values, "any"])
def test_corpus_is_judged_well(kind: str) -> None:
    score = scores(TUNED)[kind]
    assert score.missed == []
    assert score.wrong == []


@pytest.mark.parametrize("kind", [*Kind.values, "any"])
def test_the_half_never_looked_at_is_judged_nearly_as_well(kind: str) -> None:
    """Only figures: a failure here must not show its sentences."""
    score = scores(UNSEEN)[kind]
    assert (score.precision >= 0.95, score.recall >= 0.9) == (True, True), (score.precision, score.recall)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Volgens dhr jansen is dat zo.", Verdict.HARD),
        ("Zo liep J. de V. (34) vast.", Verdict.SOFT),
        ("Zie linkedin.com/in/een-persoon.", Verdict.HARD),
        ("Mail jan punt devries apenstaart gmail punt com.", Verdict.HARD),
        ("Nummer een twee drie vier vijf zes zeven acht twee.", Verdict.HARD),
        ("De enige burgemeesterszoon van Urk.", Verdict.SOFT),
        ("Burgemeester Bruls vroeg dit.", Verdict.CLEAN),
        ("De zoon van burgemeester Bruls vroeg dit.", Verdict.SOFT),
        ("Mevrouw meer ruimte geven helpt.", Verdict.CLEAN),
    ],
)
def test_what_passed_before_is_noticed_by_its_kind(text: str, verdict: Verdict) -> None:
    assert judge(text).verdict == verdict


@pytest.mark.parametrize("seed", range(4))
def test_every_generated_identifier_is_found_in_every_notation(seed: int) -> None:
    assert len(NOTATIONS) >= 30
    missed: Counter[tuple[str, str]] = Counter()
    for kind, name, text in generated(25_000, seed):
        found = judge(text)
        if found.verdict != Verdict.HARD:
            missed[kind.value, name] += 1
    assert missed == Counter()


@pytest.mark.parametrize("unit", HARMFUL.values(), ids=HARMFUL)
def test_a_harmful_text_of_eight_times_the_length_costs_no_square(unit: str) -> None:
    """Eight times as much when it is a straight line, sixty-four when it is a square:
    far enough apart for a busy machine to tell."""

    def cost(size: int) -> float:
        text = (unit * size)[:size]
        times = []
        for _ in range(5):
            started = time.process_time()
            judge(text)
            times.append(time.process_time() - started)
        return min(times)

    judge(unit)
    small, large = cost(LONGEST // 8), cost(LONGEST)
    assert large <= 24 * small or large < 0.02, (small, large)


def test_places_are_those_of_the_text_as_it_was_written() -> None:
    text = "Zijn\u200b  nummer: 1\u200b23\u00a0456\u00a0782 \u2014 zo staat het er."
    [find] = judge(text).hard
    assert text[find.start : find.end] == "1\u200b23\u00a0456\u00a0782"
    assert normalise("a\u200b b").text == "a b"


def test_the_last_door_refuses_what_the_judge_calls_hard() -> None:
    for _, text in sentences():
        assert identifiers_in(text) == judge(text).hard, text


def test_a_text_is_looked_at_no_further_than_its_limit() -> None:
    assert judge("a" * LONGEST + " 123456782").verdict == Verdict.CLEAN


@pytest.mark.django_db
def test_names_of_the_network_are_no_persons() -> None:
    for name in (*House.objects.values_list("name", flat=True), *Organisation.objects.values_list("name", flat=True)):
        assert judge(f"Wij spraken met {name} over dit patroon.", names()).verdict == Verdict.CLEAN, name
    Organisation.objects.filter(slug="valente").update(name="Karel de Grote Opvang")
    assert judge("Bij Karel de Grote Opvang is geen plek.").verdict == Verdict.SOFT
    assert judge("Bij Karel de Grote Opvang is geen plek.", names()).verdict == Verdict.CLEAN


@pytest.mark.django_db
def test_command_says_the_verdict_of_each_line(monkeypatch: pytest.MonkeyPatch) -> None:
    said = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO("Niets aan de hand.\nKarel belt.\nbsn 123456782\n\n"))
    call_command("check_personal_data", "--json", stdout=said)
    rows = [json.loads(line) for line in said.getvalue().splitlines()]
    assert [row["verdict"] for row in rows] == ["clean", "soft", "hard", "clean"]
    assert rows[2]["finds"] == [{"kind": "bsn", "severity": "hard", "start": 4, "end": 13, "fragment": "123456782"}]


@pytest.mark.django_db
def test_a_portal_without_a_database_yet_judges_the_same() -> None:
    loaded, kept = names(), reference_names()
    different = [text for _, text in sentences() if judge(text, loaded).verdict != judge(text, kept).verdict]
    assert different == []
