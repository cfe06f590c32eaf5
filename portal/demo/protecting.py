"""What was reported in the story, what the reviewer asks about it, and what waits for a second person."""

from __future__ import annotations

from collections.abc import Iterator

from portal.demo.calendar import Scene
from portal.demo.people import acting
from portal.demo.rows import Row, told
from portal.demo.script import agreement, knelpunt
from portal.privacy.domain import reports, reviews
from portal.privacy.enums import Ground
from portal.privacy.models import Report
from portal.privacy.queries.parts import code_of, parts_of


def scenes() -> Iterator[Scene]:
    for row in told("reports"):
        if "knelpunt" in row:
            yield Scene(row["at"], lambda row=row: _report(row))
        else:
            yield Scene(row["at"], lambda row=row: _ask_second(row))


def _report(row: Row) -> Report:
    """Somebody reports a knelpunt, and the reviewer asks what is meant."""
    subject = knelpunt(row["knelpunt"])
    made = reports.report(subject=subject, code=code_of(subject), why=row["why"], by=acting(row["by"]))
    reports.enquire(report=made, question=row["question"], by=acting("privacy"))
    return made


def _ask_second(row: Row) -> object:
    """The reviewer wants what somebody wrote out of a ratified agreement."""
    subject = agreement(row["agreement"])
    codes = {part.code for part in parts_of(subject) if part.is_decided and part.label.startswith(row["part"])}
    return reviews.remove(subject=subject, codes=codes, ground=Ground(row["ground"]), by=acting("privacy"))
