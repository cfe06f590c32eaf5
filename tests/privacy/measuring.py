"""How well personal data is noticed: precision and recall per kind over both halves of the corpus. `make pii-report` prints it.

One half the patterns are written with. Of the other only figures are shown: whoever
reads its sentences while tuning has no measure left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from portal.privacy.enums import Kind
from portal.privacy.noticing.judgement import judge

TUNED = Path(__file__).parent / "corpus.txt"
UNSEEN = Path(__file__).parent / "corpus_unseen.txt"


@dataclass
class Score:
    """Sentences in which a kind is and was found, is and was missed, or is not and was found all the same."""

    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return len(self.found) / (len(self.found) + len(self.wrong)) if self.found or self.wrong else 1.0

    @property
    def recall(self) -> float:
        return len(self.found) / (len(self.found) + len(self.missed)) if self.found or self.missed else 1.0


def sentences(*halves: Path) -> list[tuple[set[str], str]]:
    """The kinds in each sentence of these halves of the corpus (both, if none is named), and the sentence."""
    texts = [half.read_text() for half in halves or (TUNED, UNSEEN)]
    rows = [line.split("|", 1) for text in texts for line in text.splitlines() if line and not line.startswith("#")]
    return [(set(kinds.split(",")) - {"clean"}, text) for kinds, text in rows]


def is_of_unseen(text: str) -> bool:
    """Which half a sentence belongs to is nobody's choice."""
    return sha256(text.encode()).digest()[0] % 2 == 0


def scores(half: Path) -> dict[str, Score]:
    """A score for each kind, and `any` for whether anything was found at all.

    What describes a person (name, age, together, day) leads to one and the same question, so any of them counts for another.
    """
    soft = {kind.value for kind in (Kind.NAME, Kind.AGE, Kind.TOGETHER, Kind.DAY)}
    made = {kind.value: Score() for kind in Kind} | {"any": Score()}
    for expected, text in sentences(half):
        found = {find.kind.value for find in judge(text).finds}
        for kind in Kind.values:
            is_found = kind in found or (kind in soft and kind in expected and bool(found & soft))
            is_right_anyway = kind in soft and bool(expected & soft)
            _count(made[kind], kind in expected, is_found and (kind in expected or not is_right_anyway), text)
        _count(made["any"], bool(expected), bool(found), text)
    return made


def _count(score: Score, is_there: bool, is_found: bool, text: str) -> None:
    if is_there:
        (score.found if is_found else score.missed).append(text)
    elif is_found:
        score.wrong.append(text)


def report(half: Path, *, shows_sentences: bool) -> str:
    lines = [f"{'kind':<16}{'sentences':>10}{'precision':>11}{'recall':>8}"]
    for kind, score in scores(half).items():
        lines.append(f"{kind:<16}{len(score.found) + len(score.missed):>10}{score.precision:>11.2f}{score.recall:>8.2f}")
        if shows_sentences:
            lines += [f"    missed: {text}" for text in score.missed] + [f"    wrong:  {text}" for text in score.wrong]
    return "\n".join(lines)


if __name__ == "__main__":
    print(
        f"The half the patterns were written with: {len(sentences(TUNED))} sentences",
        report(TUNED, shows_sentences=True),
        sep="\n",
    )
    print(f"\nThe half never looked at: {len(sentences(UNSEEN))} sentences", report(UNSEEN, shows_sentences=False), sep="\n")
