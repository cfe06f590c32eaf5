"""The owner of a national line says each half-year how it stands."""

from __future__ import annotations

from django.db import transaction

from ambitions.enums import LineStatus, Scope, Verb
from ambitions.models import ActionLine, NationalReport
from ambitions.queries.halves import half_of_today
from portal.accounts.actor import Actor
from portal.history.domain.recording import record
from portal.kit import clock
from portal.kit.refusals import Blocker, Refused
from portal.privacy.domain import guard


class ReportRefused(Refused):
    pass


def blockers_for_reporting(*, line: ActionLine) -> list[Blocker]:
    """Why nothing can be reported of this line now."""
    year = clock.today().year
    if line.scope != Scope.LANDELIJK:
        return [Blocker("regional", "Over een regionale lijn schrijven de huizen in hun jaarplan.")]
    if line.from_year > year or (line.until_year and line.until_year < year):
        return [Blocker("not-running", f"Deze lijn loopt niet in {year}.")]
    return []


@transaction.atomic
def report(*, line: ActionLine, status: LineStatus, text: str, by: Actor) -> NationalReport:
    """Report on this half-year. Written again, the newest counts. Raises ReportRefused."""
    guard.refuse_identifiers([text])
    line = ActionLine.objects.lock(line)
    if blockers := blockers_for_reporting(line=line):
        raise ReportRefused(*blockers)
    if status == LineStatus.NIET_HAALBAAR and not text.strip():
        raise ReportRefused(Blocker("no-explanation", "Leg uit waarom deze lijn (deels) niet haalbaar is."))
    year, half = half_of_today()
    last = NationalReport.objects.filter(line=line, year=year, half=half).order_by("-pk").first()
    if last and (last.status, last.text) == (status, text):
        return last  # type: ignore[no-any-return]
    made: NationalReport = NationalReport.objects.write(
        line=line, year=year, half=half, status=status, text=text, reported_at=clock.now(), by=by
    )
    record(line, Verb.LINE_REPORTED, by=by, facts=[made])
    return made
